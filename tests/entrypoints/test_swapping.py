"""One variable changes where conversations are kept; conversations and sessions move along."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import httpx2

from bench.processes import twin
from bench.proof.places import bucket_address, bucket_settings
from bench.proof.visit import ask, questions
from tests.ministack import ministack
from tests.servers import BUCKET, postgresql, s3_client

ORIGINAL = "0cc6b1de-4b9f-4d0f-9a53-3fd1c2a0e3b7.json"
ENTRIES = [
    {
        "role": "user",
        "content": "Who wrote the first compiler?",
        "timestamp": "2025-06-01T12:00:00",
    },
    {"role": "assistant", "content": "I did.", "timestamp": "2025-06-01T12:00:05"},
]


def test_a_conversation_goes_on_from_store_to_store(tmp_path: Path) -> None:
    with ministack(tmp_path) as bucket, postgresql() as database:
        settings = bucket_settings(bucket.url)
        addresses = [
            "file:memory",
            "sqlite:memory.sqlite",
            f"postgresql:{database.new_database()}",
            bucket_address(),
            "file:back",
        ]
        session, asked = None, list[str]()
        for source, target in pairwise(["", *addresses]):
            if source:
                command(tmp_path, "memory", "copy", source, target, **settings)
            with twin(tmp_path, TWIN_MEMORY=target, **settings) as (url, _):
                session = goes_on(url, session, asked, f"And where, {target}?")

    assert len(asked) == len(addresses)


def goes_on(url: str, session: str | None, asked: list[str], question: str) -> str:
    """Ask one more in the same session; the server knows all that was asked before."""
    with httpx2.Client(base_url=url, timeout=60) as client:
        told = ask(client, question, session)
        asked.append(question)
        assert told.ending == "done"
        assert session in (None, told.session)
        assert questions(client, told.session) == asked
    return told.session


def test_a_bucket_of_the_original_project_is_served_from_and_brought_in(tmp_path: Path) -> None:
    with ministack(tmp_path) as bucket:
        s3_client(bucket.url).put_object(Bucket=BUCKET, Key=ORIGINAL, Body=json.dumps(ENTRIES))
        settings = bucket_settings(bucket.url) | {"USE_S3": "True", "S3_BUCKET": BUCKET}
        with (
            twin(tmp_path, **settings) as (url, _),
            httpx2.Client(base_url=url, timeout=60) as client,
        ):
            told = ask(client, "What did you study?")
            health = client.get("/health").json()
        command(tmp_path, "import", f"s3://{BUCKET}", **settings)
        listed = command(tmp_path, "conversations", "list", **settings)

    assert told.ending == "done"
    assert f"twin import s3://{BUCKET}" in (tmp_path / "said.txt").read_text()
    assert "Who wrote the first compiler?" in listed
    assert health["use_s3"] is True
    assert "What did you study?" in listed
    assert not (tmp_path / "memory").exists()


def command(folder: Path, *arguments: str, **settings: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "twin", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder)} | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout

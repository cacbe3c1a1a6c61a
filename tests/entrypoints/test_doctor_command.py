"""`twin doctor`, in the same process, against real parts and a stand-in for the model's server."""

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.upstreams import running
from twin.adapters.memory.filesystem import FileMemoryStore
from twin.entrypoints.cli import main

NOBODY = 65534


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    facts = '{"full_name": "Ada Invented", "email": "ada@example.com"}'
    (tmp_path / "data" / "facts.json").write_text(facts, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def doctor(*options: str, **settings: str) -> Result:
    return CliRunner().invoke(main, ["doctor", *options], env=settings)


def parts(result: Result) -> dict[str, Any]:
    return {part["part"]: part for part in json.loads(result.stdout)["parts"]}


def test_a_twin_in_order_gets_a_line_for_each_part(folder: Path) -> None:
    run = doctor(CORS_ORIGINS="https://ada.example", TWIN_SECRET="0123456789abcdef")

    assert run.exit_code == 0
    lines = [line.split()[:2] for line in run.stdout.splitlines() if line]
    known = ["settings", "profile", "model", "memory", "secret", "cors"]
    assert lines[:6] == [["ok", part] for part in known]
    assert "The twin is ready" in run.stdout


def test_a_file_that_could_not_be_read_fails_as_in_the_check(folder: Path) -> None:
    (folder / "data" / "cv.pdf").write_bytes(b"%PDF-1.4 and no more")

    run = doctor("--json")

    assert run.exit_code == 1
    assert "cv.pdf: NOT READ: The PDF is damaged" in parts(run)["profile"]["said"]


def test_lines_of_the_settings_file_that_set_nothing_are_named(folder: Path) -> None:
    (folder / ".env").write_text('hello world\n\nTWIN_LOG_LEVEL=info\nTWIN_LLM="quoting\n')

    run = doctor("--json")

    assert parts(run)["settings"]["state"] == "warning"
    assert ".env sets nothing in line 1, 4." in parts(run)["settings"]["said"]
    assert "dotenv" not in run.stderr


def test_an_address_without_a_scheme_is_a_setting_to_mend() -> None:
    run = doctor("--json", OPENAI_BASE_URL="foo")

    assert "OPENAI_BASE_URL: it must begin with https://" in parts(run)["settings"]["said"]


def test_a_folder_that_may_not_be_read_is_a_finding_with_its_cure(folder: Path) -> None:
    folder.chmod(0o755)
    (folder / "data").chmod(0)
    user = os.geteuid()
    if user == 0:  # whom no mode keeps out
        os.seteuid(NOBODY)
    try:
        run = doctor("--json")
    finally:
        os.seteuid(user)

    assert run.exit_code == 1
    assert parts(run)["profile"]["state"] == "failed"
    assert "data cannot be read" in parts(run)["profile"]["said"]
    assert "TWIN_DATA" in parts(run)["profile"]["said"]


def test_no_conversation_of_the_examination_stays(folder: Path) -> None:
    doctor()

    async def left() -> list[str]:
        store = FileMemoryStore(folder / "memory")
        return [summary.conversation async for summary in store.conversations()]

    assert asyncio.run(left()) == []


def test_the_model_gets_one_small_request() -> None:
    with running() as upstream:
        run = doctor(TWIN_LLM="openai:ok", OPENAI_BASE_URL=upstream.base_url)

    assert run.exit_code == 0
    (request,) = upstream.requests
    assert len(str(request.body["messages"])) < 200


@pytest.mark.parametrize(
    ("fault", "cure"),
    [
        ("401", "Check OPENAI_API_KEY"),
        ("429", "raise the quota"),
        ("500", "then try again"),
        ("malformed", "Choose another model"),
    ],
)
def test_a_model_that_fails_comes_with_its_cure(fault: str, cure: str) -> None:
    with running() as upstream:
        address = {"TWIN_LLM": f"openai:{fault}", "OPENAI_BASE_URL": upstream.base_url}
        run = doctor("--json", TWIN_MODEL_RETRIES="0", **address)

    assert run.exit_code == 1
    assert json.loads(run.stdout)["ok"] is False
    model = parts(run)["model"]
    assert model["state"] == "failed"
    assert cure in model["said"]
    assert parts(run)["memory"]["state"] == "ok"


def test_a_memory_that_cannot_be_used_skips_what_needs_it(folder: Path) -> None:
    (folder / "taken").write_text("a file", encoding="utf-8")

    run = doctor("--json", TWIN_MEMORY="file:taken")

    states = {name: part["state"] for name, part in parts(run).items()}
    assert states["memory"] == "failed"
    assert (states["secret"], states["cors"]) == ("skipped", "skipped")
    assert "name another folder" in parts(run)["memory"]["said"]
    assert run.exit_code == 1


def test_a_broken_profile_is_a_failure_and_the_rest_is_looked_at(folder: Path) -> None:
    (folder / "data" / "facts.json").write_text("{", encoding="utf-8")

    run = doctor("--json")

    assert parts(run)["profile"]["state"] == "failed"
    assert "facts.json" in parts(run)["profile"]["said"]
    assert parts(run)["secret"]["state"] == "ok"


def test_what_stumbles_over_the_same_failure_is_no_second_one() -> None:
    run = doctor("--json", TWIN_LLM="nobody:knows")

    found = parts(run)
    assert found["model"]["state"] == "failed"
    assert found["cors"]["state"] == "skipped"
    assert found["cors"]["said"] == "mend model first"


def test_the_sample_person_is_said_to_be_one(folder: Path) -> None:
    (folder / "data" / "facts.json").unlink()
    (folder / "data").rmdir()

    assert "twin init" in parts(doctor("--json"))["profile"]["said"]


def test_memory_that_forgets_and_a_secret_that_changes_are_warnings() -> None:
    run = doctor("--json", TWIN_MEMORY="in-process")

    assert run.exit_code == 0
    assert "TWIN_MEMORY=file:./memory" in parts(run)["memory"]["said"]
    assert "TWIN_SECRET" in parts(run)["secret"]["said"]


@pytest.mark.parametrize(
    ("origins", "state", "said"),
    [
        ("https://ada.example", "ok", "pages of https://ada.example may call"),
        ("*", "warning", "pages of every site may call"),
        ("http://localhost:3000", "warning", "CORS_ORIGINS=https://your.site"),
        ("https://Ada.example", "failed", "Write https://ada.example"),
        ("https://ada.example:443", "failed", "Write https://ada.example"),
    ],
)
def test_the_sites_that_may_call_are_tried_as_a_browser_would(
    origins: str, state: str, said: str
) -> None:
    cors = parts(doctor("--json", CORS_ORIGINS=origins))["cors"]

    assert cors["state"] == state
    assert said in cors["said"]


def test_a_wrong_setting_is_the_only_finding() -> None:
    run = doctor("--json", TWIN_PORT="http")

    assert run.exit_code == 1
    assert list(parts(run)) == ["settings"]


def test_no_secret_is_printed() -> None:
    run = doctor(
        TWIN_SECRET="very-private-key-0001",
        OPENAI_API_KEY="sk-very-private-0002",
        TWIN_LLM="quoting",
    )

    assert "very-private" not in run.output

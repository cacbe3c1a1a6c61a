"""Every store over a real place of its own, by name."""

import os
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.proof.appending import open_store
from tests.servers import BUCKET, Seaweed, postgresql, seaweed
from twin.ports.memory import MemoryStore

Open = Callable[[], MemoryStore]


@contextmanager
def every_store() -> Iterator[dict[str, Callable[[], Open]]]:
    """Store name -> a function that makes a new place and returns what opens it."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(running_seaweed())
        database = stack.enter_context(postgresql())
        yield {
            "file": lambda: _opener(f"file:{folder}/{uuid.uuid4().hex}"),
            "sqlite": lambda: _opener(f"sqlite:{folder}/{uuid.uuid4().hex}.sqlite"),
            "postgresql": lambda: _opener(f"postgresql:{database.new_database()}"),
            "s3": lambda: _opener(bucket_address(server)),
        }


@contextmanager
def running_seaweed() -> Iterator[Seaweed]:
    with seaweed(Path(tempfile.mkdtemp())) as server:
        os.environ |= {
            "TWIN_S3_ENDPOINT_URL": server.url,
            "TWIN_S3_PATH_STYLE": "true",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
        }
        yield server


def bucket_address(_server: Seaweed) -> str:
    return f"s3://{BUCKET}/{uuid.uuid4().hex}"


def _opener(address: str) -> Open:
    return lambda: open_store(address)

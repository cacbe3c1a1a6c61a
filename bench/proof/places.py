"""Every store over a real place of its own, by name."""

import tempfile
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.proof.appending import open_store
from tests.ministack import ministack
from tests.servers import BUCKET, Seaweed, postgresql, seaweed
from twin.ports.memory import MemoryStore

Open = Callable[[], MemoryStore]


@contextmanager
def every_store() -> Iterator[dict[str, Callable[[], Open]]]:
    """Store name -> a function that makes a new place and returns what opens it."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        database = stack.enter_context(postgresql())
        weed = stack.enter_context(running_seaweed())
        mini = stack.enter_context(ministack(folder))
        yield {
            "file": lambda: _opener(f"file:{folder}/{uuid.uuid4().hex}"),
            "sqlite": lambda: _opener(f"sqlite:{folder}/{uuid.uuid4().hex}.sqlite"),
            "postgresql": lambda: _opener(f"postgresql:{database.new_database()}"),
            "s3` on `seaweedfs": lambda: _opener(bucket_address(), bucket_settings(weed.url)),
            "s3` on `ministack": lambda: _opener(bucket_address(), bucket_settings(mini.url)),
        }


@contextmanager
def running_seaweed() -> Iterator[Seaweed]:
    with seaweed(Path(tempfile.mkdtemp())) as server:
        yield server


def bucket_settings(url: str) -> dict[str, str]:
    """What leads to a server that speaks S3."""
    return {
        "TWIN_S3_ENDPOINT_URL": url,
        "TWIN_S3_PATH_STYLE": "true",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
    }


def bucket_address() -> str:
    """A new place in the bucket that every such server has."""
    return f"s3://{BUCKET}/{uuid.uuid4().hex}"


def _opener(address: str, settings: Mapping[str, str] | None = None) -> Open:
    return lambda: open_store(address, settings)

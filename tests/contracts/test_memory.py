"""Every memory store of ours against the contract."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import BUCKET, Seaweed, seaweed
from twin.adapters.memory import s3
from twin.adapters.memory.filesystem import FileMemoryStore
from twin.adapters.memory.in_process import InProcessMemoryStore
from twin.ports.memory import MemoryStore
from twin.testing import MemoryStoreContract
from twin.testing.memory_place import Reopen


class TestInProcessMemoryStore(MemoryStoreContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return InProcessMemoryStore()

    @pytest.fixture
    def reopen(self, store: MemoryStore) -> Reopen:
        return lambda: store  # it ends with its process


class TestFileMemoryStore(MemoryStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> MemoryStore:
        return FileMemoryStore(tmp_path)

    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Reopen:
        return lambda: FileMemoryStore(tmp_path)


@pytest.fixture(scope="module")
def bucket_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seaweed]:
    with seaweed(tmp_path_factory.mktemp("seaweed")) as server:
        yield server


class TestS3MemoryStore(MemoryStoreContract):
    @pytest.fixture
    def reopen(self, bucket_server: Seaweed) -> Reopen:
        prefix = uuid.uuid4().hex
        env = {
            "TWIN_S3_ENDPOINT_URL": bucket_server.url,
            "TWIN_S3_PATH_STYLE": "true",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
        }
        return lambda: s3.build(f"//{BUCKET}/{prefix}", env)

    @pytest.fixture
    def store(self, reopen: Reopen) -> MemoryStore:
        return reopen()

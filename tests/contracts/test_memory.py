"""Every memory store of ours against the contract."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ministack import Ministack, ministack
from tests.servers import BUCKET, Postgresql, Seaweed, postgresql, seaweed
from twin.adapters.memory import s3, sql
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
def database_server() -> Iterator[Postgresql]:
    with postgresql() as server:
        yield server


@pytest.fixture(scope="module", params=[seaweed, ministack])
def bucket_server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Seaweed | Ministack]:
    with request.param(tmp_path_factory.mktemp("bucket")) as server:
        yield server


class TestS3MemoryStore(MemoryStoreContract):
    @pytest.fixture
    def reopen(self, bucket_server: Seaweed | Ministack) -> Reopen:
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


class ClosesStores(MemoryStoreContract):
    opened: list[sql.SqlMemoryStore]

    async def close_stores(self) -> None:
        for store in self.opened:
            await store.close()

    @pytest.fixture
    def store(self, reopen: Reopen) -> MemoryStore:
        return reopen()

    def _reopen(
        self, build: Callable[[str, dict[str, str]], sql.SqlMemoryStore], at: str
    ) -> Reopen:
        self.opened = []

        def reopen() -> MemoryStore:
            self.opened.append(build(at, {}))
            return self.opened[-1]

        return reopen


class TestSqliteMemoryStore(ClosesStores):
    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Reopen:
        return self._reopen(sql.build_sqlite, str(tmp_path / "memory.sqlite"))


class TestPostgresqlMemoryStore(ClosesStores):
    @pytest.fixture
    def reopen(self, database_server: Postgresql) -> Reopen:
        return self._reopen(sql.build_postgresql, database_server.new_database())

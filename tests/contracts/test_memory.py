"""Every memory store of ours against the contract."""

from pathlib import Path

import pytest

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

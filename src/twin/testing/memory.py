"""What every memory store must do, as tests: subclass `MemoryStoreContract` and run pytest.

class TestMyStore(MemoryStoreContract):
    @pytest.fixture
    def store(self, tmp_path): return MyStore(tmp_path)

    @pytest.fixture
    def reopen(self, tmp_path): return lambda: MyStore(tmp_path)
"""

from twin.testing.memory_basics import KeepsTurns
from twin.testing.memory_erasure import Erases
from twin.testing.memory_races import WithstandsRaces

__all__ = ["MemoryStoreContract"]


class MemoryStoreContract(KeepsTurns, Erases, WithstandsRaces):
    """Override the fixtures `store` and `reopen`; `close_stores` when something is to be closed.

    Every test runs one event loop of its own, so no plug-in for asyncio is needed.
    """

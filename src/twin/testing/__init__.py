"""Contract tests and a scripted model, shipped for whoever writes an adapter."""

from twin.testing.memory import MemoryStoreContract

__all__ = ["MemoryStoreContract"]

"""Contract tests and a scripted model, shipped for whoever writes an adapter."""

from twin.testing.memory import MemoryStoreContract
from twin.testing.profile import ProfileSourceContract
from twin.testing.scripted import ScriptedModel

__all__ = ["MemoryStoreContract", "ProfileSourceContract", "ScriptedModel"]

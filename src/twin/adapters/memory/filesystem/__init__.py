"""Conversations as files in a folder, one each; safe for several processes at once.

PATH/conversations/c1/3f...c1.turns   one line per turn, or a tombstone
PATH/conversations/c1/3f...c1.torn    what a crash left of a line; never acknowledged
PATH/kept/NAME                        small values, such as the session secret
"""

from collections.abc import Mapping
from pathlib import Path

from twin.adapters.memory.filesystem.store import FileMemoryStore

__all__ = ["FileMemoryStore", "build"]


def build(argument: str, env: Mapping[str, str]) -> FileMemoryStore:
    """Argument: the folder, made when it is missing; no settings.

    Raises:
        StoreUnavailableError: it cannot be used; the text says why and what to do.
    """
    return FileMemoryStore(Path(argument or "memory").expanduser())

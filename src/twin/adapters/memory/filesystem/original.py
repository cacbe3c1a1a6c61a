"""Conversations of the original project in a folder: `{session_id}.json`, never touched."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from twin.adapters.memory.filesystem.store import unavailable
from twin.ports.memory import ORIGINAL_NAME


def originals(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each JSON file in the folder, or of the one file, whatever its name.

    Raises:
        StoreUnavailableError: it cannot be read.
    """
    try:
        files = sorted(path.glob("*.json")) if path.is_dir() else [path]
        for file in files:
            yield file.name, file.read_bytes()
    except OSError as error:
        raise unavailable(path, error) from error


def holds_originals(argument: str, env: Mapping[str, str]) -> bool:
    """Whether such conversations lie in the folder.

    Raises:
        StoreUnavailableError: it cannot be read.
    """
    folder = Path(argument or "memory").expanduser()
    try:
        with os.scandir(folder) as entries:
            return any(ORIGINAL_NAME.fullmatch(entry.name) for entry in entries)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise unavailable(folder, error) from error

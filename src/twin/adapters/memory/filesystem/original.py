"""Conversations of the original project in a folder: `{session_id}.json`, never touched."""

from collections.abc import Iterator
from pathlib import Path

from twin.adapters.memory.filesystem.store import unavailable


def originals(path: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each JSON file in the folder, or of the one file.

    Raises:
        StoreUnavailableError: it cannot be read.
    """
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        for file in files:
            if file.suffix == ".json":
                yield file.name, file.read_bytes()
    except OSError as error:
        raise unavailable(path, error) from error

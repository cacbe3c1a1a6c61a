"""Conversations in a database: SQLite for one machine, PostgreSQL for machines without a disk."""

import os
from collections.abc import Mapping
from pathlib import Path

try:
    from twin.adapters.memory.sql.store import SqlMemoryStore
except ImportError as error:
    raise ImportError(
        "it needs an extra; pip install 'twin[sqlite]' or 'twin[postgresql]'"
    ) from error
from twin.ports.errors import SettingsError, StoreUnavailableError

__all__ = ["SqlMemoryStore", "build_postgresql", "build_sqlite"]

PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


def build_sqlite(argument: str, env: Mapping[str, str]) -> SqlMemoryStore:
    """Argument: the file, made when it is missing; no settings.

    Raises:
        SettingsError: no file is named, or the extra is missing.
        StoreUnavailableError: the file cannot be made or written.
    """
    if not argument:
        raise SettingsError("Name the file: TWIN_MEMORY=sqlite:PATH.")
    path = Path(argument).expanduser()
    try:
        _make_private(path)
    except OSError as error:
        raise StoreUnavailableError(
            f"The memory at {path} cannot be used: {error.strerror}. Name another file with "
            "TWIN_MEMORY=sqlite:PATH, or change the folder's owner or mode."
        ) from error
    return _open(f"sqlite+aiosqlite:///{path}", f"sqlite:{path}", "sqlite")


def build_postgresql(argument: str, env: Mapping[str, str]) -> SqlMemoryStore:
    """Argument: `//USER:PASSWORD@HOST:PORT/DATABASE`; no settings.

    Raises:
        SettingsError: the address cannot be read, or the extra is missing.
    """
    place = argument.rpartition("@")[2].removeprefix("//").partition("?")[0]
    if not argument.startswith("//") or not place:
        raise SettingsError("Name the database: TWIN_MEMORY=postgresql://USER@HOST/DATABASE.")
    return _open(f"postgresql+asyncpg:{argument}", f"postgresql://{place}", "postgresql")


def _open(url: str, name: str, extra: str) -> SqlMemoryStore:
    try:
        return SqlMemoryStore(url, name)
    except ImportError as error:
        raise SettingsError(f"{name} needs an extra: pip install 'twin[{extra}]'.") from error
    except ValueError as error:
        raise SettingsError(f"The address of {name} cannot be read; see docs/memory.md.") from error


def _make_private(path: Path) -> None:
    """Before SQLite makes it: its companions take over the mode."""
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE))
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

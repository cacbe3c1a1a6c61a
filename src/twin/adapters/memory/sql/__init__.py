"""Conversations in a database: SQLite for one machine, PostgreSQL for machines without a disk."""

import os
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

try:
    from twin.adapters.memory.sql.engine import LOCK_PATIENCE_SECONDS
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
        _make(path)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreUnavailableError(
            f"The memory at {path} cannot be used: {reason}. Name another file with "
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


def _make(path: Path) -> None:
    """Private before SQLite makes it, as its companions become; with a log of changes from then on.

    One at a time: who turns that log on while another does is refused at once, however patient.
    """
    import fcntl  # noqa: PLC0415 - not on Windows, where PostgreSQL needs none of this

    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE))
        os.fsync(folder)
        with closing(sqlite3.connect(path, timeout=LOCK_PATIENCE_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")  # stays with the file
    finally:
        os.close(folder)

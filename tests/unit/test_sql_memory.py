"""What is special about conversations in a database: its file, its tables, its errors."""

import asyncio
import sqlite3
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import text

from twin.adapters.memory.sql import SqlMemoryStore, build_postgresql, build_sqlite, database
from twin.ports.errors import SettingsError, StoreUnavailableError
from twin.testing.memory_place import A, append_all, history, listed, make_turn, make_turns

OPENERS, ROUNDS = 4, 150
VERSION_1 = Path(__file__).parent.parent / "stored" / "sqlite-version-1.sql"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "memory.sqlite"


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqlMemoryStore]:
    store = build_sqlite(str(path), {})
    yield store
    await store.close()


async def test_erasing_leaves_no_byte_of_the_conversation(
    store: SqlMemoryStore, path: Path
) -> None:
    await append_all(store, A, [make_turn(n, "confided " * 200) for n in range(1, 9)])
    assert any(b"confided" in each.read_bytes() for each in path.parent.iterdir())

    await store.delete(A)

    for each in path.parent.iterdir():
        assert b"confided" not in each.read_bytes(), each


async def test_erasing_is_not_told_as_done_while_a_reader_keeps_the_log_of_changes(
    store: SqlMemoryStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store._database.read(text("PRAGMA busy_timeout=1"))
    monkeypatch.setattr(database, "CHECKPOINT_SECONDS", 0)
    await append_all(store, A, make_turns(3))
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM twin_turns").fetchall()

    with pytest.raises(StoreUnavailableError, match="erase once more"):
        await store.delete(A)
    assert await history(store, A) == []

    reader.close()
    await store.delete(A)
    assert all(b"question 3" not in each.read_bytes() for each in path.parent.iterdir())


async def test_all_who_erase_at_once_leave_no_byte(store: SqlMemoryStore, path: Path) -> None:
    conversations = [f"{number:032x}" for number in range(20)]
    for conversation in conversations:
        await store.append(conversation, make_turn(1, "confided " * 200))

    await asyncio.gather(*(store.delete(each) for each in conversations))

    assert all(b"confided" not in each.read_bytes() for each in path.parent.iterdir())


async def test_only_the_owner_of_the_process_may_read(store: SqlMemoryStore, path: Path) -> None:
    await store.append(A, make_turn(1))
    with sqlite3.connect(path) as connection:
        connection.execute("SELECT 1 FROM twin_turns")
        for each in path.parent.iterdir():
            assert stat.S_IMODE(each.stat().st_mode) == 0o600, each
    connection.close()
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


async def test_a_commit_waits_for_the_disk(store: SqlMemoryStore, path: Path) -> None:
    await store.append(A, make_turn(1))
    rows = await store._database.read(text("PRAGMA synchronous"))
    modes = await store._database.read(text("PRAGMA journal_mode"))

    assert [tuple(row) for row in rows] == [(2,)]
    assert [tuple(row) for row in modes] == [("wal",)]


async def test_a_database_of_version_1_reads_and_takes_turns(
    store: SqlMemoryStore, path: Path
) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1.read_text())
    connection.close()
    older = [replace(turn, number=0) for turn in make_turns(2)]

    assert await history(store, A) == older
    await store.append(A, make_turn(3))
    await store.append(A, make_turn(1))
    assert await history(store, A) == [*older, make_turn(3)]
    assert await store.keep_once("session-secret", b"new") == b"kept since version 1"


async def test_tables_of_a_newer_release_are_left_alone(store: SqlMemoryStore, path: Path) -> None:
    await store.append(A, make_turn(1))
    connection = sqlite3.connect(path)
    connection.execute("UPDATE twin_schema SET version = 99")
    connection.commit()
    connection.close()

    later = build_sqlite(str(path), {})
    with pytest.raises(StoreUnavailableError, match="newer release"):
        await later.recent(A, 1)
    await later.close()


@pytest.fixture
def diary(path: Path) -> str:
    path.parent.mkdir()
    path.write_text("Dear diary, " * 500)
    return str(path)


def test_a_file_that_is_no_database_is_told_at_the_start(diary: str) -> None:
    with pytest.raises(StoreUnavailableError, match="not a database"):
        build_sqlite(diary, {})


def test_a_folder_in_the_way_is_told_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="sqlite:PATH"):
        build_sqlite(str(tmp_path), {})


async def test_a_database_that_cannot_be_reached_is_an_error_without_its_password() -> None:
    store = build_postgresql("//grace:c0bol@127.0.0.1:1/navy", {})

    with pytest.raises(StoreUnavailableError, match=r"127.0.0.1:1/navy.*ConnectionRefused") as told:
        await store.append(A, make_turn(1))
    assert "c0bol" not in str(told.value) + store.name + repr(store)
    await store.close()


@pytest.mark.parametrize("argument", ["", "navy", "//", "//grace:c0bol@h:port/navy"])
def test_an_address_that_cannot_be_read_is_refused(argument: str) -> None:
    with pytest.raises(SettingsError) as told:
        build_postgresql(argument, {})
    assert "c0bol" not in str(told.value)


def test_a_file_must_be_named() -> None:
    with pytest.raises(SettingsError, match="sqlite:PATH"):
        build_sqlite("", {})


@pytest.mark.parametrize(
    ("missing", "name", "argument"),
    [
        ("sqlalchemy", "sqlite", "memory.sqlite"),
        ("aiosqlite", "sqlite", "memory.sqlite"),
        ("asyncpg", "postgresql", "//grace@127.0.0.1/navy"),
    ],
)
def test_a_missing_extra_is_told_with_its_name(
    missing: str, name: str, argument: str, tmp_path: Path
) -> None:
    script = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "from twin.adapters import registry\n"
        f"registry.find('twin.memory', {name!r})({argument!r}, {{}})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert "SettingsError" in done.stderr
    assert f"twin[{name}]" in done.stderr


async def test_processes_that_write_at_once_lose_nothing(store: SqlMemoryStore, path: Path) -> None:
    script = (
        "import asyncio, sys\n"
        "from twin.adapters.memory.sql import build_sqlite\n"
        "from twin.testing.memory_place import A, make_turn\n"
        "async def main(first):\n"
        "    store = build_sqlite(sys.argv[1], {})\n"
        "    await asyncio.gather(*(store.append(A, make_turn(first + n)) for n in range(10)))\n"
        "asyncio.run(main(int(sys.argv[2])))\n"
    )
    writers = [
        await asyncio.create_subprocess_exec(sys.executable, "-c", script, str(path), str(first))
        for first in (0, 100, 200)
    ]
    assert [await writer.wait() for writer in writers] == [0, 0, 0]

    assert len({turn.id for turn in await history(store, A)}) == 30
    assert await listed(store) == [A]


def test_many_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    """SQLite lets one of them turn on its log of changes, and refuses the others at once."""
    together = Barrier(OPENERS)

    def open_it(path: Path) -> None:
        together.wait()
        build_sqlite(str(path), {})

    with ThreadPoolExecutor(OPENERS) as pool:
        for number in range(ROUNDS):
            path = tmp_path / str(number) / "memory.sqlite"
            list(pool.map(open_it, [path] * OPENERS))

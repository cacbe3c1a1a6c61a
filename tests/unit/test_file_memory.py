"""What is special about conversations in files: what a crash leaves, who may read, who shares."""

import asyncio
import errno
import json
import logging
import os
import stat
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from twin.adapters.memory.filesystem import FileMemoryStore, build
from twin.adapters.memory.filesystem.original import holds_originals
from twin.adapters.memory.filesystem.store import unavailable
from twin.ports.errors import (
    ConversationDeletedError,
    StoreCorruptError,
    StoreUnavailableError,
)
from twin.testing.memory_place import A, B, append_all, history, listed, make_turn, make_turns

VERSION_1 = Path(__file__).parent.parent / "stored" / "file-version-1.turns"


def place(folder: Path, conversation: str = A) -> Path:
    return folder / "conversations" / conversation[-2:] / f"{conversation}.turns"


async def test_a_torn_last_line_is_set_aside_and_reported(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = FileMemoryStore(tmp_path)
    await append_all(store, A, make_turns(3))
    whole = place(tmp_path).read_bytes()
    last_line = whole.splitlines(keepends=True)[-1]
    for kept in (1, 9, len(last_line) - 1):
        place(tmp_path).write_bytes(whole[: -len(last_line)] + last_line[:kept])

        assert await history(store, A) == make_turns(2)
        assert await store.recent(A, 64) == tuple(make_turns(2))
        with caplog.at_level(logging.WARNING):
            await store.append(A, make_turn(3))
        assert await history(store, A) == make_turns(3)
        assert place(tmp_path).with_suffix(".torn").read_bytes().endswith(last_line[:kept])
        assert "torn" in caplog.text
        assert "question" not in caplog.text
        caplog.clear()


@pytest.mark.parametrize("tail", [b"\0" * 4096, b"\0" * 50 + b"\n", b"deadbeef 3 nonsense\n"])
async def test_whatever_a_power_cut_leaves_at_the_end_is_no_turn(
    tmp_path: Path, tail: bytes
) -> None:
    store = FileMemoryStore(tmp_path)
    await append_all(store, A, make_turns(2))
    with place(tmp_path).open("ab") as file:
        file.write(tail)

    assert await history(store, A) == make_turns(2)
    await store.append(A, make_turn(3))
    assert await history(store, A) == make_turns(3)


async def test_a_first_line_that_is_torn_leaves_an_empty_conversation(tmp_path: Path) -> None:
    store = FileMemoryStore(tmp_path)
    await store.append(A, make_turn(1))
    place(tmp_path).write_bytes(place(tmp_path).read_bytes()[:40])

    assert await store.recent(A, 5) == ()
    assert await listed(store) == []
    await store.append(A, make_turn(1))
    assert await history(store, A) == [make_turn(1)]


async def test_damage_in_the_middle_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    store = FileMemoryStore(tmp_path)
    await append_all(store, A, make_turns(3))
    await store.append(B, make_turn(1))
    data = place(tmp_path).read_bytes()
    place(tmp_path).write_bytes(data.replace(b"question 2", b"question 7"))

    with pytest.raises(StoreCorruptError, match=f"{A}.turns"):
        await history(store, A)
    with pytest.raises(StoreCorruptError, match=f"{A}.turns"):
        await store.recent(A, 3)
    assert await store.recent(A, 1) == (make_turn(3),)


async def test_a_damaged_file_hides_no_other_conversation_from_the_list(tmp_path: Path) -> None:
    store = FileMemoryStore(tmp_path)
    for conversation in (A, B):
        await append_all(store, conversation, make_turns(2))
    place(tmp_path).write_bytes(place(tmp_path).read_bytes().replace(b"question 1", b"question 7"))

    reading = store.conversations()
    assert (await anext(reading)).conversation == B
    with pytest.raises(StoreCorruptError, match=f"1 files.*{A}"):
        await anext(reading)


async def test_erasing_leaves_no_byte_of_the_conversation(tmp_path: Path) -> None:
    store = FileMemoryStore(tmp_path)
    await append_all(store, A, make_turns(3))
    with place(tmp_path).open("ab") as file:
        file.write(b"00000000 torn secret")
    await store.append(A, make_turn(4))
    assert len(list(place(tmp_path).parent.iterdir())) == 2

    await store.delete(A)

    assert [path.read_bytes() for path in place(tmp_path).parent.iterdir()] == [b"erased\n"]


async def test_an_erasure_that_was_cut_short_is_finished_by_the_next(tmp_path: Path) -> None:
    store = FileMemoryStore(tmp_path)
    await append_all(store, A, make_turns(3))
    with place(tmp_path).open("r+b") as file:
        file.write(b"erased\n")

    assert await history(store, A) == []
    assert await listed(store) == []
    with pytest.raises(ConversationDeletedError):
        await store.append(A, make_turn(4))
    assert await store.delete(A) is True
    assert place(tmp_path).read_bytes() == b"erased\n"


async def test_only_the_owner_of_the_process_may_read(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = FileMemoryStore(tmp_path / "deep" / "memory")
        await store.append(A, make_turn(1))
        await store.keep_once("session-secret", b"s3cret")
        with place(tmp_path / "deep" / "memory").open("ab") as file:
            file.write(b"torn")
        await store.append(A, make_turn(2))
    finally:
        os.umask(before)

    for path in (tmp_path / "deep" / "memory").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    assert stat.S_IMODE((tmp_path / "deep" / "memory").stat().st_mode) == 0o700


async def test_a_failed_write_leaves_nothing_that_looks_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileMemoryStore(tmp_path)
    await store.append(A, make_turn(1))
    before = place(tmp_path).read_bytes()

    def fail(_handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreUnavailableError, match="Input/output error"):
        await store.append(A, make_turn(2))
    monkeypatch.undo()

    assert place(tmp_path).read_bytes() == before
    await store.append(A, make_turn(2))
    assert await history(store, A) == make_turns(2)


async def test_a_full_disk_is_said_to_be_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FileMemoryStore(tmp_path)
    await store.append(A, make_turn(1))
    real = os.pwrite

    def half(handle: int, data: bytes, offset: int) -> int:
        if len(data) < 40:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, data[: len(data) // 2], offset)

    monkeypatch.setattr(os, "pwrite", half)
    with pytest.raises(StoreUnavailableError, match="full"):
        await store.append(A, make_turn(2))
    monkeypatch.undo()

    assert await history(store, A) == [make_turn(1)]
    assert place(tmp_path).read_bytes().endswith(b"}\n")


def test_every_error_of_the_system_tells_what_to_do() -> None:
    for number in errno.errorcode:
        said = str(unavailable(Path("memory"), OSError(number, os.strerror(number))))

        assert said.startswith("The memory at memory cannot be used: ")
        assert len(said) > 45


def test_a_file_where_the_folder_should_be_is_refused_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")

    with pytest.raises(StoreUnavailableError, match="name another folder"):
        build(str(tmp_path / "taken"), {})
    with pytest.raises(StoreUnavailableError, match="name another folder"):
        build(str(tmp_path / "taken" / "memory"), {})


def test_a_folder_that_may_not_be_written_is_refused_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir(mode=0o500)
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    script = (
        "import os, sys\n"
        "from twin.adapters.memory.filesystem import build\n"
        "os.geteuid() or os.setuid(65534)\n"  # root may write anywhere
        "build(sys.argv[1], {})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "theirs")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "StoreUnavailableError" in done.stderr
    assert "change its owner or mode" in done.stderr


async def test_a_folder_that_vanishes_is_an_error_and_not_made_again(tmp_path: Path) -> None:
    store = FileMemoryStore(tmp_path / "memory")
    (tmp_path / "memory").rename(tmp_path / "unmounted")

    with pytest.raises(StoreUnavailableError, match="not mounted"):
        await store.append(A, make_turn(1))
    assert not (tmp_path / "memory").exists()


async def test_files_of_the_original_project_are_noticed_and_left_alone(tmp_path: Path) -> None:
    assert not holds_originals(str(tmp_path), {})
    original = tmp_path / "0cc6b1de-4b9f-4d0f-9a53-3fd1c2a0e3b7.json"
    original.write_text(json.dumps([{"role": "user", "content": "hi", "timestamp": "x"}]))
    (tmp_path / "notes.json").write_text("{}")

    store = FileMemoryStore(tmp_path)
    await store.append(A, make_turn(1))

    assert holds_originals(str(tmp_path), {})
    assert await listed(store) == [A]
    assert json.loads(original.read_text())[0]["content"] == "hi"


async def test_a_half_kept_secret_is_no_secret(tmp_path: Path) -> None:
    store = FileMemoryStore(tmp_path)
    (tmp_path / "kept" / ".session-secret.0123").write_bytes(b"ha")

    assert await store.keep_once("session-secret", b"half or whole") == b"half or whole"
    assert (tmp_path / "kept" / "session-secret").read_bytes() == b"half or whole"


async def test_a_line_carries_its_checksum_and_number(tmp_path: Path) -> None:
    store = FileMemoryStore(tmp_path)
    await append_all(store, A, make_turns(2))

    for number, line in enumerate(place(tmp_path).read_bytes().splitlines(), 1):
        checksum, body = line[:8], line[9:]
        assert int(checksum, 16) == zlib.crc32(body)
        assert body.startswith(b"%d " % number)


async def test_a_file_of_version_1_reads_and_takes_turns(tmp_path: Path) -> None:
    store = FileMemoryStore(tmp_path)
    place(tmp_path).parent.mkdir()
    place(tmp_path).write_bytes(VERSION_1.read_bytes())

    older = [replace(turn, number=0) for turn in make_turns(2)]  # a field that came later
    assert await history(store, A) == older
    await store.append(A, make_turn(3))
    await store.append(A, make_turn(1))
    assert await history(store, A) == [*older, make_turn(3)]


async def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    script = (
        "import asyncio, sys\n"
        "from pathlib import Path\n"
        "from twin.adapters.memory.filesystem import FileMemoryStore\n"
        "from twin.testing.memory_place import A, make_turn\n"
        "async def main(first):\n"
        "    store = FileMemoryStore(Path(sys.argv[1]))\n"
        "    await asyncio.gather(*(store.append(A, make_turn(first + n)) for n in range(20)))\n"
        "asyncio.run(main(int(sys.argv[2])))\n"
    )
    writers = [
        await asyncio.create_subprocess_exec(
            sys.executable, "-c", script, str(tmp_path), str(first)
        )
        for first in (0, 100, 200)
    ]
    assert [await writer.wait() for writer in writers] == [0, 0, 0]

    stored = [turn.id for turn in await history(FileMemoryStore(tmp_path), A)]
    assert len(stored) == 60
    assert len(set(stored)) == 60

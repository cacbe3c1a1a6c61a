"""One conversation's file: lines are only ever added, under a lock; erasing leaves a tombstone.

The file is never renamed or removed, so whoever has it open and locked holds the one truth.
"""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from twin.adapters.memory.filesystem.lines import (
    decode_line,
    encode_line,
    hash_id,
)
from twin.adapters.memory.filesystem.places import PRIVATE_FILE, sync_folder
from twin.adapters.memory.filesystem.tail import Tail, read_lines, read_tail, write
from twin.ports.errors import ConversationDeletedError, StoreCorruptError
from twin.ports.memory import RECENT_LIMIT, ConversationSummary, Turn

TOMBSTONE = b"erased\n"  # no line begins so: "r" and "s" are not hexadecimal

logger = logging.getLogger(__name__)


def append(path: Path, turn: Turn) -> None:
    """Add the turn, on disk when this returns, unless its id is among the last 64.

    Raises:
        ConversationDeletedError: the conversation was erased.
        OSError: the turn is not stored.
    """
    with _locked(path, os.O_RDWR | os.O_CREAT, fcntl.LOCK_EX) as file:
        if _is_erased(file):
            raise ConversationDeletedError(f"conversation {path.stem} was erased")
        tail = read_tail(file, RECENT_LIMIT)
        if not tail.end and not tail.torn:
            # Before the first byte: a file that holds something has a durable name.
            sync_folder(path.parent)
        if tail.torn:
            _set_aside(file, path, tail)
        if _holds(tail.lines, turn):
            os.fsync(file)  # who wrote it may have been killed before this
            return
        sequence = decode_line(tail.lines[-1]).sequence if tail.lines else 0
        write(file, encode_line(sequence + 1, turn), tail.end)


def recent(path: Path, limit: int) -> tuple[Turn, ...]:
    """The last turns, read from the end."""
    with _reading(path) as file:
        lines = read_tail(file, limit).lines if file is not None else []
    return tuple(decode_line(line).turn for line in lines)


def end(path: Path) -> int:
    """Where the whole lines end, in bytes; 0 when there are none."""
    with _reading(path) as file:
        return read_tail(file, 1).end if file is not None else 0


def page(path: Path, start: int, stop: int) -> tuple[tuple[Turn, ...], int]:
    """Some turns from byte `start` on, none beyond `stop`, and where the next page starts."""
    with _reading(path) as file:
        if file is None:
            return (), stop
        data = read_lines(file, start, stop)
    if not data:
        raise StoreCorruptError("it shrank while it was read")
    return tuple(decode_line(line).turn for line in data.splitlines()), start + len(data)


def summarize(path: Path) -> ConversationSummary | None:
    """First and last turn at a glance; None when the file holds no turn."""
    with _reading(path) as file:
        tail = read_tail(file, 1) if file is not None else Tail([], 0, b"")
        if file is None or not tail.lines:
            return None
        first = decode_line(read_lines(file, 0, tail.end, block=4096).split(b"\n", 1)[0]).turn
    last = decode_line(tail.lines[0])
    return ConversationSummary(
        conversation=path.stem,
        turns=last.sequence,
        first_asked_at=first.asked_at,
        last_answered_at=last.turn.answered_at,
        first_question=first.question,
    )


def is_erased(path: Path) -> bool:
    """Whether the file is a tombstone."""
    with _locked(path, os.O_RDONLY, fcntl.LOCK_SH) as file:
        return _is_erased(file)


def erase(path: Path) -> bool:
    """Leave a tombstone and nothing else; True when there was something to erase."""
    with _locked(path, os.O_RDWR | os.O_CREAT, fcntl.LOCK_EX) as file:
        size = os.fstat(file).st_size
        nothing = size in (0, len(TOMBSTONE)) and (not size or _is_erased(file))
        # In this order, whoever is killed here leaves nothing that looks erased and is not.
        _torn_path(path).unlink(missing_ok=True)
        os.ftruncate(file, 0)
        os.pwrite(file, TOMBSTONE, 0)
        os.fsync(file)
        sync_folder(path.parent)
    return not nothing


@contextmanager
def _reading(path: Path) -> Iterator[int | None]:
    """None for a conversation that is unknown or erased."""
    with ExitStack() as stack:
        try:
            file = stack.enter_context(_locked(path, os.O_RDONLY, fcntl.LOCK_SH))
        except FileNotFoundError:
            yield None
        else:
            yield None if _is_erased(file) else file


@contextmanager
def _locked(path: Path, flags: int, lock: int) -> Iterator[int]:
    file = os.open(path, flags | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        fcntl.flock(file, lock)
        yield file
    finally:
        os.close(file)


def _is_erased(file: int) -> bool:
    return os.pread(file, len(TOMBSTONE), 0) == TOMBSTONE


def _holds(lines: list[bytes], turn: Turn) -> bool:
    """The hash spares reading 64 turns at every append; the id itself decides."""
    id_hash = hash_id(turn.id)
    candidates = (line for line in lines if id_hash in line[:64])
    return any(decode_line(line).turn.id == turn.id for line in candidates)


def _set_aside(file: int, path: Path, tail: Tail) -> None:
    handle = os.open(_torn_path(path), os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE_FILE)
    with os.fdopen(handle, "ab") as aside:
        aside.write(tail.torn)
        aside.flush()
        os.fsync(aside.fileno())
    os.ftruncate(file, tail.end)
    logger.warning(
        "A crash tore the last line of %s, which was never acknowledged; its %d bytes are in %s.",
        path,
        len(tail.torn),
        _torn_path(path).name,
    )


def _torn_path(path: Path) -> Path:
    return path.with_suffix(".torn")

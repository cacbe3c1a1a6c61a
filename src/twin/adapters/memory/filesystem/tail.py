"""Reading a file of lines from its end, and adding to it whole or not at all."""

import os
from dataclasses import dataclass

from twin.adapters.memory.filesystem.lines import is_sound

BLOCK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Tail:
    """The end of a file: whole lines without newline, where they end, what a crash left there."""

    lines: list[bytes]
    end: int
    torn: bytes


def read_tail(file: int, count: int) -> Tail:
    size = start = os.fstat(file).st_size
    blocks: list[bytes] = []
    newlines = 0
    # The first line may be cut by its block and the last torn by a crash: neither is counted on.
    while start and newlines < count + 2:
        length = min(BLOCK, start)
        start -= length
        blocks.append(os.pread(file, length, start))
        newlines += blocks[-1].count(b"\n")
    *lines, torn = b"".join(reversed(blocks)).split(b"\n")
    # Only the last line can be torn: whoever appended after it has looked at it first.
    if lines and not is_sound(lines[-1]):
        torn = lines.pop() + b"\n" + torn
    return Tail(lines[-count:] if count else [], size - len(torn), torn)


def read_lines(file: int, start: int, stop: int, block: int = 4 * BLOCK) -> bytes:
    """Whole lines, at least one, from `start` on."""
    while True:
        data = os.pread(file, min(block, stop - start), start)
        whole = data.rfind(b"\n") + 1
        if whole or len(data) < block:
            return data[:whole]
        block *= 4


def write(file: int, data: bytes, offset: int) -> None:
    """All of it or nothing: what is not known to be durable must not look stored to a retry."""
    try:
        written = 0
        while written < len(data):
            written += os.pwrite(file, data[written:], offset + written)
        os.fsync(file)
    except OSError:
        os.ftruncate(file, offset)
        raise

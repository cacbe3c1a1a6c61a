"""One stored line: checksum, sequence number, hash of the turn's id, the turn as JSON."""

import re
import zlib
from dataclasses import dataclass
from hashlib import blake2b

from twin.ports.errors import StoreCorruptError
from twin.ports.memory import Turn, decode_turn, encode_turn

# "5d3f0a91 12 8f1c0d4e6b7a9f23 {...}": the checksum covers everything after its space.
LINE = re.compile(rb"([0-9a-f]{8}) (([1-9][0-9]*) ([0-9a-f]{16}) (\{.*\}))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Line:
    """A line whose checksum is right; `sequence` counts the conversation's turns from 1."""

    sequence: int
    id_hash: bytes
    form: bytes

    @property
    def turn(self) -> Turn:
        return decode_turn(self.form)


def hash_id(turn_id: str) -> bytes:
    """Finds a turn's id in a line without reading the turn."""
    return blake2b(turn_id.encode(errors="surrogatepass"), digest_size=8).hexdigest().encode()


def encode_line(sequence: int, turn: Turn) -> bytes:
    """The line with its newline."""
    body = b"%d %b %b" % (sequence, hash_id(turn.id), encode_turn(turn).encode())
    return b"%08x %b\n" % (zlib.crc32(body), body)


def decode_line(raw: bytes) -> Line:
    """Read a line, without its newline.

    Raises:
        StoreCorruptError: it is not what was written.
    """
    match = LINE.fullmatch(raw)
    if not match or int(match[1], 16) != zlib.crc32(match[2]):
        raise StoreCorruptError("a line does not match its checksum")
    return Line(int(match[3]), match[4], match[5])


def is_sound(raw: bytes) -> bool:
    """Whether the line is what was written."""
    try:
        decode_line(raw)
    except StoreCorruptError:
        return False
    return True

"""One stored object: a turn, the turns just before it, and the ids of the last 64.

    {"v":1,"ids":["...","..."]}     newest last, this turn's among them
    {"v":1,"id":...                 turns before it, oldest first, within a bound
    {"v":1,"id":...                 the turn itself, last

The turns before it spare the reader a request for each of them; since an object is never changed,
the copies cannot disagree with what they were copied from.
"""

import json
from dataclasses import dataclass

from twin.ports.errors import StoreCorruptError
from twin.ports.memory import RECENT_LIMIT, Turn, decode_turn, encode_turn

VERSION = 1
CARRIED_TURNS = 20
CARRIED_BYTES = 48 * 1024
NUMBERS = 10**10


@dataclass(frozen=True, slots=True)
class Link:
    """The object of turn `sequence`; 0 stands for a conversation that has none.

    Attributes:
        lines: turns as JSON, oldest first, the object's own last; none when it is a tombstone.
        ids: of the last 64 turns, newest last.
    """

    sequence: int = 0
    lines: tuple[bytes, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def erased(self) -> bool:
        return bool(self.sequence) and not self.lines

    @property
    def first(self) -> int:
        """The sequence number of the oldest turn that it carries."""
        return self.sequence - len(self.lines) + 1

    @property
    def turns(self) -> tuple[Turn, ...]:
        return tuple(map(decode_turn, self.lines))

    def followed_by(self, turn: Turn) -> "Link":
        line = encode_turn(turn).encode()
        carried: list[bytes] = []
        room = CARRIED_BYTES
        for earlier in reversed(self.lines[-(CARRIED_TURNS - 1) :]):
            room -= len(earlier)
            if room < 0:
                break
            carried.insert(0, earlier)
        ids = (*self.ids, turn.id)[-RECENT_LIMIT:]
        return Link(self.sequence + 1, (*carried, line), ids)

    def encode(self) -> bytes:
        header = json.dumps({"v": VERSION, "ids": self.ids}, separators=(",", ":"))
        return b"\n".join((header.encode(), *self.lines))


def decode(sequence: int, body: bytes) -> Link:
    """Read any version that was ever written.

    Raises:
        StoreCorruptError: it is not what was written.
    """
    if not body:
        return Link(sequence)
    header, *lines = body.split(b"\n")
    try:
        form = json.loads(header)
        version, ids = form["v"], tuple(form["ids"])
    except (ValueError, TypeError, KeyError) as error:
        raise StoreCorruptError("a stored object does not read back") from error
    if version != VERSION or not lines:
        raise StoreCorruptError("a stored object has a form that this release does not know")
    return Link(sequence, tuple(lines), ids)


def key(conversation: str, sequence: int) -> str:
    return f"{folder(conversation)}{NUMBERS - 1 - sequence:010d}"


def folder(conversation: str) -> str:
    return f"conversations/{conversation}/"


def parse_key(name: str) -> tuple[str, int]:
    """Conversation and sequence number."""
    _, conversation, number = name.rsplit("/", 2)
    return conversation, NUMBERS - 1 - int(number)

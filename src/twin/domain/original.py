"""Conversations as the original project stored them, made into turns; nothing of them is lost."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from twin.domain.conversation import TIME_DIGITS
from twin.ports.errors import StoreCorruptError
from twin.ports.memory import Turn

MODEL = "original"
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class OriginalMessage:
    """One entry of a file."""

    role: str
    content: str
    at: datetime | None


def read(name: str, data: bytes) -> tuple[str, tuple[Turn, ...]]:
    """A conversation's new id and its turns, from a file's name and content.

    The same file gives the same ids, so that bringing it in twice changes nothing. An old id opens
    nothing: a session id is signed.

    Raises:
        StoreCorruptError: the file is not a conversation of the original project.
    """
    try:
        messages = _messages(json.loads(data.decode("utf-8-sig")))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreCorruptError(f"{name} is not a conversation of the original project") from error
    turns = tuple(_turns(name, messages))
    return "0" * TIME_DIGITS + _digest(name, 10), turns


def _turns(name: str, messages: list[OriginalMessage]) -> Iterator[Turn]:
    """A question and the answer after it make a turn; one without the other stands alone."""
    number = at = 0
    known = next((message.at for message in messages if message.at), UNDATED)
    while at < len(messages):
        pair = messages[at : at + 2]
        whole = [message.role for message in pair] == ["user", "assistant"]
        taken = pair if whole else pair[:1]
        turn = _turn(name, number, taken, known)
        known = turn.answered_at
        yield turn
        number, at = number + 1, at + len(taken)


def _turn(name: str, number: int, messages: list[OriginalMessage], known: datetime) -> Turn:
    first, last = messages[0], messages[-1]
    asked = first.content if first.role == "user" else ""
    answered = last.content if last.role != "user" else ""
    flags = [f"role:{first.role}"] if first.role not in {"user", "assistant"} else []
    flags += ["undated"] if not (first.at and last.at) else []
    asked_at = first.at or known
    return Turn(
        id=_digest(f"{name}#{number}", 16),
        question=asked,
        answer=answered,
        asked_at=asked_at,
        answered_at=last.at or asked_at,
        model=MODEL,
        finish="stop" if answered else "failed",
        flags=tuple(flags),
        number=number,
    )


def _messages(entries: object) -> list[OriginalMessage]:
    if not isinstance(entries, list):
        raise TypeError("a conversation is a list")
    return [_message(entry) for entry in entries]


def _message(entry: dict[str, Any]) -> OriginalMessage:
    role, content = entry["role"], entry["content"]
    if not isinstance(role, str) or not isinstance(content, str):
        raise TypeError("role and content are text")
    return OriginalMessage(role, content, _moment(entry.get("timestamp")))


def _moment(written: object) -> datetime | None:
    """The original wrote local time without saying so."""
    try:
        return datetime.fromisoformat(str(written)).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _digest(text: str, size: int) -> str:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=size).hexdigest()

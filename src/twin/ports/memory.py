"""The memory port: whole turns, stored durably; and the one JSON form of a turn."""

import json
import re
from collections.abc import AsyncGenerator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol

from twin.ports.errors import StoreCorruptError
from twin.ports.llm import Source, Usage

TurnFinish = Literal["stop", "length", "filtered", "cut", "failed"]
TURN_VERSION = 1
RECENT_LIMIT = 64
CONVERSATION_ID = re.compile(r"[0-9a-f]{32}")
# How the original project named a conversation's file or object.
ORIGINAL_NAME = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.json", re.IGNORECASE
)
KEPT_NAME = re.compile(r"[a-z][a-z0-9-]{0,63}")


@dataclass(frozen=True, slots=True)
class Turn:
    """A visitor's question and the answer to it, written once, when the answer has ended.

    Attributes:
        id: unique, made by the chat; storing the same id again changes nothing.
        answer: what the visitor was shown; empty when the model failed before its first word.
        asked_at, answered_at: aware, UTC.
        model: who answered, such as `openai:gpt-5.4-mini` or `quoting`.
        finish: why the answer ended; `cut`: the visitor left; `failed`: the model broke off.
        prompt_fingerprint: hash of the system text that was in force.
        flags: marks for the owner, such as `floor`, `unanswered`, `unknown:kubernetes`.
        message_id: the client's own id of the question, when it sent one.
        number: its place in the conversation, from 0, as its writer saw it; two writers may agree.
    """

    id: str
    question: str
    answer: str
    asked_at: datetime
    answered_at: datetime
    model: str
    finish: TurnFinish
    usage: Usage = field(default_factory=Usage)
    sources: tuple[Source, ...] = ()
    prompt_fingerprint: str = ""
    flags: tuple[str, ...] = ()
    message_id: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """One conversation at a glance."""

    conversation: str
    turns: int
    first_asked_at: datetime
    last_answered_at: datetime
    first_question: str


class MemoryStore(Protocol):
    """Keeps conversations.

    Conversation ids are 32 lower-case hexadecimal digits; with any other, every method raises
    ValueError before it looks at anything stored. One instance serves many tasks of one event
    loop at once.
    """

    @property
    def name(self) -> str:
        """The store's address without secrets, such as `file:memory` or `s3://bucket/prefix`."""
        ...

    async def append(self, conversation: str, turn: Turn) -> None:
        """Store one whole turn, durably, before returning.

        A turn whose id is among the last 64 of the conversation is stored once.

        Raises:
            ConversationDeletedError: the conversation was erased.
            StoreError: it is not known to be stored.
        """
        ...

    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        """The last `limit` turns (0 to 64), oldest first; an unknown conversation is empty.

        The cost does not grow with the conversation.

        Raises:
            StoreError: the turns cannot be read.
        """
        ...

    def history(self, conversation: str) -> AsyncGenerator[Turn]:
        """Every turn, oldest first; nothing for an unknown or erased conversation.

        Raises:
            StoreError: the turns cannot be read.
        """
        ...

    def conversations(self) -> AsyncGenerator[ConversationSummary]:
        """Every conversation that holds a turn, in no particular order.

        Raises:
            StoreError: the conversations cannot be listed.
        """
        ...

    def erased(self) -> AsyncGenerator[str]:
        """The id of every conversation that was erased, in no particular order.

        Raises:
            StoreError: they cannot be listed.
        """
        ...

    async def delete(self, conversation: str) -> bool:
        """Erase everything about a conversation; True when there was something to erase.

        A tombstone without content stays, so that a writer who was under way cannot bring it back;
        also for a conversation that was unknown until now.

        Raises:
            StoreError: it is not known to be erased.
        """
        ...

    async def keep_once(self, name: str, value: bytes) -> bytes:
        """Keep a small value (a secret) under a name unless one is kept; return the one kept.

        All who race for a name get the same value. Names are `[a-z][a-z0-9-]*`, at most 64.

        Raises:
            StoreError: nothing is known to be kept.
        """
        ...

    async def forget(self, name: str) -> None:
        """Drop a kept value, so that another can be kept under its name; unknown names are fine.

        It need not be durable: after a crash the value may be there again.

        Raises:
            StoreError: it is not known to be dropped.
        """
        ...


def require_conversation_id(conversation: str) -> str:
    """The id itself, for a store to build names from: it can mean no path and no other key.

    Raises:
        ValueError: it is not 32 lower-case hexadecimal digits.
    """
    if not CONVERSATION_ID.fullmatch(conversation):
        raise ValueError("a conversation id is 32 lower-case hexadecimal digits")
    return conversation


def require_kept_name(name: str) -> str:
    """The name itself.

    Raises:
        ValueError: it is not one that `MemoryStore.keep_once` takes.
    """
    if not KEPT_NAME.fullmatch(name):
        raise ValueError("a kept value's name is [a-z][a-z0-9-]*, at most 64 characters")
    return name


def encode_turn(turn: Turn) -> str:
    """The turn as one line of JSON, versioned; no newline in it, ASCII only."""
    form = {"v": TURN_VERSION} | asdict(turn)
    form |= {"asked_at": turn.asked_at.isoformat(), "answered_at": turn.answered_at.isoformat()}
    return json.dumps(form, separators=(",", ":"))


def decode_turn(line: str | bytes) -> Turn:
    """Read any version that was ever written.

    Raises:
        StoreCorruptError: it is not a turn.
    """
    try:
        form: dict[str, Any] = json.loads(line)
        if form.pop("v") != TURN_VERSION:
            raise StoreCorruptError("a stored turn has a version that this release does not know")
        form["usage"] = Usage(**form["usage"])
        form["sources"] = tuple(Source(**source) for source in form["sources"])
        form["flags"] = tuple(form["flags"])
        for key in ("asked_at", "answered_at"):
            form[key] = datetime.fromisoformat(form[key])
        return Turn(**form)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreCorruptError("a stored turn does not read back") from error

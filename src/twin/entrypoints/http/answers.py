"""Reply events turned into HTTP: one JSON document, or server-sent events."""

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing

from twin.domain.reply import Delta, Done, Failed, ReplyEvent, Started
from twin.entrypoints.http.problems import problem
from twin.entrypoints.http.schemas import ChatResponse, MessageOut, SourceOut
from twin.entrypoints.http.sse import event
from twin.ports.errors import ModelOutputError
from twin.ports.memory import Turn

log = logging.getLogger(__name__)
Events = AsyncGenerator[ReplyEvent]


async def whole(events: Events) -> Turn:
    """The stored turn, when the reply has ended.

    Raises:
        TwinError: there is no whole answer.
    """
    async with aclosing(events):
        async for one in events:
            if isinstance(one, Done):
                return one.turn
            if isinstance(one, Failed):
                raise one.error
    raise ModelOutputError("The reply stopped without an end.")


async def first_words(events: Events) -> ReplyEvent:
    """The first event after `Started`; until then a failure can still be an HTTP status.

    Raises:
        TwinError: the reply failed before its first word.
    """
    async for one in events:
        if isinstance(one, Failed):
            raise one.error
        if not isinstance(one, Started):
            return one
    raise ModelOutputError("The reply stopped without a word.")


async def as_events(session_id: str, first: ReplyEvent, events: Events) -> AsyncGenerator[bytes]:
    """The rest of the reply on the wire; it always ends with `done` or `error`."""
    yield event("session", {"session_id": session_id})
    async with aclosing(events):
        yield _on_the_wire(session_id, first)
        last = first
        try:
            async for last in events:
                yield _on_the_wire(session_id, last)
        except Exception as error:
            log.exception("A reply broke off.")
            yield event("error", problem(error).model_dump())
            return
        if isinstance(last, Delta):
            stopped = ModelOutputError("The reply stopped without an end.")
            yield event("error", problem(stopped).model_dump())


def response(session_id: str, turn: Turn) -> ChatResponse:
    """The whole answer as the client gets it."""
    return ChatResponse(
        response=turn.answer,
        session_id=session_id,
        sources=[SourceOut(**_fields(source)) for source in turn.sources],
        finish=turn.finish if turn.finish in ("length", "filtered") else "stop",
        floor="floor" in turn.flags,
    )


def messages_of(turn: Turn) -> list[MessageOut]:
    """A turn as the one or two messages that its visitor saw."""
    asked = MessageOut(role="user", content=turn.question, timestamp=turn.asked_at.isoformat())
    if not turn.answer:
        return [asked]
    time = turn.answered_at.isoformat()
    return [asked, MessageOut(role="assistant", content=turn.answer, timestamp=time)]


def _fields(source: object) -> dict[str, str]:
    return {name: getattr(source, name) for name in SourceOut.model_fields}


def _on_the_wire(session_id: str, one: ReplyEvent) -> bytes:
    match one:
        case Delta(text):
            return event("delta", {"text": text})
        case Done(turn):
            return event("done", response(session_id, turn).model_dump())
        case Failed(error):
            return event("error", problem(error).model_dump())
        case Started():
            return b""

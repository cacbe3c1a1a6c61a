"""The calls: home and page, health, persona, chat, conversation."""

from collections.abc import Awaitable, Callable, Coroutine
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request
from fastapi.responses import FileResponse, JSONResponse, Response
from starlette.convertors import Convertor, register_url_convertor

from twin.domain.chat import Chat
from twin.domain.draft import Question, checked_text
from twin.domain.persona import Persona
from twin.entrypoints.http import schemas
from twin.entrypoints.http.answers import (
    as_events,
    first_words,
    messages_of,
    response,
    whole,
)
from twin.entrypoints.http.problems import MEDIA_TYPE, TITLES
from twin.entrypoints.http.sessions import Session, Sessions
from twin.entrypoints.http.sse import EventStream, VisitorLeftError, unless_left
from twin.ports.errors import SessionError
from twin.ports.memory import MemoryStore

WEB = Path(__file__).parent.parent / "web"
EVENT_STREAM = "text/event-stream"
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class HttpOptions:
    """How the door behaves.

    Attributes:
        cors_origins: other origins whose pages may call; `*` for every one.
        max_message_chars: longest message of a visitor.
        max_body_bytes: largest request body.
    """

    cors_origins: tuple[str, ...] = ("http://localhost:3000",)
    max_message_chars: int = 4000
    max_body_bytes: int = 65536


@dataclass(frozen=True, slots=True)
class Twin:
    """What the door serves.

    Attributes:
        questions: suggested first ones.
        close: awaited when the door closes.
        retain: lets old conversations go, for as long as the door is open; None keeps them.
    """

    persona: Persona
    chat: Chat
    memory: MemoryStore
    sessions: Sessions
    close: Callable[[], Awaitable[None]]
    questions: tuple[str, ...] = ()
    retain: Callable[[], Coroutine[None, None, None]] | None = None


def make_routes(twin: Twin, options: HttpOptions) -> APIRouter:
    """Every call of the API."""
    router = APIRouter()
    _add_cards(router, twin, options)
    _add_chat(router, twin, options)
    _add_conversation(router, twin)
    return router


def _problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    content = {MEDIA_TYPE: {"schema": schemas.Problem.model_json_schema()}}
    return {
        status: {"description": TITLES.get(status, "Error"), "content": content}
        for status in statuses
    }


def _add_cards(router: APIRouter, twin: Twin, options: HttpOptions) -> None:
    in_s3 = twin.memory.name.startswith("s3:")

    @router.get(
        "/",
        response_model=schemas.HomeOut,
        summary="The chat page for a browser, a short status for anyone else",
        responses={200: {"content": {"text/html": {"schema": {"type": "string"}}}}},
    )
    async def home(accept: Annotated[str, Header()] = "") -> Response:
        vary = {"Vary": "Accept"}
        if "text/html" in accept:
            policy = {"Content-Security-Policy": PAGE_POLICY, "Cache-Control": "no-cache"}
            return FileResponse(WEB / "index.html", headers=vary | policy)
        status = schemas.HomeOut(
            message=f"The AI twin of {twin.persona.name}", storage="S3" if in_s3 else "local"
        )
        return JSONResponse(status.model_dump(), headers=vary)

    @router.get("/health")
    async def health() -> schemas.HealthOut:
        """A sign of life."""
        return schemas.HealthOut(use_s3=in_s3)

    @router.get("/persona")
    async def persona() -> schemas.PersonaOut:
        """The public card that a page needs."""
        return schemas.PersonaOut(
            name=twin.persona.name,
            headline=twin.persona.headline,
            greeting=twin.persona.greeting,
            ai_notice=twin.persona.ai_notice,
            questions=list(twin.questions),
            max_message_chars=options.max_message_chars,
        )


def _add_chat(router: APIRouter, twin: Twin, options: HttpOptions) -> None:
    @router.post(
        "/chat",
        response_model=schemas.ChatResponse,
        summary="Ask a question; answers as JSON, or as server-sent events where accepted",
        responses=_problems(400, 403, 409, 410, 413, 422, 502, 503, 504)
        | {200: {"content": {EVENT_STREAM: {"schema": {"type": "string"}, "example": EXAMPLE}}}},
    )
    async def chat(
        body: schemas.ChatRequest, request: Request, accept: Annotated[str, Header()] = ""
    ) -> Response:
        text = checked_text(body.message, options.max_message_chars)
        session = await _session(twin.sessions, body.session_id)
        events = twin.chat.reply(
            Question(session.conversation, text, body.message_id, body.disclosed, session.new)
        )
        try:
            if EVENT_STREAM in accept:
                first = await unless_left(request.receive, first_words(events))
                return EventStream(as_events(session.id, first, events))
            turn = await unless_left(request.receive, whole(events))
        except VisitorLeftError:
            return Response(status_code=499)
        return JSONResponse(response(session.id, turn).model_dump())


class Anything(Convertor[str]):
    """A part of a path, whatever it holds."""

    regex = r"[\s\S]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


def _add_conversation(router: APIRouter, twin: Twin) -> None:
    # Ids with slashes and newlines get the same answer as every other malformed one.
    register_url_convertor("anything", Anything())

    @router.get("/conversation/{session_id:anything}", responses=_problems(403, 503))
    async def conversation(session_id: str) -> schemas.ConversationOut:
        """What was said in a visitor's conversation, oldest first."""
        session = await twin.sessions.open(session_id)
        if session.expired:
            raise SessionError("The session id has expired.")
        async with aclosing(twin.memory.history(session.conversation)) as history:
            # A question that was asked again is shown once, with its last answer.
            turns = {turn.message_id or turn.id: turn async for turn in history}
        messages = [message for turn in turns.values() for message in messages_of(turn)]
        return schemas.ConversationOut(session_id=session_id, messages=messages)

    @router.delete(
        "/conversation/{session_id:anything}", status_code=204, responses=_problems(403, 503)
    )
    async def delete(session_id: str) -> None:
        """Erase everything about a visitor's conversation; an expired session may, too."""
        session = await twin.sessions.open(session_id)
        await twin.memory.delete(session.conversation)


async def _session(sessions: Sessions, session_id: str | None) -> Session:
    """The visitor's session; a new one without an id, or when it has expired."""
    if session_id is None:
        return await sessions.mint()
    session = await sessions.open(session_id)
    return await sessions.mint() if session.expired else session


EXAMPLE = """\
event: session
data: {"session_id":"..."}

event: delta
data: {"text":"I studied "}

event: done
data: {"response":"I studied ...","session_id":"...","sources":[],"finish":"stop","floor":false}

"""

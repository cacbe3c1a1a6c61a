"""A twin that answers by script: the page's HTTP interface, served from a thread."""

import asyncio
import json
import socket
import threading
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.responses import FileResponse, JSONResponse, StreamingResponse
from fastapi.staticfiles import StaticFiles

import twin.entrypoints.web

WEB = Path(twin.entrypoints.web.__file__).parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PERSONA = {
    "name": "Grace Hopper",
    "headline": "Rear admiral, United States Navy; computer scientist",
    "greeting": "Hello! I'm an AI twin of Grace Hopper. Ask me about compilers, COBOL or the Navy.",
    "ai_notice": "I'm an AI twin of Grace Hopper, not Grace Hopper in person.",
    "questions": [
        "What was your part in COBOL?",
        "How did the first compiler come about?",
        "What did you do in the Navy?",
    ],
    "max_message_chars": 2000,
}


class Hold:
    """Stop here until the test says `go_on`."""


class Cut:
    """Break the connection here."""


Step = bytes | Hold | Cut


@dataclass
class Problem:
    status: int
    detail: str


def event(name: str, **data: Any) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def delta(text: str) -> bytes:
    return event("delta", text=text)


def done(text: str, session: str = "s-1", **fields: Any) -> bytes:
    form = {"sources": [], "finish": "stop", "floor": False} | fields
    return event("done", response=text, session_id=session, **form)


def answer(text: str, session: str = "s-1", **fields: Any) -> list[Step]:
    return [event("session", session_id=session), delta(text), done(text, session, **fields)]


@dataclass
class StandIn:
    """What it will answer, in order, and what it was asked."""

    url: str = ""
    persona: dict[str, Any] = field(default_factory=lambda: dict(PERSONA))
    replies: deque[list[Step] | Problem] = field(default_factory=deque)
    conversations: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    failures: dict[str, Problem] = field(default_factory=dict)
    asked: list[dict[str, Any]] = field(default_factory=list)
    reader_left: threading.Event = field(default_factory=threading.Event)
    loop: asyncio.AbstractEventLoop | None = None
    resume: asyncio.Event = field(default_factory=asyncio.Event)

    def reset(self) -> None:
        fresh = StandIn(url=self.url, loop=self.loop)
        self.__dict__.update(fresh.__dict__)

    def go_on(self) -> None:
        assert self.loop
        self.loop.call_soon_threadsafe(self.resume.set)

    async def stream(self, steps: list[Step]) -> AsyncIterator[bytes]:
        finished = False
        try:
            for step in steps:
                if isinstance(step, bytes):
                    yield step
                    # A turn of the loop for each piece: they travel as chunks of their own.
                    await asyncio.sleep(0.005)
                elif isinstance(step, Hold):
                    await self.resume.wait()
                    self.resume.clear()
                else:
                    raise ConnectionResetError("as the script says")
            finished = True
        finally:
            if not finished:
                self.reader_left.set()


def refusal(problem: Problem) -> Response:
    form = {"type": "about:blank", "title": "No answer", "request_id": "r-1"}
    form |= {"status": problem.status, "detail": problem.detail}  # type: ignore[dict-item]
    return JSONResponse(form, problem.status, media_type="application/problem+json")


def create_standin(script: StandIn) -> FastAPI:
    app = FastAPI()
    app.mount("/static", StaticFiles(directory=WEB))

    @app.middleware("http")
    async def policy(request: Request, call_next: Any) -> Response:
        failure = script.failures.get(f"{request.method} {request.url.path}")
        response: Response = refusal(failure) if failure else await call_next(request)
        response.headers["Content-Security-Policy"] = POLICY
        return response

    @app.get("/")
    async def page() -> FileResponse:
        return FileResponse(WEB / "index.html")

    @app.get("/persona")
    async def persona() -> dict[str, Any]:
        return script.persona

    @app.post("/chat")
    async def chat(request: Request) -> Response:
        script.asked.append(await request.json())
        reply = script.replies.popleft()
        if isinstance(reply, Problem):
            return refusal(reply)
        return StreamingResponse(script.stream(reply), media_type="text/event-stream")

    add_conversations(app, script)
    return app


def add_conversations(app: FastAPI, script: StandIn) -> None:
    @app.get("/conversation/{session}")
    async def conversation(session: str) -> Response:
        if session not in script.conversations:
            return refusal(Problem(404, "There is no such conversation."))
        return JSONResponse({"session_id": session, "messages": script.conversations[session]})

    @app.delete("/conversation/{session}")
    async def delete(session: str) -> Response:
        script.conversations.pop(session, None)
        return Response(status_code=204)


@contextmanager
def running(script: StandIn) -> Iterator[StandIn]:
    """Serve it on a free port of this machine."""
    with serving(create_standin(script)) as (url, loop):
        script.url, script.loop = url, loop
        yield script


@contextmanager
def serving(app: FastAPI) -> Iterator[tuple[str, asyncio.AbstractEventLoop]]:
    """Any app on a free port, in a thread of its own, until the block ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", timeout_graceful_shutdown=1))
    loop = asyncio.new_event_loop()
    thread = threading.Thread(
        target=lambda: loop.run_until_complete(server.serve(sockets=[listener]))
    )
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/", loop
    finally:
        server.should_exit = True
        thread.join()
        loop.close()
        listener.close()

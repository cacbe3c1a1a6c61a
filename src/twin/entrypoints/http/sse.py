"""Server-sent events: reply events on the wire, and a response that notices who leaves."""

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable
from typing import TypeVar

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

PING_SECONDS = 15
PING = b": still here\n\n"
T = TypeVar("T")
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def event(name: str, data: object) -> bytes:
    """One event; the data is JSON on a single line."""
    return f"event: {name}\ndata: {_encode(data)}\n\n".encode("utf-8", "replace")


class VisitorLeftError(Exception):
    """The visitor closed the connection before the answer was whole."""


async def unless_left(receive: Receive, work: Awaitable[T]) -> T:
    """Await `work`, but cancel it at once when the visitor disconnects.

    Raises:
        VisitorLeftError: the visitor disconnected.
    """
    working = asyncio.ensure_future(work)
    leaving = asyncio.ensure_future(_disconnect(receive))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise VisitorLeftError
    finally:
        for task in (working, leaving):
            task.cancel()
        await asyncio.gather(working, leaving, return_exceptions=True)


async def _disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


class EventStream(Response):
    """Sends events as they come, and closes their generator as soon as the visitor leaves."""

    media_type = "text/event-stream"

    def __init__(self, events: AsyncGenerator[bytes]) -> None:
        super().__init__(headers={"X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._events = events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope
        try:
            await unless_left(receive, self._send(send))
        except VisitorLeftError:
            return
        finally:
            await self._events.aclose()

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        pinging = asyncio.create_task(_ping(send))
        try:
            async for data in self._events:
                await send({"type": "http.response.body", "body": data, "more_body": True})
        finally:
            pinging.cancel()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


async def _ping(send: Send) -> None:
    """Comments that keep proxies from closing a stream on which a model is thinking."""
    while True:
        await asyncio.sleep(PING_SECONDS)
        await send({"type": "http.response.body", "body": PING, "more_body": True})

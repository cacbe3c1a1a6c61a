"""A proxy before an S3 server: counts requests and bytes, and goes wrong as it is told to."""

import asyncio
import math
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Literal

from aiohttp import ClientSession, ClientTimeout, web

from bench.proof.proxy import Proxy, running

Fault = Literal[
    "", "503", "409", "412", "slow", "stalled", "cut before", "cut after", "overwritten"
]
DELAYS: dict[Fault, float] = {"slow": 2, "stalled": 12}  # a client waits 10 seconds
WRITES = ("PUT",)
PRIVATE_HEADERS = ("transfer-encoding", "content-encoding", "connection")


class Wire(Proxy):
    """Every request to the server behind it passes here."""

    def __init__(self, upstream: str) -> None:
        super().__init__()
        self._upstream = upstream
        self._fault: Fault = ""
        self._times = 0.0
        self._methods: Collection[str] = WRITES

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def fail(
        self, fault: Fault, times: float = math.inf, methods: Collection[str] = WRITES
    ) -> None:
        """Let the next requests of these methods go wrong."""
        self._fault, self._times, self._methods = fault, times, methods

    @contextmanager
    def failing(
        self, fault: Fault, times: float = math.inf, methods: Collection[str] = WRITES
    ) -> Iterator[None]:
        """Let requests go wrong as long as the block lasts."""
        self.fail(fault, times, methods)
        yield
        self.fail("", 0)

    async def serve(self, stopped: asyncio.Event) -> None:
        application = web.Application(client_max_size=64 * 2**20)
        application.router.add_route("*", "/{path:.*}", self._pass)
        runner = web.AppRunner(application)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.port = runner.addresses[0][1]
        async with ClientSession(auto_decompress=False) as self._client:
            self.ready.set()
            await stopped.wait()
            await runner.cleanup()

    async def _pass(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        self.requests += 1
        fault = self._next_fault() if request.method in self._methods else ""
        if fault in {"503", "409", "412"}:
            return web.Response(status=int(fault), body=_error(fault))
        await asyncio.sleep(DELAYS.get(fault, 0))
        if fault == "cut before":
            return _cut(request)
        headers = request.headers.copy()
        if fault == "overwritten":
            headers.pop("If-None-Match", None)
        async with self._client.request(
            request.method,
            self._upstream + request.raw_path,
            headers=headers,
            data=body,
            timeout=ClientTimeout(30),
        ) as answer:
            content = await answer.read()
            self.bytes += len(body) + len(content)
            if fault == "cut after":
                return _cut(request)
            kept = {k: v for k, v in answer.headers.items() if k.lower() not in PRIVATE_HEADERS}
            return web.Response(status=answer.status, headers=kept, body=content)

    def _next_fault(self) -> Fault:
        if not self._times:
            return ""
        self._times -= 1
        return self._fault


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


def _error(status: str) -> bytes:
    word = {"503": "SlowDown", "409": "ConditionalRequestConflict", "412": "PreconditionFailed"}
    return f"<Error><Code>{word[status]}</Code><Message>as told</Message></Error>".encode()


def wired(upstream: str) -> AbstractContextManager[Wire]:
    """A wire before the server at this address."""
    return running(Wire(upstream))

"""A proxy before an S3 server: counts requests and bytes, and goes wrong as it is told to."""

import asyncio
import math
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Literal

from aiohttp import ClientSession, ClientTimeout, web

Fault = Literal["", "503", "409", "412", "slow", "stalled", "cut before", "cut after"]
DELAYS: dict[Fault, float] = {"slow": 2, "stalled": 12}  # a client waits 10 seconds
WRITES = ("PUT",)
PRIVATE_HEADERS = ("transfer-encoding", "content-encoding", "connection")


class Wire:
    """Every request to the server behind it passes here."""

    def __init__(self, upstream: str) -> None:
        self.address = ""
        self._fault: Fault = ""
        self._times = 0.0
        self._methods: Collection[str] = WRITES
        self._upstream = upstream
        self._requests = self._bytes = 0
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._stopped = asyncio.Event()

    def count(self) -> tuple[int, int]:
        """Requests, and bytes of their bodies both ways."""
        return self._requests, self._bytes

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

    def run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    def wait(self) -> None:
        self._ready.wait(30)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)

    async def _serve(self) -> None:
        application = web.Application(client_max_size=64 * 2**20)
        application.router.add_route("*", "/{path:.*}", self._pass)
        runner = web.AppRunner(application)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        self.address = f"http://127.0.0.1:{port}"
        async with ClientSession(auto_decompress=False) as self._client:
            self._ready.set()
            await self._stopped.wait()
            await runner.cleanup()

    async def _pass(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        self._requests += 1
        fault = self._next_fault() if request.method in self._methods else ""
        if fault in {"503", "409", "412"}:
            return web.Response(status=int(fault), body=_error(fault))
        await asyncio.sleep(DELAYS.get(fault, 0))
        if fault == "cut before":
            return _cut(request)
        async with self._client.request(
            request.method,
            self._upstream + request.raw_path,
            headers=request.headers,
            data=body,
            timeout=ClientTimeout(30),
        ) as answer:
            content = await answer.read()
            self._bytes += len(body) + len(content)
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


@contextmanager
def wired(upstream: str) -> Iterator[Wire]:
    """A wire before the server at this address."""
    wire = Wire(upstream)
    thread = threading.Thread(target=wire.run)
    thread.start()
    wire.wait()
    try:
        yield wire
    finally:
        wire.stop()
        thread.join()

"""A proxy before an S3 server: counts requests and bytes, and goes wrong as it is told to."""

import asyncio
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from aiohttp import ClientSession, ClientTimeout, web

Fault = Literal["", "503", "409", "412", "slow", "cut before", "cut after"]
PRIVATE_HEADERS = ("transfer-encoding", "content-encoding", "connection")


class Wire:
    """Every request to the server behind it passes here."""

    def __init__(self, upstream: str) -> None:
        self.fault: Fault = ""
        self.faults_left = 0
        self.address = ""
        self._upstream = upstream
        self._requests = self._bytes = 0
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._stopped = asyncio.Event()

    def count(self) -> tuple[int, int]:
        """Requests, and bytes of their bodies both ways."""
        return self._requests, self._bytes

    def fail(self, fault: Fault, times: int) -> None:
        """Let the next writes go wrong."""
        self.fault, self.faults_left = fault, times

    def run(self) -> None:
        self._loop.run_until_complete(self._serve())

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
        fault = self._next_fault() if request.method == "PUT" else ""
        if fault in {"503", "409", "412"}:
            return web.Response(status=int(fault), body=_error(fault))
        if fault == "slow":
            await asyncio.sleep(2)
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
        if not self.faults_left:
            return ""
        self.faults_left -= 1
        return self.fault


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


def _error(status: str) -> bytes:
    word = {"503": "SlowDown", "409": "ConditionalRequestConflict", "412": "PreconditionFailed"}
    return f"<Error><Code>{word[status]}</Code><Message>as told</Message></Error>".encode()


@contextmanager
def counted() -> Iterator[Wire]:
    """A wire before the server that TWIN_S3_ENDPOINT_URL names, named there in its place."""
    upstream = os.environ["TWIN_S3_ENDPOINT_URL"]
    wire = Wire(upstream)
    thread = threading.Thread(target=wire.run)
    thread.start()
    wire.wait()
    os.environ["TWIN_S3_ENDPOINT_URL"] = wire.address
    try:
        yield wire
    finally:
        os.environ["TWIN_S3_ENDPOINT_URL"] = upstream
        wire.stop()
        thread.join()

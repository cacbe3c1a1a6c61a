"""A line to a database: counts round trips and bytes."""

import asyncio
from contextlib import AbstractContextManager, closing

from bench.proof.proxy import Proxy, running

BLOCK = 2**20


class Line(Proxy):
    """What a client sends at once is a request: it waits for the answer before it sends more."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._upstream = port

    async def serve(self, stopped: asyncio.Event) -> None:
        connections: set[asyncio.Task[None]] = set()

        def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = asyncio.create_task(self._connected(reader, writer))
            connections.add(connection)
            connection.add_done_callback(connections.discard)

        server = await asyncio.start_server(connected, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            self.ready.set()
            await stopped.wait()
            for connection in connections:
                connection.cancel()
            await asyncio.gather(*connections, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self._upstream)
        with closing(writer), closing(up_writer):
            await asyncio.gather(
                self._pass(reader, up_writer, requests=1), self._pass(up_reader, writer, requests=0)
            )

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, requests: int
    ) -> None:
        while data := await reader.read(BLOCK):
            self.requests += requests
            self.bytes += len(data)
            writer.write(data)
            await writer.drain()
        writer.write_eof()


def line(port: int) -> AbstractContextManager[Line]:
    """A line before the server at this port."""
    return running(Line(port))

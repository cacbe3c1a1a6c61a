"""The line that `make proof` lays before a database hangs up when it ends."""

import socket
from contextlib import closing

from bench.proof.line import line

PATIENCE_SECONDS = 10


def test_whoever_is_still_connected_when_the_line_ends_is_hung_up_on() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as upstream:
        with line(upstream.getsockname()[1]) as wire:
            client = socket.create_connection(("127.0.0.1", wire.port), PATIENCE_SECONDS)
            served, _ = upstream.accept()
            served.sendall(b"hello")
            assert client.recv(5) == b"hello"
        with closing(client), closing(served):
            served.settimeout(PATIENCE_SECONDS)
            assert (client.recv(1), served.recv(1)) == (b"", b"")

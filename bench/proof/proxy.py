"""A server that runs in a thread of its own, between a store and what the store talks to."""

import asyncio
import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

PATIENCE_SECONDS = 30


class Proxy(ABC):
    """Counts what passes."""

    def __init__(self) -> None:
        self.port = 0
        self.requests = self.bytes = 0
        self.ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._stopped = asyncio.Event()

    def count(self) -> tuple[int, int]:
        """Requests, and bytes both ways, until now."""
        return self.requests, self.bytes

    @abstractmethod
    async def serve(self, stopped: asyncio.Event) -> None:
        """Set `port`, then `ready`; end when `stopped` is set."""

    def run(self) -> None:
        self._loop.run_until_complete(self.serve(self._stopped))
        self._loop.close()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)


P = TypeVar("P", bound=Proxy)


@contextmanager
def running(proxy: P) -> Iterator[P]:
    thread = threading.Thread(target=proxy.run)
    thread.start()
    if not proxy.ready.wait(PATIENCE_SECONDS):
        raise TimeoutError("the proxy does not start")
    try:
        yield proxy
    finally:
        proxy.stop()
        thread.join()

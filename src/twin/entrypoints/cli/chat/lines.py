"""Where the visitor's lines and Ctrl-C come from."""

import asyncio
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Protocol

import click

from twin.ports.errors import SettingsError

COMMANDS = ("/help", "/new", "/sources", "/quit")
PIECE_BYTES = 65536


class TakenBackError(Exception):
    """Ctrl-C while a line was asked for.

    Attributes:
        blank: nothing had been typed.
    """

    def __init__(self, *, blank: bool = False) -> None:
        super().__init__()
        self.blank = blank


class Lines(Protocol):
    """A visitor who types, or a file of lines."""

    async def read(self) -> str:
        """The next line, without its end.

        Raises:
            EOFError: there is none.
            TakenBackError: Ctrl-C.
            SettingsError: they cannot be read.
        """
        ...

    def stopping(self, stop: Callable[[], object]) -> AbstractContextManager[None]:
        """Call `stop` for Ctrl-C until the block ends; also for one that came since the line."""
        ...

    def interrupt(self) -> None:
        """An interrupt signal: the same as Ctrl-C."""
        ...


class PlainLines:
    """Lines of stdin, whatever it is. A thread waits for them, so that the loop goes on.

    Args:
        prompts: somebody sits there and sees when it is their turn.
    """

    def __init__(self, *, prompts: bool) -> None:
        self._prompts = prompts
        self._kept = bytearray()
        self._reading: asyncio.Future[bytes | OSError] | None = None
        self._stop: Callable[[], object] | None = None

    async def read(self) -> str:
        if self._prompts:
            click.echo("> ", nl=False, err=True)
        # A reading that Ctrl-C left is still under way, and taken up again.
        self._reading = self._reading or self._begun()
        news = asyncio.Event()
        self._reading.add_done_callback(lambda _: news.set())
        with self.stopping(news.set):
            await news.wait()
        if not self._reading.done():
            click.echo(err=True)
            raise TakenBackError
        line, self._reading = self._reading.result(), None
        if isinstance(line, OSError):
            raise SettingsError(f"stdin cannot be read: {line.strerror}.")
        if not line:
            if self._prompts:
                click.echo(err=True)
            raise EOFError
        return line.decode(sys.stdin.encoding, errors="replace").rstrip("\r\n")

    @contextmanager
    def stopping(self, stop: Callable[[], object]) -> Iterator[None]:
        self._stop = stop
        try:
            yield
        finally:
            self._stop = None

    def interrupt(self) -> None:
        if self._stop:
            self._stop()

    def _begun(self) -> asyncio.Future[bytes | OSError]:
        loop = asyncio.get_running_loop()
        reading: asyncio.Future[bytes | OSError] = loop.create_future()

        def read() -> None:
            try:
                line: bytes | OSError = self._line()
            except OSError as error:
                line = error
            with suppress(RuntimeError):  # nobody waits any more: the loop is closed
                loop.call_soon_threadsafe(reading.set_result, line)

        # A daemon below the buffer's lock: it holds up nobody at the end of the program.
        threading.Thread(target=read, daemon=True).start()
        return reading

    def _line(self) -> bytes:
        source = getattr(sys.stdin.buffer, "raw", sys.stdin.buffer)
        searched = 0
        while (end := self._kept.find(b"\n", searched)) < 0:
            searched = len(self._kept)
            piece = source.read(PIECE_BYTES)
            if not piece:
                end = searched
                break
            self._kept += piece
        line = bytes(self._kept[: end + 1])
        del self._kept[: end + 1]
        return line

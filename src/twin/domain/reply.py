"""What a reply tells its listeners, and how many may listen to one that is under way."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from dataclasses import dataclass

from twin.ports.errors import TwinError
from twin.ports.memory import Turn


@dataclass(frozen=True, slots=True)
class Started:
    """The question was taken; the answer will be stored under this id."""

    turn_id: str


@dataclass(frozen=True, slots=True)
class Delta:
    """The next piece of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """The answer is whole and stored."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class Failed:
    """There is no answer, or not a whole one; what was shown of it is stored if it could be."""

    error: TwinError


ReplyEvent = Started | Delta | Done | Failed


class Reply:
    """An answer under way in a task of its own, told from its start to everyone who listens.

    When the last listener leaves, the task is cancelled, unless the answer has ended and is just
    being stored.
    """

    def __init__(self, work: Callable[["Reply"], Coroutine[None, None, None]]) -> None:
        self._told: list[ReplyEvent] = []
        self._news = asyncio.Event()
        self._listeners = 0
        self._settling = False
        self._task = asyncio.create_task(work(self))
        self._task.add_done_callback(self._wake)

    def tell(self, event: ReplyEvent) -> None:
        """The next event, for every listener."""
        self._told.append(event)
        self._wake()

    def settle(self) -> None:
        """From here on the reply runs to its end, whoever leaves."""
        self._settling = True

    async def listen(self) -> AsyncGenerator[ReplyEvent]:
        """Every event from the first one on; closing the generator leaves."""
        self._listeners += 1
        try:
            heard = 0
            while heard < len(self._told) or not self._task.done():
                if heard == len(self._told):
                    await self._news.wait()
                for event in self._told[heard:]:
                    heard += 1
                    yield event
            if not self._task.cancelled():
                self._task.result()
        finally:
            self._listeners -= 1
            if not self._listeners and not self._settling:
                self._task.cancel()

    async def ended(self) -> None:
        """Wait until the reply has ended and what was shown is stored."""
        await asyncio.wait([self._task])

    def when_ended(self, call: Callable[[], object]) -> None:
        self._task.add_done_callback(lambda _: call())

    def stop(self) -> None:
        if not self._settling:
            self._task.cancel()

    def _wake(self, _ended: object = None) -> None:
        self._news.set()  # whoever waits by now goes on
        self._news.clear()

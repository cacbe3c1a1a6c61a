"""How long a stream is waited for: one alarm for all of its waits."""

import asyncio
from collections.abc import Awaitable
from math import inf
from typing import TypeVar

T = TypeVar("T")


class Patience:
    """Gives up a wait that lasts too long.

    `asyncio.timeout` around each chunk sets and cancels a timer each time, which was a tenth of
    what a stream cost. Here the alarm stays: when it rings too early, it is set anew.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._task: asyncio.Task[object] | None = None
        self._until = inf  # nobody waits
        self._alarm: asyncio.TimerHandle | None = None
        self._gave_up = False

    async def wait(self, work: Awaitable[T], until: float) -> T:
        """The result of `work`, waited for until a moment in the event loop's seconds.

        Raises:
            TimeoutError: it took longer.
        """
        self._task = asyncio.current_task()
        cancelling = self._task.cancelling() if self._task else 0
        self._until = until
        if self._alarm is None or self._alarm.when() > until:
            self._set_alarm()
        try:
            return await work
        except asyncio.CancelledError:
            if self._gave_up and self._task and self._task.uncancel() <= cancelling:
                raise TimeoutError from None
            raise  # somebody else wants the task to end
        finally:
            self._until = inf

    def close(self) -> None:
        """Put the alarm away."""
        if self._alarm is not None:
            self._alarm.cancel()

    def _set_alarm(self) -> None:
        self.close()
        self._alarm = self._loop.call_at(self._until, self._ring)

    def _ring(self) -> None:
        self._alarm = None
        if self._until == inf:
            return
        if self._loop.time() < self._until:
            self._set_alarm()
        elif self._task:
            self._gave_up = True
            self._task.cancel()

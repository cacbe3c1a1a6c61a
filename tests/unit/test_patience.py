"""One alarm for all waits of a stream; the clock of these tests jumps instead of passing."""

import asyncio
from collections.abc import Coroutine

import pytest

from twin.adapters.llm.openai.patience import Patience


class JumpingLoop(asyncio.SelectorEventLoop):
    """Never waits for a timer: when nothing else is to be done, its clock jumps to the next one."""

    jumped = 0.0

    def time(self) -> float:
        return super().time() + self.jumped

    def _run_once(self) -> None:
        timers = [timer.when() for timer in self._scheduled if not timer.cancelled()]  # type: ignore[attr-defined]
        if timers and not self._ready:  # type: ignore[attr-defined]
            self.jumped += max(0.0, min(timers) - self.time())
        super()._run_once()  # type: ignore[misc]


def run(test: Coroutine[None, None, None]) -> None:
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        runner.run(test)


def now() -> float:
    return asyncio.get_running_loop().time()


def test_a_wait_that_lasts_too_long_is_given_up() -> None:
    async def test() -> None:
        patience = Patience()
        with pytest.raises(TimeoutError):
            await patience.wait(asyncio.Event().wait(), now() + 30)
        assert asyncio.current_task().cancelling() == 0  # type: ignore[union-attr]

    run(test())


def test_waits_are_counted_one_by_one_not_together() -> None:
    async def test() -> None:
        patience = Patience()
        for _ in range(10):
            assert await patience.wait(asyncio.sleep(20, "piece"), now() + 30) == "piece"
        with pytest.raises(TimeoutError):
            await patience.wait(asyncio.sleep(40), now() + 30)

    run(test())


def test_a_shorter_wait_is_given_up_in_its_own_time() -> None:
    async def test() -> None:
        patience = Patience()
        await patience.wait(asyncio.sleep(1), now() + 300)
        with pytest.raises(TimeoutError):
            await patience.wait(asyncio.sleep(100), now() + 2)

    run(test())


def test_what_is_done_between_two_waits_is_left_alone() -> None:
    async def test() -> None:
        patience = Patience()
        await patience.wait(asyncio.sleep(1), now() + 10)
        await asyncio.sleep(100)
        assert await patience.wait(asyncio.sleep(5, "piece"), now() + 10) == "piece"

    run(test())


def test_a_task_that_somebody_else_ends_is_not_told_of_a_timeout() -> None:
    async def test() -> None:
        patience = Patience()
        task = asyncio.ensure_future(patience.wait(asyncio.Event().wait(), now() + 30))
        await asyncio.sleep(1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(test())

"""Signals as events of the loop: none is missed, and none breaks into a line of code."""

import asyncio
import signal
import sys
from collections.abc import Callable, Collection, Coroutine, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")


@contextmanager
def on_signal(number: int, call: Callable[[], object]) -> Iterator[None]:
    """Call back from the running loop when this signal comes; one that is ignored stays so.

    The loop wakes for it. A handler of Python's own, asyncio.Runner's too, would run only at the
    next event when the signal comes just before the loop begins to wait.
    """
    loop = asyncio.get_running_loop()
    before = signal.getsignal(number)
    if before is signal.SIG_IGN:
        yield
        return
    if sys.platform == "win32":  # where the loop wakes for every signal
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(call))
    else:
        loop.add_signal_handler(number, call)
    try:
        yield
    finally:
        if sys.platform != "win32":
            loop.remove_signal_handler(number)
        signal.signal(number, before)


async def unless_ended(work: Coroutine[Any, Any, None], signals: Collection[int]) -> int:
    """Run to the end, or until one of these signals cancels it: its number, else 0."""
    working = asyncio.ensure_future(work)
    came: list[int] = []

    def end(number: int) -> None:
        came.append(number)
        working.cancel()

    with ExitStack() as handlers:
        for number in signals:
            handlers.enter_context(on_signal(number, partial(end, number)))
        await asyncio.wait([working])
    if came and working.cancelled():
        return came[0]
    await working
    return 0


@contextmanager
def ended_by_ctrl_c() -> Iterator[None]:
    """Ctrl-C ends the process at once, where nothing is held that must be given back.

    Python would not notice one that comes just before `input` waits, until Enter is pressed.
    """
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run in a loop of its own; Ctrl-C cancels it.

    Raises:
        KeyboardInterrupt: it was cancelled by Ctrl-C.
    """
    try:
        return asyncio.run(_cancelled_by_ctrl_c(work))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


async def _cancelled_by_ctrl_c(work: Coroutine[Any, Any, T]) -> T:
    working = asyncio.ensure_future(work)
    with on_signal(signal.SIGINT, working.cancel):
        return await working

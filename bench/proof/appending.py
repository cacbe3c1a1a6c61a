"""A process that appends as fast as it can, says what was acknowledged, and is killed."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from twin.adapters import registry
from twin.ports.closing import Closing
from twin.ports.errors import StoreCorruptError
from twin.ports.memory import MemoryStore
from twin.testing.memory_place import history, make_turn

CONVERSATIONS = tuple(f"{number:032x}" for number in range(4))
TASKS = 2  # writers per conversation


@dataclass
class Tally:
    """What a series of violent ends has come to."""

    ends: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    unreadable: int = 0

    @property
    def clean(self) -> bool:
        return not (self.lost or self.doubled or self.unreadable) and self.acknowledged > 0

    def __str__(self) -> str:
        return (
            f"{self.ends} ends, {self.acknowledged:,} acknowledged: {self.lost} lost, "
            f"{self.doubled} doubled, {self.unreadable} unreadable"
        )


def open_store(address: str, settings: Mapping[str, str] | None = None) -> MemoryStore:
    name, _, argument = address.partition(":")
    store: MemoryStore = registry.find("twin.memory", name)(argument, settings or {})
    return store


async def close(*stores: MemoryStore) -> None:
    for store in stores:
        if isinstance(store, Closing):
            await store.close()


@contextmanager
def spawned_appender(address: str, first: int) -> Iterator[tuple[int, int]]:
    """A process that appends turns from number `first` on: its pid, and a pipe of numbers."""
    command = [sys.executable, "-m", "bench.proof.appending", address, str(first)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdout
        try:
            yield process.pid, process.stdout.fileno()
        finally:
            process.kill()


@contextmanager
def appender(address: str, first: int) -> Iterator[tuple[int, int]]:
    """The same by fork, which is quicker, and for processes without threads."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reading)
        try:
            asyncio.run(_append_for_ever(address, first, writing))
        finally:
            os._exit(1)
    os.close(writing)
    try:
        yield pid, reading
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(reading)


async def _append_for_ever(address: str, first: int, pipe: int) -> None:
    store = open_store(address)
    numbers = iter(range(first, first + 10**6))

    async def write(conversation: str) -> None:
        for number in numbers:
            await store.append(conversation, make_turn(number, answer="word " * 200))
            os.write(pipe, b"%d\n" % number)

    await asyncio.gather(*(write(each) for each in CONVERSATIONS * TASKS))


def await_first(pipe: int) -> bytes:
    """The first acknowledgements; the process is under way."""
    return os.read(pipe, 65536)


def drain(pipe: int) -> bytes:
    """What else was acknowledged until now."""
    os.set_blocking(pipe, False)
    said = b""
    try:
        while data := os.read(pipe, 65536):
            said += data
    except BlockingIOError:
        pass
    return said


def count(address: str, said: bytes, tally: Tally) -> None:
    """Compare what was acknowledged with what is stored."""
    acknowledged = {f"turn-{number}" for number in said.decode().split()}
    tally.ends += 1
    tally.acknowledged += len(acknowledged)
    asyncio.run(_compare(address, acknowledged, tally))


async def _compare(address: str, acknowledged: set[str], tally: Tally) -> None:
    store = open_store(address)
    found: list[str] = []
    for conversation in CONVERSATIONS:
        try:
            found += [turn.id for turn in await history(store, conversation)]
        except StoreCorruptError:
            tally.unreadable += 1
    tally.lost += len(acknowledged - set(found))
    tally.doubled += len(found) - len(set(found))
    await store.append(CONVERSATIONS[0], make_turn(10**9 + tally.ends))
    await close(store)


if __name__ == "__main__":
    asyncio.run(_append_for_ever(sys.argv[1], int(sys.argv[2]), sys.stdout.fileno()))

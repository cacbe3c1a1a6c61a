"""What a turn costs as a conversation, and as the number of conversations, grows."""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Protocol

from bench.proof import filling
from bench.proof.appending import close, open_store
from bench.proof.filling import MANY, spread
from bench.proof.line import line
from bench.proof.places import bucket_address, bucket_settings, running_seaweed
from bench.proof.report import Finding, judge, steps
from bench.proof.wire import wired
from tests.servers import postgresql
from twin.ports.memory import MemoryStore, Turn
from twin.testing.memory_place import A, make_turn

MARKS = (100, 1_000, 10_000)
FEW = 10
SAMPLE = 20
WINDOW = 20

ALLOWED_GROWTH = 1.05
ALLOWED_AMONG_MANY = 1.25  # a database's tree has grown by a level


class Meter(Protocol):
    def count(self) -> tuple[int, int]:
        """Calls or requests, and bytes, until now."""
        ...


class Disk:
    """What this process reads and writes, in calls and bytes, as Linux counts it."""

    def count(self) -> tuple[int, int]:
        lines = Path("/proc/self/io").read_text().splitlines()
        told = {name: int(value) for name, value in (line.split(": ") for line in lines)}
        return told["syscr"] + told["syscw"], told["rchar"] + told["wchar"]


@dataclass(frozen=True, slots=True)
class Place:
    """A store that is metered, how else to reach it, and how it is filled.

    Attributes:
        short_cut: settings that lead past the meter, which would be what is measured.
        fill: copies the conversation `spread(0)` to all numbers from FEW to MANY.
    """

    name: str
    address: Callable[[], str]
    meter: Meter
    fill: Callable[[str], None]
    settings: Mapping[str, str] = field(default_factory=dict)
    short_cut: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cost:
    """The median turn."""

    milliseconds: float
    requests: float
    kilobytes: float

    def __str__(self) -> str:
        return f"{self.milliseconds:.1f} ms {self.requests:.0f} calls {self.kilobytes:.1f} KB"

    def is_within(self, allowed: float, other: "Cost") -> bool:
        return (
            self.requests <= allowed * other.requests
            and self.kilobytes <= allowed * other.kilobytes
        )


def section() -> Iterator[Finding]:
    for place in _places():
        yield asyncio.run(long_conversation(place))
        yield asyncio.run(_many(place))


def _places() -> Iterator[Place]:
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        yield Place("file", lambda: f"file:{folder}/{os.urandom(4).hex()}", Disk(), filling.files)
        yield Place(
            "sqlite", lambda: f"sqlite:{folder}/{os.urandom(4).hex()}", Disk(), filling.rows
        )
        database = stack.enter_context(postgresql())
        wire = stack.enter_context(line(database.port))
        yield Place(
            "postgresql",
            lambda: f"postgresql:{database.new_database(wire.port)}",
            wire,
            filling.rows_of_server,
        )
    with running_seaweed() as bucket, wired(bucket.url) as http:
        yield Place(
            "s3",
            bucket_address,
            http,
            lambda address: filling.objects(bucket.url, address),
            bucket_settings(http.address),
            bucket_settings(bucket.url),
        )


async def long_conversation(place: Place, marks: Sequence[int] = MARKS) -> Finding:
    """What a turn costs when a conversation has so many."""
    address = place.address()
    store = open_store(address, place.settings)
    costs: dict[int, Cost] = {}
    written = 0
    for mark in marks:
        upto = range(written + 1, mark - SAMPLE + 1)
        for written in steps(f"turns, {place.name}", upto):
            await store.append(A, _turn(written))
        costs[mark] = await _sample(store, [A] * SAMPLE, written, place.meter)
        written += SAMPLE
    await close(store)
    turns = ", ".join(f"{mark:,}" for mark in marks)
    return judge(
        f"read {WINDOW} turns and append one, at turn {turns}, `{place.name}`",
        ", ".join(f"{mark:,}: {cost}" for mark, cost in costs.items()),
        costs[marks[-1]].is_within(ALLOWED_GROWTH, costs[marks[0]]),
    )


async def _many(place: Place) -> Finding:
    """The second turn of a conversation, among 10 and among 100,000 others."""
    address = place.address()
    store = open_store(address, place.settings)
    for number in range(FEW + SAMPLE):
        await store.append(spread(number), _turn(1))
    few = await _sample(store, [spread(FEW + n) for n in range(SAMPLE)], 1, place.meter)
    await asyncio.to_thread(place.fill, address)
    for number in range(MANY, MANY + SAMPLE):
        await store.append(spread(number), _turn(1))
    many = await _sample(store, [spread(MANY + n) for n in range(SAMPLE)], 1, place.meter)
    await close(store)
    listed, seconds = await _listed(address, place.short_cut)
    return judge(
        f"read and append, among 10 and {MANY:,} conversations, `{place.name}`",
        f"10: {few}, {MANY:,}: {many}; listing all takes {seconds:.0f} s",
        listed == MANY + SAMPLE and many.is_within(ALLOWED_AMONG_MANY, few),
    )


async def _listed(address: str, settings: Mapping[str, str]) -> tuple[int, float]:
    store = open_store(address, settings)
    start = time.perf_counter()
    listed = len([None async for _ in store.conversations()])
    seconds = time.perf_counter() - start
    await close(store)
    return listed, seconds


async def _sample(store: MemoryStore, conversations: list[str], written: int, meter: Meter) -> Cost:
    rows: list[tuple[float, int, int]] = []
    for number, conversation in enumerate(conversations, written + 1):
        before = meter.count()
        start = time.perf_counter()
        await store.recent(conversation, WINDOW)
        await store.append(conversation, _turn(number))
        spent = time.perf_counter() - start
        after = meter.count()
        rows.append((spent, after[0] - before[0], after[1] - before[1]))
    times, requests, sizes = zip(*rows, strict=True)
    return Cost(1000 * median(times), median(requests), median(sizes) / 1024)


def _turn(number: int) -> Turn:
    """All of them of one length, so that what is compared is the store."""
    return make_turn(number, f"{number:08}", "word " * 200)

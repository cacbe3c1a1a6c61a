"""What a turn costs as a conversation, and as the number of conversations, grows."""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.proof.appending import close, open_store
from bench.proof.places import bucket_address, running_seaweed
from bench.proof.report import Finding, judge
from bench.proof.wire import Wire, wired
from tests.servers import postgresql
from twin.ports.memory import MemoryStore
from twin.testing.memory_place import A, make_turn

MARKS = (100, 1_000, 10_000)
SAMPLE = 20
WINDOW = 20
MANY = 100_000
ALLOWED_GROWTH = 1.05


@dataclass(frozen=True, slots=True)
class Cost:
    """The median turn: read the window, append."""

    milliseconds: float
    requests: float
    kilobytes: float


def section() -> Iterator[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        for address in (f"file:{folder}/memory", f"sqlite:{folder}/memory.sqlite"):
            yield from asyncio.run(_long(address, Disk()))
        for address, fill in (
            (f"file:{folder}/many", _fill_files),
            (f"sqlite:{folder}/many.sqlite", _fill_rows),
        ):
            yield asyncio.run(_many(address, fill))
    with postgresql() as server:
        yield from asyncio.run(_long(f"postgresql:{server.new_database()}", None))
    with running_seaweed() as bucket, wired(bucket.url) as wire:
        yield from asyncio.run(_long(bucket_address(), wire))


class Disk:
    """What this process reads and writes, in calls and bytes, as Linux counts it."""

    def count(self) -> tuple[int, int]:
        lines = Path("/proc/self/io").read_text().splitlines()
        told = {name: int(value) for name, value in (line.split(": ") for line in lines)}
        return told["syscr"] + told["syscw"], told["rchar"] + told["wchar"]


async def _long(address: str, meter: "Disk | Wire | None") -> list[Finding]:
    name = address.partition(":")[0]
    store = open_store(address)
    costs: dict[int, Cost] = {}
    written = 0
    for mark in MARKS:
        while written < mark - SAMPLE:
            written += 1
            await store.append(A, make_turn(written, answer="word " * 200))
        costs[mark] = await _sample(store, written, meter)
        written += SAMPLE
    await close(store)
    return [_judge(name, costs, metered=meter is not None)]


async def _sample(store: MemoryStore, written: int, meter: "Disk | Wire | None") -> Cost:
    rows: list[tuple[float, int, int]] = []
    for number in range(written + 1, written + SAMPLE + 1):
        before = meter.count() if meter else (0, 0)
        start = time.perf_counter()
        await store.recent(A, WINDOW)
        await store.append(A, make_turn(number, answer="word " * 200))
        spent = time.perf_counter() - start
        after = meter.count() if meter else (0, 0)
        rows.append((spent, after[0] - before[0], after[1] - before[1]))
    times, requests, sizes = zip(*rows, strict=True)
    return Cost(1000 * median(times), median(requests), median(sizes) / 1024)


def _judge(name: str, costs: dict[int, Cost], *, metered: bool) -> Finding:
    first, last = costs[MARKS[0]], costs[MARKS[-1]]
    held = (
        last.requests <= ALLOWED_GROWTH * first.requests
        and last.kilobytes <= ALLOWED_GROWTH * first.kilobytes
    )
    told = ", ".join(
        f"{mark:,}: {cost.milliseconds:.1f} ms"
        + (f" {cost.requests:.0f} calls {cost.kilobytes:.0f} KB" if metered else "")
        for mark, cost in costs.items()
    )
    claim = f"read 20 turns and append one, at turn 100, 1,000 and 10,000, `{name}`"
    return judge(claim, told, held) if metered else Finding(claim, told, "measured")


async def _many(address: str, fill: Callable[[str], None]) -> Finding:
    name, _, place = address.partition(":")
    store = open_store(address)
    few = await _fresh(store, 0, 10)
    fill(place)
    many = await _fresh(store, MANY, MANY + 10)
    start = time.perf_counter()
    listed = len([None async for _ in store.conversations()])
    seconds = time.perf_counter() - start
    await close(store)
    return judge(
        f"a turn of a new conversation at 10 and {MANY:,} conversations, `{name}`",
        f"{few:.1f} ms, {many:.1f} ms; listing all takes {seconds:.1f} s",
        listed == MANY + 10,
    )


def _fill_files(place: str) -> None:
    """Copies of the first file, without waiting for the disk."""
    shards = Path(place, "conversations")
    first = (shards / _spread(0)[-2:] / f"{_spread(0)}.turns").read_bytes()
    for number in range(10, MANY):
        shard = shards / _spread(number)[-2:]
        shard.mkdir(mode=0o700, exist_ok=True)
        (shard / f"{_spread(number)}.turns").write_bytes(first)


def _fill_rows(place: str) -> None:
    """Copies of the first row, in one transaction."""
    ids = [(_spread(number), _spread(0)) for number in range(10, MANY)]
    connection = sqlite3.connect(place)
    for table, columns in (
        ("twin_conversations", "erased, turns, first_asked_at, last_answered_at, first_question"),
        ("twin_turns", "sequence, id_hash, form"),
    ):
        connection.executemany(
            f"INSERT INTO {table} (conversation, {columns}) "
            f"SELECT ?, {columns} FROM {table} WHERE conversation = ?",
            ids,
        )
    connection.commit()
    connection.close()


async def _fresh(store: MemoryStore, first: int, end: int) -> float:
    spent = []
    for number in range(first, end):
        start = time.perf_counter()
        await store.append(_spread(number), make_turn(1))
        spent.append(time.perf_counter() - start)
    return 1000 * median(spent)


def _spread(number: int) -> str:
    return f"{number:016x}{number * 0x9E3779B97F4A7C15 % 2**64:016x}"

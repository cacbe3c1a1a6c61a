"""What fails beneath: a full disk, a lost right, S3 that errs; never a `done` not stored."""

import asyncio
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.proof.appending import close, open_store
from bench.proof.places import bucket_address, bucket_settings, running_seaweed
from bench.proof.report import Finding, judge
from bench.proof.wire import Fault, wired
from twin.ports.errors import StoreUnavailableError
from twin.ports.memory import MemoryStore
from twin.testing.memory_place import A, history, make_turn

FAULTS: tuple[Fault, ...] = ("503", "409", "412", "slow", "cut before", "cut after")
TURNS = 12
TMPFS = {"file": ("file:{}/memory", "64k"), "sqlite": ("sqlite:{}/memory.sqlite", "256k")}


def section() -> Iterator[Finding]:
    for name, (pattern, size) in TMPFS.items():
        claim = f"a tmpfs of {size} fills up, `{name}`"
        if os.geteuid():
            yield Finding(claim, "needs root", "not run")
            continue
        with small_disk(size) as disk:
            yield asyncio.run(_fill(claim, pattern.format(disk)))
    yield _lost_right()
    with running_seaweed() as server, wired(server.url) as wire:
        for fault in FAULTS:
            store = open_store(bucket_address(), bucket_settings(wire.address))
            yield asyncio.run(_faulty(store, fault, lambda f=fault: wire.fail(f, 2)))


@contextmanager
def small_disk(size: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            # Lazily: a store that is still open closes later.
            subprocess.run(["umount", "--lazy", folder], check=True)


async def _fill(claim: str, address: str) -> Finding:
    store = open_store(address)
    acknowledged, refused = [], 0
    for number in range(400):
        try:
            await store.append(A, make_turn(number, answer="word " * 200))
            acknowledged.append(f"turn-{number}")
        except StoreUnavailableError:
            refused += 1
    found = [turn.id for turn in await history(store, A)]
    await close(store)
    return judge(
        claim,
        f"acknowledged {len(acknowledged)}, refused {refused}, stored {len(found)}",
        found == acknowledged and refused > 0,
    )


def _lost_right() -> Finding:
    claim = "the right to write is lost, `file`"
    if os.geteuid():
        return Finding(claim, "needs root", "not run")
    return asyncio.run(_refused(claim))


async def _refused(claim: str) -> Finding:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"file:{folder}/memory")
        await store.append(A, make_turn(1))
        told = ""
        with untouchable(f"{folder}/memory/conversations/{A[-2:]}/{A}.turns"):
            try:
                await store.append(A, make_turn(2))
            except StoreUnavailableError as error:
                told = str(error).rpartition(": ")[2]
        found = await history(store, A)
    return judge(claim, told, bool(told) and len(found) == 1)


@contextmanager
def untouchable(path: str | Path) -> Iterator[None]:
    """Root may write anywhere but to what is immutable."""
    subprocess.run(["chattr", "+i", path], check=True)
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", path], check=True)


async def _faulty(store: MemoryStore, fault: Fault, break_wire: object) -> Finding:
    acknowledged, refused = [], 0
    for number in range(TURNS):
        if number % 3 == 0 and callable(break_wire):
            break_wire()
        try:
            await store.append(A, make_turn(number))
            acknowledged.append(f"turn-{number}")
        except StoreUnavailableError:
            refused += 1
    found = [turn.id for turn in await history(store, A)]
    return judge(
        f"S3 answers: {fault}",
        f"acknowledged {len(acknowledged)}, refused {refused}, stored {len(found)}, "
        f"distinct {len(set(found))}",
        set(acknowledged) <= set(found) and len(found) == len(set(found)),
    )

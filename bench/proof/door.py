"""What a visitor of `twin serve` is told when the memory fails beneath it."""

import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bench.processes import twin
from bench.proof.disk import TMPFS, small_disk, untouchable
from bench.proof.places import bucket_address, bucket_settings, running_seaweed
from bench.proof.report import Finding, judge
from bench.proof.visit import Visit, visit
from bench.proof.wire import Fault, wired

PASSING = 2  # writes
FAULTS: tuple[tuple[Fault, bool], ...] = (
    ("503", True),
    ("409", True),
    ("412", True),
    ("slow", True),
    ("cut before", True),
    ("cut after", True),
    ("503", False),
    ("409", False),
    ("412", False),
    ("stalled", False),
    ("cut before", False),
    ("cut after", False),
)


def section() -> Iterator[Finding]:
    for name, (pattern, size) in TMPFS.items():
        claim = f"`twin serve`, the disk full for one question, `{name}`"
        if os.geteuid():
            yield Finding(claim, "needs root", "not run")
            continue
        with small_disk(size) as disk, _serving(pattern.format(disk)) as url:
            yield _judge(claim, visit(url, full(disk)), hurts=True)
    yield _without_the_right()
    with running_seaweed() as server, ThreadPoolExecutor(4) as threads:
        yield from threads.map(lambda each: _faulty(server.url, *each), FAULTS)


def _faulty(upstream: str, fault: Fault, passes: bool) -> Finding:
    with (
        wired(upstream) as wire,
        _serving(bucket_address(), **bucket_settings(wire.address)) as url,
    ):
        seen = visit(url, wire.failing(fault, PASSING) if passes else wire.failing(fault))
    how_long = f"{PASSING} times" if passes else "until the question has ended"
    return _judge(f"`twin serve`, S3 answers {fault}, {how_long}", seen, hurts=not passes)


def _without_the_right() -> Finding:
    claim = "`twin serve`, the right to write lost for one question, `file`"
    if os.geteuid():
        return Finding(claim, "needs root", "not run")
    with tempfile.TemporaryDirectory() as folder, _serving(f"file:{folder}/memory") as url:
        return _judge(claim, visit(url, locked(Path(folder, "memory"))), hurts=True)


def _judge(claim: str, seen: Visit, *, hurts: bool) -> Finding:
    """Trouble that passes is not noticed; trouble that lasts is told as an error."""
    told = "told as an error" if hurts else "done"
    right = (
        seen.amid.ending.startswith(("error", "HTTP 5")) if hurts else seen.amid.ending == "done"
    )
    return judge(
        claim,
        f"before: {seen.before.ending}, amid: {seen.amid.ending}, after: {seen.after.ending}; "
        f"{len(seen.stored)} stored" + ("" if right else f", expected: {told}"),
        right and seen.sound,
    )


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Not a byte is left on this disk."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError:
            pass
    yield
    filler.unlink()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Nothing that exists can be written, even by root."""
    with untouchable(next(folder.glob("conversations/*/*.turns"))):
        yield


@contextmanager
def _serving(address: str, **settings: str) -> Iterator[str]:
    with (
        tempfile.TemporaryDirectory() as folder,
        twin(Path(folder), TWIN_MEMORY=address, TWIN_LLM="quoting", **settings) as (url, _),
    ):
        yield url

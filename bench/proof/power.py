"""A power cut: the disk's image is copied while the writer is stopped, and mounted elsewhere."""

import os
import random
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.proof.appending import Tally, await_first, count, drain, spawned_appender
from bench.proof.kills import STORES
from bench.proof.report import Finding, judge, steps

CUTS = 10
IMAGE_MEGABYTES = 64


def section() -> Iterator[Finding]:
    """What the kernel had not yet written when the image was copied is lost, as in a power cut."""
    for name, pattern in STORES.items():
        claim = f"power cut, ext4, `{name}`"
        if os.geteuid() or not shutil.which("mkfs.ext4"):
            yield Finding(claim, "needs root and mkfs.ext4", "not run")
            continue
        tally = Tally()
        try:
            for _ in steps(f"power cut, {name}", range(CUTS)):
                with tempfile.TemporaryDirectory() as folder:
                    cut(Path(folder), pattern, tally)
        except subprocess.CalledProcessError as error:
            yield Finding(claim, f"{error.cmd[0]} does not work here", "not run")
        else:
            yield judge(claim, str(tally), tally.clean)


def cut(folder: Path, pattern: str, tally: Tally) -> None:
    image, after = folder / "image", folder / "after"
    with image.open("wb") as file:
        file.truncate(IMAGE_MEGABYTES * 2**20)
    _run("mkfs.ext4", "-q", "-F", image)
    with (
        _mounted(image, folder / "disk") as disk,
        spawned_appender(pattern.format(disk), first=1) as (pid, pipe),
    ):
        said = await_first(pipe)
        time.sleep(random.uniform(0.1, 0.6))
        os.kill(pid, signal.SIGSTOP)
        said += drain(pipe)
        shutil.copyfile(image, after)
    with _mounted(after, folder / "later") as disk:
        count(pattern.format(disk), said, tally)


@contextmanager
def _mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir()
    _run("mount", "-o", "loop", image, place)
    try:
        yield place
    finally:
        _run("umount", place)


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

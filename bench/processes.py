"""The processes that a benchmark runs beside itself, and what they use."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 60


@contextmanager
def upstream(*options: str) -> Iterator[str]:
    """A stand-in upstream in its own process: the base URL at which it answers."""
    command = [sys.executable, "-m", "bench.upstream", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}/v1"
        process.kill()


@contextmanager
def twin(folder: Path, **settings: str) -> Iterator[tuple[str, int]]:
    """`twin serve` with one worker: its address and its process id."""
    said = folder / "said.txt"
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    root = str(Path(__file__).parent.parent)
    with (
        said.open("w") as out,
        subprocess.Popen(
            [sys.executable, "-m", "twin", "serve", "--port", "0"],
            cwd=folder,
            env=keep | {"PYTHONPATH": root, "PYTHONUNBUFFERED": "1"} | settings,
            stdout=out,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            yield _address(said), process.pid
        finally:
            process.kill()


def _address(said: Path) -> str:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        for line in said.read_text().splitlines():
            if "answers at" in line:
                return line.split()[-1]
        time.sleep(0.02)
    raise AssertionError(said.read_text())


def memory(pid: int) -> tuple[float, float]:
    """Resident memory now and at its peak, in MiB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    values = {line.partition(":")[0]: line.split()[1] for line in lines if line.startswith("Vm")}
    return int(values["VmRSS"]) / 1024, int(values["VmHWM"]) / 1024

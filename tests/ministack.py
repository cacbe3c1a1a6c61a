"""MiniStack, a second server that speaks S3, in a virtual environment of its own.

It pins an older botocore than twin's; `make .venv-ministack/installed` makes the environment.
"""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.servers import await_writes, free_port

PROGRAM = Path(__file__).parent.parent / ".venv-ministack" / "bin" / "ministack"


@dataclass
class Ministack:
    """Its S3 alone, in its own process; objects are on disk and in its memory."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        if not PROGRAM.exists():
            raise FileNotFoundError(f"{PROGRAM} is missing: make .venv-ministack/installed")
        self.process = subprocess.Popen(
            [str(PROGRAM)],
            cwd=self.folder,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(self.folder),
                "TMPDIR": str(self.folder),
                "BIND_HOST": "127.0.0.1",
                "GATEWAY_PORT": str(self.port),
                "LOG_LEVEL": "ERROR",
                "SERVICES": "s3",
                "S3_PERSIST": "1",
                "S3_DATA_DIR": str(self.folder / "s3"),
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        await_writes(self.url)

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def ministack(folder: Path) -> Iterator[Ministack]:
    server = Ministack(folder, free_port())
    try:
        server.start()
        yield server
    finally:
        server.kill()

"""Real servers for tests and proofs, each on ports of its own on this machine."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

BUCKET = "conversations"
PATIENCE_SECONDS = 60


@dataclass
class Seaweed:
    """SeaweedFS with its S3 door, on a real disk."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None
    ports: dict[str, int] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        for name in ("master", "volume", "filer"):
            self.ports.setdefault(name, free_port())  # the same ones after a kill
        arguments = [f"-{name}.port={port}" for name, port in self.ports.items()]
        self.process = subprocess.Popen(
            [
                str(Path(sys.executable).with_name("weed")),
                "server",
                "-s3",
                f"-dir={self.folder}",
                "-ip=127.0.0.1",
                "-ip.bind=127.0.0.1",
                "-volume.max=200",
                "-master.volumeSizeLimitMB=64",
                "-master.telemetry=false",
                f"-s3.port={self.port}",
                "-s3.port.iceberg=0",
                "-s3.port.lance=0",
                *arguments,
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        await_writes(self.url)

    def kill(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


@contextlib.contextmanager
def seaweed(folder: Path) -> Iterator[Seaweed]:
    server = Seaweed(folder, free_port())
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)


def await_writes(url: str) -> None:
    """Until the server has the bucket and takes an object."""
    client = s3_client(url)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with contextlib.suppress(client.exceptions.BucketAlreadyOwnedByYou):
                client.create_bucket(Bucket=BUCKET)
            client.put_object(Bucket=BUCKET, Key="ready", Body=b"")
        except (BotoCoreError, ClientError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return


def s3_client(url: str) -> Any:
    return boto3.client(
        "s3",
        endpoint_url=url,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1}),
    )


def free_port() -> int:
    """One whose companion, 10,000 above, is free as well: SeaweedFS takes both."""
    while True:
        with socket.socket() as one, socket.socket() as two:
            one.bind(("127.0.0.1", 0))
            port: int = one.getsockname()[1]
            if port < 55_000:
                with contextlib.suppress(OSError):
                    two.bind(("127.0.0.1", port + 10_000))
                    return port


@dataclass
class Postgresql:
    """A cluster of its own, reached by the name of its owner, without a password."""

    folder: Path
    port: int
    databases: int = 0

    def new_database(self, port: int = 0) -> str:
        """The address of an empty database, as it follows `postgresql:`; `port`: of a proxy."""
        self.databases += 1
        name = f"memory{self.databases}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "twin", name)
        return f"//twin@127.0.0.1:{port or self.port}/{name}"

    def start(self) -> None:
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-U", "twin", "-A", "trust", "-E", "UTF8", "--locale=C")
        options = f"-c listen_addresses=127.0.0.1 -p {self.port} -k {self.folder}"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        """PostgreSQL refuses to run as root."""
        path = max(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
        as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*as_owner, str(path), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=self.folder,
        )


@contextlib.contextmanager
def postgresql() -> Iterator[Postgresql]:
    """In a folder of its own: pytest shuts its folders to others whenever a run begins."""
    folder = Path(tempfile.mkdtemp(prefix="twin-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    server = Postgresql(folder, free_port())
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)

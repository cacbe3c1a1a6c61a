"""Each fault of a memory: what the visitor was told, what is stored; the next question works."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.proof.disk import small_disk
from bench.proof.door import full, locked
from bench.proof.places import bucket_address, bucket_settings
from bench.proof.visit import Visit, visit
from bench.proof.wire import WRITES, Fault, Wire, wired
from tests.entrypoints.conftest import OpenDoor
from tests.ministack import ministack
from twin.adapters.memory import s3, sql
from twin.adapters.memory.filesystem import FileMemoryStore
from twin.adapters.memory.s3 import bucket, chain
from twin.ports.memory import MemoryStore

PASSING: tuple[Fault, ...] = ("503", "409", "412", "slow", "cut before", "cut after")
LASTING: tuple[Fault, ...] = ("503", "409", "412", "cut before", "cut after")
needs_root = pytest.mark.skipif(bool(os.geteuid()), reason="only root mounts and locks files")


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wire]:
    with ministack(tmp_path_factory.mktemp("bucket")) as server, wired(server.url) as wire:
        yield wire


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bucket.Bucket.__init__, "__defaults__", ("", None, 1.0))
    monkeypatch.setattr(chain, "TRIES", 10)


def through(wire: Wire) -> MemoryStore:
    return s3.build(bucket_address().removeprefix("s3:"), bucket_settings(wire.address))


def ask(open_door: OpenDoor, memory: MemoryStore, trouble: object) -> Visit:
    return visit(str(open_door(memory=memory).client.base_url), trouble)  # type: ignore[arg-type]


def is_told_as_an_error(seen: Visit) -> None:
    assert seen.amid.ending == "error 503"
    assert "could not be stored" in seen.amid.text
    for secret in ("s3:", "127.0.0.1", "errno", "sqlite", "/tmp", "conversations/"):
        assert secret not in seen.amid.text
    assert seen.sound


@pytest.mark.parametrize("fault", PASSING)
def test_trouble_of_s3_that_passes_is_not_noticed(
    open_door: OpenDoor, wire: Wire, fault: Fault
) -> None:
    seen = ask(open_door, through(wire), wire.failing(fault, 2))

    assert seen.amid.ending == "done"
    assert seen.sound


@pytest.mark.parametrize("fault", LASTING)
@pytest.mark.usefixtures("impatient")
def test_trouble_of_s3_that_lasts_is_an_error_and_the_next_question_works(
    open_door: OpenDoor, wire: Wire, fault: Fault
) -> None:
    is_told_as_an_error(ask(open_door, through(wire), wire.failing(fault)))


@pytest.mark.usefixtures("impatient")
def test_a_bucket_that_cannot_be_read_is_an_error_before_an_answer(
    open_door: OpenDoor, wire: Wire
) -> None:
    seen = ask(open_door, through(wire), wire.failing("503", methods=("GET", *WRITES)))

    assert seen.amid.ending == "HTTP 503"
    assert seen.after.ending == "done"


def test_a_server_that_ignores_conditions_is_refused_at_the_start(
    tmp_path: Path, wire: Wire
) -> None:
    with wire.failing("overwritten"):
        started = subprocess.run(
            [sys.executable, "-m", "twin", "serve", "--port", "0"],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "TWIN_MEMORY": bucket_address()}
            | bucket_settings(wire.address),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert started.returncode == 1
    assert "overwrites objects that it was asked to create only" in started.stderr
    assert "Traceback" not in started.stderr


@needs_root
def test_a_full_disk_is_an_error_and_the_next_question_works(open_door: OpenDoor) -> None:
    with small_disk("64k") as disk:
        is_told_as_an_error(ask(open_door, FileMemoryStore(disk / "memory"), full(disk)))


@needs_root
def test_a_full_disk_under_a_database_is_an_error_and_the_next_question_works(
    open_door: OpenDoor,
) -> None:
    with small_disk("256k") as disk:
        store = sql.build_sqlite(str(disk / "memory.sqlite"), {})
        is_told_as_an_error(ask(open_door, store, full(disk)))


@needs_root
def test_a_lost_right_is_an_error_and_the_next_question_works(
    open_door: OpenDoor, tmp_path: Path
) -> None:
    folder = tmp_path / "memory"
    is_told_as_an_error(ask(open_door, FileMemoryStore(folder), locked(folder)))

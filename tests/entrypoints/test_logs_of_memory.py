"""Nothing of a conversation appears in logs, whatever the store and however much is logged."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest

from bench.processes import twin
from bench.proof.places import bucket_address, bucket_settings
from bench.proof.visit import QUESTIONS, visit
from bench.proof.wire import Wire, wired
from tests.ministack import ministack
from tests.servers import postgresql


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wire]:
    with ministack(tmp_path_factory.mktemp("bucket")) as server, wired(server.url) as wire:
        yield wire


def logged(folder: Path, address: str, wire: Wire | None = None) -> str:
    """What a server that logs all it can has logged of a visit, in which S3 errs."""
    settings = bucket_settings(wire.address) if wire else {}
    trouble = wire.failing("503", 2) if wire else nullcontext()
    with twin(folder, TWIN_MEMORY=address, TWIN_LOG_LEVEL="debug", **settings) as (url, _):
        seen = visit(url, trouble)
    assert seen.sound
    log = (folder / "said.txt").read_text()
    assert "twin.access" in log
    for words in (*QUESTIONS, seen.before.answer[:40], seen.before.session.partition(".")[2]):
        assert words not in log
    return log


@pytest.mark.parametrize("address", ["file:memory", "sqlite:memory.sqlite", "in-process"])
def test_a_store_of_this_machine_is_silent_about_what_it_keeps(
    tmp_path: Path, address: str
) -> None:
    logged(tmp_path, address)


def test_a_bucket_is_silent_about_what_it_keeps(tmp_path: Path, wire: Wire) -> None:
    logged(tmp_path, bucket_address(), wire)


def test_a_database_server_is_silent_about_what_it_keeps(tmp_path: Path) -> None:
    with postgresql() as server:
        logged(tmp_path, f"postgresql:{server.new_database()}")

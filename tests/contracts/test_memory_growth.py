"""What a turn costs does not grow with the conversation; `make proof` goes to 10,000 turns."""

from pathlib import Path

from bench.proof.growth import Disk, Place, long_conversation
from bench.proof.line import line
from bench.proof.places import bucket_address, bucket_settings
from bench.proof.wire import wired
from tests.ministack import ministack
from tests.servers import postgresql

MARKS = (100, 300)


def nothing(_address: str) -> None: ...


async def grows(place: Place) -> str:
    """What was found, when it grew."""
    finding = await long_conversation(place, MARKS)
    return "" if finding.verdict == "held" else finding.numbers


async def test_calls_and_bytes_of_files_do_not_grow(tmp_path: Path) -> None:
    assert await grows(Place("file", lambda: f"file:{tmp_path}", Disk(), nothing)) == ""


async def test_calls_and_bytes_of_a_database_file_do_not_grow(tmp_path: Path) -> None:
    address = f"sqlite:{tmp_path}/memory.sqlite"
    assert await grows(Place("sqlite", lambda: address, Disk(), nothing)) == ""


async def test_round_trips_and_bytes_of_a_database_server_do_not_grow() -> None:
    with postgresql() as server, line(server.port) as wire:
        address = f"postgresql:{server.new_database(wire.port)}"
        assert await grows(Place("postgresql", lambda: address, wire, nothing)) == ""


async def test_requests_and_bytes_of_a_bucket_do_not_grow(tmp_path: Path) -> None:
    with ministack(tmp_path) as server, wired(server.url) as wire:
        place = Place("s3", bucket_address, wire, nothing, bucket_settings(wire.address))
        assert await grows(place) == ""


async def test_a_store_that_reads_it_all_is_caught(tmp_path: Path) -> None:
    class Reading(Disk):
        """A meter that sees each turn cost as much as all before it."""

        seen = 0

        def count(self) -> tuple[int, int]:
            self.seen += 1
            return 0, self.seen**2

    assert "KB" in await grows(Place("file", lambda: f"file:{tmp_path}", Reading(), nothing))

"""What was acknowledged is stored, once, whatever is killed; `make proof` does it often."""

import asyncio
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from bench.proof.appending import Tally, await_first, count, drain, spawned_appender
from bench.proof.kills import kill_server
from bench.proof.power import cut
from bench.proof.races import killed_server
from tests.servers import seaweed

STORES = ["file:{}/memory", "sqlite:{}/memory.sqlite"]
MOUNTS = not os.geteuid() and shutil.which("mkfs.ext4") is not None


@pytest.mark.parametrize("address", STORES)
def test_what_was_acknowledged_before_a_kill_is_stored_once(address: str, tmp_path: Path) -> None:
    place, tally = address.format(tmp_path), Tally()
    for number in range(3):
        with spawned_appender(place, first=number * 10**6) as (pid, pipe):
            said = await_first(pipe)
            time.sleep(0.02 * number)  # the process is somewhere else in its work each time
            os.kill(pid, signal.SIGKILL)
            said += drain(pipe)
        count(place, said, tally)

    assert tally.clean, tally
    assert tally.ends == 3


@pytest.mark.parametrize("address", STORES)
def test_what_visitors_were_told_before_a_server_was_killed_is_stored_once(address: str) -> None:
    tally = Tally()
    kill_server(address, tally)

    assert tally.clean, tally


@pytest.mark.skipif(not MOUNTS, reason="needs root and mkfs.ext4")
@pytest.mark.parametrize("address", STORES)
def test_what_was_acknowledged_before_a_power_cut_is_stored_once(
    address: str, tmp_path: Path
) -> None:
    tally = Tally()
    try:
        cut(tmp_path, address, tally)
    except subprocess.CalledProcessError as error:
        pytest.skip(f"{error.cmd[0]} does not work here")

    assert tally.clean, tally


def test_what_a_bucket_acknowledged_before_it_was_killed_is_stored_once(tmp_path: Path) -> None:
    with seaweed(tmp_path) as server:
        finding = asyncio.run(killed_server(server))

    assert finding.verdict == "held", finding

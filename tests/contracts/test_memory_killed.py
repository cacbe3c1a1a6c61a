"""A process that is killed while it appends loses nothing that it acknowledged."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.proof.appending import Tally, count


@pytest.mark.parametrize("address", ["file:{}/memory", "sqlite:{}/memory.sqlite"])
def test_what_was_acknowledged_before_a_kill_is_stored_once(address: str, tmp_path: Path) -> None:
    place, tally = address.format(tmp_path), Tally()
    for number in range(3):
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.proof.appending", place, str(number * 10**6)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        with process:
            assert process.stdout
            said = process.stdout.readline()
            time.sleep(0.02 * number)  # the process is somewhere else in its work each time
            process.kill()
            said += process.stdout.read()
        count(place, said, tally)

    assert tally.clean, tally
    assert tally.ends == 3

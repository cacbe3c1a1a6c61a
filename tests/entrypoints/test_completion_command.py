"""`twin completion`, as a shell uses it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from twin.entrypoints.cli import main


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_the_script_that_the_variable_would_print(shell: str) -> None:
    asked = CliRunner().invoke(main, ["completion", shell], prog_name="twin")
    variable = subprocess.run(
        [Path(sys.executable).with_name("twin")],
        env={"PATH": os.environ["PATH"], "_TWIN_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert asked.exit_code == 0
    assert asked.stdout == variable.stdout


def test_a_place_to_bring_in_is_completed_by_the_shell() -> None:
    run = CliRunner().invoke(
        main,
        env={
            "_TWIN_COMPLETE": "bash_complete",
            "COMP_WORDS": "twin import ./me",
            "COMP_CWORD": "2",
        },
        prog_name="twin",
    )

    assert run.stdout.strip() == "file,./me"


def test_the_script_completes_a_command_in_bash() -> None:
    bin_folder = Path(sys.executable).parent
    script = (
        'eval "$(twin completion bash)"; '
        "COMP_WORDS=(twin unans) COMP_CWORD=1; _twin_completion twin; echo ${COMPREPLY[@]}"
    )

    run = subprocess.run(
        ["bash", "-c", script],
        env={"PATH": f"{bin_folder}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.strip() == "unanswered"

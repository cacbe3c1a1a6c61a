"""Every example of docs/cli.md, run as it stands there."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from twin.adapters.memory.filesystem import FileMemoryStore
from twin.testing.memory_place import make_turn

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^    (.*\btwin .*)$", PAGE, re.MULTILINE)
SERVES = [line for line in EXAMPLES if line.startswith("twin serve")]  # has tests of its own
ELSEWHERE = [line for line in EXAMPLES if "s3://" in line]  # needs somebody's bucket
# What may be missing here is not what is tried.
TOOLS = "jq() { cat; }; less() { cat; }; "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What the examples name: a PDF, a conversation, a place for a shell's completions."""
    shutil.copy(ROOT / "tests" / "fixtures" / "pdf" / "tagged.pdf", tmp_path / "LinkedIn.pdf")
    (tmp_path / ".config" / "fish" / "completions").mkdir(parents=True)
    (named,) = set(re.findall(r"\b[0-9a-f]{32}\b", PAGE))
    asyncio.run(FileMemoryStore(tmp_path / "memory").append(named, make_turn(0)))
    return tmp_path


@pytest.mark.parametrize("line", [x for x in EXAMPLES if x not in SERVES + ELSEWHERE])
def test_an_example_does_what_it_says(folder: Path, line: str) -> None:
    data = {} if line.startswith("twin init") else {"TWIN_DATA": str(ROOT / "data")}
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"

    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", TOOLS + line],
        cwd=folder,
        env={"PATH": path, "HOME": str(folder), **data},
        input="y\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr

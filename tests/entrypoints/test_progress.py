"""The bar of the commands that take long: at a terminal, and nowhere else."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminals import terminal
from twin.adapters.memory.filesystem import FileMemoryStore
from twin.testing.memory_place import listed, make_turn

COUNT = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = FileMemoryStore(tmp_path / "memory")

    async def fill() -> None:
        for number in range(COUNT):
            await store.append(f"{number:032x}", make_turn(number))

    asyncio.run(fill())
    return tmp_path


def environment(folder: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(folder)}


def piped(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "twin", *arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        check=True,
    )


def test_a_copy_shows_a_bar_at_a_terminal_to_its_end(folder: Path) -> None:
    copying = ("memory", "copy", "file:memory", "file:new")
    with terminal(folder, *copying, environment=environment(folder)) as screen:
        assert screen.end() == 0

    assert f"conversations copied  [{'#' * 36}]  {COUNT}/{COUNT}" in screen.lines
    assert any(f"]  {COUNT // 2}/{COUNT}" in line for line in screen.lines)
    assert len(asyncio.run(listed(FileMemoryStore(folder / "new")))) == COUNT


def test_rows_at_a_terminal_have_no_bar_among_them(folder: Path) -> None:
    listing = ("conversations", "list")
    with terminal(folder, *listing, environment=environment(folder)) as screen:
        assert screen.end() == 0

    assert screen.text.count("\n") == COUNT
    assert "[" not in screen.text


@pytest.mark.parametrize(
    "arguments",
    [
        ("memory", "copy", "file:memory", "file:new"),
        ("conversations", "list"),
        ("conversations", "prune", "--older-than", "90d", "--yes"),
        ("export",),
    ],
)
def test_nothing_but_the_answer_is_printed_where_no_one_watches(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    done = piped(folder, *arguments)

    assert done.stderr == b""
    assert done.stdout.isascii()
    assert not set(done.stdout) & set(b"\r\x1b\x08")

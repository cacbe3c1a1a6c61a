"""What English means when it is said of a person: lists of words and turns of phrase, as text."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources


@cache
def text(name: str) -> str:
    """The list of this name, such as `families`, without its comments."""
    lines = (resources.files(__name__) / f"{name}.txt").read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if line and not line.startswith("#"))


@cache
def words(name: str) -> tuple[str, ...]:
    """All the words of a list."""
    return tuple(text(name).split())


@cache
def rows(name: str) -> tuple[str, ...]:
    """The lines of a list."""
    return tuple(text(name).splitlines())


@dataclass(frozen=True, slots=True)
class Block:
    """A head that stands at the margin, and the patterns that stand under it."""

    head: str
    lines: tuple[str, ...]


@cache
def blocks(name: str) -> tuple[Block, ...]:
    """The blocks of a list; a line that is further in goes on with the one above."""
    joined = re.sub(r"\n {8,}", lambda _: "", text(name).strip())
    found = []
    for block in re.split(r"\n(?=\S)", joined):
        head, *lines = block.split("\n    ")
        found.append(Block(head, tuple(lines)))
    return tuple(found)

"""Text of strangers made safe to print: no escape sequence of theirs reaches the terminal."""

import re

from twin.ports.llm import Source

_CONTROL = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)


def printable(text: str) -> str:
    """The text without control and direction marks; tabs and newlines stay."""
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    return " ".join(printable(text).split())


def place_of(source: Source) -> str:
    """File and place, as they are named to the owner."""
    return one_line(f"{source.file} {source.locator}")

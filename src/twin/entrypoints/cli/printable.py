"""Text of strangers made safe to print: no escape sequence of theirs reaches the terminal."""

import re
import textwrap
from itertools import accumulate
from unicodedata import category, east_asian_width

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


def row(name: str, text: str) -> str:
    """One line of a table of two columns."""
    return f"  {name}{' ' * max(0, 24 - columns_of(name))} {text}"


def folded(text: str, width: int, indent: int) -> str:
    """Broken between words, what is not on the first line indented."""
    return textwrap.fill(
        text,
        width,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def counted(number: int, unit: str) -> str:
    """`1 fact`, `1,200 facts`."""
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def columns_of(text: str) -> int:
    """What it takes of a terminal's line: two columns for a wide character, none for a mark."""
    wide = sum(east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(category(char) in {"Mn", "Me", "Cf"} for char in text)


def shortened(line: str, width: int) -> str:
    """At most `width` columns of it."""
    if columns_of(line) <= width:
        return line
    ends = accumulate(map(columns_of, line))
    kept = sum(end < width for end in ends)
    return f"{line[:kept].rstrip()}…"

"""Plain text or Markdown cut into paragraphs, each with its line and its heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADING = re.compile(r"#{1,6}\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines without an empty one between them; `line` counts from one."""

    text: str
    line: int
    heading: str = ""


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs in order; `#` lines become the heading of what follows them."""
    heading, start = "", 1
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        title = HEADING.fullmatch(line.strip())
        if line.strip() and not title:
            start = start if lines else number
            lines.append(line.rstrip())
            continue
        if lines:
            yield Paragraph("\n".join(lines).strip(), start, heading)
            lines = []
        heading = title[1].rstrip("# ") if title else heading

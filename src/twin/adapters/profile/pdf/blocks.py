"""Lines and blocks of a LinkedIn export: what both of its readers produce.

All lengths are those of the original: a copy printed at another size is scaled back.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from twin.adapters.decoding import readable
from twin.adapters.profile.pdf.document import Glyph

Column = Literal["side", "main"]
Style = Literal["name", "section", "strong", "title", "body", "grey", "header", "item", "link"]

BASELINE_DRIFT = 0.2  # of the size
WORD_GAP = 0.25  # of the size; only copies need it
FOOTER = re.compile(r"Page \d+ of \d+")
INVISIBLE = dict.fromkeys(map(ord, "\ufe0f\u200b\u200c\u200d\u2060\ufeff\u00ad"))


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one size and shade."""

    text: str
    grey: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of one column; `head_width` is that of its first unbreakable piece."""

    page: int
    column: Column
    x0: float
    x1: float
    baseline: float
    size: float
    runs: tuple[Run, ...]
    head_width: float

    @property
    def raw(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def text(self) -> str:
        return squeeze(self.raw)

    @property
    def grey(self) -> bool:
        return all(run.grey for run in self.runs if run.text.strip())

    @property
    def style(self) -> Style:
        return _side_style(self.size) if self.column == "side" else _main_style(self)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, such as a paragraph; `entry` numbers the tables of a tag tree."""

    lines: tuple[Line, ...]
    entry: int = 0

    @property
    def style(self) -> Style:
        return self.lines[0].style

    @property
    def page(self) -> int:
        return self.lines[0].page


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the pages of a document compare with those of an original export."""

    scale: float
    split: float  # between the columns, in points of the document

    def lines(self, page: int, glyphs: Iterable[Glyph]) -> Iterator[Line]:
        """Lines of glyphs of one page, column by column, from top to bottom."""
        for column in ("side", "main"):
            inside = [g for g in glyphs if (g.x0 < self.split) == (column == "side")]
            for row in _rows(inside):
                line = self._line(page, column, row)
                if line.text and not FOOTER.fullmatch(line.text):
                    yield line

    def _line(self, page: int, column: Column, row: list[Glyph]) -> Line:
        inked = [glyph for glyph in row if glyph.text.strip()]
        first, last = inked[0], inked[-1]
        row = row[row.index(first) : len(row) - row[::-1].index(last)]
        return Line(
            page,
            column,
            first.x0 / self.scale,
            last.x1 / self.scale,
            first.baseline / self.scale,
            first.size / self.scale,
            tuple(_runs(row)),
            _head_width(row) / self.scale,
        )


def squeeze(text: str) -> str:
    """Without invisible and control characters, every run of spaces as one."""
    return " ".join(readable(text).translate(INVISIBLE).split())


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: g.baseline):
        if row and glyph.baseline - row[0].baseline > BASELINE_DRIFT * glyph.size:
            yield from _inked(row)
            row = []
        row.append(glyph)
    yield from _inked(row)


def _inked(row: list[Glyph]) -> Iterator[list[Glyph]]:
    if any(glyph.text.strip() for glyph in row):
        yield sorted(row, key=lambda g: g.x0)


def _runs(row: list[Glyph]) -> Iterator[Run]:
    spaced = [row[0].text]
    for last, glyph in pairwise(row):
        apart = glyph.x0 - last.x1 > WORD_GAP * glyph.size
        bridged = glyph.text.isspace() or last.text.isspace()
        spaced.append((" " if apart and not bridged else "") + glyph.text)
    shaded = zip(row, spaced, strict=True)
    for grey, part in groupby(shaded, key=lambda pair: 0.45 <= pair[0].luminance <= 0.80):
        yield Run("".join(text for _, text in part), grey)


def _head_width(row: list[Glyph]) -> float:
    for index, glyph in enumerate(row):
        if glyph.text.isspace():
            return row[index - 1].x1 - row[0].x0
        if glyph.text in "-/" or glyph.text > "\u2e7f":
            return glyph.x1 - row[0].x0
    return row[-1].x1 - row[0].x0


def _main_style(line: Line) -> Style:
    if line.size >= 20:
        return "name"
    if line.size >= 13.9:
        return "section"
    if line.grey:
        return "grey"
    if line.size >= 11.75:
        return "strong"
    return "title" if line.size >= 11.2 else "body"


def _side_style(size: float) -> Style:
    if size >= 12.3:
        return "header"
    return "link" if size >= 10.75 else "item"

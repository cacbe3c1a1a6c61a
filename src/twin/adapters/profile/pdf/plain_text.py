"""Any PDF as plain text in reading order, without invented structure."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from twin.adapters.decoding import readable as legible
from twin.adapters.profile.pdf.columns import Gutter, find_gutter
from twin.adapters.profile.pdf.document import Document, Glyph, Page

WORD_GAP = 0.15  # of the size; a fixed width loses the spaces of small type
LINE_DRIFT = 0.4  # of the size; keeps raised and lowered characters in their line
PARAGRAPH_GAP = 1.45  # of the usual distance between lines
PAGE_NUMBER = re.compile(
    r"(?:\w{1,8}\.? )?#(?: ?(?:/|\||of|von|de|van|di|sur|z) ?#)?", re.IGNORECASE
)
BULLET = "(cid:127)"  # what a bullet in Helvetica reads as


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text and where it stands, in points."""

    text: str
    x0: float
    baseline: float


def has_text(document: Document) -> bool:
    """Whether there is enough text, in characters that mean something."""
    texts = [g.text for page in document.pages for g in page.glyphs if g.text.strip()]
    unmapped = sum(text.startswith("(cid:") and text != BULLET for text in texts)
    enough = len(texts) >= 60 or len(texts) >= 20 * len(document.pages)
    return enough and unmapped <= 0.3 * len(texts)


def page_texts(document: Document) -> list[str]:
    """The text of each page, a paragraph on each side of an empty line.

    What repeats at the head or foot of pages is kept once, page numbers not at all.
    """
    pages = [_page_lines(page) for page in document.pages]
    return [_paragraphs(lines) for lines in _without_repeats(pages)]


def _page_lines(page: Page) -> list[TextLine]:
    glyphs = _distinct(_clean(page.glyphs))
    gutter = find_gutter(page.width, glyphs)
    if gutter is None:
        return [_line(run) for run in _drawn_runs(glyphs)]
    return list(_by_columns(glyphs, gutter))


def _clean(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    for glyph in glyphs:
        if glyph.artifact:
            continue
        if glyph.text == BULLET:
            yield glyph._replace(text="•")
        elif not glyph.text.startswith("(cid:"):
            yield glyph


def _distinct(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Drop a character that is drawn again a hair's breadth away to look bold."""
    seen: dict[tuple[str, int], list[Glyph]] = {}
    kept = []
    for glyph in glyphs:
        row = round(glyph.baseline)
        near = (g for r in (row - 1, row, row + 1) for g in seen.get((glyph.text, r), ()))
        reach = min(1.0, 0.1 * glyph.size)
        if not any(
            abs(g.x0 - glyph.x0) < reach and abs(g.baseline - glyph.baseline) < reach for g in near
        ):
            kept.append(glyph)
            seen.setdefault((glyph.text, row), []).append(glyph)
    return kept


def _drawn_runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Lines in the order in which they are drawn, which writers keep close to reading order."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _continues(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _continues(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    return (
        abs(glyph.baseline - last.baseline) <= LINE_DRIFT * size and glyph.x0 >= last.x1 - size / 2
    )


def _by_columns(glyphs: Sequence[Glyph], gutter: Gutter) -> Iterator[TextLine]:
    left: list[TextLine] = []
    right: list[TextLine] = []
    for row in _rows(glyphs):
        before = [g for g in row if g.x0 < gutter.middle]
        after = [g for g in row if g.x0 >= gutter.middle]
        if gutter.crossed_by(before, after):
            yield from (*left, *right, _line(row))
            left, right = [], []
        else:
            left.extend([_line(before)] if before else [])
            right.extend([_line(after)] if after else [])
    yield from (*left, *right)


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted((g for g in glyphs if g.text.strip()), key=lambda g: g.baseline):
        if row and glyph.baseline - row[0].baseline > LINE_DRIFT * max(row[0].size, glyph.size):
            yield sorted(row, key=lambda g: g.x0)
            row = []
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda g: g.x0)


def _line(glyphs: Sequence[Glyph]) -> TextLine:
    parts = [glyphs[0].text]
    for last, glyph in itertools.pairwise(glyphs):
        if glyph.x0 - last.x1 > WORD_GAP * glyph.size:
            parts.append(" ")
        parts.append(glyph.text)
    text = " ".join(legible("".join(parts)).replace("\u00ad", "").split())
    return TextLine(text, glyphs[0].x0, glyphs[0].baseline)


def _without_repeats(pages: list[list[TextLine]]) -> list[list[TextLine]]:
    pages = [[line for line in lines if line.text] for lines in pages]
    edges = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    seen: set[str] = set()
    return [[line for line in lines if _keep(line, lines, edges, seen)] for lines in pages]


def _keep(line: TextLine, lines: list[TextLine], edges: Counter[str], seen: set[str]) -> bool:
    key = _key(line)
    if line not in _edges(lines):
        return True
    if PAGE_NUMBER.fullmatch(key):
        return False
    if edges[key] > 1 and key in seen:
        return False
    seen.add(key)
    return True


def _edges(lines: list[TextLine]) -> list[TextLine]:
    return [lines[0], lines[-1]] if lines else []


def _key(line: TextLine) -> str:
    return re.sub(r"\d+", "#", line.text)


def _paragraphs(lines: Sequence[TextLine]) -> str:
    steps = [b.baseline - a.baseline for a, b in itertools.pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0])
    text = lines[0].text if lines else ""
    for line, step in zip(lines[1:], steps, strict=True):
        text += ("\n" if 0 <= step <= PARAGRAPH_GAP * usual else "\n\n") + line.text
    return text

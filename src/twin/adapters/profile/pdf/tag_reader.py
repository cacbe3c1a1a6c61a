"""Blocks from the tags of an export: each element is a block, each table an entry."""

from collections.abc import Iterator

from twin.adapters.profile.pdf.blocks import Block, Line, Sheet
from twin.adapters.profile.pdf.document import Document, Element, Glyph, Mark

CONTAINERS = frozenset({"", "Document", "Part", "Sect", "Div", "Table", "TBody", "TR", "TD", "TH"})
MIN_COVERAGE = 0.98

Marked = dict[Mark, list[Glyph]]


def tagged_blocks(document: Document, sheet: Sheet) -> list[Block] | None:
    """The blocks in the order of the tree; None when the tags do not cover the text."""
    if document.tags is None:
        return None
    marked, total = _by_mark(document)
    used = sum(len(_inked(marked.get(mark, []))) for mark in document.tags.marks())
    if not total or used < MIN_COVERAGE * total:
        return None
    blocks = [
        Block(tuple(lines), entry)
        for entry, element in _paragraphs(document.tags, [0])
        if (lines := _lines(element, marked, sheet))
    ]
    return blocks if any(block.entry > 1 for block in blocks) else None


def _by_mark(document: Document) -> tuple[Marked, int]:
    marked: Marked = {}
    total = 0
    for page in document.pages:
        shown = [glyph for glyph in page.glyphs if not glyph.artifact]
        total += len(_inked(shown))
        for glyph in shown:
            if glyph.mcid is not None:
                marked.setdefault(Mark(page.number, glyph.mcid), []).append(glyph)
    return marked, total


def _inked(glyphs: list[Glyph]) -> list[Glyph]:
    return [glyph for glyph in glyphs if glyph.text.strip()]


def _paragraphs(element: Element, tables: list[int]) -> Iterator[tuple[int, Element]]:
    """Elements that hold text, with the number of the table that they stand in."""
    if element.tag == "Table":
        tables[0] += 1
    entry = tables[0]
    for kid in element.kids:
        if isinstance(kid, Mark):
            continue
        if kid.tag in CONTAINERS or kid.tag.startswith("StructTree"):
            yield from _paragraphs(kid, tables)
        else:
            yield entry, kid


def _lines(element: Element, marked: Marked, sheet: Sheet) -> list[Line]:
    """Marks of one page together: a line may be made of several."""
    by_page: dict[int, list[Glyph]] = {}
    for mark in element.marks():
        by_page.setdefault(mark.page, []).extend(marked.get(mark, ()))
    return [line for page, glyphs in by_page.items() for line in sheet.lines(page, glyphs)]

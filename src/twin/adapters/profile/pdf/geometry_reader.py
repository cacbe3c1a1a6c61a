"""Blocks from the layout of an export, for copies that lost their tags.

The distances are those of baselines in the original, in points.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from twin.adapters.profile.pdf.blocks import Block, Line, Sheet, Style
from twin.adapters.profile.pdf.document import Document
from twin.adapters.profile.pdf.sections import Kind, section_kind

Continues = Callable[[Line, Line, Style | None], bool]  # last line, line, style of the block before

HEAD: Kind = "head"
ITEM_STEP = 12.6
HEADER_STEP = 18.0
COMPANY_STEP = 19.4
TITLE_STEP = 18.0
SCHOOL_STEP = 23.4
DETAILS_STEP = 25.2


def laid_out_blocks(document: Document, sheet: Sheet) -> list[Block]:
    """The blocks of the sidebar, then those of the main column."""
    lines = [
        line
        for page in document.pages
        for line in sheet.lines(page.number, [g for g in page.glyphs if not g.artifact])
    ]
    side = [line for line in lines if line.column == "side"]
    main = [line for line in lines if line.column == "main"]
    return [*_grouped(side, _in_sidebar), *_main_blocks(main)]


def _main_blocks(lines: Sequence[Line]) -> Iterator[Block]:
    header, kind = "", HEAD
    seen: list[Kind] = []
    for is_header, part in groupby(lines, key=lambda line: line.style == "section"):
        held = list(part)
        if is_header:
            yield from (Block((line,)) for line in held)
            header = held[-1].text
            continue
        if header:
            kind = section_kind(header, (line.style for line in held), seen)
        seen.append(kind)
        yield from _grouped(held, CONTINUES[kind])


def _grouped(lines: Iterable[Line], continues: Continues) -> Iterator[Block]:
    held: list[Line] = []
    before: Style | None = None
    for line in lines:
        if held and not (line.style == held[-1].style and continues(held[-1], line, before)):
            yield Block(tuple(held))
            before, held = held[-1].style, []
        held.append(line)
    if held:
        yield Block(tuple(held))


def _near(last: Line, line: Line, step: float) -> bool:
    """On a new page the distance is negative, and the text before goes on."""
    return line.baseline - last.baseline <= step


def _always(_last: Line, _line: Line, _before: Style | None) -> bool:
    return True


def _in_experience(last: Line, line: Line, before: Style | None) -> bool:
    if line.style == "strong":
        return _near(last, line, COMPANY_STEP)
    if line.style == "title":
        return _near(last, line, TITLE_STEP)
    # After a company stands its total, after a title the dates: one line each.
    return line.style == "grey" or before not in {"strong", "title"}


def _in_education(last: Line, line: Line, _before: Style | None) -> bool:
    if line.style == "strong":
        return _near(last, line, SCHOOL_STEP)
    ended = last.text.endswith(")")  # the dates are the last of a school's details
    return _near(last, line, DETAILS_STEP) and not (ended and line.page != last.page)


def _in_sidebar(last: Line, line: Line, _before: Style | None) -> bool:
    if line.style == "link":
        return True
    if line.page != last.page:
        return line.text[:1].islower()
    gap = line.baseline - last.baseline
    if line.style == "header":
        return gap <= HEADER_STEP
    return abs(gap / ITEM_STEP - max(1, round(gap / ITEM_STEP))) <= 0.12


CONTINUES: dict[Kind, Continues] = {
    "head": _always,
    "summary": _always,
    "experience": _in_experience,
    "education": _in_education,
}

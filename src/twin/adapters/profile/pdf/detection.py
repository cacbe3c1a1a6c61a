"""Whether a PDF is an export of a LinkedIn profile, and how its pages are laid out."""

import re
from collections.abc import Iterator

from twin.adapters.profile.pdf.blocks import Sheet
from twin.adapters.profile.pdf.document import Document, Page

NAME_SIZE = 26.0
LADDER = (15.75, 12.0, 10.5)
LADDER_TOLERANCE = 0.3
COLUMN_STARTS = (21.6, 223.56)
SPLIT_SHARE = 0.33
PAGE_OF = re.compile(r"Page\s?\d+\s?of\s?\d+")
PROFILE_ADDRESS = "linkedin.com/in"


def is_linkedin_export(document: Document) -> bool:
    """One sure sign and a weak one, or three weak ones."""
    sure, weak = sum(_sure_signs(document)), sum(_weak_signs(document))
    return (sure >= 1 and weak >= 1) or weak >= 3


def sheet(document: Document) -> Sheet | None:
    """The scale and the split of its columns; None when the layout is another."""
    first = document.pages[0]
    scale = _scale(first)
    if not scale:
        return None
    for page in document.pages:
        for edge in _sidebar_edges(page):
            return Sheet(scale, edge)
    if _on_ladder(first, scale) and _starts_in_two_columns(first, scale):
        return Sheet(scale, SPLIT_SHARE * first.width)
    return None


def _sure_signs(document: Document) -> Iterator[bool]:
    yield document.author == "LinkedIn"
    yield document.subject.startswith("Resume generated from profile")
    yield any("pdfgenresume" in uri for uri in document.pages[0].uris)


def _weak_signs(document: Document) -> Iterator[bool]:
    first = document.pages[0]
    texts = ["".join(glyph.text for glyph in page.glyphs) for page in document.pages]
    yield any(True for page in document.pages for _ in _sidebar_edges(page))
    yield any(PAGE_OF.search(text) for text in texts)
    yield any(PROFILE_ADDRESS in uri for page in document.pages for uri in page.uris) or any(
        PROFILE_ADDRESS in text for text in texts
    )
    yield _on_ladder(first, _scale(first))


def _scale(page: Page) -> float:
    sizes = [g.size for g in page.glyphs if g.text.strip() and not g.artifact]
    return max(sizes, default=0.0) / NAME_SIZE


def _sidebar_edges(page: Page) -> Iterator[float]:
    for panel in page.panels:
        share = panel.x1 / page.width
        tall = panel.height >= 0.8 * page.height
        if panel.x0 <= 2 and 0.20 <= share <= 0.45 and tall and panel.luminance < 0.5:
            yield panel.x1


def _on_ladder(page: Page, scale: float) -> bool:
    sizes = {round(g.size, 2) for g in page.glyphs}
    return all(
        any(abs(size - step * scale) <= LADDER_TOLERANCE * scale for size in sizes)
        for step in LADDER
    )


def _starts_in_two_columns(page: Page, scale: float) -> bool:
    return all(
        any(abs(g.x0 - start * scale) <= 2 * scale for g in page.glyphs) for start in COLUMN_STARTS
    )

"""A PDF as glyphs, panels and links by page: all that the readers look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """A drawn character; lengths in points, measured from the page's top left corner.

    A named tuple, since a file has tens of thousands of them and each is made in the inner loop.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    luminance: float  # 0 black to 1 white
    mcid: int | None  # marked-content id, unique within its page
    artifact: bool  # tagged as no part of the content, such as a footer


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled rectangle at least half as high as its page."""

    x0: float
    x1: float
    height: float
    luminance: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page; glyphs in the order in which they are drawn, and where its links lead."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    panels: tuple[Panel, ...] = ()
    uris: tuple[str, ...] = ()


class Mark(NamedTuple):
    """A marked piece of a page's content."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the tag tree; what it holds is in reading order."""

    tag: str
    kids: tuple["Mark | Element", ...]

    def marks(self) -> Iterator[Mark]:
        """All marks in it, at any depth."""
        for kid in self.kids:
            if isinstance(kid, Mark):
                yield kid
            else:
                yield from kid.marks()


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF."""

    pages: tuple[Page, ...]
    author: str = ""
    subject: str = ""
    language: str = ""
    tags: Element | None = None

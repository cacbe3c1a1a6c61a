"""The tag tree of a PDF, walked by hand.

pdfplumber's own tree drops the page of each mark, and marks are numbered anew on every page.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.pdftypes import resolve1

from twin.adapters.profile.pdf.document import Element, Mark

MAX_DEPTH = 60  # exports have 12; a tree that refers to itself has no end
MAX_ELEMENTS = 50_000


def read_tags(root: object, pages: Mapping[object, int]) -> Element | None:
    """The tree below the catalogue's `StructTreeRoot`; None when there is none, or no end to it.

    Args:
        root: the entry, or a reference to it.
        pages: page object id -> page number.
    """
    node = resolve1(root)
    if not isinstance(node, dict):
        return None
    room = iter(range(MAX_ELEMENTS))
    tree = _element(node, None, pages, room, 0)
    return tree if next(room, None) is not None else None


def _element(
    node: dict[str, Any],
    page: object,
    pages: Mapping[object, int],
    room: Iterator[int],
    depth: int,
) -> Element:
    page = _page_id(node, page)
    kids: list[Mark | Element] = []
    for kid in _kids(node):
        if isinstance(kid, int) or "MCID" in kid:
            mark = _mark(kid, page, pages)
            kids.extend([mark] if mark else [])
        elif "Obj" not in kid and depth < MAX_DEPTH and next(room, None) is not None:
            kids.append(_element(kid, page, pages, room, depth + 1))
    tag = getattr(resolve1(node.get("S")), "name", "")
    return Element(str(tag), tuple(kids))


def _mark(kid: int | dict[str, Any], page: object, pages: Mapping[object, int]) -> Mark | None:
    if isinstance(kid, dict):
        page, kid = _page_id(kid, page), resolve1(kid["MCID"])
    return Mark(pages[page], kid) if page in pages and isinstance(kid, int) else None


def _kids(node: dict[str, Any]) -> Iterator[Any]:
    kids = resolve1(node.get("K"))
    for kid in map(resolve1, kids if isinstance(kids, list) else [kids]):
        if isinstance(kid, int | dict):
            yield kid


def _page_id(node: dict[str, Any], inherited: object) -> object:
    return getattr(node.get("Pg"), "objid", inherited)

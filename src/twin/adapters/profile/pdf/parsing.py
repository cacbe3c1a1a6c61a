"""A PDF file read into a `Document` through pdfplumber, and its failures into `PdfError`."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdftypes import resolve1

from twin.adapters.profile.pdf.document import Document, Glyph, Page, Panel
from twin.adapters.profile.pdf.errors import PdfError
from twin.adapters.profile.pdf.tag_tree import read_tags

MAX_BYTES = 10_000_000
MAX_PAGES = 60
MAX_GLYPHS = 300_000
LFS_POINTER = b"version https://git-lfs"


def read(path: Path) -> Document:
    """The whole file.

    Raises:
        PdfError: it cannot be read, or is larger than the limits.
    """
    data = _bytes(path)
    try:
        with pdfplumber.open(BytesIO(data), raise_unicode_errors=False) as pdf:
            return _document(pdf, path)
    except PdfError:
        raise
    except MemoryError as error:
        raise PdfError(str(path), "too-costly") from error
    except Exception as error:
        # pdfminer lets any exception of the standard library out when a file is damaged.
        raise PdfError(str(path), "encrypted" if _locked(error) else "corrupt") from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise PdfError(str(path), "unreadable") from error
    if not data:
        raise PdfError(str(path), "empty")
    if len(data) > MAX_BYTES:
        raise PdfError(str(path), "too-large")
    if b"%PDF-" not in data[:1024]:
        pointer = data.startswith(LFS_POINTER)
        hint = "It is a Git LFS pointer: run git lfs pull." if pointer else ""
        raise PdfError(str(path), "not-pdf", hint)
    return data


def _locked(error: Exception) -> bool:
    return any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args))


def _document(pdf: Any, path: Path) -> Document:
    if not pdf.pages:
        raise PdfError(str(path), "corrupt")
    if len(pdf.pages) > MAX_PAGES:
        raise PdfError(str(path), "too-large")
    pages: list[Page] = []
    room = MAX_GLYPHS
    for source in pdf.pages:
        pages.append(_page(source))
        room -= len(pages[-1].glyphs)
        source.close()  # pdfplumber keeps every page's objects otherwise
        if room < 0:
            raise PdfError(str(path), "too-large")
    numbers = {page.page_obj.pageid: page.page_number for page in pdf.pages}
    return Document(
        tuple(pages),
        author=_text(pdf.metadata.get("Author")),
        subject=_text(pdf.metadata.get("Subject")),
        language=_text(resolve1(pdf.doc.catalog.get("Lang"))),
        tags=read_tags(pdf.doc.catalog.get("StructTreeRoot"), numbers),
    )


def _page(source: Any) -> Page:
    layout = source.layout
    width, height = layout.x1 - layout.x0, layout.y1 - layout.y0
    glyphs, panels = [], []
    for item in _items(layout):
        if isinstance(item, LTChar):
            if item.upright:
                glyphs.append(_glyph(item, height))
        elif isinstance(item, LTCurve) and item.fill and item.height >= height / 2:
            panels.append(Panel(item.x0, item.x1, item.height, _luminance(item.non_stroking_color)))
    uris = tuple(_uris(source.page_obj.annots))
    return Page(source.page_number, width, height, tuple(glyphs), tuple(panels), uris)


def _items(container: LTContainer[Any]) -> Iterator[Any]:
    for item in container:
        if isinstance(item, LTContainer):
            yield from _items(item)
        else:
            yield item


def _glyph(item: Any, height: float) -> Glyph:
    return Glyph(
        item.get_text(),
        item.x0,
        item.x1,
        height - item.matrix[5],
        item.size,
        _luminance(item.graphicstate.ncolor),
        item.mcid,
        item.tag == "Artifact",
    )


def _luminance(colour: object) -> float:
    """Of a grey, RGB or CMYK colour; a pattern counts as black."""
    parts = colour if isinstance(colour, tuple) else (colour,)
    if not all(isinstance(part, int | float) for part in parts):
        return 0.0
    match parts:
        case (grey,):
            return float(grey)
        case (red, green, blue):
            return float(0.299 * red + 0.587 * green + 0.114 * blue)
        case (cyan, magenta, yellow, black):
            return float((1 - (0.299 * cyan + 0.587 * magenta + 0.114 * yellow)) * (1 - black))
    return 0.0


def _uris(annotations: object) -> Iterator[str]:
    for reference in resolve1(annotations) or ():
        annotation = resolve1(reference)
        action = resolve1(annotation.get("A")) if isinstance(annotation, dict) else None
        uri = resolve1(action.get("URI")) if isinstance(action, dict) else None
        if isinstance(uri, bytes):
            yield uri.decode("utf-8", "replace")


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else ""

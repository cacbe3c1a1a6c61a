"""Small PDFs drawn for one test."""

from collections.abc import Iterable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas


def draw(path: Path, *pages: Iterable[tuple[float, float, str]], size: float = 11) -> Path:
    """Pages of (x, baseline from the top, text), on A4, drawn in the order given."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for page in pages:
        canvas.setFont("Helvetica", size)
        for x, baseline, text in page:
            canvas.drawString(x, 842 - baseline, text)
        canvas.showPage()
    canvas.save()
    return path

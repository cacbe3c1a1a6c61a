"""Why a PDF cannot be read, and what its owner does about it."""

from typing import Literal

from twin.ports.errors import ProfileError, ReaderMissingError

Reason = Literal[
    "unreadable",
    "empty",
    "not-pdf",
    "corrupt",
    "encrypted",
    "no-text",
    "too-large",
    "too-costly",
    "no-reader",
    "crashed",
]

EXPORT_AGAIN = "Export it again with LinkedIn's Save to PDF, or from the program that wrote it."
SENTENCES: dict[Reason, str] = {
    "unreadable": "The file cannot be opened. Check that it exists and that you may read it.",
    "empty": f"The file is empty. {EXPORT_AGAIN}",
    "not-pdf": f"The file is not a PDF. {EXPORT_AGAIN}",
    "corrupt": f"The PDF is damaged. {EXPORT_AGAIN}",
    "encrypted": "The PDF is locked. Save it without a password.",
    "no-text": f"The PDF holds no text that can be read, as a scan does. {EXPORT_AGAIN}",
    "too-large": "The PDF has more than 10 MB, 60 pages or 300,000 characters. Use a shorter one.",
    "too-costly": f"Reading the PDF takes more time or memory than allowed. {EXPORT_AGAIN}",
    "no-reader": (
        "Reading a PDF needs pdfplumber. Run `twin build` where it is installed, and copy what"
        " that writes; or run `pip install pdfplumber` here."
    ),
    "crashed": f"The reader failed at something new to it; please report it. {EXPORT_AGAIN}",
}


class PdfError(ProfileError):
    """The PDF cannot be used; the text names the file and the cure and quotes none of it.

    Attributes:
        reason: stable, for programs.
    """

    def __init__(self, file: str, reason: Reason, hint: str = "") -> None:
        super().__init__(f"{file}: {SENTENCES[reason]}{hint and ' ' + hint}")
        self.file = file
        self.reason: Reason = reason
        self.hint = hint


class PdfReaderMissingError(PdfError, ReaderMissingError):
    """There is no pdfplumber here."""

    def __init__(self, file: str) -> None:
        super().__init__(file, "no-reader")

"""A text file about the person, such as `summary.txt` or `style.md`, paragraph by paragraph."""

from pathlib import Path

from twin.adapters.decoding import read_text
from twin.adapters.paragraphs import paragraphs
from twin.ports.profile import Origin, Passage, PassageKind, Profile


class TextProfile:
    """Passages of one kind from plain text or Markdown."""

    def __init__(self, path: Path, kind: PassageKind) -> None:
        self._path = path
        self._kind = kind

    def load(self) -> Profile:
        """Read the file.

        Raises:
            ProfileError: it cannot be opened, is larger than 1 MB, or is not text.
        """
        file = read_text(self._path)
        return Profile(
            passages=tuple(
                Passage(
                    paragraph.text,
                    self._kind,
                    Origin(file.name, f"line {paragraph.line}"),
                    paragraph.heading,
                )
                for paragraph in paragraphs(file.text)
            ),
            warnings=file.warnings,
        )

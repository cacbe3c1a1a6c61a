"""The profile source for one PDF file."""

from dataclasses import dataclass
from pathlib import Path

from twin.adapters.profile.pdf.errors import PdfError
from twin.adapters.profile.pdf.export import read_export
from twin.adapters.profile.pdf.generic import generic_profile
from twin.adapters.profile.pdf.linkedin import LinkedInProfile
from twin.adapters.profile.pdf.parsing import read
from twin.adapters.profile.pdf.plain_text import readable
from twin.ports.profile import Profile


@dataclass(frozen=True, slots=True)
class PdfProfile:
    """A LinkedIn export or any other CV."""

    path: Path

    def load(self) -> Profile:
        """Read the file.

        Raises:
            PdfError: it cannot be used; `reason` says why and the text what to do.
        """
        document = read(self.path)
        if not readable(document):
            raise PdfError(str(self.path), "no-text")
        export = read_export(document)
        if export is None:
            return generic_profile(document, self.path.name)
        return LinkedInProfile(export, self.path.name).profile()

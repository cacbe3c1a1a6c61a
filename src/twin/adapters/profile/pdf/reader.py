"""One PDF into a profile, in this process."""

from pathlib import Path

from twin.adapters.profile.pdf.errors import PdfError
from twin.adapters.profile.pdf.export import read_export
from twin.adapters.profile.pdf.generic import generic_profile
from twin.adapters.profile.pdf.linkedin import LinkedInProfile
from twin.adapters.profile.pdf.parsing import read
from twin.adapters.profile.pdf.plain_text import has_text
from twin.ports.profile import Profile


def understand(path: Path) -> Profile:
    """A LinkedIn export with its structure, any other PDF as text.

    Raises:
        PdfError: it cannot be used; `reason` says why and the text what to do.
    """
    document = read(path)
    if not has_text(document):
        raise PdfError(str(path), "no-text")
    export = read_export(document)
    if export is None:
        return generic_profile(document, path.name)
    return LinkedInProfile(export, path.name).profile()

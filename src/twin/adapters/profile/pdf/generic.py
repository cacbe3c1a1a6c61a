"""Any CV as a profile: its text in passages, its contact data as facts."""

from collections.abc import Iterator

from twin.adapters.profile.pdf import privacy
from twin.adapters.profile.pdf.document import Document
from twin.adapters.profile.pdf.plain_text import page_texts
from twin.ports.profile import Origin, Passage, Profile, ProfileWarning

HEADING_CHARS = 50
EXPORT_NAMES = {"linkedin.pdf", "profile.pdf"}


def generic_profile(document: Document, source: str) -> Profile:
    """Passages page by page; what is not public is withheld from them and kept as facts."""
    found: list[tuple[privacy.Finding, Origin]] = []
    passages: list[Passage] = []
    for page, text in zip(document.pages, page_texts(document), strict=True):
        origin = Origin(source, f"page {page.number}")
        findings = privacy.find(text)
        found.extend((finding, origin) for finding in findings)
        passages.extend(
            Passage(paragraph, "profile", origin)
            for paragraph in _with_headings(privacy.withhold(text, findings))
        )
    linked = [
        (finding, Origin(source, f"page {page.number}"))
        for page in document.pages
        for uri in page.uris
        for finding in privacy.find(uri.removeprefix("mailto:"))
        if finding.kind in {"email", "linkedin"}
    ]
    return Profile(
        facts=privacy.facts([*found, *linked]),
        passages=tuple(passages),
        warnings=tuple(_misnamed(source)),
    )


def _misnamed(source: str) -> Iterator[ProfileWarning]:
    """One in seven files of these names is another CV."""
    if source.casefold() in EXPORT_NAMES:
        text = (
            "This is not LinkedIn's Save to PDF and was read as plain text. Save your profile"
            " there, and its roles and dates are understood."
        )
        yield ProfileWarning(text, Origin(source))


def _with_headings(text: str) -> Iterator[str]:
    """Paragraphs, a lone short line together with what it stands over."""
    held = ""
    for paragraph in text.split("\n\n"):
        if not paragraph.strip():
            continue
        held = f"{held}\n{paragraph}" if held else paragraph
        if "\n" in paragraph or len(paragraph) > HEADING_CHARS:
            yield held
            held = ""
    if held:
        yield held

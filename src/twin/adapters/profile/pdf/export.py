"""A LinkedIn export understood: every part of it, each text as it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from twin.adapters.profile.pdf.blocks import Block
from twin.adapters.profile.pdf.detection import is_linkedin_export, sheet
from twin.adapters.profile.pdf.document import Document
from twin.adapters.profile.pdf.entries import Role, School, roles, schools
from twin.adapters.profile.pdf.geometry_reader import laid_out_blocks
from twin.adapters.profile.pdf.paragraphs import joined, paragraph
from twin.adapters.profile.pdf.sections import Kind, Section, named, sections
from twin.adapters.profile.pdf.sidebar import Contact, Item, sidebar
from twin.adapters.profile.pdf.tag_reader import tagged_blocks

Reading = Literal["linkedin-tags", "linkedin-layout"]

NO_HEADLINE = {"-", "--"}


@dataclass(frozen=True, slots=True)
class Export:
    """What an export says; `lists` has skills, languages and so on under their keys."""

    reading: Reading
    locale: str
    name: str
    headline: str
    location: str
    summary: str
    summary_page: int
    contact: Contact
    lists: tuple[tuple[str, tuple[Item, ...]], ...]
    experience: tuple[Role, ...]
    education: tuple[School, ...]
    warnings: tuple[str, ...]


def read_export(document: Document) -> Export | None:
    """The export; None when the document is none, or says too little to be one."""
    layout = sheet(document) if is_linkedin_export(document) else None
    if layout is None:
        return None
    tagged = tagged_blocks(document, layout)
    blocks = tagged or laid_out_blocks(document, layout)
    export = _export(document, blocks, "linkedin-tags" if tagged else "linkedin-layout")
    told = export.summary or export.experience or export.education
    return export if export.name and told else None


def _export(document: Document, blocks: Iterable[Block], reading: Reading) -> Export:
    by_column: dict[str, list[Block]] = {"side": [], "main": []}
    for block in blocks:
        by_column[block.lines[0].column].append(block)
    head, *rest = sections(by_column["main"])
    uris = [uri for page in document.pages for uri in page.uris]
    contact, lists = sidebar(by_column["side"], uris)
    summaries = _blocks(rest, "summary")
    return Export(
        reading,
        document.language,
        *_head(head),
        paragraph(summaries),
        summaries[0].page if summaries else 1,
        contact,
        tuple((key, tuple(items)) for key, items in lists.items()),
        roles(_blocks(rest, "experience")),
        schools(_blocks(rest, "education")),
        tuple(_warnings(rest)),
    )


def _blocks(parts: Iterable[Section], kind: Kind) -> list[Block]:
    return [block for section in parts if section.kind == kind for block in section.blocks]


def _head(section: Section) -> tuple[str, str, str]:
    """Name, headline and place."""
    name, headline, place = (
        joined(line for block in section.blocks if block.style == style for line in block.lines)
        for style in ("name", "strong", "grey")
    )
    return name, "" if headline in NO_HEADLINE else headline, place


def _warnings(parts: Iterable[Section]) -> Iterator[str]:
    for section in parts:
        said = named(section.header)
        if said is None:
            yield f"The header {section.header!r} is new; its section reads as {section.kind}."
        elif said != section.kind:
            yield f"The section {section.header!r} reads as {section.kind}; check it."

"""Roles and schools from the blocks of their sections: one state machine for both readers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from twin.adapters.profile.pdf.blocks import Block, squeeze
from twin.adapters.profile.pdf.dates import Span, date_line, school_dates
from twin.adapters.profile.pdf.paragraphs import joined, joined_raw, paragraph

# Degree, no-break space, middle dot, no-break space, dates in brackets; any part may be missing.
DETAILS = re.compile(
    r"(?P<main>.*?)(?:[\s\u00a0]*·[\s\u00a0]*\((?P<dates>[^()]*)\))?\s*", re.DOTALL
)
NO_DATES = Span()
FIELD_SEPARATOR = ",\u00a0"


@dataclass(frozen=True, slots=True)
class Role:
    """A job; `company_total` is how long all jobs of the company took together, as written."""

    company: str
    title: str
    dates: Span
    page: int
    location: str = ""
    description: str = ""
    company_total: str = ""


@dataclass(frozen=True, slots=True)
class School:
    """An education; any part may be empty."""

    school: str
    page: int
    degree: str = ""
    subject: str = ""
    dates: Span = NO_DATES


@dataclass(slots=True)
class _Open:
    """A role under construction."""

    title: Block
    dates: Block | None = None
    location: list[Block] = field(default_factory=list)
    description: list[Block] = field(default_factory=list)

    def take(self, block: Block) -> None:
        if block.style == "grey" and not self.description:
            self.location.append(block)
        elif self.dates is None:
            self.dates = block
        else:
            self.description.append(block)


def roles(blocks: Iterable[Block]) -> tuple[Role, ...]:
    """In the order of the page; a page's end changes nothing."""
    found: list[Role] = []
    company = total = ""
    current: _Open | None = None
    for block in blocks:
        if block.style in {"strong", "title"} and current:
            found.append(_role(company, total, current))
            current = None
        if block.style == "strong":
            company, total = joined(block.lines), ""
        elif block.style == "title":
            current = _Open(block)
        elif current:
            current.take(block)
        else:
            total = joined(block.lines)
    return (*found, _role(company, total, current)) if current else tuple(found)


def _role(company: str, total: str, role: _Open) -> Role:
    return Role(
        company,
        joined(role.title.lines),
        date_line(joined(role.dates.lines)) if role.dates else Span(),
        role.title.page,
        " ".join(joined(block.lines) for block in role.location),
        paragraph(role.description),
        total,
    )


def schools(blocks: Iterable[Block]) -> tuple[School, ...]:
    """In the order of the page; details without a school are an entry of their own."""
    found: list[School] = []
    name: Block | None = None
    for block in blocks:
        if name and (block.style == "strong" or block.entry != name.entry):
            found.append(School(joined(name.lines), name.page))
            name = None
        if block.style == "strong":
            name = block
        else:
            found.append(_school(name, block))
            name = None
    return (*found, School(joined(name.lines), name.page)) if name else tuple(found)


def _school(name: Block | None, details: Block) -> School:
    page = name.page if name else details.page
    school = joined(name.lines) if name else ""
    degree, subject, dates = split_details(joined_raw(details.lines))
    return School(school, page, degree, subject, school_dates(dates))


def split_details(text: str) -> tuple[str, str, str]:
    """Degree, field and dates; all is degree where no no-break space parts the field."""
    match = DETAILS.fullmatch(text)
    main, dates = (match["main"], match["dates"] or "") if match else (text, "")
    degree, _, subject = main.partition(FIELD_SEPARATOR)
    return squeeze(degree), squeeze(subject), squeeze(dates)

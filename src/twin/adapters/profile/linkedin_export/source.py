"""LinkedIn's data export as a profile."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from twin.adapters.dates import parse_date
from twin.adapters.profile.linkedin_export.tables import Row, read_tables
from twin.ports.profile import (
    Disclosure,
    Education,
    Fact,
    PartialDate,
    Passage,
    Position,
    Profile,
)

# Table, the key of its facts, the column that names an entry, columns about it.
LISTS = (
    ("skills", "skills", "name", ()),
    ("languages", "languages", "name", ("proficiency",)),
    ("certifications", "certifications", "name", ("authority", "started")),
    ("honors", "honors", "title", ("issued",)),
    ("publications", "publications", "name", ("publisher", "issued")),
    ("patents", "patents", "title", ()),
)
TABLES = (
    *("profile", "positions", "education", "emailaddresses", "phonenumbers"),
    *(table for table, *_ in LISTS),
)
# `[PORTFOLIO:https://example.com,BLOG:https://example.org]`
WEBSITE = re.compile(r"(?P<label>[A-Z_]+):(?P<url>[^\s,\]]+)")

Tables = Mapping[str, list[Row]]


class LinkedInExportProfile:
    """Facts, positions and education from the ZIP or folder.

    Messages, contacts and all else in the export are not looked at.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Profile:
        """Read the tables.

        Raises:
            ProfileError: there is no such export, or it is damaged or larger than allowed.
        """
        tables = read_tables(self._path, TABLES)
        people = tables.get("profile", [])[:1]
        return Profile(
            facts=(
                *(fact for row in people for fact in _person(row)),
                *_reachable(tables),
                *_lists(tables),
            ),
            positions=tuple(
                _position(row)
                for row in tables.get("positions", ())
                if row.text("title") or row.text("companyname")
            ),
            education=tuple(
                _education(row)
                for row in tables.get("education", ())
                if row.text("schoolname") or row.text("degreename")
            ),
            passages=tuple(passage for row in people for passage in _summary(row)),
        )


def _person(row: Row) -> Iterator[Fact]:
    name = f"{row.text('firstname')} {row.text('lastname')}".strip()
    address = ", ".join(filter(None, (row.text("address"), row.text("zipcode"))))
    stated: tuple[tuple[str, str, Disclosure], ...] = (
        ("full_name", name, "public"),
        ("headline", row.text("headline"), "public"),
        ("location", row.text("geolocation"), "public"),
        ("industry", row.text("industry"), "public"),
        ("maiden_name", row.text("maidenname"), "private"),
        ("date_of_birth", row.text("birthdate"), "private"),
        ("address", address if row.text("address") else "", "private"),
    )
    for key, value, disclosure in stated:
        if value:
            yield Fact(key, value, row.origin, disclosure)
    for index, site in enumerate(WEBSITE.finditer(row.text("websites"))):
        label = site["label"].replace("_", " ").capitalize()
        yield Fact(f"websites[{index}]", site["url"], row.origin, ask=(label,))


def _reachable(tables: Tables) -> Iterator[Fact]:
    """The primary address on request; further ones are private, as numbers are."""
    emails = sorted(
        (row for row in tables.get("emailaddresses", ()) if row.text("emailaddress")),
        key=lambda row: row.text("primary").casefold() != "yes",
    )
    for index, row in enumerate(emails):
        disclosure: Disclosure = "private" if index else "on_request"
        yield Fact(_nth("email", index), row.text("emailaddress"), row.origin, disclosure)
    phones = [row for row in tables.get("phonenumbers", ()) if row.text("phonenumber")]
    for index, row in enumerate(phones):
        yield Fact(_nth("phone", index), row.text("phonenumber"), row.origin, "private")


def _lists(tables: Tables) -> Iterator[Fact]:
    for table, key, title, about in LISTS:
        rows = [row for row in tables.get(table, ()) if row.text(title)]
        for index, row in enumerate(rows):
            note = ", ".join(filter(None, map(row.text, about)))
            value = f"{row.text(title)} ({note})" if note else row.text(title)
            yield Fact(f"{key}[{index}]", value, row.origin)


def _position(row: Row) -> Position:
    return Position(
        row.text("title"),
        row.text("companyname"),
        row.origin,
        *_dates(row),
        row.text("location"),
        row.values.get("description", ""),
    )


def _education(row: Row) -> Education:
    start, end = _dates(row)
    written = " - ".join(date.text for date in (start, end) if date and date.text)
    return Education(
        row.text("schoolname"),
        row.origin,
        degree=row.text("degreename"),
        start=start,
        end=end,
        dates=written,
    )


def _summary(row: Row) -> Iterator[Passage]:
    if text := row.values.get("summary", ""):
        yield Passage(text, "summary", row.origin)


def _dates(row: Row) -> tuple[PartialDate | None, PartialDate | None]:
    """The export leaves out the end of what goes on."""
    started, finished = row.text("started"), row.text("finished")
    start = parse_date(started) if started else None
    if finished:
        return start, parse_date(finished)
    return start, PartialDate("", open=True) if start else None


def _nth(key: str, index: int) -> str:
    return f"{key}[{index}]" if index else key

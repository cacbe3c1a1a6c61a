"""Whether two sources mean the same job, the same school, or the same value."""

import re
from typing import TypeVar

from twin.ports.profile import Education, PartialDate, Position

Entry = TypeVar("Entry", Position, Education)

LEGAL_FORMS = frozenset(
    ("inc", "ltd", "llc", "plc", "gmbh", "ag", "bv", "nv", "sa", "sas", "sarl", "spa", "oy", "ab")
)
FILLERS = frozenset(("the", "of", "in", "at", "and", "for", "a", "an", "de", "la", "der", "die"))
LEVELS = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (
        r"ph\s?d|d\s?phil|doctor\w*|promotion|dr",
        r"m\s?sc|m\s?a|m\s?eng|mba|ll\s?m|master\w*|magister|magíster|mestrado",
        r"b\s?sc|b\s?a|b\s?eng|ll\s?b|bachelor\w*|licence|licenciatura|grado",
    )
)


def agree(value: str, other: str) -> bool:
    """Whether two values say the same, one perhaps more of it."""
    words, others = _words(_address(value)), _words(_address(other))
    return words <= others or others <= words


def same_item(value: str, other: str) -> bool:
    """Whether two entries of a list name the same; what stands in brackets is about it."""
    return _words(value.partition(" (")[0]) == _words(other.partition(" (")[0])


def same_job(kept: Position, other: Position) -> int:
    """How well they match; 0 when they are two jobs."""
    title, its_title = _words(kept.title), _words(other.title)
    company, its_company = _words(kept.company), _words(other.company)
    if not (company <= its_company or its_company <= company) or _apart(kept, other):
        return 0
    dated = _dates_in_common(kept, other)
    if title == its_title:
        return 1 + dated
    return dated if (title <= its_title or its_title <= title) and first_year(kept) else 0


def same_study(kept: Education, other: Education) -> int:
    """How well they match; 0 when they are two educations."""
    school, its_school = _words(kept.institution), _words(other.institution)
    if not (school <= its_school or its_school <= school):
        return 0
    level, its_level = _level(kept.degree), _level(other.degree)
    if level and its_level:
        return 2 + _dates_in_common(kept, other) if level == its_level else 0
    dated = _dates_in_common(kept, other)
    unknown = not kept.degree or not other.degree
    shared = _words(kept.degree) & _words(other.degree)
    return dated + 1 if dated or ((unknown or shared) and not _apart(kept, other)) else 0


def known(date: PartialDate) -> bool:
    """Whether it was understood at all."""
    return date.open or date.year is not None


def first_year(entry: Entry) -> int:
    """When it began, or else ended; 0 when neither is known."""
    date = entry.start if entry.start and entry.start.year else entry.end
    return date.year or 0 if date else 0


def last_year(entry: Entry) -> int:
    """When it ended; 9999 when it goes on."""
    if entry.end and entry.end.year:
        return entry.end.year
    return 9999 if not entry.end or entry.end.open else first_year(entry)


def _dates_in_common(kept: Entry, other: Entry) -> int:
    pairs = ((kept.start, other.start), (kept.end, other.end))
    return sum(
        known(date) and (date.year, date.open) == (its_date.year, its_date.open)
        for date, its_date in pairs
        if date and its_date
    )


def _apart(kept: Entry, other: Entry) -> bool:
    """Whether one ended before the other began."""
    first, its_first = first_year(kept), first_year(other)
    return bool(first and its_first) and (last_year(kept) < its_first or last_year(other) < first)


def _level(degree: str) -> int:
    plain = re.sub(r"[^\w\s]", " ", degree.casefold().replace(".", ""))
    return next((n for n, pattern in enumerate(LEVELS, start=1) if pattern.search(plain)), 0)


def _address(text: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?(?=\S+$)", "", text.strip())


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"\w+", text.casefold().replace("&", " and ").replace(".", ""))
    return frozenset(words) - LEGAL_FORMS - FILLERS or frozenset(words)

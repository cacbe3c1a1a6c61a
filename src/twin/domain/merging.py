"""The same job, school or list told by several sources, made one; the best source wins."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from twin.domain.likeness import (
    Entry,
    first_year,
    known,
    last_year,
    same_item,
    same_job,
    same_study,
)
from twin.ports.profile import Education, Fact, PartialDate, Position, ProfileWarning

LIST_KEY = re.compile(r"(?P<list>[^.\[\]]+)\[(?P<index>\d+)\]")


def merged_positions(
    sources: Sequence[Sequence[Position]],
) -> tuple[tuple[Position, ...], list[ProfileWarning]]:
    """One career from sources in order of precedence, and where they contradict each other."""
    return _merged(sources, same_job, _joined_job)


def merged_education(
    sources: Sequence[Sequence[Education]],
) -> tuple[tuple[Education, ...], list[ProfileWarning]]:
    """One list of schools from sources in order of precedence, and their contradictions."""
    return _merged(sources, same_study, _joined_study)


def merged_lists(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts such as `skills[2]` in one list for all sources, none in it twice, best first."""
    kept: list[Fact] = []
    lists: dict[str, dict[int, Fact]] = {}
    for fact in facts:
        key = LIST_KEY.fullmatch(fact.key)
        items = lists.setdefault(key["list"].casefold(), {}) if key else {}
        index = int(key["index"]) if key else 0
        first = next(iter(items.values()), fact)
        if first.origin.source != fact.origin.source:
            if any(same_item(fact.value, item.value) for item in items.values()):
                continue
            index = max(items) + 1
        items[index] = replace(fact, key=f"{key['list']}[{index}]") if key else fact
        kept.append(items[index])
    return tuple(kept)


def _merged(
    sources: Sequence[Sequence[Entry]],
    same: Callable[[Entry, Entry], int],
    join: Callable[[Entry, Entry], tuple[Entry, list[ProfileWarning]]],
) -> tuple[tuple[Entry, ...], list[ProfileWarning]]:
    kept: list[Entry] = []
    warnings: list[ProfileWarning] = []
    for entries in sources:
        earlier = list(range(len(kept)))  # each takes one entry of a source at most
        for entry in dict.fromkeys(entries):
            likeness = {n: same(kept[n], entry) for n in earlier}
            best = max(likeness, key=likeness.__getitem__, default=None)
            if best is None or not likeness[best]:
                kept.append(entry)
                continue
            earlier.remove(best)
            kept[best], found = join(kept[best], entry)
            warnings += found
    several = sum(bool(entries) for entries in sources) > 1
    return tuple(_by_date(kept) if several else kept), warnings


def _by_date(entries: list[Entry]) -> list[Entry]:
    """Newest first, as far as all are dated."""
    if all(first_year(entry) for entry in entries):
        return sorted(
            entries, key=lambda entry: (last_year(entry), first_year(entry)), reverse=True
        )
    return entries


def _joined_job(kept: Position, other: Position) -> tuple[Position, list[ProfileWarning]]:
    whole = replace(
        kept,
        start=_finer(kept.start, other.start),
        end=_finer(kept.end, other.end),
        location=kept.location or other.location,
        description=kept.description or other.description,
    )
    return whole, _contradictions(f"{kept.title} at {kept.company}", kept, other)


def _joined_study(kept: Education, other: Education) -> tuple[Education, list[ProfileWarning]]:
    whole = replace(
        kept,
        degree=kept.degree or other.degree,
        field=kept.field or other.field,
        start=_finer(kept.start, other.start),
        end=_finer(kept.end, other.end),
        dates=kept.dates or other.dates,
    )
    return whole, _contradictions(kept.institution or kept.degree, kept, other)


def _contradictions(what: str, kept: Entry, other: Entry) -> list[ProfileWarning]:
    return [
        ProfileWarning(
            f"{what}: {edge} is {date.text or 'open'} in {kept.origin.source} and"
            f" {its_date.text or 'open'} here; the first is used.",
            other.origin,
        )
        for edge, date, its_date in (
            ("the start", kept.start, other.start),
            ("the end", kept.end, other.end),
        )
        if date and its_date and known(date) and known(its_date) and _differ(date, its_date)
    ]


def _finer(date: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    """The first, unless the second says the same more exactly."""
    if not date or not known(date):
        return other or date
    if other and other.year == date.year and other.month and not date.month:
        return other
    return date


def _differ(date: PartialDate, other: PartialDate) -> bool:
    months = bool(date.month and other.month) and date.month != other.month
    return date.open != other.open or date.year != other.year or months

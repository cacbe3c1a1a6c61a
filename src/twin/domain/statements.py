"""A statement: one thing that the twin may say, what it rests on and what it is about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from twin.domain import phrasing
from twin.domain.common_words import function_words
from twin.domain.lexicon import named_by, shown_by
from twin.domain.synonyms import kin
from twin.domain.words import fold, stem, tokens
from twin.ports.llm import Source
from twin.ports.profile import Origin, PartialDate

StatementKind = Literal["fact", "list", "job", "study", "detail", "prose", "answer", "testimonial"]

# Keys of several words whose parts would name something else.
_COMPOUNDS = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"place[_ ]of[_ ]birth|birth[_ ]?(place|city|town)|born[_ ]in", "birthplace"),
        (
            r"date[_ ]of[_ ]birth|birth[_ ]?(date|day|year)|year[_ ]of[_ ]birth|born[_ ]on",
            "birthdate",
        ),
        (r"born[_ ]as|birth[_ ]name|maiden[_ ]name", "birthname"),
    )
)
_JOB_CONCEPTS = frozenset({"@job", "@employer", "@career"})
_NOT_HELD = re.compile(r"years|since|start|goal|dream|ideal|next|desired|open|first", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that may be said.

    Attributes:
        source: what it rests on, in the profile's own words.
        text: what to say.
        terms: stems and `@concepts` that it is about, each with a weight.
        named: the part of the terms that a fact's key gives; empty for prose.
        group: the list that it is an element of, as a source id.
        asks: the owner's further wordings, as stems.
        start, end: the span of a job or a course of study.
    """

    source: Source
    text: str
    kind: StatementKind
    terms: Mapping[str, float]
    named: frozenset[str] = frozenset()
    group: str = ""
    on_request: bool = False
    asks: tuple[frozenset[str], ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None


def source_at(origin: Origin, text: str, locator: str = "") -> Source:
    """A citable place; its id is the same as long as the profile is."""
    where = locator or origin.locator
    return Source(f"{origin.source}#{where}" if where else origin.source,
                  origin.source, where, text)  # fmt: skip


def terms(*weighted: tuple[str, float], concepts: Iterable[str] = ()) -> dict[str, float]:
    """Stems of the texts and the concepts that they show, each with the weight of its text."""
    found: dict[str, float] = dict.fromkeys(concepts, 2.0)
    for text, weight in weighted:
        for root in content_stems(text):
            found[root] = found.get(root, 0.0) + weight
            for akin in (*shown_by().get(root, ()), *kin(root)):
                found[akin] = max(found.get(akin, 0.0), 0.6 * weight)
    return found


def key_terms(key: str) -> dict[str, float]:
    """Stems of a fact's key, and the concepts that it names."""
    found: dict[str, float] = {}
    for pattern, name in _COMPOUNDS:
        key = pattern.sub(name, key)
    for part in phrasing.key_path(key):
        for root in content_stems(part.replace("_", " ")):
            found[root] = 1.5
            found |= dict.fromkeys(kin(root), 1.0)
            found |= dict.fromkeys((*shown_by().get(root, ()), *named_by().get(root, ())), 2.0)
    if "@programming" in found:
        found.pop("@language", None)
    if not _tells_a_job(key):
        found = {term: weight for term, weight in found.items() if term not in _JOB_CONCEPTS}
    if {"@job", "@current"} <= found.keys():
        found["@employer"] = 2.0
    if {"@job", "@previous"} <= found.keys():
        del found["@job"]
        found["@career"] = 2.0
    return found


def _tells_a_job(key: str) -> bool:
    """`career_goal`, `dream_job` and `years_at_current_job` tell of something else."""
    named = named_by().get(stem(phrasing.head(key)), ())
    return bool(_JOB_CONCEPTS & set(named)) and not _NOT_HELD.search(key) and phrasing.own(key)


def content_stems(text: str) -> list[str]:
    return [stem(word) for word in tokens(fold(text)) if word not in function_words()]


def with_unique_ids(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """Tell apart what shares a place, such as two jobs on one page of a PDF."""
    seen: dict[str, int] = {}
    kept = []
    for each in found:
        count = seen[each.source.id] = seen.get(each.source.id, 0) + 1
        if count > 1:
            each = replace(each, source=replace(each.source, id=f"{each.source.id}~{count}"))  # noqa: PLW2901
        kept.append(each)
    return tuple(kept)

"""A statement: one thing that the twin may say, what it rests on and what it is about."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from twin.domain.keys import content_stems
from twin.domain.lexicon import shown_by
from twin.domain.phrases import cues
from twin.domain.synonyms import country, kin
from twin.domain.words import fold
from twin.ports.llm import Source
from twin.ports.profile import Origin, PartialDate

StatementKind = Literal["fact", "list", "job", "study", "detail", "prose", "answer", "testimonial"]
CARRIED = 0.3  # the weight in a sentence of what the one before it names
_DEED = re.compile(r"\b(?:ran|runs?|climb(?:s|ed)?|rows?|rowed|sail(?:s|ed)?)\b", re.IGNORECASE)
_SPORTING = re.compile(
    r"\b(?:(?:runn|climb|boulder|swimm|cycl|row|kayak|hik|ski|sail)ing|marathons?|races?)\b"
    r"|\bI (?:\w+ )?(?:run|climb|row|sail)\b",
    re.IGNORECASE,
)
_PROGRAMMED = re.compile(r"\b(?:programming|computer|scripting) languages?\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:speak|spoke|spoken|fluent\w*|native)\b", re.IGNORECASE)
_USED = re.compile(
    r"\b(?:languages?|bilingual|learn\w*|taught|teach\w*|translat\w+|interpret\w*|read|write|wrote"
    r"|speak\w+|conversational|basic|in [A-Z])\b"
)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an object.

    Attributes:
        text: what to say of it.
        label: what it is called, as stems and `@concepts`.
        value: what it holds, likewise.
    """

    text: str
    label: frozenset[str]
    value: frozenset[str]


@dataclass(frozen=True, slots=True)
class Record:
    """An object, to be told by some of its fields.

    Attributes:
        lead: what to say before them: "My boat is Wren".
        terms: what the lead is about.
    """

    lead: str
    terms: frozenset[str]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that may be said.

    Attributes:
        source: what it rests on, in the profile's own words.
        text: what to say.
        terms: stems and `@concepts` that it is about, each with a weight.
        named: the part of the terms that a fact's key gives; empty for prose.
        group: the list or the object that it is a part of, as a source id.
        label: what a list is called that an object sorts things into, as stems and `@concepts`.
        asks: the owner's further wordings, as stems.
        start, end: the span of a job or a course of study.
        organisation: the employer or the school of one.
        record: the object that it tells whole.
    """

    source: Source
    text: str
    kind: StatementKind
    terms: Mapping[str, float]
    named: frozenset[str] = frozenset()
    group: str = ""
    label: frozenset[str] = frozenset()
    on_request: bool = False
    asks: tuple[frozenset[str], ...] = ()
    start: PartialDate | None = None
    end: PartialDate | None = None
    organisation: str = ""
    record: Record | None = None

    @property
    def length(self) -> float:
        """The weight of all that it is about."""
        return sum(weight for term, weight in self.terms.items() if not term.startswith("~"))

    @property
    def quoted(self) -> bool:
        """Whether it is said in a document's name, which may be about anything."""
        return self.text.startswith(self.source.file)


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
            for akin in (*_shown(root, text), *kin(root), *country(root)):
                found[akin] = max(found.get(akin, 0.0), 0.6 * weight)
        found |= {cue: weight for cue in cues(fold(text)) if cue not in found}
    return found


def _shown(root: str, text: str) -> Iterable[str]:
    """The concepts that a word shows.

    A language to program in is none that is spoken, nor is French polishing; and who ran a test
    does no sport.
    """
    shown = shown_by().get(root, ())
    if "@language" in shown and not _is_spoken_in(text):
        return [concept for concept in shown if concept != "@language"]
    if "@sport" in shown and _DEED.search(text) and not _SPORTING.search(text):
        return [concept for concept in shown if concept != "@sport"]
    return shown


def _is_spoken_in(text: str) -> bool:
    used = not _PROGRAMMED.search(text) and _USED.search(text)
    return bool(used or _SPOKEN.search(text))


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

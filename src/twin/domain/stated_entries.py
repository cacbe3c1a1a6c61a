"""What more is told of a job or a course of study: the reason for leaving, the thesis."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twin.domain import phrasing
from twin.domain.statements import Statement, terms
from twin.domain.words import sentences
from twin.ports.profile import Education, Fact, Origin, Position

Entry = Position | Education
LONGEST_WHOLE = 200  # characters; a longer fact is quoted by the sentence that answers
_FIELD = re.compile(r"(?P<entry>[^.\[\]]+(?:\[\d+\])?)\.(?P<field>[^.\[\]]+).*")
_OF_JOBS = frozenset({"~boss", "~~=boss"})  # who supervises a thesis is nobody's boss
_LABEL = re.compile(r"My [^:]+?(?= is |:)")


@dataclass(frozen=True, slots=True)
class Part:
    """A field of an entry that the entry itself does not tell, with all the facts in it."""

    entry: Entry
    place: str
    field: str
    facts: tuple[Fact, ...]

    def pieces(self) -> Iterator[Fact]:
        """What it tells in one fact; a long one sentence by sentence."""
        value = phrasing.listed(_values(self.facts))
        ask = tuple(wording for fact in self.facts for wording in fact.ask)
        whole = replace(self.facts[0], key=self.field, value=value, ask=ask)
        told = sentences(whole.value)
        pieces = [whole.value] if len(whole.value) <= LONGEST_WHOLE else told
        for number, piece in enumerate(pieces, 1):
            place = f"{self.place}/{self.field}" + (f"/{number}" if len(pieces) > 1 else "")
            yield replace(whole, value=piece, origin=replace(whole.origin, locator=place))

    def told(self, statement: Statement) -> Statement:
        """The statement on one of the pieces, said of this job or of this degree."""
        if isinstance(self.entry, Education):
            return _of_study(statement, self.entry.degree)
        return _of_job(statement, self.entry, self.field)


def parts(
    facts: Sequence[Fact], entries: Mapping[Origin, Entry]
) -> tuple[tuple[Part, ...], tuple[Fact, ...]]:
    """The parts of entries among the facts, and the other facts.

    Of what is told on request each fact is a part: who asks for one is told no other.
    """
    found: dict[tuple[Origin, str], list[Fact]] = {}
    others = []
    for fact in facts:
        key = _FIELD.fullmatch(fact.key)
        place = Origin(fact.origin.source, key["entry"] if key else "")
        if key and place in entries:
            alone = fact.disclosure == "on_request"
            field = fact.key.removeprefix(f"{place.locator}.") if alone else key["field"]
            found.setdefault((place, field), []).append(fact)
        else:
            others.append(fact)
    listed = (
        Part(entries[place], place.locator, field, tuple(members))
        for (place, field), members in found.items()
    )
    return tuple(listed), tuple(others)


def _values(facts: Sequence[Fact]) -> list[str]:
    """Each element of a list, each object in a list with its fields in brackets."""
    records: dict[str, dict[str, str]] = {}
    for fact in facts:
        place, _, name = (fact.key.partition(".")[2]).rpartition(".")
        records.setdefault(place or name, {})[name] = fact.value
    return [phrasing.record(fields) for fields in records.values()]


def _of_job(told: Statement, job: Position, field: str) -> Statement:
    label = f"At {job.company}, {phrasing.noun(field)}" if job.company else phrasing.noun(field)
    about = terms((f"{job.company} {job.title}", 0.5))
    now = {"@current": 0.5} if job.end and job.end.open else {}
    return replace(
        told,
        text=f"{label}: {phrasing.ended(told.source.text)}",
        kind="detail",
        terms={**about, **now, **told.terms},
    )


def _of_study(told: Statement, degree: str) -> Statement:
    plain = re.sub(r"\s*\([^()]*\)", "", degree)
    label = _LABEL.match(told.text) if plain else None
    text = f"{label[0]} ({plain}){told.text[label.end() :]}" if label else told.text
    about = {term: weight for term, weight in told.terms.items() if term not in _OF_JOBS}
    return replace(told, text=text, terms={**terms((degree, 0.5)), **about})

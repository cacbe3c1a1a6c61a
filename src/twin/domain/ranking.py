"""Statements ranked for a query: BM25 for the order, coverage of its demands for the threshold."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from twin.domain.question import Demand, Query
from twin.domain.shapes import fits
from twin.domain.statements import Statement, StatementKind

THRESHOLD = 0.6
MOST_PASSAGES = 3

# How much a kind of statement is trusted to answer, relative to a sentence of prose.
WEIGHTS: dict[StatementKind, float] = {
    "answer": 1.6, "fact": 1.4, "list": 1.4, "job": 1.3, "study": 1.3, "prose": 1.0, "detail": 0.9,
    "testimonial": 0.5,
}  # fmt: skip
_K1, _B = 1.2, 0.5
_ASK_OVERLAP = 0.6
_PROSE = frozenset({"prose", "detail", "testimonial"})
_TENSES = frozenset({"@current", "@previous", "current", "previous", "past"})


@dataclass(frozen=True, slots=True)
class Match:
    """A statement that may answer, and how well.

    Attributes:
        specific: a word of the question, not only a concept, is in its text.
        by_key: the fact's key names all that is asked for.
        full: it is structured, and holds each thing both by name and by concept.
    """

    statement: Statement
    score: float
    coverage: float
    specific: bool = False
    by_key: bool = False
    full: bool = False


class Index:
    """Statements by what they are about."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = tuple(statements)
        self._lengths = [_length(each) for each in statements]
        self._average = sum(self._lengths) / max(len(self._lengths), 1) or 1.0
        self._postings: dict[str, list[int]] = {}
        for number, each in enumerate(statements):
            for term in each.terms:
                self._postings.setdefault(term, []).append(number)

    def knows(self, demand: Demand) -> bool:
        """Whether the profile, or the lexicon, has a word for it."""
        return any(term.startswith("@") or term in self._postings for term in demand.alternatives)

    def search(self, query: Query) -> tuple[Match, ...]:
        """What answers the query, best first; empty when nothing does."""
        if query.negated or not query.subject:
            return ()
        weights = {demand: self._weight(demand) for demand in query.demands}
        candidates = {
            number
            for demand in query.subject
            for term in demand.alternatives
            for number in self._postings.get(term, ())
        }
        matches = [self._match(number, query, weights) for number in candidates]
        dated = query.wants in {"date", "span"}
        return _best([each for each in matches if each.coverage >= THRESHOLD], dated=dated)

    def asked_by_owner(self, query: Query) -> tuple[Match, ...]:
        """What the owner wrote this very question for, in these words or nearly so."""
        found = [
            Match(each, 10.0 * overlap, 1.0, specific=True)
            for each in self._statements
            if each.asks and (overlap := _overlap(query.stems, each.asks)) >= _ASK_OVERLAP
        ]
        return tuple(sorted(found, key=lambda match: -match.score)[:1])

    def _weight(self, demand: Demand) -> float:
        holders = {n for term in demand.alternatives for n in self._postings.get(term, ())}
        if demand.light and not holders:
            return 0.0
        rarity = math.log(1 + (len(self._statements) + 0.5) / (len(holders) + 0.5))
        return rarity * (0.2 if demand.light else 1.0)

    def _match(self, number: int, query: Query, weights: dict[Demand, float]) -> Match:
        statement = self._statements[number]
        met = {demand for demand in query.demands if meets(statement, demand)}
        if not _allowed(statement, query, met):
            return Match(statement, 0.0, 0.0)
        covered = sum(weights[demand] for demand in met)
        score = sum(weights[demand] * self._saturation(number, demand) for demand in met)
        return Match(
            statement,
            score * WEIGHTS[statement.kind],
            covered / sum(weights.values()),
            specific=any(not demand.light and _literal(statement, demand) for demand in met),
            by_key=all(
                demand.light or statement.named & set(demand.alternatives) for demand in met
            ),
            full=statement.kind not in _PROSE and _fully(statement, met),
        )

    def _saturation(self, number: int, demand: Demand) -> float:
        held = self._statements[number].terms
        frequency = max(held.get(term, 0.0) for term in demand.alternatives)
        length = 1 - _B + _B * self._lengths[number] / self._average
        return frequency * (_K1 + 1) / (frequency + _K1 * length)


def _length(statement: Statement) -> float:
    return sum(weight for term, weight in statement.terms.items() if not term.startswith("~"))


def meets(statement: Statement, demand: Demand) -> bool:
    held = statement.named if demand.explicit else statement.terms
    return any(term in held for term in demand.alternatives)


def _allowed(statement: Statement, query: Query, met: set[Demand]) -> bool:
    """Whether a statement may answer at all, however well it ranks."""
    unmet = [demand for demand in query.subject if demand not in met]
    if any(demand.number or demand.explicit or demand.name for demand in unmet):
        return False
    if statement.on_request and (unmet or not _asks_for(statement, met)):
        return False
    if statement.kind == "testimonial" and "@recommendation" not in _terms(met):
        return False
    return fits(statement, query.wants)


def _asks_for(statement: Statement, met: set[Demand]) -> bool:
    return bool((_terms(met) & statement.named) - _TENSES)


def _terms(demands: set[Demand]) -> set[str]:
    return {term for demand in demands if not demand.light for term in demand.alternatives}


def _fully(statement: Statement, met: set[Demand]) -> bool:
    """Whether every demand that names a concept by a word of its own meets both."""
    found = []
    for demand in met:
        concepts = {term for term in demand.alternatives if term.startswith("@")}
        stems = set(demand.alternatives) - concepts
        if concepts and stems and not demand.light:
            found.append(all(statement.terms.keys() & terms for terms in (concepts, stems)))
    return bool(found) and all(found)


def _literal(statement: Statement, demand: Demand) -> bool:
    """Met by a word of the text itself, rather than by a concept or the key."""
    return any(
        term in statement.terms and term not in statement.named
        for term in demand.alternatives
        if not term.startswith("@")
    )


def _overlap(asked: frozenset[str], asks: Sequence[frozenset[str]]) -> float:
    return max((len(asked & ask) / len(asked | ask) for ask in asks if ask), default=0.0)


def _as_good(match: Match, best: Match) -> bool:
    """Near the best in score; of studies, each is as good as the other, and a job is none."""
    if best.statement.kind == "study":
        return match.statement.kind == "study"
    return match.score >= 0.5 * best.score


def _best(matches: list[Match], *, dated: bool) -> tuple[Match, ...]:
    """The best matches without repetition: a list, or the elements of it that were asked for."""
    if not matches:
        return ()
    matches.sort(
        key=lambda match: (
            -round(match.coverage, 2),
            not match.full,
            -match.score,
            match.statement.source.id,
        )
    )
    best = matches[0]
    near = [
        match
        for match in matches
        if match.coverage >= best.coverage - 0.05 and _as_good(match, best)
        if match.by_key or not best.by_key
        if match.full or not (best.full and dated)
    ]
    lists = {match.statement.source.id for match in near if match.statement.kind == "list"}
    groups = {match.statement.group for match in near if match.specific and match.statement.group}
    kept = [
        match
        for match in near
        if match.statement.source.id not in groups
        and (match.specific or match.statement.group not in lists)
    ]
    few = best.specific and best.statement.kind != "study"
    return tuple(kept[: 2 if few else MOST_PASSAGES])

"""Statements ranked for a query: BM25 for the order, coverage of its demands for the threshold."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twin.domain.admission import allowed
from twin.domain.choice import Match, best, overlap, suffices
from twin.domain.concepts import NARROW
from twin.domain.demands import Demand
from twin.domain.fitting import is_fitting
from twin.domain.question import Query
from twin.domain.statements import Statement, StatementKind
from twin.domain.trial import (
    PROSE,
    Trial,
    called,
    fully,
    keyed,
    literal,
    meets,
    plainly,
    stands_beside,
    turned,
)

THRESHOLD = 0.6
NEAREST = 0.4  # what is worth a look although it does not answer

# How much a kind of statement is trusted to answer, relative to a sentence of prose.
WEIGHTS: dict[StatementKind, float] = {
    "answer": 1.6, "fact": 1.4, "list": 1.4, "job": 1.3, "study": 1.3, "prose": 1.0, "detail": 0.9,
    "testimonial": 0.5,
}  # fmt: skip
# Shares of a word's weight: a common one, one that the statement lacks, a verb that no statement
# has, a word that only the sentences beside it have, what the visitor told before the question.
_COMMON, _LACKED, _VERB, _BESIDE, _TOLD = 0.3, 0.3, 0.6, 0.6, 0.7
_TURNED = 0.2  # a word that the fact lacks which a turn of phrase asks for
_AKIN = 0.9  # met by a word that means nearly the same
_HEAD = 0.35  # taken off the coverage when the very thing asked for is missing
_FEW = 2  # statements that one common word alone may point to
_FITTING = 1.5  # for a place where one is asked for, an opinion where that is
_TOLD_OF_ONE = frozenset(
    {"number", "amount", "frequency", "date", "span"}
)  # how many visitors the second one had
_K1, _B = 1.2, 0.5
_ASK_OVERLAP = 0.6
_TO_SHOW = frozenset({"fact", "prose", "answer"})  # a post or a list is seldom what was meant
_RUNNING = frozenset({"prose", "detail"})
# Of a measure: the sentence that holds most of the question shows that another tells of another.
_MEASURES, _LESS = frozenset({"number", "span", "amount", "frequency", "date", "age"}), 0.1


class Index:
    """Statements by what they are about."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = tuple(statements)
        self._lengths = [each.length for each in statements]
        self._average = sum(self._lengths) / max(len(self._lengths), 1) or 1.0
        self._beside = [self._around(number) for number in range(len(self._statements))]
        self._keys = frozenset(term for each in statements for term in each.named)
        self._elements: dict[str, list[Statement]] = {}
        for each in statements:
            if each.group and "[" in each.source.locator:
                self._elements.setdefault(each.group, []).append(each)
        self._postings: dict[str, list[int]] = {}
        for number, each in enumerate(statements):
            for term in each.terms:
                self._postings.setdefault(term, []).append(number)

    def knows(self, demand: Demand) -> bool:
        """Whether the profile, or the lexicon, has a word for it."""
        return any(term.startswith("@") or term in self._postings for term in demand.alternatives)

    def names(self, demand: Demand) -> bool:
        """Whether a fact is called by the very word."""
        return demand.alternatives[-1] in self._keys

    def tells(self, demand: Demand) -> bool:
        """Whether a fact is called by its concept, which is a matter of its own."""
        return bool(NARROW.intersection(demand.alternatives[:1]) & self._keys)

    def search(self, query: Query) -> tuple[Match, ...]:
        """What answers the query, best first; empty when nothing does."""
        if query.subject:
            return self._ranked(query, THRESHOLD)
        found = self._ranked(self._promoted(query), THRESHOLD)
        found = tuple(each for each in found if suffices(each, query))
        closest = [each for each in found if each.coverage > found[0].coverage - (1 - _AKIN) / 2]
        return tuple(each for each in closest if each.met > 1 or len(closest) <= _FEW)

    def asked_by_owner(self, query: Query) -> tuple[Match, ...]:
        """What the owner wrote this very question for, in these words or nearly so."""
        found = [
            Match(each, 10.0 * shared, 1.0, specific=True)
            for each in self._statements
            if each.asks and (shared := overlap(query.stems, each.asks)) >= _ASK_OVERLAP
        ]
        return tuple(sorted(found, key=lambda match: -match.score)[:1])

    def nearest(self, query: Query) -> tuple[Match, ...]:
        """What stands next to a question that nothing answers; nothing to a private one."""
        unknown = any(each.name and not self.knows(each) for each in query.demands)
        if unknown or any(each.explicit for each in query.demands):
            return ()
        weights = {demand: self._weight(self._in_full(demand)) for demand in query.demands}
        near = []
        for number, each in enumerate(self._statements):
            met = _met(each, query)
            if not each.on_request and each.kind in _TO_SHOW and stands_beside(each, met):
                coverage = self._coverage(number, query, met, weights)
                near.append(Match(each, self._score(number, query, met, weights), coverage))
        near = [match for match in near if match.coverage >= NEAREST]
        return tuple(sorted(near, key=lambda match: -match.score * match.coverage**2)[:1])

    def _promoted(self, query: Query) -> Query:
        """A question of common words, those that the profile has taken at their full weight."""
        return replace(
            query,
            demands=tuple(replace(each, light=not self.knows(each)) for each in query.demands),
        )

    def _ranked(self, query: Query, threshold: float) -> tuple[Match, ...]:
        weights = {demand: self._weight(self._in_full(demand)) for demand in query.demands}
        candidates = {number for demand in query.demands for number in self._holders(demand)}
        matches = (self._match(number, query, weights, threshold) for number in candidates)
        found = [each for each in matches if each]
        running = [each for each in candidates if self._statements[each].kind in _RUNNING]
        if found and running and query.wants in _MEASURES:
            closest = max(self._covered(number, query, weights) for number in running)
            found = [
                each
                for each in found
                if each.statement.kind not in _RUNNING or each.coverage > closest - _LESS
            ]
        return best(found, dated=query.wants in {"date", "span"})

    def _covered(self, number: int, query: Query, weights: Mapping[Demand, float]) -> float:
        return self._coverage(number, query, _met(self._statements[number], query), weights)

    def _holders(self, demand: Demand) -> set[int]:
        return {n for term in demand.alternatives for n in self._postings.get(term, ())}

    def _weight(self, demand: Demand) -> float:
        holders = len(self._holders(demand))
        if demand.light and not holders:
            return 0.0
        rarity = math.log(1 + (len(self._statements) + 0.5) / (holders + 0.5))
        if demand.light:
            return rarity * _COMMON
        return rarity * (_VERB if demand.loose and not holders else 1.0)

    def _match(
        self, number: int, query: Query, weights: Mapping[Demand, float], threshold: float
    ) -> Match | None:
        statement = self._statements[number]
        met = _met(statement, query)
        coverage = self._coverage(number, query, met, weights)
        if coverage < threshold or not allowed(Trial(statement, query, met)):
            return None
        if statement.kind == "list" and not self._lists(statement, query, met):
            return None
        return Match(
            statement,
            self._score(number, query, met, weights),
            coverage,
            specific=any(not demand.light and literal(statement, demand) for demand in met),
            full=statement.kind not in PROSE and fully(statement, met),
            met=len(met),
            keyed=any(keyed(statement, demand) for demand in met),
            called=any(called(statement, demand) for demand in met),
            labelled=any(statement.label.intersection(demand.alternatives) for demand in met),
        )

    def _lists(self, statement: Statement, query: Query, met: frozenset[Demand]) -> bool:
        """Whether a list may answer: what is asked about one of its elements, that one tells."""
        elements = self._elements.get(statement.source.id, ())
        special = [each for each in met if not statement.named.intersection(each.alternatives)]
        if not special or not elements:
            return True
        meant = [each for each in elements if all(meets(each, demand) for demand in special)]
        if not meant:
            return len(special) < 2 or query.wants not in _TOLD_OF_ONE
        return any(allowed(Trial(each, query, _met(each, query))) for each in meant)

    def _score(
        self, number: int, query: Query, met: frozenset[Demand], weights: Mapping[Demand, float]
    ) -> float:
        statement = self._statements[number]
        score = sum(weights[demand] * self._saturation(number, demand) for demand in met)
        told = sum(self._weight(each) for each in query.context if meets(statement, each))
        fitting = _FITTING if is_fitting(Trial(statement, query, met)) else 1.0
        return (score + _TOLD * told) * WEIGHTS[statement.kind] * fitting

    def _coverage(
        self, number: int, query: Query, met: frozenset[Demand], weights: Mapping[Demand, float]
    ) -> float:
        """The share of the question's weight that a statement holds."""
        covered = asked = missing = 0.0
        by_key = any(keyed(self._statements[number], demand) for demand in met)
        by_turn = query.wants != "number" and any(
            turned(self._statements[number], demand) for demand in met
        )
        for demand, weight in weights.items():
            if demand in met:
                covered += weight * (1.0 if plainly(self._statements[number], demand) else _AKIN)
            elif not demand.light and self._beside[number].intersection(demand.alternatives):
                covered += weight * _BESIDE
            lacked = demand not in met and (
                demand.light or (by_key and not demand.written.isupper())
            )
            asked += weight * ((_TURNED if by_turn else _LACKED) if lacked else 1.0)
            missing += demand.head and demand not in met and self._must_show(demand) and not by_turn
        return covered / (asked or 1.0) - _HEAD * missing

    def _in_full(self, demand: Demand) -> Demand:
        """A common word that is asked for and is the name of a fact is no common word."""
        asked_for = demand.head and demand.light and self.names(demand)
        return replace(demand, light=False) if asked_for else demand

    def _must_show(self, head: Demand) -> bool:
        """Whether an answer has to name what is asked for: a concept, when a key does."""
        return not head.conceptual or self.names(head)

    def _saturation(self, number: int, demand: Demand) -> float:
        held = self._statements[number].terms
        frequency = max(held.get(term, 0.0) for term in demand.alternatives)
        length = 1 - _B + _B * self._lengths[number] / self._average
        return frequency * (_K1 + 1) / (frequency + _K1 * length)

    def _around(self, number: int) -> frozenset[str]:
        """What the sentences before and after one are about."""
        each = self._statements[number]
        if each.kind not in _RUNNING:
            return frozenset()
        beside = (*self._statements[max(number - 1, 0) : number],
                  *self._statements[number + 1 : number + 2])  # fmt: skip
        running = (
            other
            for other in beside
            if other.kind in _RUNNING and other.source.file == each.source.file
        )
        return frozenset(term for other in running for term in other.terms)


def _met(statement: Statement, query: Query) -> frozenset[Demand]:
    return frozenset(demand for demand in query.demands if meets(statement, demand))

"""The statements that answer one question, alone or as a follow-up to the answer before it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from twin.domain.admission import meets
from twin.domain.career import Career
from twin.domain.choice import Match
from twin.domain.common_words import function_words
from twin.domain.demands import Demand
from twin.domain.fragments import Said, fragment
from twin.domain.question import Query
from twin.domain.ranking import Index
from twin.domain.shapes import fits
from twin.domain.statements import Statement
from twin.domain.words import tokens

# What a follow-up without a subject of its own may ask about the answer before it.
_RESTATES = re.compile(
    r"^\W*(?:and |but |so |ok )*(?:(?:in|at|on|for|with|from|since|until) )?"
    r"(?:what|which|where|when|how long|how many|who)\b"
)
_MORE = re.compile(
    r"\b(?:tell|say|know|hear|explain|go on|elaborate)\b.*\bmore\b"
    r"|^\W*(?:and )?(?:more|go on|what else|continue|elaborate|anything else)\b"
)
_ELLIPTIC = re.compile(r"^\W*(?:and|what about|how about|or)\b|\b(?:one|ones|them|those|it)\b")
# What a follow-up says of the thing that the answer before was about.
_POINTS = re.compile(r"\b(?:it|its|that|there|them|their|they|those|these|this|one)\b")
_BOUND = re.compile(
    r"\b(?:does|did|is|was|were|are|do|has|have|had|can|could|would|will|about|of|with|for|in|at|on)"
    r" (?:it|that|they|them|there|those)\b|\b(?:its|their)\b"
)
_REACTS = re.compile(
    r"^\W*(?:and |but |so |oh |ok )*(?:did|does|do|was|is|were|are|has|have|how|what) "
)
LONGEST_POINTING = 9  # words; a longer question says itself what it is about
_NEW = re.compile(r"^(?!.*\b(?:that|this|it|there|then|those|these|them)\b).*\byou\b")
_PICKED = re.compile(r"\bthe (?P<which>first|second|third|last|latter|former) one\b")
_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1, "latter": -1}


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers a question, and the visitor's words that nothing is known about."""

    matches: tuple[Match, ...] = ()
    unknown: tuple[str, ...] = ()


class Answers:
    """Answers from a fixed set of statements."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = tuple(statements)
        self._index = Index(statements)
        self._career = Career(statements)

    def find(self, asked: Query, before: Said | None = None) -> Answer:
        """What answers a question; `before` is what it may refer to."""
        if asked_for := self._index.asked_by_owner(asked):
            return Answer(asked_for)
        topic = before.statements if before else ()
        if picked := self._picked(asked, topic):
            return _certain(each for each in picked if fits(each, asked.wants))
        in_time = None if asked.negated else self._career.answer(asked, topic)
        if in_time:
            return _certain(each for each in in_time if fits(each, asked.wants))
        continued = self._continued(asked, before) if before else None
        if continued is not None:
            return continued
        if in_time == () or self._unknown(asked):
            return Answer(unknown=self._unknown(asked))
        return self._searched(asked, before)

    def _continued(self, asked: Query, before: Said) -> Answer | None:
        """The answer to a follow-up; None when the question stands by itself."""
        pointed = fragment(asked, before) or self._pointed_at(asked, before)
        if pointed is None and not asked.subject:
            pointed = self._about(before, asked)
        if pointed is None:
            return None
        return _certain(pointed) if pointed else Answer(unknown=self._unknown(asked))

    def _searched(self, asked: Query, before: Said | None) -> Answer:
        found = self._index.search(asked)
        if not found and before and _ELLIPTIC.search(asked.folded):
            found = self._index.search(_completed(asked, before.asked))
        return Answer(self._with_details(found, asked))

    def _with_details(self, found: tuple[Match, ...], asked: Query) -> tuple[Match, ...]:
        """A job that was asked about as such, with what was done there."""
        if not found or found[0].statement.kind != "job" or asked.wants or "@job" in _terms(asked):
            return found
        job = found[0].statement
        details = [
            each for each in self._statements if each.kind == "detail" and _together(each, job)
        ]
        return (found[0], *(Match(each, 1.0, 1.0) for each in details[:2])) if details else found

    def _unknown(self, asked: Query) -> tuple[str, ...]:
        return tuple(
            demand.written
            for demand in asked.subject
            if not demand.loose and not self._index.knows(demand)
        )

    def _picked(self, asked: Query, topic: Sequence[Statement]) -> tuple[Statement, ...]:
        """The one of several that were just named: "the first one"."""
        found = _PICKED.search(asked.folded)
        named = [
            each for each in self._statements if topic and each.group == topic[0].source.id
        ] or topic
        if not found or len(named) < 2:
            return ()
        place = _PLACES[found["which"]]
        return tuple(named[place:][:1]) if place < len(named) else ()

    def _about(self, before: Said, asked: Query) -> tuple[Statement, ...]:
        """The answer before, once more, when it holds what a subjectless follow-up wants."""
        if _MORE.search(asked.folded):
            return self._more(before)
        if asked.wants == "reason":
            return self._reasons(before, asked)
        spans = {each.kind for each in before.statements} <= {"job", "study"}
        dated = spans and asked.wants in {"date", "span"}
        refers = dated or not _NEW.search(asked.folded)
        if not refers or not _RESTATES.search(asked.folded):
            return ()
        return tuple(each for each in before.statements if fits(each, asked.wants))[:1]

    def _pointed_at(self, asked: Query, before: Said) -> tuple[Statement, ...] | None:
        """What is said beside the answer before that meets a question about "it".

        None when the question is not bound to that answer, or may be about something else.
        """
        if len(tokens(asked.folded)) > LONGEST_POINTING or not _POINTS.search(asked.folded):
            return None
        near = self._near(before)
        wanting = asked.subject or asked.demands
        held = [
            (sum(meets(each, demand) for demand in wanting), -place, each)
            for place, each in enumerate(near)
            if fits(each, asked.wants)
        ]
        best = max((count for count, _, _ in held), default=0)
        found = tuple(each for count, _, each in held if count == best and count)
        if found:
            return found[:2]
        bound = _BOUND.search(asked.folded) and asked.subject and not _conceptual(asked)
        return () if bound else None

    def _near(self, before: Said) -> tuple[Statement, ...]:
        """The statements of the answer before, and what stands beside them."""
        said = before.statements
        groups = {each.group or each.source.id for each in said}
        beside = [
            each
            for each in self._statements
            if each not in said
            and ((each.group and each.group in groups and "[" not in each.source.locator)
                 or any(_adjoins(each, other) for other in said))
        ]  # fmt: skip
        return (*said, *beside)

    def _reasons(self, before: Said, asked: Query) -> tuple[Statement, ...]:
        """Why, of what the answer before said: in it, beside it, or wherever it is told."""
        beside = [
            each
            for each in self._near(before)
            if each.kind in {"prose", "answer"} and fits(each, asked.wants)
        ]
        again = self._index.search(replace(before.asked, wants=asked.wants))
        return (*(match.statement for match in again[:1]), *beside)[:2]

    def _more(self, before: Said) -> tuple[Statement, ...]:
        """What stands beside the answer before: a job's details, the sentences that follow."""
        said = {each.source.id for each in before.statements}
        beside = [
            each
            for each in self._statements
            if each.kind in {"detail", "prose"} and each.source.id not in said
            if any(_together(each, other) for other in before.statements)
        ]
        return tuple(beside[:2])


def _adjoins(one: Statement, other: Statement) -> bool:
    """Whether one sentence follows the other, or tells of the same job."""
    if {one.kind, other.kind} <= {"job", "detail"}:
        return _together(one, other)
    if one.kind != "prose" or other.kind != "prose" or one.source.file != other.source.file:
        return False
    place, beside = (each.source.locator.rpartition("/") for each in (one, other))
    return place[0] == beside[0] and 0 < int(place[2]) - int(beside[2]) <= 2


def _conceptual(asked: Query) -> bool:
    return any(term.startswith("@") for term in _terms(asked))


def _certain(chosen: Iterable[Statement]) -> Answer:
    return Answer(tuple(Match(each, 1.0, 1.0) for each in chosen))


def _terms(asked: Query) -> set[str]:
    return {term for demand in asked.subject for term in demand.alternatives}


def foreign(asked: Query) -> bool:
    """Whether a question is hardly English: its words are unknown for another reason."""
    words = tokens(asked.folded)
    return len(words) >= 3 and sum(word in function_words() for word in words) < 0.3 * len(words)


def _completed(asked: Query, before: Query) -> Query:
    """The follow-up with what the question before it was about."""
    kept: tuple[Demand, ...] = tuple(
        demand
        for demand in before.subject
        if any(term.startswith("@") for term in demand.alternatives)
    )
    return replace(asked, demands=(*kept, *asked.demands), wants=asked.wants or before.wants)


def _together(one: Statement, other: Statement) -> bool:
    """Whether they stand in the same place of the same file."""
    place, beside = (each.source.locator.rpartition("/")[0] or each.source.locator
                     for each in (one, other))  # fmt: skip
    return one.source.file == other.source.file and (
        place == beside or (one.kind == other.kind == "prose")
    )

"""The statements that answer one question, alone or as a follow-up to the answer before it."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from twin.domain.belonging import is_of_job, tells_duties
from twin.domain.career import Career
from twin.domain.choice import Match, unrepeated
from twin.domain.common_words import function_words
from twin.domain.demands import Demand
from twin.domain.follow_ups import FollowUps, points, refers_back
from twin.domain.fragments import THERE, Said
from twin.domain.intents import WISHING
from twin.domain.measures import MISMEASURING
from twin.domain.names import Names
from twin.domain.others import told_of_another
from twin.domain.plainer import plainer
from twin.domain.premises import mistaken
from twin.domain.question import Query
from twin.domain.ranking import Index
from twin.domain.setting import Setting
from twin.domain.shapes import fits
from twin.domain.statements import Statement
from twin.domain.texts import Texts
from twin.domain.trial import Trial, meets
from twin.domain.untold import leaves_untold
from twin.domain.words import tokens

_ELLIPTIC = re.compile(r"^\W*(?:and|what about|how about|or)\b|\b(?:one|ones|them|those|it)\b")
_LEFT_IT = re.compile(
    r"^\W*(?:and |but |so )*why did (?:you|she|he) (?:leave|quit|go|move on|stop|change)"
    r"(?: it| there| them)?\W*$"
)
_WHICH = re.compile(r"^\W*(?:and |but |so )*(?:which|what|who|whose)\b")
LONGEST_ECHOING = 5  # words; a longer question is about more than what was just said
_ONE = re.compile(r"\bones?\b")  # of the thing before, and of no other


@dataclass(frozen=True, slots=True)
class Answer:
    """What answers a question, and the visitor's words that nothing is known about."""

    matches: tuple[Match, ...] = ()
    unknown: tuple[str, ...] = ()


class Answers:
    """Answers from a fixed set of statements."""

    def __init__(self, statements: Sequence[Statement], own_names: Collection[str] = ()) -> None:
        self._statements = tuple(statements)
        self._own_names = own_names
        self._index = Index(statements)
        self._career = Career(statements)
        self._follow_ups = FollowUps(statements, self._index)
        self._names = Names(statements)
        self._setting = Setting(statements, self._index)
        self._texts = Texts(statements)

    def find(self, asked: Query, before: Said | None = None) -> Answer:
        """What answers a question; `before` is what it may refer to."""
        asked = self._setting.without(self._names.resolved(asked))
        pointing = before and len(asked.stems) < 2 and points(asked)  # "what is it called?"
        if not pointing and (asked_for := self._index.asked_by_owner(asked)):
            return Answer(asked_for)
        of_another = told_of_another(asked, before, self._statements, self._own_names)
        if of_another is not None:
            return _certain(of_another)
        plain = plainer(asked)
        if plain and (told := self._of_oneself(plain, None)).matches:
            return told
        return self._of_oneself(asked, before)

    def _of_oneself(self, asked: Query, before: Said | None) -> Answer:
        topic = before.statements if before else ()
        if picked := self._texts.answer(asked) or self._follow_ups.picked(asked, topic):
            return _certain(each for each in picked if fits(each, asked.wants))
        in_time = None if asked.negated else self._career.answer(asked, topic)
        if in_time and (told := [each for each in in_time if fits(each, asked.wants)]):
            return _certain(told)
        continued = self._follow_ups.answer(asked, before) if before else None
        if continued:
            kept = tuple(each for each in continued if not _leaves_open(each, asked))
            continued = kept or (() if refers_back(asked) else None)
        if continued:
            return _certain(continued)
        if () in (continued, in_time) or self._unknown(asked):
            return Answer(unknown=self._unknown(asked))
        return self._searched(asked, before)

    def nearest(self, asked: Query, before: Said | None) -> tuple[Match, ...]:
        """What to show beside the word that there is no answer."""
        pointing = before is not None and points(asked)
        resolved = self._setting.without(self._names.resolved(asked))
        return () if pointing or foreign(asked) else self._index.nearest(resolved)

    def mistaken(self, asked: Query, told: Query | None) -> bool:
        """Whether a question, or what was told before it, takes something untrue for granted."""
        said = f"{told.text}, {asked.text}" if told else asked.text
        return not self._index.asked_by_owner(asked) and mistaken(said, self._statements)

    def wished(self, asked: Query) -> bool:
        """Whether a visitor who tells of a wish means a fact: "we would love to print a photo"."""
        return bool(WISHING.search(asked.folded)) and any(
            not demand.written and not demand.explicit and self._index.tells(demand)
            for demand in asked.demands
        )

    def _searched(self, asked: Query, before: Said | None) -> Answer:
        found = self._found(asked, asked, before)
        if not found and before and _ELLIPTIC.search(asked.folded):
            meant = _completed(asked, before.asked)
            bound = _ONE.search(asked.folded) or THERE.search(asked.folded)
            completed = self._found(meant, asked, before) if bound else self._index.search(meant)
            found = tuple(each for each in completed if _adds(each.statement, asked))
        if found and before and _LEFT_IT.search(asked.folded):
            job = before.statements[0]
            found = tuple(each for each in found if is_of_job(each.statement, job))
        if not found and before:
            found = _said_again(asked, before)
        return Answer(unrepeated(self._with_details(found, asked)))

    def _found(self, meant: Query, asked: Query, before: Said | None) -> tuple[Match, ...]:
        return tuple(
            each
            for each in self._index.search(meant)
            if not (before and self._follow_ups.strays(each.statement, asked, before))
        )

    def _with_details(self, found: tuple[Match, ...], asked: Query) -> tuple[Match, ...]:
        """A job that was asked about as such, with what was done there."""
        if not found or found[0].statement.kind != "job" or asked.wants or "@job" in asked.terms:
            return found
        job = found[0].statement
        details = [each for each in self._statements if tells_duties(each, job)]
        return (found[0], *(Match(each, 1.0, 1.0) for each in details[:2])) if details else found

    def _unknown(self, asked: Query) -> tuple[str, ...]:
        """What nothing is known about; a camera is told wherever it is taken."""
        told = any(
            (demand.head and self._index.names(demand)) or self._index.tells(demand)
            for demand in asked.demands
        )
        return tuple(
            demand.written
            for demand in asked.subject
            if not demand.loose and not self._index.knows(demand)
            if demand.name or not told
        )


def _adds(statement: Statement, asked: Query) -> bool:
    """Whether it holds something of the follow-up itself: the rent, not once more the desk."""
    return (
        not asked.subject
        or bool(asked.wants)
        or any(meets(statement, each) for each in asked.subject)
    )


def _said_again(asked: Query, before: Said) -> tuple[Match, ...]:
    """Of the answer before, what holds every word of a short question: "how many servers?"."""
    wanting = asked.subject or tuple(each for each in asked.demands if each.head)
    short = len(tokens(asked.folded)) <= LONGEST_ECHOING and bool(wanting)
    plain = short and not (asked.negated or _WHICH.search(asked.folded))
    plain = plain and not any(each.explicit for each in wanting)
    return tuple(
        Match(each, 1.0, 1.0)
        for each in before.statements
        if plain and all(meets(each, demand) for demand in wanting)
        if fits(each, asked.wants) and not _leaves_open(each, asked)
    )[:1]


def _leaves_open(statement: Statement, asked: Query) -> bool:
    """Whether the answer before has the thing, and not what a follow-up asks of it."""
    met = frozenset(demand for demand in asked.demands if meets(statement, demand))
    trial = Trial(statement, asked, met)
    return leaves_untold(trial) or any(misses(trial) for misses in MISMEASURING)


def _certain(chosen: Iterable[Statement]) -> Answer:
    return Answer(tuple(Match(each, 1.0, 1.0) for each in chosen))


def foreign(asked: Query) -> bool:
    """Whether a question is hardly English: its words are unknown for another reason."""
    words = tokens(asked.folded)
    return len(words) >= 3 and sum(word in function_words() for word in words) < 0.3 * len(words)


def half_known(asked: Sequence[Query], answers: Sequence[Answer]) -> Answer | None:
    """The answer to "do you know Java and Kotlin?", when only the former is known."""
    known, other = answers
    names = [demand.written for demand in asked[1].demands]
    bare = [asked[1].text.rstrip(" ?")] == names == [*other.unknown]
    thing = bare and not names[0].endswith("ing")  # "... still a beginner and practising?"
    return Answer(known.matches, other.unknown) if known.matches and thing else None


def _completed(asked: Query, before: Query) -> Query:
    """The follow-up with what the question before it was about.

    "And in 2023?" asks all that was asked of 2024.
    """
    exchanged = bool(asked.subject) and all(each.number or each.name for each in asked.subject)
    kept: tuple[Demand, ...] = tuple(
        demand
        for demand in before.subject
        if demand.conceptual or (exchanged and not demand.number and not demand.name)
    )
    return replace(asked, demands=(*kept, *asked.demands), wants=asked.wants or before.wants)

"""Questions that the answer before makes whole: "since when?", "how big is it?", "why?"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twin.domain.belonging import elsewhere, tells_duties, tells_no_post, together
from twin.domain.demands import Demand
from twin.domain.fragments import FRAGMENT, THERE, Said, bare, fragment, labelled
from twin.domain.posts import of_the_post
from twin.domain.question import Query
from twin.domain.ranking import Index
from twin.domain.shapes import fits
from twin.domain.statements import Statement
from twin.domain.trial import meets
from twin.domain.words import tokens

# What a follow-up without a subject of its own may ask about the answer before it.
_RESTATES = re.compile(
    r"^\W*(?:and |but |so |ok )*(?:(?:in|at|on|for|with|from|since|until) )?"
    r"(?:what|which|where|when|who"
    r"|how (?:long|many|much|big|large|far|often|old|early|high|well|good|fluent))\b"
)
# Of a job that was just told: what was done in it.
_DONE_THERE = re.compile(
    r"^\W*(?:and |so |ok )*what (?:do|did|does|have|are|were) (?:you|she|he) (?:\w+ly )?"
    r"(?:do|done|doing|achieved?|accomplish(?:ed)?|work on|working on|build|built|learn|make"
    r"|own|run|lead|manage|change|improve|ship|look after|looking after"
    r"|responsible for) (?:there|(?:in|at|for|with) (?:it|them|that(?: \w+)?|this(?: \w+)?))\W*$"
    r"|^\W*(?:and |so |ok )*(?:what (?:are|were) )?(?:any |your |the )?(?:\w+ )?"
    r"(?:responsibilities|duties|tasks|achievements|accomplishments|highlights)(?: there)?\W*$"
)
_MORE = re.compile(
    r"\b(?:tell|say|know|hear|explain|go on|elaborate)\b.*\bmore\b"
    r"|^\W*(?:and )?(?:more|go on|what else|continue|elaborate|anything else)\b"
    r"|\bwhat (?:did|do) you (?:\w+ )?(?:do|change|learn)\b.*\b(?:afterwards?|then|differently)\W*$"
    r"|\bwhat did you do (?:about|with) (?:it|that|them)\W*$"
    r"|\bwhat happened (?:next|then|afterwards)\b"
)
_WORKED = re.compile(
    r"\binstead\W*$"
    r"|^\W*(?:and |but |so )*(?:did|does|has|was) (?:it|that|this|they) (?:\w+ )?"
    r"(?:work(?:ed)?(?: out)?|help(?:ed)?|pay off|paid off|succeed|a success|successful)\W*$"
)
# What a follow-up says of the thing that the answer before was about.
_POINTS = re.compile(r"\b(?:it|its|that|there|them|their|they|those|these|this|one)\b")
_BOUND = re.compile(
    r"\b(?:does|did|is|was|were|are|do|has|have|had|can|could|would|will|about|of|with|for|in|at"
    r"|on) (?:it|that|they|them|there|those)\b|\b(?:its|their)\b"
)
# What only a thing that was spoken of before can mean: "why did you choose that club?"
_BACK = re.compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bpay )\b(?:it|its|they|them|their|him|you two)\b"
    r"|\b(?:that|this|those|these) (?!(?:you|is|was|are|were|day|week|month|year)s?\b)\w+"
    r"|\bthe (?:most |least )?\w+(?:est|sive|ous|nt|ful) ones?\b|\bwhich of them\b"
    rf"|{FRAGMENT.pattern}"
)
_PLACED = re.compile(
    r"^\W*(?:and |so )*(?:in |at )?(?:which|what) (?:city|country|town|place|village)"
    r" (?:is|was) (?:that|it)\b"
    r"|^\W*(?:and |so )*where (?:is|was) (?:that|it)\W*$"
)
_IN_PLACE = re.compile(r"\b(?:in|at|near) (?:the )?[A-ZÀ-Þ]")
_NAMED = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][\w'’-]{2,}")
# What an answer may have said of its thing without having been asked: "for nine hours".
_SAID_IN_PASSING = frozenset({"span", "date", "money", "number", "amount"})
MOST_AKIN = 4  # statements that name the same thing; more are about the person as such
LONGEST_POINTING = 9  # words; a longer question says itself what it is about
_YOURS = re.compile(
    r"^(?!.*\b(?:that|this|it|there|then|those|these|them)\b).*\byours?\b|are you\b"
)
_NEW = re.compile(r"^(?!.*\b(?:that|this|it|there|then|those|these|them)\b).*\byou\b")
_PICKED = re.compile(r"\bthe (?P<which>first|second|third|last|latter|former) one\b")
_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1, "latter": -1}


class FollowUps:
    """What a fixed set of statements says to follow-ups."""

    def __init__(self, statements: Sequence[Statement], index: Index) -> None:
        # What is told on request is never what else there is beside an answer.
        self._statements = tuple(each for each in statements if not each.on_request)
        self._index = index
        self._places = {each.source.id: place for place, each in enumerate(self._statements)}

    def picked(self, asked: Query, topic: Sequence[Statement]) -> tuple[Statement, ...]:
        """The one of several that were just named: "the first one"."""
        found = _PICKED.search(asked.folded)
        named = [
            each for each in self._statements if topic and each.group == topic[0].source.id
        ] or topic
        if not found or len(named) < 2:
            return ()
        place = _PLACES[found["which"]]
        return tuple(named[place:][:1]) if place < len(named) else ()

    def answer(self, asked: Query, before: Said) -> tuple[Statement, ...] | None:
        """What is said to a follow-up; None when the question stands by itself."""
        if _PLACED.search(asked.folded):
            near = [each for each in self._near(before) if _IN_PLACE.search(each.text)]
            return tuple(sorted(near, key=lambda each: each.kind != "job"))[:1]
        of_post = of_the_post(asked, before.statements[0], self._statements)
        if of_post is not None:
            return of_post
        if before.statements[0].kind == "job" and _DONE_THERE.search(asked.folded):
            job = before.statements[0]
            return tuple(each for each in self._statements if tells_duties(each, job))[:2] or (job,)
        near = sorted((*before.statements, *self._beside(before)), key=tells_no_post)
        if again := bare(asked, near):
            return again
        pointed = fragment(asked, before) or self._pointed_at(asked, before)
        if pointed is None and not asked.subject:
            pointed = self._about(before, asked)
        return pointed

    def strays(self, statement: Statement, asked: Query, before: Said) -> bool:
        """Whether a question about "that club", or "there", would be answered from elsewhere."""
        if THERE.search(asked.folded) and elsewhere(statement, before.statements):
            return True
        if not refers_back(asked):
            return False
        topic = [each for each in before.asked.subject if not each.explicit]
        return statement not in self._near(before) and not any(
            meets(statement, each) for each in topic
        )

    def _about(self, before: Said, asked: Query) -> tuple[Statement, ...] | None:
        """The answer before, once more, when it holds what a subjectless follow-up wants."""
        if _MORE.search(asked.folded):
            return self._more(before)
        if _YOURS.search(asked.folded) and any(map(self._index.names, asked.demands)):
            return None  # "and what was your biggest deal?"
        if _WORKED.search(asked.folded):
            return (*before.statements[:1], *self._more(before)[:1])
        if asked.wants == "reason":
            return self._reasons(before, asked) or None
        spans = {each.kind for each in before.statements} <= {"job", "study"}
        dated = spans and asked.wants in {"date", "span"}
        refers = dated or not _NEW.search(asked.folded)
        if not refers or not _RESTATES.search(asked.folded):
            return ()
        named = asked.wants != "name"
        return tuple(
            each
            for each in before.statements
            if fits(each, asked.wants) and (named or _NAMED.search(each.source.text))
        )[:1]

    def _pointed_at(self, asked: Query, before: Said) -> tuple[Statement, ...] | None:
        """What is said beside the answer before that meets a question about "it".

        None when the question is not bound to that answer, or may be about something else.
        """
        if len(tokens(asked.folded)) > LONGEST_POINTING or not _POINTS.search(asked.folded):
            return None
        near = self._near(before)
        if part := labelled(near, asked):
            return part
        wanting = asked.subject or asked.demands
        held = [
            (sum(meets(each, demand) for demand in wanting), -place, each)
            for place, each in enumerate(near)
            if fits(each, asked.wants) and not _misses_a_name(each, wanting)
        ]
        best = max((count for count, _, _ in held), default=0)
        found = tuple(each for count, _, each in held if count == best and count)
        if found:
            return found[:2]
        if asked.wants in _SAID_IN_PASSING and all(each.loose for each in asked.subject):
            return tuple(each for each in before.statements if fits(each, asked.wants))[:1] or None
        bound = _BOUND.search(asked.folded) and asked.subject and not _conceptual(asked)
        return () if bound else None

    def _near(self, before: Said) -> tuple[Statement, ...]:
        """The statements of the answer before, and what stands beside them."""
        near = (*before.statements, *self._beside(before), *self._akin(before.statements))
        return tuple({each.source.id: each for each in near}.values())

    def _beside(self, before: Said) -> Iterator[Statement]:
        """The other parts of an object, what a job says, the sentences that follow."""
        said = before.statements
        groups = {each.group or each.source.id for each in said}
        for each in self._statements:
            part = each.group and each.group in groups and "[" not in each.source.locator
            if each not in said and (part or any(_adjoins(each, other) for other in said)):
                yield each

    def _akin(self, said: Sequence[Statement]) -> Iterator[Statement]:
        """What else is told of the few things that the answer before names."""
        names = {name for each in said for name in _NAMED.findall(each.source.text)}
        for name in sorted(names):
            telling = [each for each in self._statements if name in each.source.text]
            if len(telling) <= MOST_AKIN:
                yield from (each for each in telling if each.kind in {"prose", "detail", "answer"})

    def _reasons(self, before: Said, asked: Query) -> tuple[Statement, ...]:
        """Why, of what the answer before said: in it, beside it, or wherever it is told."""
        beside = [
            each
            for each in self._near(before)
            if each.kind in {"prose", "answer"} and fits(each, asked.wants)
        ]
        again = self._index.search(replace(before.asked, wants=asked.wants))
        found = (*(match.statement for match in again[:1]), *beside)
        deeds = [each for each in asked.demands if self._index.knows(each)]
        return tuple(each for each in found if all(meets(each, deed) for deed in deeds))[:2]

    def _more(self, before: Said) -> tuple[Statement, ...]:
        """What stands beside the answer before: a job's details, the sentences that follow."""
        said = {each.source.id for each in before.statements}
        beside = [
            each
            for each in self._statements
            if each.kind in {"detail", "prose"} and each.source.id not in said
            if any(together(each, other) for other in before.statements)
        ]
        place = self._places.get(before.statements[0].source.id, 0)
        following = [each for each in beside if self._places[each.source.id] > place]
        return tuple((following or beside)[:2])


def _adjoins(one: Statement, other: Statement) -> bool:
    """Whether one sentence follows the other, or tells of the same job."""
    if {one.kind, other.kind} <= {"job", "detail"}:
        return together(one, other)
    if one.kind != "prose" or other.kind != "prose" or one.source.file != other.source.file:
        return False
    place, beside = (each.source.locator.rpartition("/") for each in (one, other))
    return place[0] == beside[0] and 0 < int(place[2]) - int(beside[2]) <= 2


def _misses_a_name(statement: Statement, wanting: Iterable[Demand]) -> bool:
    return any(demand.name and not meets(statement, demand) for demand in wanting)


def _conceptual(asked: Query) -> bool:
    return any(term.startswith("@") for term in asked.terms)


def refers_back(asked: Query) -> bool:
    """Whether a short question is about a thing that only the answer before can name."""
    return len(tokens(asked.folded)) <= LONGEST_POINTING and bool(_BACK.search(asked.folded))


def points(asked: Query) -> bool:
    """Whether a question speaks of a thing by a word such as "it"."""
    return bool(_POINTS.search(asked.folded))

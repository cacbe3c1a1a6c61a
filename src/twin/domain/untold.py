"""Statements that tell of the thing, and not what is asked of it: where, since when, by whom."""

import re
from collections.abc import Callable, Iterable

from twin.domain.advice import NO_ADVICE
from twin.domain.doers import LEAVING_THE_DOER
from twin.domain.telling import (
    FATES,
    FIELDS,
    MATTERS,
    MONTHS,
    NAME,
    SEASONS,
    SENSES,
    START,
    TERMS,
    TIMES,
    Telling,
)
from twin.domain.trial import PROSE, Trial, open_demands, plainly
from twin.domain.words import fold, stem, tokens

_WHERE = re.compile(
    rf"{START}where\b(?!.* (?:heading|headed|going)\b)"
    r"(?! (?:can|could|may|should|do|would) (?:i|we|one|people)\b"
    r"| (?:do|did) you (?:see|stand|draw))"
)
_PLACE = re.compile(
    r"\b(?i:in|at|near|from|to|above|behind|outside|opposite|beside|between|under|on|off|along"
    r"|around|through|via|across|over|by) (?:the |my |our |an? |this |old |its |their "
    r"|what )?[^\W\d]|\b(?i:online|everywhere|anywhere|abroad|nowhere|home|local\w*|worldwide"
    r"|remote\w*|where|venue|(?<!next )(?<!free )place|location|address|site)\b|\w\.\w|@"
)
# What such a word may go with, or a capital have, without being a place.
_IN_TIME = re.compile(
    rf"\b(?:in|at|from|to|on|by|over|around) (?:the )?(?:{MONTHS}|{SEASONS}|mornings?|evenings?"
    r"|afternoons?|nights?|weekends?|\w+days?|noon|midnight|end of|beginning|time|least|most|once"
    rf"|all|me|him|her|it|us|them|that|this|which|whom|scratch|memory|first|advance|general"
    rf"|total|writing|person)\b|\b(?:\w+days?|{MONTHS})\b",
    re.IGNORECASE,
)
# Paid in honey, made from oak: no places either.
_BARE = re.compile(
    r"\b(?:in|over|by|through|on|from|to|at) (?!(?:town|hospital|prison|school|church|court|bed"
    r"|home|work|sea|university|college|the|an?|my|our|your|its|their|his|her|one|each|every|both"
    r"|all|some|two|three|four|five)\b)[a-z][a-zà-ÿ]+\b"
)
_PLACES = frozenset(
    ["@location", "@origin", "@address", "@contact", "@web", "@employer", "@study", "@email",
     "@social", "@github", "@linkedin"]
)  # fmt: skip
_TITLES = (".name", ".title")
_YEARS_OF = re.compile(r"\bhow (?:many years|long) (?:did|have|had|do) you (?:been )?(\w+)")
_YEARS_IN = re.compile(
    r"\b(?:years|months|much|long)\b.* (\w+) experience\b"
    r"|\b(?:years|months|much|long)\b.*\bexperience (?:do you have |have you (?:got )?)?"
    r"(?:in|with|as|of) (?:an? |the )?(\w+)"
)
_STILL = re.compile(
    r"\b(?:is|are|does|do|has) (?!(?:you|it)\b)(?:\w+ ){1,4}still\b(?! (?:love|like|want|hope)\b)"
)
_STILL_SO = re.compile(
    r"\b(?:still|now|today|current\w*|at present|no longer|died|dead|ended|closed|until|since|every"
    r"|each|always|present)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:is|are)\b")


_COMPARES = re.compile(
    r"\b(?:(?!rather|other|answer|offer|prefer)\w{2,}er|(?:more|less) \w+|more|less|worse"
    r"|fewer) (?:\w+ ){0,6}than\b(?! one\b)|\bcompared (?:with|to)\b|\bhow does .* compare\b"
    r"|\b(?:dear|cheap|old|young|bigg|small|strict|bett|fast|quick|slow|high|low|tall|long|short"
    r"|easi|hard|earli|strong|weak|rich|larg)er or\b|\b(?:better|worse|\w+ier|(?:hard|cheap|fast"
    r"|warm|cold|saf)er) (?:in|at|with|on|for) (?:\w+ ){1,3}or\b|\b(?:who|which)(?: is"
    r"|s)? (?:\w+ )?\w{3,}er,"
)
_COMPARED = re.compile(
    r"\b(?:than|twice|half|both|equal\w*|same|more|less|fewer|better|worse|best|most|rather)\b"
)
_EVER = re.compile(
    rf"(?:{START}|[,:;] )(?:have|had|has|did|were|was|are|is) (\w+).*\bever (?:been )?(\w+)"
)


def leaves_untold(trial: Trial) -> bool:
    """Whether the statement is about the thing, and does not tell what is asked of it."""
    return any(leaves(trial) for leaves in _LEAVING)


def _tells_not_where(trial: Trial) -> bool:
    """Where a course is held is told by a place, not by its months and its fee."""
    statement = trial.statement
    own_place = statement.kind in {"job", "study", "answer"} or statement.named & _PLACES
    if own_place or not _WHERE.search(trial.query.folded):
        return False
    text = _IN_TIME.sub("", _told_of_it(statement.text))
    text = _BARE.sub("", text) if statement.kind in PROSE else text
    called = statement.source.locator.endswith(_TITLES)
    named = any(name not in trial.query.text for name in NAME.findall(text))
    if _PLACE.search(text) or (named and not called):
        return False
    within = statement.kind in PROSE or FIELDS.search(text)
    value = _IN_TIME.sub("", statement.source.text).lstrip()
    repeated = re.match(r"\w+", value)
    return (
        bool(within or called)
        or not value[:1].isupper()
        or (repeated is not None and repeated[0] in trial.query.text)
    )


def _told_of_it(text: str) -> str:
    """What an object's fields tell of it, without its own name, which may hold any word."""
    title = FIELDS.search(text)
    return text[title.start() :] if title else text


def _tells_not_that_time(trial: Trial) -> bool:
    """In which year something was is told by a year; how long it has been, by a beginning."""
    return trial.statement.kind not in {"job", "study"} and _leaves(trial, TIMES)


def _leaves(trial: Trial, table: Iterable[Telling]) -> bool:
    """Whether one of the things is asked of which the statement holds no sign."""
    return any(
        each.asks.search(trial.query.folded) and not each.tells.search(trial.statement.text)
        for each in table
    )


def _tells_not_whether_still(trial: Trial) -> bool:
    """Whether somebody is still a client is not told by what they once were."""
    statement = trial.statement
    told = _STILL_SO.search(statement.text) or (
        statement.kind in PROSE and _IS.search(statement.text)
    )
    return bool(_STILL.search(trial.query.folded)) and not told


def _is_only_near(trial: Trial) -> bool:
    """Words that are merely akin to those of the question do not answer it by themselves."""
    strict = [each for each in trial.met if not each.light]
    return bool(strict) and not any(
        trial.statement.named.intersection(each.alternatives) or plainly(trial.statement, each)
        for each in strict
    )


def _compares_nothing(trial: Trial) -> bool:
    """Which of two is dearer is not told by what one of them is for."""
    return bool(_COMPARES.search(trial.query.folded)) and not _COMPARED.search(trial.statement.text)


def _tells_not_whether_ever(trial: Trial) -> bool:
    """Whether somebody ever climbed a turbine is not told by a manual for turbines."""
    own = trial.statement.kind in {"job", "study"} or "@client" in trial.statement.named
    if own or not (deed := _EVER.search(trial.query.folded)):
        return False
    left = (
        trial.unmet if deed[1] in {"you", "she", "he"} and deed[2] != "met" else open_demands(trial)
    )
    return any(demand.loose and fold(demand.written) == deed[2] for demand in left)


def _tells_not_how_long_it_was_done(trial: Trial) -> bool:
    """How many years somebody fished is not told by twelve years of something else."""
    if deed := _YEARS_OF.search(trial.query.folded):
        return any(demand.loose and fold(demand.written) == deed[1] for demand in trial.unmet)
    field = _YEARS_IN.search(trial.query.folded)
    return field is not None and any(
        fold(demand.written) in field.groups() for demand in trial.unmet
    )


def _tells_not_the_terms(trial: Trial) -> bool:
    """Whether an internship is paid is not told by its months."""
    open_terms = [
        asked
        for each in TERMS
        if (asked := each.asks.search(trial.query.folded))
        if not each.tells.search(trial.statement.text)
    ]
    return any(not _is_called(trial, asked) for asked in open_terms)


def _is_called(trial: Trial, asked: re.Match[str]) -> bool:
    words = asked.groupdict().get("term") or asked[0]
    return bool(trial.statement.named.intersection(map(stem, tokens(words))))


def _tells_not_the_matter(trial: Trial) -> bool:
    """How long an episode runs is not told by how many there are."""
    whole = trial.by_name and not FIELDS.search(trial.statement.text)
    return not whole and _leaves(trial, MATTERS)


def _tells_of_another_sense(trial: Trial) -> bool:
    """Whether somebody plays an instrument is not told by a trombone mute on a desk."""
    return _leaves(trial, SENSES)


def _tells_not_what_became_of_it(trial: Trial) -> bool:
    """Whether something is regretted, or was sacked from, is not told by that it was."""
    return _leaves(trial, FATES)


_LEAVING: tuple[Callable[[Trial], bool], ...] = (
    *LEAVING_THE_DOER,
    *NO_ADVICE,
    _tells_not_where,
    _tells_not_that_time,
    _tells_not_whether_still,
    _is_only_near,
    _compares_nothing,
    _tells_not_whether_ever,
    _tells_not_how_long_it_was_done,
    _tells_not_the_terms,
    _tells_not_the_matter,
    _tells_of_another_sense,
    _tells_not_what_became_of_it,
)

"""Numbers that only remind of a question: of another thing, another measure."""

import re
from collections.abc import Callable

from twin.domain.common_words import function_words, light_stems
from twin.domain.synonyms import kin
from twin.domain.telling import FIELDS
from twin.domain.trial import Trial, open_demands
from twin.domain.words import fold, stem, tokens

_HOW_MANY = re.compile(r"\bhow many (?:of (?:the|your) )?(\w+(?: \w+)?)")
_UNITS = (
    r"(?:seconds|minutes?|hours?|days?|weeks?|months?|years?|met(?:er|re)s?|kilomet\w+|centimet\w+"
    r"|miles?|km|cm|mm|euros?|pounds?|dollars?|per ?cent|degrees?|kilos?|kg|tonnes?|[ap]m)"
)
_UNIT = re.compile(rf"\b{_UNITS}\b")
_NUMERALS = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)"
)
# A number that counts things, rather than measures time, length or money, or names a year.
_COUNT = re.compile(
    rf"\b(?!(?:1[5-9]|20)\d\d\b){_NUMERALS}\b(?!%| ?{_UNITS}\b)"
    r"|\b(?:once|twice|dozens?|hundreds?|thousands?|millions?|half|third|quarter|most|majority"
    r"|per ?cent of)\b",
    re.IGNORECASE,
)
_IN_UNITS = re.compile(
    r"\bhow (?:much|many|long|big|large|far|wide|high|deep)\b.*\bin (met(?:er|re)s|kilomet\w+|miles"
    r"|feet|euros|dollars|pounds|hours|days|weeks|months|square \w+)\b"
)
_HOW_HEAVY = re.compile(r"\bhow heavy\b|\bweigh(?:s|t)?\b")
_WEIGHT = re.compile(
    r"\d ?(?:g|kg|lbs?|oz|t)\b|\b(?:grams?|kilos?|kilograms?|pounds?|ounces?|tons?|tonnes?|stones?"
    r"|weigh\w*|heavy|light)\b",
    re.IGNORECASE,
)
_HOW_BIG = re.compile(r"\bhow (?:big|large) (?:is|was|are|were)\b")
_SIZE = re.compile(
    r"\b(?:size|square|hectares?|acres?|met(?:er|re)s?|m2|km|kilomet\w+|miles?|feet|rooms?|beds?|seats?"
    r"|pages?|people|persons?|staff|employees|members|strong|team|clients?|guests|horses|trees|objects"
    r"|specimens|volumes|students|pupils|of \w+|litres?|by \d+|per cent|percent|million|thousand"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) (?:\w+ ){0,2}\w+s)\b",
    re.IGNORECASE,
)
_HOW_MANY_TIMES = re.compile(r"\bhow many times\b")
_TIMES = re.compile(r"\b(?:once|twice|thrice|times|every|each|never|daily|weekly|monthly|yearly)\b")
_HOW_DEEP = re.compile(r"\bhow (?:deep|tall|high|wide)\b")
_LENGTH = re.compile(
    r"\d ?(?:m|cm|km|mm|ft)\b|\b(?:metres?|meters?|kilomet\w+|centimet\w+|miles?|feet|foot|inch\w*"
    r"|storeys?|floors?)\b",
    re.IGNORECASE,
)


def _counts_something_else(trial: Trial) -> bool:
    """How many women there are is not told by four months."""
    counted = _HOW_MANY.search(trial.query.folded)
    if not counted or _is_counted(counted[1], trial):
        return False
    return not _UNIT.search(counted[1]) and not _COUNT.search(trial.statement.text)


def _is_counted(noun: str, trial: Trial) -> bool:
    """Whether the elements of a list, or the studies, are what is asked for."""
    if trial.statement.kind not in {"list", "study", "job"}:
        return False
    if noun.split(maxsplit=1)[0] in function_words():  # "how many have you got?"
        return trial.statement.kind == "list"
    wanted = {stem(word) for word in noun.split()}
    counted = [each for each in trial.query.demands if wanted.intersection(each.alternatives)]
    concepts = [each for each in trial.met if not each.written]
    return any(
        trial.statement.named.intersection(each.alternatives) for each in (*counted, *concepts)
    )


def _counts_what_it_lacks(trial: Trial) -> bool:
    """How many listeners there are is not told by one episode a month."""
    counted = _HOW_MANY.search(trial.query.folded)
    statement = trial.statement
    plain_list = statement.kind == "list" and not FIELDS.search(statement.text)
    if not counted or plain_list or statement.kind in {"study", "job", "answer"}:
        return False
    nouns = [stem(word) for word in counted[1].split()]  # "old sheds", "people come"
    if nouns[0] in light_stems() and any(_is_met(noun, trial) for noun in nouns[1:]):
        return False
    lacked = any(nouns[0] in demand.alternatives for demand in open_demands(trial))
    return lacked and nouns[0] not in _ANYBODY


def _is_met(noun: str, trial: Trial) -> bool:
    return any(noun in demand.alternatives for demand in trial.met)


def _counts_nobody(trial: Trial) -> bool:
    """How many people came is told by a number of people."""
    asked = _HOW_MANY_PEOPLE.search(trial.query.folded)
    return bool(asked) and not (
        _PEOPLE.search(trial.statement.text) or trial.statement.named & {"@team", "@client"}
    )


def _counts_who_did_something_else(trial: Trial) -> bool:
    """How many people fail a course is not told by how many were trained."""
    if trial.statement.kind == "answer":
        return False
    if of_them := _HOW_MANY_OF_THEM.search(trial.query.folded):
        return not any(fold(each.written) == of_them[1] for each in trial.met)
    if not (deed := _HOW_MANY_DID.search(trial.query.folded)):
        return False
    return any(fold(each.written) == deed[1] for each in trial.unmet)


def _measures_another_way(trial: Trial) -> bool:
    """How deep something lies is told in lengths, and what is asked for in metres in metres."""
    text = trial.statement.text
    if unit := _IN_UNITS.search(trial.query.folded):
        return unit[1][:5] not in fold(text)
    return any(
        asks.search(trial.query.folded) and not tells.search(text)
        for asks, tells in (
            (_HOW_DEEP, _LENGTH),
            (_HOW_MANY_TIMES, _TIMES),
            (_HOW_HEAVY, _WEIGHT),
            (_HOW_BIG, _SIZE),
        )
    )


_HOW_MANY_DID = re.compile(
    r"\bhow many (?:of (?:your|the|them) ?)?"
    r"(?:people|persons|students?|participants|clients|customers|pupils|patients)? ?"
    r"(?:have |has |had |actually )?"
    r"(?!(?:read|subscrib|follow|attend|c[ao]me|join|visit|use|work|liv|do|did|does|are|were|can"
    r"|could|will|would|should|you|have|has|had|is|was))(\w+)\b"
    r"(?= (?:the|your|a|an|it|that|this|in|of|after|at|from)\b|\W*$)"
)
_HOURS_DOING = re.compile(
    r"\bhow many (?:hours|minutes|days|weeks|months) (?:a|an|per|each|every|in an?) \w+ (?:do|did)"
    r" you (?:\w+ly )?(?!work|spend|put|have|offer|give|do|take|need|want|get|charge|open)(\w+)"
)
_HOW_MANY_OF_THEM = re.compile(
    r"\bhow many of (?:them|those|these) (?:did|do|have|had|has|does|could|can)"
    r" (?:you|they|he|she) (?:ever |really |actually )?(?!got|have|own|keep|need)(\w+)"
)
_HOW_MANY_PEOPLE = re.compile(r"\bhow many (?:people|persons|visitors|guests|participants)\b")
_PEOPLE = re.compile(
    r"\b(?:people|persons?|visit\w*|guests?|participants?|members?|women|men|children|kids|adults|girls"
    r"|boys|students?|pupils?|readers?|listeners?|viewers?|seats?|places?|teams?|staff|crew|audience"
    r"|group|size|capacity|brigade|employees?|colleagues?|owners?|clients?|customers?|patients?"
    r"|couples|famil\w+|nurses?|doctors?|engineers?|teachers?|musicians?|dancers?|\w{3,}ers|\w{3,}ists"
    r"|\w{3,}ants|of us|of them|of you|subscribers?|downloads?|attend\w*)\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset({"peopl", "person", "tim", "other", "thing"})  # told as visitors, as pupils
_NEAR = 6  # words between a number and what it counts


def _counts_far_away(trial: Trial) -> bool:
    """How many girls come to the club of a girls' school is not told by one Saturday a month."""
    counted = _HOW_MANY.search(trial.query.folded)
    statement = trial.statement
    if not counted or statement.kind in {"list", "study", "job", "answer"}:
        return False
    noun = stem(counted[1].split()[0])
    demand = next((each for each in trial.met if noun in each.alternatives), None)
    if demand is None or statement.named.intersection(demand.alternatives):
        return False
    words = tokens(fold(statement.text))
    meant = {
        n for n, word in enumerate(words) if {stem(word), *kin(stem(word))} & {*demand.alternatives}
    }
    numbers = {n for n, word in enumerate(words) if _COUNT.fullmatch(word) or word.isdigit()}
    return bool(meant and numbers) and not any(abs(n - m) <= _NEAR for n in numbers for m in meant)


def _times_something_else(trial: Trial) -> bool:
    """How many hours somebody sleeps is not told by the hours of an office."""
    doing = _HOURS_DOING.search(trial.query.folded)
    return doing is not None and any(fold(each.written) == doing[1] for each in open_demands(trial))


MISMEASURING: tuple[Callable[[Trial], bool], ...] = (
    _counts_something_else,
    _counts_what_it_lacks,
    _measures_another_way,
    _counts_far_away,
    _counts_nobody,
    _counts_who_did_something_else,
    _times_something_else,
)

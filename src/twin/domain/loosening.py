"""How strictly a demand is meant, by what else is asked for."""

import re
from collections.abc import Callable
from dataclasses import replace

from twin.domain.demands import Demand
from twin.domain.phrases import ALTERNATIVES
from twin.domain.synonyms import kin
from twin.domain.words import fold, stem

_BETWEEN = (
    r"(?:have|has|had|an?|any|own|been|ever|get|got|feel|still|so|very|currently|really|in|mental"
    r"|physical|personal)"
)
_CHANGING = frozenset(["@current", "@job", "@employer", "@career", "@project"])
_LEISURE = frozenset(
    ["@hobby", "@sport", "@music", "@book", "@film", "@food", "@travel", "@pet", "@tool"]
)
# What a question about one of these says besides it is no more than its field: a mistake at work.
_TELLING = frozenset(
    [
        "@failure",
        "@refusal",
        "@achievement",
        "@advice",
        "@weakness",
        "@goal",
        "@service",
        "@quitting",
        "@calling",
    ]
)
_WHENEVER = frozenset(
    ["@internship", "@area", "@rate", "@booking", "@hours", "@delivery", "@service", "@custom",
     "@groupsize", "@discount", "@requirements", "@interviews", "@podcast", "@directions"]
)  # fmt: skip
_FIELDS = frozenset(["@job", "@project", "@career", "@working", "@client", "@availability"])
_WHEN = re.compile(
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|20\d\d|spring|summer|autumn|winter"
)
_EITHER = re.compile(
    r"\b(\w+)\s+or\s+(?:(?:an?|the|from|in|at|by|with|on|for|via|still|your)\s+)*(\w+)\b"
)
_LASTS = re.compile(r"\b(?:does|do|did|will|would|can) .*\blast\W*$")
_HOW_MANY_HOURS = re.compile(r"\bhow many hours (?:did|does|was|is|are)\b(?! your? work)")
_PAIR = 2
_NOW = ("@current",)
_WORKING = ALTERNATIVES["@working"]


def loosened(demands: tuple[Demand, ...], folded: str) -> tuple[Demand, ...]:
    """The demands of a folded question, each as strict as the others leave it.

    Your health is your own; "experience in health care" may be about the person's work. "Now"
    picks among jobs or places; of anything else it says little. A favourite book is told by the
    books that are named; who asks what others say may ask it of anything.
    """
    demands = _measured(_either(demands, folded), folded)
    strict = [demand for demand in demands if not demand.light]
    if any(not set(demand.alternatives) & _CHANGING for demand in strict) or all(
        demand.alternatives == _NOW for demand in strict
    ):  # "give it to me now"
        demands = _lightened(demands, lambda demand: demand.alternatives == _NOW)
    if len(strict) > 1:  # working on a book is a matter of books
        demands = _lightened(demands, lambda demand: demand.alternatives == _WORKING)
    concepts = {term for demand in demands for term in demand.alternatives}
    if "@recommendation" in concepts:
        return tuple(
            demand
            if "@recommendation" in demand.alternatives
            else replace(demand, light=True, name=False, explicit=False)
            for demand in demands
        )
    return _by_concept(demands, concepts, folded)


def _by_concept(demands: tuple[Demand, ...], concepts: set[str], folded: str) -> tuple[Demand, ...]:
    """The same, by what the question as a whole is about."""
    if concepts & _TELLING:
        demands = _lightened(demands, lambda demand: bool(set(demand.alternatives) & _FIELDS))
    if concepts & _WHENEVER:  # the visitor's next winter, not the person's
        demands = _lightened(demands, lambda demand: demand.alternatives == ("@moment",))
    if "@emergency" in concepts and " your " not in folded:  # then no private number is meant
        demands = _lightened(demands, lambda demand: "@phone" in demand.alternatives)
    if "@availability" in concepts:  # free in May is told by when somebody is free
        demands = _lightened(demands, lambda demand: bool(_WHEN.fullmatch(fold(demand.written))))
    if concepts & _LEISURE:
        demands = _lightened(demands, lambda demand: "~favourite" in demand.alternatives)
    if any(not demand.light and not demand.conceptual for demand in demands):
        # a tunnel project, and experience with tunnels, is a matter of tunnels
        demands = _lightened(demands, _frames)
    if sum(not demand.light for demand in demands) < _PAIR:
        return demands
    return tuple(_less_private(demand, folded) for demand in demands)


def _measured(demands: tuple[Demand, ...], folded: str) -> tuple[Demand, ...]:
    """How many hours something lasted is no matter of working hours, nor of the last one."""
    if _LASTS.search(folded):
        demands = tuple(each for each in demands if fold(each.written) != "last")
    if not _HOW_MANY_HOURS.search(folded):
        return demands
    return tuple(
        replace(each, alternatives=tuple(one for one in each.alternatives if one != "@hours"))
        for each in demands
        if each.alternatives != ("@hours",)
    )


def _frames(demand: Demand) -> bool:
    """Whether it only frames a question; "how long have you been ...?" asks for experience."""
    named = bool(demand.written) and "@experience" in demand.alternatives
    return named or "@project" in demand.alternatives


def _lightened(demands: tuple[Demand, ...], meant: Callable[[Demand], bool]) -> tuple[Demand, ...]:
    return tuple(
        replace(demand, light=True, name=False, explicit=False) if meant(demand) else demand
        for demand in demands
    )


def _less_private(demand: Demand, folded: str) -> Demand:
    if demand.explicit and demand.written.isalpha() and not _own(demand.written, folded):
        root = stem(fold(demand.written))
        return replace(demand, alternatives=(*kin(root), root), explicit=False)
    return demand


def _either(demands: tuple[Demand, ...], folded: str) -> tuple[Demand, ...]:
    """Of "a cat or a dog" one is enough."""
    for one, other in _EITHER.findall(folded):
        pair = [each for each in demands if fold(each.written) in {one, other}]
        if len(pair) == _PAIR and not any(each.light for each in pair):
            terms = (*pair[0].alternatives, *pair[1].alternatives)
            demands = tuple(
                replace(each, alternatives=terms) if each is pair[0] else each
                for each in demands
                if each is not pair[1]
            )
    return demands


def _own(word: str, folded: str) -> bool:
    named = re.escape(fold(word))
    return bool(
        re.search(rf"\b(?:you|your|her|his)\s+(?:{_BETWEEN}\s+){{0,3}}{named}\b", folded)
        or re.search(rf"\b{named}\s+(?:are|is|do|did|were|was|have) you\b", folded)
    )

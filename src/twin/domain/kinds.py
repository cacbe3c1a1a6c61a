"""Statements of another kind than is asked for: what was studied for what is done."""

import re
from collections.abc import Callable
from itertools import pairwise

from twin.domain.trial import Trial, open_demands
from twin.domain.words import fold, tokens

_DEED = re.compile(
    r"\b(?:have|has|had|did|do) (?:you|she|he) (?:(?:ever|also|still|once|actually|really) )*(\w+)"
)
_LEARNS = re.compile(  # what a course of study may tell
    r"stud|attend|be(?:en)?$|liv|go(?:ne)?$|learn|train|spen|tak|hav|g[eo]t|h[eo]ld|finish|complet"
    r"|qualif|gradua|pick|do(?:ne)?$|did|major|know|read|left|leav|enjoy|start|stay|com[ei]|set"
    r"|choos|chose|need|pass|like|feel|receiv|bec[oa]me?|speciali|certif|earn|obtain|w[io]n|switch"
    r"|chang|retrain|enrol|educat|move"
)
_TOOLS = frozenset({"@tool", "@software", "@programming", "@database", "@cloud"})
_WHICH = re.compile(r"\b(?:what|which) (\w+) (?:do|did|have|had|will|would|can) (?:you|she|he)\b")
_UPTIME = re.compile(r"\bavailability\b.*\d ?%|\d ?%.*\bavailability\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:fluent|native|mother tongue|basic|[ABC][12])\b", re.IGNORECASE)
_DEGREE = re.compile(r"est$|^master|^bachelor")  # the loveliest word, a master's thesis


def _tells_what_was_studied_instead(trial: Trial) -> bool:
    """Whether somebody makes furniture is not told by a diploma in its conservation."""
    deed = _DEED.search(trial.query.folded)
    if trial.statement.kind != "study" or not deed or _LEARNS.match(deed[1]):
        return False
    return any(fold(each.written) == deed[1] for each in open_demands(trial))


def _tells_skills_for_tools(trial: Trial) -> bool:
    """Which software somebody works with is not told by what they are good at."""
    if "@tool" not in trial.met_terms or trial.statement.terms.keys() & _TOOLS:
        return False
    return "@skills" in trial.statement.named and len(trial.met) == 1


def _tells_of_another_kind_of_it(trial: Trial) -> bool:
    """Who asks about a tongue tie is not told of languages, nor is a boat licence a guide's."""
    asked_for = [demand for demand in trial.met if not demand.light]
    if len(asked_for) != 1 or asked_for[0].loose:
        return False
    if not trial.statement.named.intersection(asked_for[0].alternatives):
        return False
    words = tokens(trial.query.folded)
    beside = {
        other
        for word, other in (*pairwise(words), *pairwise(words[::-1]))
        if word == fold(asked_for[0].written)
    }
    left = [fold(each.written) for each in trial.unmet if not each.loose]
    return any(
        each in beside
        and not _DEGREE.search(each)
        and not re.search(rf"\b(?:most|least|best) {re.escape(each)}\b", trial.query.folded)
        for each in left
    )


def _tells_not_which(trial: Trial) -> bool:
    """Which car somebody drives to their clients is not told by who these are."""
    asked = _WHICH.search(trial.query.folded)
    turned = not any(each.written and not each.light for each in trial.met)
    return turned and any(
        asked is not None and fold(each.written) == asked[1] and not each.conceptual
        for each in trial.unmet
    )


def _tells_of_a_service(trial: Trial) -> bool:
    """When somebody is free is not told by the availability of a service."""
    return "@availability" in trial.met_terms and bool(_UPTIME.search(trial.statement.text))


def _tells_of_code(trial: Trial) -> bool:
    """Which languages somebody speaks is not told by those that they program in."""
    spoken = "@language" in trial.asked and re.search(r"\b(?:speak|fluent)", trial.query.folded)
    named, told = trial.statement.named, _LEVEL.search(trial.statement.text)
    return bool(spoken) and "@skills" in named and "@language" not in named and not told


OF_ANOTHER_KIND: tuple[Callable[[Trial], bool], ...] = (
    _tells_what_was_studied_instead,
    _tells_skills_for_tools,
    _tells_of_another_kind_of_it,
    _tells_not_which,
    _tells_of_a_service,
    _tells_of_code,
)

"""Statements that speak of a thing and leave its name open: "a lighthouse", "a room of bankers"."""

import re
from collections.abc import Callable
from itertools import pairwise

from twin.domain.common_words import function_words
from twin.domain.names import says_something
from twin.domain.telling import NAME
from twin.domain.trial import PROSE, Trial
from twin.domain.words import fold, stem, tokens

_WHICH = re.compile(r"\bwhich (?!of\b)")
_UNCERTAIN = re.compile(
    r"an?|some|several|many|few|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+"
)
_NEAR_COLON = 25  # characters, within which what was counted is told: "three panels here: ..."
_CALLED = re.compile(r"\b(?:called|named|name is)\b")
_LONGEST_NAME = 3  # words
_A_NAME = re.compile(r"(?<=[\w,:(] )[A-ZÀ-Þ]\w")
_WHICH_ONE = re.compile(
    r"\bwhich (?!(?:of|one)\b)(?:\w+ )?\w+ (?:was|is|were|are) (?:it|that|this|they)\b"
)


def _tells_not_which(trial: Trial) -> bool:
    """Which lighthouse it was is not told by "a lighthouse"."""
    if trial.statement.kind in {"job", "study"} or not _WHICH.search(trial.query.folded):
        return False
    words = tokens(trial.statement.text)
    heads = {term for each in trial.met if each.head for term in each.alternatives}
    place = next((n for n, word in enumerate(words) if stem(fold(word)) in heads), 0)
    open_ended = any(_UNCERTAIN.fullmatch(fold(word)) for word in words[max(place - 2, 0) : place])
    named = any(word[:1].isupper() for word in words[place - 1 : place + 2])
    goes_on = trial.statement.text.partition(words[place])[2][:_NEAR_COLON]
    return open_ended and not named and ":" not in goes_on


def _leaves_unnamed(trial: Trial) -> bool:
    """A name is wanted, and the statement does not say what its subject is called."""
    text = trial.statement.text
    if trial.query.wants != "name" or _CALLED.search(text):
        return False
    if trial.statement.kind in {"fact", "list"}:
        value = trial.statement.source.text
        first, *rest = tokens(value) or [""]
        is_name = (
            first.istitle()
            and fold(first) not in function_words()
            and (len(rest) < _LONGEST_NAME or not says_something(first))
        )
        return not (is_name or _A_NAME.search(value) or "name" in trial.statement.named)
    after = {stem(fold(word)): following for word, following in pairwise(tokens(text))}
    return trial.statement.kind in PROSE and not any(
        after.get(term, "")[:1].isupper() for each in trial.met for term in each.alternatives
    )


def _tells_not_its_name(trial: Trial) -> bool:
    """Which bank it was is not told by "a room of bankers"."""
    return (
        trial.statement.kind in PROSE
        and bool(_WHICH_ONE.search(trial.query.folded))
        and not NAME.search(trial.statement.text)
    )


LEAVING_UNNAMED: tuple[Callable[[Trial], bool], ...] = (
    _tells_not_which,
    _leaves_unnamed,
    _tells_not_its_name,
)

"""Half a question, which only the answer before makes whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twin.domain.question import Query
from twin.domain.statements import Statement
from twin.domain.trial import meets
from twin.domain.words import stem

FRAGMENT = re.compile(r"^\W*(?:and |but |so )*(?:from|at|in|for|with|by) (?:what|which) \w+\W*$")
# How a part of the thing that was just spoken of is asked for, and what it may be called.
_LABELS = tuple(
    (re.compile(rf"\b{question}\b"), frozenset(map(stem, labels.split())))
    for question, labels in (
        (
            "how (?:do|can|could) (?:i|we|one) (?:sign up|apply|book|join|register|enrol)",
            "apply application applications booking register registration contact how website",
        ),
        ("how much", "price fee cost rate charge"),
        ("how long", "duration length time"),
        ("how (?:big|large)", "size area"),
        ("how many", "places seats size capacity"),
        ("how old", "age ages"),
        ("when", "when day days date dates time times"),
        ("where", "where place venue location address"),
    )
)


@dataclass(frozen=True, slots=True)
class Said:
    """A question of the visitor and what was said to it; no statements where it was declined."""

    asked: Query
    statements: tuple[Statement, ...]


def fragment(asked: Query, before: Said) -> tuple[Statement, ...]:
    """Of the answer before, what "from which university?" asks to be told once more."""
    if not FRAGMENT.search(asked.folded):
        return ()
    wanting = asked.subject or asked.demands
    return tuple(
        each for each in before.statements if all(meets(each, demand) for demand in wanting)
    )


def labelled(near: Sequence[Statement], asked: Query) -> tuple[Statement, ...]:
    """The part of the thing in question that a label tells: its fee for "how much is it?"."""
    if asked.subject:
        return ()
    for question, labels in _LABELS:
        if question.search(asked.folded):
            return tuple(each for each in near if each.kind == "fact" and each.named & labels)[:1]
    return ()

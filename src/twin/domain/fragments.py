"""Half a question, which only the answer before makes whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twin.domain import english
from twin.domain.question import Query
from twin.domain.statements import Statement
from twin.domain.trial import meets
from twin.domain.words import stem

FRAGMENT = re.compile(r"^\W*(?:and |but |so )*(?:from|at|in|for|with|by) (?:what|which) \w+\W*$")
# A place that was spoken of before.
THERE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )\bthere\W*$"
    r"|\b(?:in|at|for) that (?:job|role|post|position|company|firm|school|place)\b"
)
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


_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_COUNTRY = "|".join(
    word.title() for row in english.rows("countries") for word in row.split(":")[0].split()
)
_COUNT = (
    r"\d+|an?|half an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few"
    r"|many|couple of"
)
_UNIT = "(?:years?|months?|weeks?|days?)"
# What hardly more than a question word asks to hear again, and the words that tell it.
_BARE = tuple(
    (
        re.compile(rf"^\W*(?:and |but |so |ok |oh |cool )*(?:{asks})(?: exactly)?\W*$"),
        re.compile(tells),
    )
    for asks, tells in (
        (
            "where(?:abouts)?|(?:in |at )?(?:which|what) (?:city|cities|towns?)",
            r"\b(?:in|at|near|from|to) (?:the )?[A-ZÀ-Þ]",
        ),
        ("(?:in )?(?:which|what) countr(?:y|ies)", rf"\b(?:{_COUNTRY})\b"),
        ("with (?:whom|who)|whom? with", r"\bwith (?:\w+ ){0,2}[A-ZÀ-Þ]"),
        (
            "as what|(?:in )?(?:what|which) (?:role|position|capacity)",
            r"\bI (?:was|have been|am) [A-Z]|\bas an? \w",
        ),
        ("what for|for what(?: purpose)?", r"\bfor (?!\d)\w|\bbecause\b|\bso that\b"),
        (
            "(?:from |since |until )?when(?: to when)?|(?:in )?(?:what|which) year|what dates",
            rf"\b(?:1[89]|20)\d\d\b|\b{_MONTH}\b",
        ),
        (
            "(?:for )?how (?:long|many years|many months)",
            rf"\b(?:{_COUNT})\W(?:\w+ )?{_UNIT}\b|\b[Ff]rom (?:{_MONTH} )?\d{{4}} to|\b[Ss]ince",
        ),
        (
            "(?:with |and )?(?:what|which) (?:grade|mark|result|degree class)",
            r"(?i:\b(?:class|honours|distinction|merit|grade|gpa|cum laude|first|marks?)\b)",
        ),
        ("(?:on|about) (?:what|which)(?: topics?| subjects?)?", r"\b(?:on|about) \w"),
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


def bare(asked: Query, near: Sequence[Statement]) -> tuple[Statement, ...] | None:
    """What tells it of what was just said, for "with whom?"; None for what is no such question."""
    for question, tells in _BARE:
        if question.search(asked.folded):
            return tuple(each for each in near if tells.search(each.text))[:1]
    return None


def labelled(near: Sequence[Statement], asked: Query) -> tuple[Statement, ...]:
    """The part of the thing in question that a label tells: its fee for "how much is it?"."""
    if asked.subject:
        return ()
    for question, labels in _LABELS:
        if question.search(asked.folded):
            return tuple(each for each in near if each.kind == "fact" and each.named & labels)[:1]
    return ()

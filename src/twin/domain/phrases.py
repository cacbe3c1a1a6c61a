"""Turns of phrase that name a concept in several words; they become tokens before ranking."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from twin.domain import english

_SHORT = {
    "<now>": "(now|currently|today|at the moment|right now|these days|at present|presently)",
    "<you>": "(you|she|he)",
    "<whom>": "(you|her|him)",
}

# A token that a phrase leaves behind may mean any of several concepts.
ALTERNATIVES = {
    "@home": ("@location", "@origin"),
    "@working": ("@project", "@job"),
    "@atwork": ("@career",),
    "@qualified": ("@study", "~qualify"),
    "@field": ("@skills", "@job"),
    "@wrote": ("@publication", "writ"),
    "@offer": ("@skills", "@service"),
    "@founded": ("@selfemployed", "~found", "~founded", "~owner"),
    "@notice": ("@notice", "@availability"),
    "@firstjob": ("@firstjob", "@career"),
    "@workingon": ("@workingon", "@project", "@job"),
    "@leisure": ("@leisure", "@hobby"),
    "@reading": ("@reading", "@book"),
    "@teamsize": ("@teamsize", "@team"),
    "@strengths": ("@strengths", "@skills"),
    "@workmodel": ("@workmodel", "@remote"),
    "@fee": ("@fee", "@rate"),
    "@credentials": ("@credentials", "@certificate"),
    "@services": ("@services", "@service", "@skills"),
    "@interview": ("@interview", "interview"),
    "@minimum": ("@minimum", "minimum"),
    "@timezone": ("@timezone", "zon"),
    "@failure": ("@failure", "~mistake", "~wrong"),
    "@mobile": ("@remote", "@travel"),
    "@booking": ("@booking", "@contact"),
    "@business": ("@business", "@employer", "~company", "company"),
    "@quitting": ("@quitting", "~quit"),
    "@portfolio": ("@portfolio", "@web", "@project"),
    "@industries": ("@industries", "@client"),
    "@leadership": ("@leadership", "@team"),
    "@tool": ("@tool", "@software", "@skills"),
    "@seeking": ("@seeking", "@availability"),
    "@area": ("@area", "@travel"),
    "@travel": ("@travel", "@area"),
    "@kit": ("@tool", "@software", "~tool", "camera", "setup"),
}
# It prefers what it names without insisting on it.
LIGHT = frozenset({"@atwork"})


def with_phrases(folded: str, names: Collection[str] = ()) -> str:
    """The text with each turn of phrase replaced by its concept, such as `@contact`.

    Args:
        folded: the text.
        names: stretches of it that are names and stay as they are: the Home Office.
    """
    for number, name in enumerate(names):
        folded = folded.replace(name, f"\0{number}\0")
    for pattern, concepts in _patterns():
        folded = pattern.sub(f" {concepts} ", folded)
    for number, name in enumerate(names):
        folded = folded.replace(f"\0{number}\0", name)
    return folded


@cache
def phrase_words() -> frozenset[str]:
    """The longer words that the turns of phrase are made of."""
    return frozenset(re.findall(r"(?<![@\\\w])[a-z]{4,}(?![?\w])", english.text("turns")))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<![@\w])(?:{'|'.join(turns)})(?!\w)"), concepts)
        for concepts, turns in _turns("turns")
    )


def cues(folded: str) -> tuple[str, ...]:
    """The concepts that a sentence of a profile shows by a turn of phrase."""
    return tuple(concept for pattern, concept in _cues() if pattern.search(folded))


@cache
def _cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(turns)})\b"), concept) for concept, turns in _turns("cues")
    )


def _turns(name: str) -> Iterator[tuple[str, list[str]]]:
    for block in english.blocks(name):
        lines = "\n".join(block.lines)
        for short, pattern in _SHORT.items():
            lines = lines.replace(short, pattern)
        yield block.head.strip("-"), lines.split("\n")

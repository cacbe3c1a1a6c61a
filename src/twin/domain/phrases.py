"""Turns of phrase that name a concept in several words; they become tokens before ranking."""

import re
from collections.abc import Collection, Iterator
from functools import cache

from twin.domain import english
from twin.domain.concepts import NARROW

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
    "@nationality": ("@nationality", "@permit", "@origin"),
    "@grewup": ("@upbringing", "@origin", "@childhood"),
    "@upbringing": ("@upbringing", "@childhood"),
    "@mothertongue": ("@tongue", "@mothertongue"),
    "@nativetongue": ("@tongue", "@mothertongue"),
    "@favouritemusic": ("@favouritemusic", "@music"),
    "@favouriteartist": ("@favouritemusic", "@hero", "~artist"),
    "@favouritefilm": ("@favouritefilm", "@film"),
    "@allergy": ("@diet", "@health"),
    "@candrive": ("@drivinglicence", "@transport"),
    "@gettingaround": ("@transport", "@travel"),
    "@kit": ("@tool", "@software", "~tool", "camera", "setup"),
}
# It prefers what it names without insisting on it.
LIGHT = frozenset({"@atwork"})


def with_phrases(
    folded: str, names: Collection[str] = (), told: Collection[str] = frozenset()
) -> str:
    """The text with each turn of phrase replaced by its concept, such as `@contact`.

    Args:
        folded: the text.
        names: stretches of it that are names and stay as they are: the Home Office.
        told: the concepts that facts are called by. The turns of phrase of a head with `?` are
            for these alone: who tells nothing of a car gets no answer that another word led to.
    """
    for number, name in enumerate(names):
        folded = folded.replace(name, f"\0{number}\0")
    for pattern, concepts, needed in _patterns():
        if needed and not needed.intersection(told):
            continue
        folded = pattern.sub(f" {concepts} ", folded)
    for number, name in enumerate(names):
        folded = folded.replace(f"\0{number}\0", name)
    return folded


@cache
def phrase_words() -> frozenset[str]:
    """The longer words that the turns of phrase are made of."""
    return frozenset(re.findall(r"(?<![@\\\w])[a-z]{4,}(?![?\w])", english.text("turns")))


@cache
def _nations() -> str:
    """The peoples, countries and languages that have a name of one word."""
    rows = [row.split(":")[0] for row in english.rows("countries")]
    return "|".join(sorted({*" ".join(rows).split(), *english.words("languages")}))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, frozenset[str]], ...]:
    """Each with the concepts that it names, and the one that the profile must tell of."""
    return tuple(
        (
            re.compile(rf"(?<![@\w])(?:{'|'.join(turns)})(?!\w)"),
            concepts.rstrip("?"),
            _needed(concepts) if concepts.endswith("?") else frozenset(),
        )
        for concepts, turns in _turns("turns")
    )


def _needed(concepts: str) -> frozenset[str]:
    token = concepts.rstrip("?").split()[0]
    return frozenset(ALTERNATIVES.get(token, (token,))) & NARROW - {"@permit"}


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
        for short, pattern in {**_SHORT, "<nation>": f"(?:{_nations()})"}.items():
            lines = lines.replace(short, pattern)
        yield block.head.strip("-"), lines.split("\n")

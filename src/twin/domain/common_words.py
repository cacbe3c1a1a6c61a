"""English that says nothing about the subject of a question: to drop, or to weigh lightly."""

from functools import cache

from twin.domain import english
from twin.domain.words import stem


@cache
def function_words() -> frozenset[str]:
    return frozenset(english.words("function"))


def light_words() -> tuple[str, ...]:
    return english.words("light")


@cache
def light_stems() -> frozenset[str]:
    return frozenset(map(stem, light_words()))

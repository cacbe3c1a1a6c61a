"""Slips of the keyboard in a visitor's words, set right by the words that can be answered."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from twin.domain.common_words import function_words, light_words
from twin.domain.lexicon import concept_words
from twin.domain.phrases import phrase_words
from twin.domain.synonyms import family_words

_WORD = re.compile(r"[^\W\d_]{6,}")
_PARTED = re.compile(r"\b([a-z]{3,}) ([a-z]{3,})\b")
_SHORTEST_PART = 2
_DOUBLED = re.compile(r"(.)\1")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiou"
_ALIKE = {"c": "s", "s": "c", "k": "c"}
# A shorter word with another letter in it is too often another word.
_LONG = 7
# Two slips in a word as long as certificates leave it recognisable when both ends are right.
_VERY_LONG, _BEGINNING, _CLOSE = 9, 4, 0.86


class Spelling:
    """The words of a profile and of the lexicon, to read what visitors mistype.

    Only slips that seldom make another word are mended: letters swapped, a letter single or
    double, and in a long word a letter taken for one that sounds alike or left out. A name is left
    as it is written.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        lines = [tuple(words) for words in texts]
        self._words = _common() | {word for words in lines for word in words}
        beside = (pair for words in lines for pair in pairwise(words))
        self._parted = {
            one + other: f"{one} {other}"
            for one, other in beside
            if min(len(one), len(other)) >= _SHORTEST_PART and one + other not in self._words
        }
        self._own = _alike(self._words - _common())

    def mended(self, text: str) -> str:
        """The text with each mistyped word replaced by the word that was meant.

        A word that the profile writes as two, or two that it writes as one, become as they are
        there: check up for checkup, seasick for sea sick.
        """
        text = _WORD.sub(lambda found: self._parted.get(found[0]) or self._meant(found[0]), text)
        return _PARTED.sub(self._joined, text)

    def _joined(self, found: re.Match[str]) -> str:
        return found[1] + found[2] if found[1] + found[2] in self._words else found[0]

    def _meant(self, word: str) -> str:
        if not word.islower() or word in self._words:
            return word
        plain = _once(word)
        meant = next(filter(None, map(self._said_as, (plain, *_near(plain)))), None)
        if meant is None and len(word) >= _VERY_LONG:
            meant = get_close_matches(word, self._formed_as(word), n=1, cutoff=_CLOSE)
        return min(meant or [word], key=lambda each: abs(len(each) - len(word)))

    def _said_as(self, plain: str) -> list[str]:
        shared, own = _common_alike().plain.get(plain, ()), self._own.plain.get(plain, ())
        return sorted((*shared, *own))

    def _formed_as(self, word: str) -> list[str]:
        begins = word[:_BEGINNING]
        shared, own = _common_alike().long.get(begins, ()), self._own.long.get(begins, ())
        return sorted(each for each in (*shared, *own) if each[-2:] == word[-2:])


class _Alike(NamedTuple):
    """Words by what a slip leaves of them."""

    plain: dict[str, list[str]]
    long: dict[str, list[str]]


def _alike(words: Iterable[str]) -> _Alike:
    alike = _Alike({}, {})
    for word in words:
        alike.plain.setdefault(_once(word), []).append(word)
        if len(word) >= _VERY_LONG:
            alike.long.setdefault(word[:_BEGINNING], []).append(word)
    return alike


def _once(word: str) -> str:
    """The word with each letter once where it stands twice or more."""
    return _DOUBLED.sub(r"\1", word)


@cache
def _common_alike() -> _Alike:
    return _alike(_common())


def _near(word: str) -> Iterator[str]:
    for place in range(1, len(word) - 1):
        yield word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    if len(word) < _LONG:
        return
    for place in range(1, len(word)):
        if word[place] in _VOWELS:
            yield from (word[:place] + vowel + word[place + 1 :] for vowel in _VOWELS)
        if word[place] in _ALIKE:
            yield word[:place] + _ALIKE[word[place]] + word[place + 1 :]
        yield from (word[:place] + letter + word[place:] for letter in _LETTERS)


@cache
def _common() -> frozenset[str]:
    known = (*function_words(), *light_words(), *concept_words(), *family_words(), *phrase_words())
    return frozenset(known) | {f"{word}s" for word in known if not word.endswith("s")}

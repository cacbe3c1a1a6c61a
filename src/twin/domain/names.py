"""Names that a profile holds in full, and the short forms under which visitors know them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from twin.domain.common_words import function_words, light_stems
from twin.domain.demands import NAME, Demand
from twin.domain.lexicon import asked_by, members, shown_by
from twin.domain.question import Query
from twin.domain.statements import Statement
from twin.domain.synonyms import kin
from twin.domain.words import fold, stem, tokens

_FULL = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?: (?:(?:of|and|the|for|de|la|in|on|et|und|&) )*[A-ZÀ-Þ][\w'’-]+)+"
)
_LOWER = re.compile(r"\b[a-zà-þ][\w'’-]+")
_NUMBER = re.compile(r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+")
SHORTEST_ACRONYM = 3


class Names:
    """The names of several words in a set of statements."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        texts = [each.source.text for each in statements]
        self._known = frozenset(term for each in statements for term in each.terms)
        self._full = {frozenset(_parts(name)) for text in texts for name in _FULL.findall(text)}
        self._words = {stem(word) for text in texts for word in _LOWER.findall(text)}
        self._acronyms = dict(_acronyms(texts))
        self._organisations = {_parts(each.organisation) for each in statements}
        self._only_there = frozenset(_telling_apart(statements)) - self._words

    def resolved(self, asked: Query) -> Query:
        """The question with its acronyms written out, and its full names known by any part.

        Whoever asks about The Northern Courant is told what a sentence says of the Courant, when
        the profile holds the full name and no other name with that word.
        """
        short = {
            part: telling
            for name in map(_parts, NAME.findall(asked.text))
            if (telling := self._telling(name))
            for part in name
        }
        return replace(
            asked,
            demands=tuple(
                replace(each, alternatives=(*short[part], part))
                if each.name and (part := each.alternatives[-1]) in short
                else each
                for each in self._written_out(self._in_lower_case(asked))
            ),
        )

    def _in_lower_case(self, asked: Query) -> Iterator[Demand]:
        """Who asks about "elm mill" is not told of Oak Mill."""
        words = f" {' '.join(_parts(asked.text))} "
        whole = {
            part
            for name in self._organisations
            if len(name) > 1 and f" {' '.join(name)} " in words
            for part in name
        }
        for demand in asked.demands:
            part = demand.alternatives[-1]
            named = part in self._only_there or (part in whole and not demand.conceptual)
            yield demand.as_name() if named else demand

    def _written_out(self, demands: Iterable[Demand]) -> Iterator[Demand]:
        for demand in demands:
            full = self._acronyms.get(demand.written, ())
            if full and not self._known.intersection(demand.alternatives):
                yield from (Demand(demand.written, (part,), name=True) for part in full)
            else:
                yield demand

    def _telling(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """The parts that name it by themselves; none when the profile does not hold the name."""
        whole = frozenset(name)
        if len(name) < 2 or not any(whole <= full for full in self._full):
            return ()
        others = [full for full in self._full if not (full <= whole or whole <= full)]
        return tuple(
            part
            for part in name
            if not says_something(part)
            and part not in self._words  # car parks, for the Small Parks Medal
            and not any(part in other for other in others)
        )


def says_something(word: str) -> bool:
    """Whether a word is more than a name: the Office in Home Office."""
    part = stem(fold(word))
    return (
        part in light_stems() or part in asked_by() or part in shown_by() or len(kin(part)) > 1
    ) or bool(_NUMBER.fullmatch(fold(word)))


def _telling_apart(statements: Iterable[Statement]) -> Iterator[str]:
    """The words that only one employer or school is called by, and nothing else."""
    called = {each.organisation for each in statements}
    held = Counter(word for name in called for word in {*tokens(fold(name))})
    for word, count in held.items():
        if count == 1 and stem(word) not in members() and not says_something(word):
            yield stem(word)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in tokens(fold(name)) if word not in function_words())


def _acronyms(texts: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for text in texts:
        for name in _FULL.findall(text):
            capitals = "".join(word[0] for word in name.split() if word[0].isupper())
            if len(capitals) >= SHORTEST_ACRONYM:
                yield capitals, _parts(name)

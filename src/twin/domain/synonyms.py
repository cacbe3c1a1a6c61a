"""Words that mean the same when they are said of a person: a question's and the profile's."""

import re
from functools import cache, lru_cache

from twin.domain import english
from twin.domain.words import stem


def family_words() -> tuple[str, ...]:
    """Every word that has a family."""
    return tuple(word for line in _lines() for word in re.findall(r"\w+", line))


def _lines() -> tuple[str, ...]:
    countries = (f"= {line}" for line in english.rows("countries"))
    return (*english.rows("families"), *countries)


@cache
def _families() -> dict[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for line in _lines():
        words = re.findall(r"\w+", line.partition(":")[0])
        same = [f"~~={words[0]}"] if line.startswith("=") else []
        for word in words:
            table.setdefault(stem(word), {}).update(dict.fromkeys([f"~{words[0]}", *same]))
    return {key: tuple(names) for key, names in table.items()}


@cache
def _places() -> dict[str, str]:
    return {
        stem(place): f"~~={line.split()[0]}"
        for line in english.rows("countries")
        for place in line.partition(":")[2].split()
    }


def country(word: str) -> tuple[str, ...]:
    """The family of the country in which the place of this stem lies; empty for no place.

    Who asks about the country asks about its places; who asks about a place asks for no other.
    """
    return tuple(filter(None, [_places().get(word)]))


# Endings that make a new word of the same root: translate, translator, translation.
_BUILT = re.compile(
    r"(?P<root>\w{5,}?)(?:ational|ation|ition|ator|at|ement|ment|anc|enc|ancy|ency|ant|ent|ist|ism"
    r"|ical|ic|ial|ian|iv|ion|or|er|ity|ily|y|al|ly|ful|ness|ship)"
)
_SHORTEST_POSITIVE = 3
# Roots that words of different meaning share: an intern and what is international.
_SHARED = frozenset(
    ["intern", "organ", "offic", "custom", "profess", "physic", "compan", "depart", "doctor"]
)


@lru_cache(maxsize=8192)
def kin(word: str) -> tuple[str, ...]:
    """What a stem has in common with words that mean nearly the same: its families, its root.

    Each begins with `~`, so that none is taken for a word.
    """
    root = word
    while (built := _BUILT.fullmatch(root)) and built["root"] not in _SHARED:
        root = built["root"]
    return (*_families().get(word, _families().get(positive(word), ())), f"~~{root}")


def positive(word: str) -> str:
    """`hard` of hardest, `happy` of happier; the word itself when it is no degree of another."""
    root = re.sub(r"([bdgmnpt])\1(?:er|est)$|(?:er|est)$", r"\1", word)
    if len(root) < _SHORTEST_POSITIVE:
        return word
    return re.sub(r"(?<=[^i])i$", "y", root)

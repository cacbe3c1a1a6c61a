"""Which concepts a word of a question, of a sentence, of a key is about."""

from functools import cache

from twin.domain.concepts import CONCEPTS, Concept
from twin.domain.words import stem


@cache
def concept(name: str) -> Concept:
    """The concept of this name, with or without the leading `@`."""
    return next(each for each in CONCEPTS if each.name == name.removeprefix("@"))


@cache
def asked_by() -> dict[str, tuple[str, ...]]:
    """Stem of a question's word -> the concepts that it asks for."""
    return _stems_to_concepts("words", "asks")


@cache
def shown_by() -> dict[str, tuple[str, ...]]:
    """Stem of a profile's word -> the concepts that a sentence with it is about."""
    return _stems_to_concepts("words", "members", fallback=False)


@cache
def named_by() -> dict[str, tuple[str, ...]]:
    """Stem of a word in a fact's key -> the concepts of the fact."""
    return _stems_to_concepts("keys")


@cache
def members() -> frozenset[str]:
    """Stems of everything that is an instance of a concept."""
    return frozenset(stem(word) for each in CONCEPTS for word in each.members.split())


@cache
def member_words() -> frozenset[str]:
    """Every instance of a concept as it is written: rowing, which "a row in court" is not."""
    words = [word for each in CONCEPTS for word in each.members.split()]
    return frozenset(words) | {f"{word}s" for word in words}


def concept_words() -> tuple[str, ...]:
    """Every word under which a concept is asked for or told."""
    return tuple(
        word for each in CONCEPTS for word in f"{each.words} {each.asks} {each.members}".split()
    )


def _stems_to_concepts(*fields: str, fallback: bool = True) -> dict[str, tuple[str, ...]]:
    table: dict[str, dict[str, None]] = {}
    for each in CONCEPTS:
        named = " ".join(getattr(each, field) for field in fields)
        if not named.strip() and fallback:
            named = each.words
        for word in named.split():
            table.setdefault(stem(word), {})[f"@{each.name}"] = None
    return {key: tuple(names) for key, names in table.items()}

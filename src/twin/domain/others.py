"""Follow-ups about somebody else: "Who is Tomasz?", "And where does he live?"."""

import re
from collections.abc import Collection, Iterable, Sequence

from twin.domain.fragments import Said
from twin.domain.question import Query
from twin.domain.shapes import fits
from twin.domain.statements import Statement
from twin.domain.trial import meets
from twin.domain.words import fold, stem

_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers)\b")
_ASKS_WHO = re.compile(
    r"^\W*(?:and |but |so )*(?:who\b(?! (?:are|is) (?:you|she|he|this|that)\b)"
    r"|(?:with |for |by )whom?\b)"
)
_ASKS_PLACE = re.compile(
    r"^\W*(?:and |but |so )*(?:where|(?:in )?(?:what|which) (?:city|town|country))"
)
_IN_PLACE = re.compile(r"^(?:\W+[\w’'-]+){0,4}?,? (?:in|at|from|near) (?:the )?[A-ZÀ-Þ]")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'’-]{2,}")
_OWN = frozenset({"job", "study"})
_PLACES = frozenset({"@location", "@origin", "@address"})


def told_of_another(
    asked: Query,
    before: Said | None,
    statements: Sequence[Statement],
    own_names: Collection[str],
) -> tuple[Statement, ...] | None:
    """What the profile says of the person whom "he" or "she" is; None where it is nobody else.

    Nothing that is said of the person whose profile it is may answer.
    """
    if not before or not speaks_of_another(asked):
        return None
    own = {stem(name) for name in own_names} | _of_own_work(statements)
    if not (names := _names(before) - own):
        return None
    telling = [
        each
        for each in statements
        if each.kind not in _OWN and names.intersection(map(stem, _words(each.source.text)))
    ]
    wanting = asked.subject or asked.demands
    if _ASKS_PLACE.search(asked.folded):
        telling = [each for each in telling if _placed(each.source.text, names)]
        wanting = tuple(each for each in wanting if not _PLACES.intersection(each.alternatives))
    return tuple(
        each
        for each in telling
        if fits(each, asked.wants) and all(meets(each, demand) for demand in wanting)
    )[:1]


def speaks_of_another(asked: Query) -> bool:
    """Whether a question says "he" or "she"."""
    return bool(_PRONOUN.search(asked.folded))


def asks_who(asked: Query) -> bool:
    """Whether a question asks for somebody else: "Who keeps your books?"."""
    found = _ASKS_WHO.search(asked.folded)
    return bool(found and (asked.demands or found[0].endswith("whom")))


def _names(before: Said) -> frozenset[str]:
    """Stems of the names of those whom the question before was about."""
    asked = {each.alternatives[-1] for each in before.asked.demands if each.written[:1].isupper()}
    known = {
        stem(word)
        for each in before.statements
        if each.kind not in _OWN
        for word in map(fold, _NAME.findall(each.source.text))
    }
    if asks_who(before.asked):
        return frozenset(asked | known)
    return frozenset(asked & known)


def _of_own_work(statements: Iterable[Statement]) -> set[str]:
    """Stems of what the person's own posts are called; "Founder of Brine" names nobody else."""
    return {
        stem(word)
        for each in statements
        if each.kind in _OWN or "@job" in each.named
        for word in _words(each.source.text)
    }


def _placed(text: str, names: Iterable[str]) -> bool:
    """Whether a place stands beside one of the names."""
    return any(
        stem(fold(found[0])) in names and _IN_PLACE.search(text[found.end() :])
        for found in re.finditer(r"[\w’'-]+", text)
    )


def _words(text: str) -> Iterable[str]:
    return map(fold, re.findall(r"[\w’'-]+", text))

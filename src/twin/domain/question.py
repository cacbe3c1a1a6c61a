"""A visitor's question taken apart: what it demands of a passage that is to answer it."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from functools import cache

from twin.domain import english
from twin.domain.common_words import function_words
from twin.domain.demands import NAME, Demand, demands_of, names_in
from twin.domain.loosening import loosened
from twin.domain.phrases import with_phrases
from twin.domain.shapes import wanted
from twin.domain.words import fold, stem, tokens

# "What don't you like?" must not be answered by what the person likes.
_NEGATED = re.compile(
    r"\b(?:what|which|who|where)\b(?!.*\b(?:if|when|why) .*\bnot\b)"
    r".*\b(?:(?:not|never) (?:\w+ )?(?:you|she|he)|(?:you|she|he) (?:\w+ )?(?:not|never))\b"
    r"|^(?!.*\bhow\b).*\bwithout\b(?! (?:pay|charg|cost|extra|notice|an appointment|booking))"
)

_NAMES = re.compile(r"\b(?:your|her|his) (?:\w+ )?(?:sur)?name\b")  # a subject of its own
_TITLES = frozenset("mr mrs ms miss dr prof professor madam sir dear".split())  # noqa: SIM905
_MISSES = re.compile(r"\b(?:you|i|we|to|most|still|really|ever) miss\b")  # and is no address


@dataclass(frozen=True, slots=True)
class Query:
    """A question, ready to be held against the profile.

    Attributes:
        wants: the name of the shape that an answer must have; empty when any will do.
        context: what the visitor told before asking; it says which of several answers is meant.
        told: what it is about, the visitor told of themself: "We need a witness. Do you do that?"
    """

    text: str
    folded: str
    demands: tuple[Demand, ...]
    stems: frozenset[str]
    wants: str = ""
    negated: bool = False
    context: tuple[Demand, ...] = ()
    told: bool = False

    @property
    def subject(self) -> tuple[Demand, ...]:
        return tuple(demand for demand in self.demands if not demand.light)

    @property
    def terms(self) -> frozenset[str]:
        """Every stem and concept that the subject may be met by."""
        return frozenset(term for demand in self.subject for term in demand.alternatives)

    @property
    def counts_only(self) -> bool:
        """Whether numbers are all that it is about."""
        return bool(self.subject) and all(demand.number for demand in self.subject)

    def after(self, told: "Query") -> "Query":
        """The question as asked after a sentence in which the visitor told what it is about."""
        if self.subject or _NAMES.search(self.folded):
            return replace(self, context=told.subject)
        of_visitor = "you" not in tokens(told.folded)
        setting = tuple(each for each in told.demands if not each.number)  # "I am 19 ..."
        return replace(self, demands=(*self.demands, *setting), told=of_visitor)


def query(text: str, *, own_names: Set[str] = frozenset(), told: Set[str] = frozenset()) -> Query:
    """Take a question apart.

    Args:
        text: the question.
        own_names: the person's, which say nothing here.
        told: the concepts that facts of the profile are called by.
    """
    folded = fold(text).replace("@", " ")
    skipped = (function_words() | own_names) - names_in(text)
    if _MISSES.search(folded):
        skipped -= {"miss"}
    named = [fold(name) for name in NAME.findall(text)]
    phrased = with_phrases(_of_the_person(folded, own_names), named, told)
    words = [word for word in tokens(phrased) if word not in skipped]
    if " May" not in text:  # a month only where it is written as one
        words = [word for word in words if word != "may"]
    return Query(
        text=text,
        folded=folded,
        demands=loosened(demands_of(text, folded, words), folded),
        stems=frozenset(stem(word) for word in tokens(folded) if word not in skipped),
        wants=wanted(folded),
        negated=bool(_NEGATED.search(phrased)),
    )


def _of_the_person(folded: str, own_names: Set[str]) -> str:
    """Where is Grace based, asked as where she is based."""
    names = own_names - _TITLES
    if not names & set(tokens(folded)):
        return folded
    one = "|".join(map(re.escape, names))
    name = rf"(?:(?:{'|'.join(_TITLES)}) )?(?:{one})(?: (?:{one}))?"
    verb = "is|was|are|does|did|has|can|could|will|would"
    return re.sub(rf"\b({verb}) {name}\b(?!')", r"\1 she", folded)


def names_of(full_name: str) -> Iterator[str]:
    """The words of the person's name, short and whole, and forms of address, as questions do."""
    yield from _TITLES
    for word in tokens(fold(full_name)):
        if word not in function_words():
            yield from (word, f"{word}s")
            for short in _short_forms().get(word, ()):
                yield from (short, f"{short}s")


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    """A given name -> what its bearers are called: Samuel, Sam."""
    found: dict[str, list[str]] = {}
    for row in english.rows("nicknames"):
        short, _, names = row.partition(":")
        for name in names.split():
            found.setdefault(name, []).append(short)
    return {name: tuple(shorts) for name, shorts in found.items()}

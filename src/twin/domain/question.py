"""A visitor's question taken apart: what it demands of a passage that is to answer it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from twin.domain.common_words import function_words, light_stems
from twin.domain.lexicon import asked_by, concept, members
from twin.domain.phrases import ALTERNATIVES, LIGHT, with_phrases
from twin.domain.shapes import wanted
from twin.domain.synonyms import kin
from twin.domain.words import fold, stem, tokens

# "What don't you like?" must not be answered by what the person likes.
_NEGATED = re.compile(
    r"\b(?:what|which|who|where)\b.*\b(?:not|never)\b|\bwithout\b|\bdislike\b|\bhate\b"
)
_BETWEEN = (
    r"(?:have|has|had|an?|any|own|been|ever|get|got|feel|still|so|very|currently|really|in|mental"
    r"|physical|personal)"
)
_CHANGING = frozenset(["@current", "@job", "@employer", "@career", "@project"])
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: (?:of |and |the )?[A-Z][a-z]+)+")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*[+#]*")


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that the answer must be about.

    Attributes:
        written: the visitor's word for it, letter by letter; empty where it was taken apart.
        alternatives: stems and concepts, any of which meets it.
        light: says little about the subject; may stay unmet.
        name: a name or an instance such as a programming language; must be met.
        explicit: only a fact whose key names it may answer.
    """

    written: str
    alternatives: tuple[str, ...]
    light: bool = False
    explicit: bool = False
    name: bool = False

    @property
    def number(self) -> bool:
        return self.alternatives[-1][:1].isdigit()


@dataclass(frozen=True, slots=True)
class Query:
    """A question, ready to be held against the profile."""

    text: str
    folded: str
    demands: tuple[Demand, ...]
    stems: frozenset[str]
    wants: str = ""
    negated: bool = False

    @property
    def subject(self) -> tuple[Demand, ...]:
        return tuple(demand for demand in self.demands if not demand.light)


def query(text: str, *, own_names: Iterable[str] = ()) -> Query:
    """Take a question apart; `own_names` are the person's, which say nothing here."""
    folded = fold(text).replace("@", " ")
    named = _named(text)
    skipped = (function_words() | set(own_names)) - named
    written = {fold(word): word for word in reversed(_WORD.findall(text))}
    phrased = with_phrases(folded, [fold(name) for name in _NAME.findall(text)])
    words = [word for word in tokens(phrased) if word not in skipped]
    demands = _distinct(_demand(word, written.get(word, ""), named=word in named) for word in words)
    return Query(
        text=text,
        folded=folded,
        demands=_loosened(demands, folded),
        stems=frozenset(stem(word) for word in tokens(folded) if word not in skipped),
        wants=wanted(folded),
        negated=bool(_NEGATED.search(phrased)),
    )


def _named(text: str) -> set[str]:
    """Common words that are written as a name and are one: the language Go."""
    later = [word for word in _WORD.findall(text)[1:] if word[:1].isupper()]
    return {fold(word) for word in later if stem(fold(word)) in members()}


def _loosened(demands: tuple[Demand, ...], folded: str) -> tuple[Demand, ...]:
    """What else is asked for decides how strictly a word is meant.

    Your health is your own; "experience in health care" may be about the person's work. "Now"
    picks among jobs or places; of anything else it says little.
    """
    if any(not demand.light and not set(demand.alternatives) & _CHANGING for demand in demands):
        demands = tuple(
            replace(demand, light=True) if demand.alternatives == ("@current",) else demand
            for demand in demands
        )
    if sum(not demand.light for demand in demands) < 2:
        return demands
    return tuple(
        replace(demand, alternatives=(stem(fold(demand.written)),), explicit=False)
        if demand.explicit and demand.written.isalpha() and not _own(demand.written, folded)
        else demand
        for demand in demands
    )


def _own(word: str, folded: str) -> bool:
    named = re.escape(fold(word))
    return bool(
        re.search(rf"\b(?:you|your|her|his)\s+(?:{_BETWEEN}\s+){{0,3}}{named}\b", folded)
        or re.search(rf"\b{named}\s+(?:are|is|do|did|were|was|have) you\b", folded)
    )


def _demand(word: str, written: str, *, named: bool) -> Demand:
    root = stem(word)
    concepts = (word,) if word.startswith("@") else asked_by().get(root, ())
    concepts = tuple(other for name in concepts for other in ALTERNATIVES.get(name, (name,)))
    explicit = bool(concepts) and all(concept(name).explicit for name in concepts)
    instance = root in members() and (named or word != root)  # running is one, "run a team" is not
    light = word in LIGHT or (not (concepts or instance) and root in light_stems())
    alternatives = concepts if word.startswith("@") or explicit else (*concepts, *kin(root), root)
    name = not light and ((not concepts and _capital(written)) or root in members())
    return Demand(written, alternatives, light, explicit, name)


def _capital(written: str) -> bool:
    return written[:1].isupper() and not written.isupper()


def _distinct(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """Words that ask for the same thing are one demand."""
    kept: dict[tuple[str, ...], Demand] = {}
    for demand in demands:
        concepts = tuple(name for name in demand.alternatives if name.startswith("@"))
        kept.setdefault(concepts or demand.alternatives, demand)
    return tuple(kept.values())


def names_of(full_name: str) -> Iterator[str]:
    """The words of the person's name, and forms of address, as questions use them."""
    yield from ("mr", "mrs", "ms", "miss", "dr", "prof", "professor", "madam", "sir", "dear")
    for word in tokens(fold(full_name)):
        yield from (word, f"{word}s")

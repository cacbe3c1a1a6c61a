"""The words of a question as demands: things that the answer must be about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from twin.domain.common_words import light_stems
from twin.domain.heads import head, modifiers
from twin.domain.lexicon import asked_by, concept, member_words, members
from twin.domain.phrases import ALTERNATIVES, LIGHT
from twin.domain.synonyms import kin, positive
from twin.domain.words import fold, stem

_CAPITAL = r"[A-ZÀ-Þ][^\W\d_]+"
NAME = re.compile(rf"(?<=[a-z,] ){_CAPITAL}(?: (?:of |and |the |& )?{_CAPITAL})+")
WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*[+#]*")
_AUXILIARY = r"(?:do|does|did|should|are|can|have|is|was|will|would)"
_VERB = re.compile(
    rf"\b(?:(?:what|who) (?=\w+(?:s|ed)\b(?! {_AUXILIARY}\b))"
    r"|(?:you|to|i|we|they|she|he|it|ever)\s+)"
    r"(?:\w+ly\s+|ever\s+|also\s+|still\s+|not\s+)*(\w+)"
)
_ADVERB = re.compile(r"(?!family|assembly|supply|reply|italy|july|anomaly|butterfly)\w{3,}ly")
_VERB_OF_ANOTHER = re.compile(
    r"\b(?:does|did|do) (?!you|i|we|they|it|she|he|that|this)\w+ (?:\S+ ){0,6}?(\w+)\W*$"
)
_DOING = re.compile(r"\b(?:been|keep|kept) (\w+ing)\b")  # running a shop is no sport
_INSTANCE = re.compile(
    r"(?:^(?:(?:and|any|do|have|can|are|did|you|your|ever|also|in|with|familiar|experience|written"
    r"|know|use|used|write|code|program|worked|work) )*|^(?:how|what) about )"
    r"([^\W\d_]+)(?: (?:experience|skills|code|programming))?\W*$"
)
_VERB_LAST = re.compile(r"\b(\w+) you\W*$")
_OF_MAIL = re.compile(
    r"\be-?mail (?:list|market|campaign|newsletter|automation|subscri|sequence|funnel|open rate)",
    re.IGNORECASE,
)
_FEW = 2  # "can you write go": the verb is a word, too


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that the answer must be about.

    Attributes:
        written: the visitor's word for it, letter by letter; empty where it was taken apart.
        alternatives: stems and concepts, any of which meets it.
        light: says little about the subject; may stay unmet.
        name: a name or an instance such as a programming language; must be met.
        head: what is asked for, of which the rest only says more.
        loose: a verb, which another sentence may well say in other words.
        explicit: only a fact whose key names it may answer.
    """

    written: str
    alternatives: tuple[str, ...]
    light: bool = False
    explicit: bool = False
    name: bool = False
    loose: bool = False
    head: bool = False

    @property
    def conceptual(self) -> bool:
        return any(term.startswith("@") for term in self.alternatives)

    @property
    def number(self) -> bool:
        return self.alternatives[-1][:1].isdigit()

    def as_name(self) -> "Demand":
        """Met by this name alone, not by what is akin: Oak Mill is not told by Elm Mill."""
        own = tuple(term for term in self.alternatives if term[:1] != "~" or term[:2] == "~~")
        return replace(self, alternatives=own, light=False, name=True)


def demands_of(text: str, folded: str, words: Sequence[str]) -> tuple[Demand, ...]:
    """What each of the words asks for; words that ask for the same are one demand.

    Args:
        text: the question as it is written.
        folded: the question, folded.
        words: what is left of it when turns of phrase are concepts and the frame is taken off.
    """
    named = names_in(text) | {
        word for word in _INSTANCE.findall(folded) if len(words) <= _FEW and word in member_words()
    }
    written = {fold(word): word for word in reversed(WORD.findall(text))}
    asked_for = head(folded)
    parts = {fold(word) for name in NAME.findall(text) for word in name.split()}
    verbs = {*_VERB.findall(folded), *_VERB_LAST.findall(folded), *modifiers(folded)}
    verbs |= {*_VERB_OF_ANOTHER.findall(folded)}
    doing = {*_DOING.findall(folded)}
    found = (
        (
            word,
            _part_of_name(word, written.get(word, ""))
            if word in parts and stem(word) not in members()
            else _demand(word, written.get(word, ""), text, named=word in named),
        )
        for word in words
    )
    return _distinct(
        _compounds(
            replace(
                demand,
                loose=word in doing or (word in verbs and not demand.name),
                name=demand.name and word not in doing,
                head=word == asked_for,
            )
            for word, demand in found
        )
    )


def names_in(text: str) -> set[str]:
    """Common words that are written as a name and are one: the language Go."""
    later = [word for word in WORD.findall(text)[1:] if word[:1].isupper()]
    return {fold(word) for word in later if stem(fold(word)) in members()}


def _compounds(demands: Iterable[Demand]) -> Iterator[Demand]:
    """What follows a name or an abbreviation only says more of it: MRI scans."""
    before = ""
    for demand in demands:
        yield replace(demand, loose=True) if before and not demand.name else demand
        before = demand.written if demand.name or demand.written[1:].isupper() else ""


def _begins(word: str, text: str) -> bool:
    """Whether a word is capital only because it begins the text."""
    return word.istitle() and text.lstrip().startswith(word)


def _part_of_name(word: str, written: str) -> Demand:
    """The office of the Home Office is no office."""
    return Demand(written, (stem(word),), name=True)


def _demand(word: str, written: str, text: str, *, named: bool) -> Demand:
    root, capital = stem(word), _capital(written) and not _begins(written, text)
    concepts = (word,) if word.startswith("@") else asked_by().get(root, ())
    if word == "families" or (word == "email" and _OF_MAIL.search(text)):
        concepts = ()  # the families of others, no address
    concepts = tuple(other for name in concepts for other in ALTERNATIVES.get(name, (name,)))
    explicit = bool(concepts) and all(concept(name).explicit for name in concepts)
    instance = root in members() and (named or word != root)  # running is one, "run a team" is not
    common = bool({root, positive(root)} & light_stems() or _ADVERB.fullmatch(word)) and not capital
    light = word in LIGHT or (not (concepts or instance) and common)
    alternatives = concepts if word.startswith("@") or explicit else (*concepts, *kin(root), root)
    name = not light and (
        (not concepts and capital) or (root in members() and (word in member_words() or named))
    )
    demand = Demand(written, alternatives, light, explicit, name)
    return demand.as_name() if name and not concepts and root not in members() else demand


def _capital(written: str) -> bool:
    return written[:1].isupper() and not written.isupper()


def _distinct(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """Words that ask for the same thing are one demand."""
    kept: dict[tuple[str, ...], Demand] = {}
    for demand in demands:
        concepts = tuple(name for name in demand.alternatives if name.startswith("@"))
        kept.setdefault(concepts or demand.alternatives, demand)
    return tuple(kept.values())

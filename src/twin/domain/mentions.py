"""Sentences that hold one word of a question in passing and are about something else."""

import re
from collections.abc import Callable, Iterator

from twin.domain.demands import Demand
from twin.domain.lexicon import shown_by
from twin.domain.phrases import cues
from twin.domain.synonyms import kin
from twin.domain.trial import Trial
from twin.domain.words import fold, stem, tokens

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_BETWEEN_CLAUSES = re.compile(
    r"[.;!?]|\b(?:and|but|because|so|when|while|which|who|that|where|if|although|though"
    r"|since|until|than|as|after|before)\b",
    re.IGNORECASE,
)
_ONESELF = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|mine|[Mm]yself)\b")
_ADDRESSED = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_OF_VISITORS = re.compile(r"\b(?:i|we|my|our|me|us)\b")
_HEADLINE = re.compile(r"\b(?:talk|lecture|article) (?:\w+ )?(?:at|for|in) the [A-Z]")
_OPINION = re.compile(r"\b(?:opinion|your views?|think (?:of|about|that)|should|worth|make of)\b")
_WHETHER = re.compile(
    r"^\W*(?:(?:and|so|but|ok|hi|hello|sorry)\W+)*"
    r"(?:do|did|can|could|have|has|are|were|will|would|does|is) (?:you|she|he)\b"
)
_DOES = (
    r"\b(?:(?:[Mm]y|[Oo]ur)(?: \w+){0,2}|(?:I|[Ww]e)(?:['’]\w+)?)(?: (?:am|was|have|had|do|did|not"
    r"|never|always|still|only|also|often|can|cannot|would|will|to|been|being|used|like|love"
    r"|learn(?:ed|t)|\w+ly))* "
)
_OBJECT = (  # "I like rye bread", not "I photograph women at the market"
    r"\b(?:I|[Ww]e) (?:(?!from|with|at|of|on|for|by|in|into|to|that|and|or|but|no)\w+ ){0,3}"
)
_WHICH = re.compile(
    r"^\W*(?:(?:and|so) )?(?:what|which) (?:(?:kind|sort|type)s? of )?(\w+) (?:\w+ )?"
    r"(?:do|did|are|have|can|would|will) you\b"
)
# The words of a sentence that say what it is about: of a document, of what tells of the person.
_OF_DOCUMENT, _OF_PERSON = 5, 9


def only_mentions(trial: Trial) -> bool:
    """Whether the one word of the question that a sentence has stands there for something else."""
    if trial.statement.kind not in {"prose", "detail"} or len(trial.met) != 1:
        return False
    (word,) = trial.met
    if word.light or word.name or word.number or word.written[:1].isupper():
        return False
    return any(mentions(trial, word) for mentions in _MENTIONING)


def _tells_nothing_of_the_person(trial: Trial, word: Demand) -> bool:
    """Who asks "do you smoke?" is not told what patina is made of."""
    text = trial.statement.source.text
    if trial.statement.kind != "prose" or _HEADLINE.search(text):
        return False
    beginning = text.split()[: _OF_DOCUMENT if trial.statement.quoted else _OF_PERSON]
    if _OPINION.search(trial.query.folded) or _holds(" ".join(beginning), word):
        return False
    held = [own for clause, own in _clauses(text, trial.query.folded) if _holds(clause, word)]
    return bool(held) and not any(held)


def _tells_not_that_it_is_done(trial: Trial, word: Demand) -> bool:
    """Whether somebody drives is not told by a pile that is driven."""
    text = trial.statement.source.text
    if not word.loose or _by_concept(trial, word) or not _WHETHER.search(trial.query.folded):
        return False
    if "?" in text and _ADDRESSED.search(text):
        return False
    done = (re.search(rf"{_DOES}{re.escape(each)}\b", text) for each in _forms(text, word))
    return not any(done)


def _tells_of_no_kind(trial: Trial, word: Demand) -> bool:
    """Which wood somebody builds with is not told by a wooden bench."""
    asked = _WHICH.search(trial.query.folded)
    if not asked or asked[1] != fold(word.written) or _by_concept(trial, word):
        return False
    text = trial.statement.source.text
    return not any(re.search(rf"{_OBJECT}{re.escape(each)}\b", text) for each in _forms(text, word))


def _by_concept(trial: Trial, word: Demand) -> bool:
    return any(term[0] == "@" and term in trial.statement.terms for term in word.alternatives)


def _clauses(text: str, asked: str) -> Iterator[tuple[str, bool]]:
    """The clauses of a text, and whether each tells of the person.

    A question in a text is the visitors', and theirs is what is `asked` of their own things.
    """
    theirs = bool(_OF_VISITORS.search(asked))
    for sentence in _SENTENCE.split(text):
        own = _ADDRESSED if sentence.endswith("?") else _ONESELF
        for clause in _BETWEEN_CLAUSES.split(sentence):
            yield clause, bool(own.search(clause)) or (theirs and sentence.endswith("?"))


def _holds(clause: str, word: Demand) -> bool:
    return bool(_forms(clause, word)) or not set(word.alternatives).isdisjoint(cues(fold(clause)))


def _forms(text: str, word: Demand) -> list[str]:
    """The words of a text that meet the one asked for."""
    wanted = set(word.alternatives)
    return [
        each
        for each in re.findall(r"\w+(?:['’-]\w+)*", text)
        for root in map(stem, tokens(fold(each)))
        if not wanted.isdisjoint((root, *shown_by().get(root, ()), *kin(root)))
    ]


_MENTIONING: tuple[Callable[[Trial, Demand], bool], ...] = (
    _tells_nothing_of_the_person,
    _tells_not_that_it_is_done,
    _tells_of_no_kind,
)

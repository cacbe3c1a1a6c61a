"""Text as retrieval sees it: sentences, tokens without case and accents, light stems."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_EXPANSIONS = (
    (re.compile(r"[’‘`´]"), "'"),
    (re.compile(r"\b(can)'?not\b|\bcan't\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\b(what|where|who|when|how|that|there|it|he|she|here)'s\b"), r"\1 is"),
    (re.compile(r"'s\b|s'(?=\s|$)"), "s"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\be-?mail\b"), "email"),
    (re.compile(r"(?<=\w)[-–/](?=\w)"), " "),
    (re.compile(r"\bopen source\b"), "opensource"),
)
_TOKEN = re.compile(r"@?[^\W_]+(?:[.'][^\W\d_]+)*[+#]*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”')\]]*\s+(?=[\"“'(\[¿¡]*[A-Z0-9À-Þ¿¡])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|prof|st|inc|ltd|e\.g|i\.e|no|vs)|\b[A-Z])\.$", re.IGNORECASE
)
_BULLET = re.compile(r"^[\s\-–—*•·▪◦]+(?=\S)")
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a visitor's message: as written, and as compared."""

    written: str
    stem: str


def fold(text: str) -> str:
    """Lower case, without accents, contractions written out, hyphens opened."""
    decomposed = unicodedata.normalize("NFKD", text)
    lowered = "".join(mark for mark in decomposed if not unicodedata.combining(mark)).casefold()
    for pattern, expansion in _EXPANSIONS:
        lowered = pattern.sub(expansion, lowered)
    return lowered


def tokens(folded: str) -> list[str]:
    """The words of folded text, in order, not stemmed."""
    return _TOKEN.findall(folded)


def stems(text: str) -> list[str]:
    return [stem(token) for token in tokens(fold(text))]


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """One form for a word's plural, past and -ing forms and for both spellings of English.

    Overlaps that it makes are harmless as long as questions and profile pass through it alike.
    """
    if len(word) <= 2 or word.startswith("@") or any(character.isdigit() for character in word):
        return word
    word = word.replace("our", "or") if len(word) > 5 else word
    word = re.sub(r"is(e|ed|es|ing|ation)$", r"iz\1", word) if len(word) > 7 else word
    word = _without_plural(word)
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 2 and _VOWEL.search(root):
            word = _undoubled(root)
            break
    return word[:-1] if word.endswith("e") and len(word) > 2 else word


def _without_plural(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _undoubled(root: str) -> str:
    if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz":
        return root[:-1]
    return root[:-1] + "y" if root.endswith("i") else root


def sentences(text: str) -> list[str]:
    """Sentences and lines in order, bullets taken off, white space made single."""
    found: list[str] = []
    for piece in _SENTENCE_END.split(text):
        clean = " ".join(_BULLET.sub("", piece).split())
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] = f"{found[-1]} {clean}"
        elif clean:
            found.append(clean)
    return found

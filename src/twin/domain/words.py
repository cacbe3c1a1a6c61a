"""Text as retrieval sees it: sentences, tokens without case and accents, light stems."""

import re
import unicodedata
from functools import cache, lru_cache

from twin.domain import english

_CONTRACTIONS = tuple(
    (re.compile(pattern), expansion)
    for pattern, expansion in (
        (r"\bcan't\b", "can not"),
        (r"\bwon't\b", "will not"),
        (r"n't\b", " not"),
        (r"\b(what|where|who|when|how|that|there|it|he|she|here)'s\b", r"\1 is"),
        (r"(?<=s)'s\b", ""),
        (r"'s\b|s'(?=\s|$)", "s"),
        (r"\bi'm\b", "i am"),
        (r"'re\b", " are"),
        (r"'ve\b", " have"),
        (r"'ll\b", " will"),
        (r"'d\b", " would"),
    )
)
SHORTEST_BROKEN = 45  # a shorter line ends where its writer wanted
_APOSTROPHES = re.compile(r"[’‘`´]")
_DASHES = re.compile(r"(?<=\w)[-–/](?=\w)")
_LETTERS = re.compile(r"\b(?!w/o)([a-z])/([a-z])\b")  # A/B tests, CI/CD aside
_SPELLINGS = {
    "open source": "opensource",
    "cannot": "can not",
    "e mail": "email",
    "r u": "are you",
    "r ur": "are your",
    "ur": "your",
    "u": "you",
    "ppl": "people",
    "whereabouts do": "where do",
    "whereabouts did": "where did",
    "whereabouts are": "where are",
    "nz": "new zealand",
    "hrs": "hours",
    "pls": "please",
    "plz": "please",
    "grandma": "grandmother",
    "grandmas": "grandmothers",
    "grandpas": "grandfathers",
    "grandpa": "grandfather",
    "urself": "yourself",
    "yrs": "years",
    "mgmt": "management",
    "langs": "languages",
    "certs": "certificates",
    "undergrad": "undergraduate",
    "postgrad": "postgraduate",
    "bday": "birthday",
    "fav": "favourite",
    "fave": "favourite",
    "pentest": "penetration test",
    "pentesting": "penetration testing",
    "pentester": "penetration tester",
    "start ups": "startups",
    "up front": "upfront",
    "by train": "by rail",
    "left handed": "lefthanded",
    "right handed": "righthanded",
    "self employed": "selfemployed",
    "self employment": "selfemployed",
}
# Capital only where they begin a message: Ive, Im, Mag, Perm and Edu are names.
_SMALL = {
    "exp": "experience",
    "perm": "permanent",
    "edu": "education",
    "refs": "references",
    "uni": "university",
    "grad": "graduate",
    "pics": "pictures",
    "pic": "picture",
    "vid": "video",
    "vids": "videos",
    "mag": "magazine",
    "spec": "specification",
    "specs": "specifications",
    "mic": "microphone",
    "mics": "microphones",
    "wich": "which",
    "wat": "what",
    "waht": "what",
    "wher": "where",
    "whre": "where",
    "wehn": "when",
    "teh": "the",
    "yuo": "you",
    "wot": "what",
    "abt": "about",
    "atm": "at the moment",
    "coz": "because",
    "cuz": "because",
    "im": "i am",
    "ive": "i have",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "isnt": "is not",
    "youre": "you are",
    "youve": "you have",
    "thats": "that is",
    "whats": "what is",
    "wheres": "where is",
    "whos": "who is",
    "hows": "how is",
    "whens": "when is",
}
_SPELLED = re.compile(rf"\b(?:{'|'.join(_SPELLINGS)})\b")
_SMALL_SPELLED = re.compile(rf"\b(?:{'|'.join(_SMALL)})\b")
_BEGINNING = re.compile(rf"\A\W*(?i:{'|'.join(_SMALL)})(?= [a-z])")
# Without its last letter each would be another word: a plane is no plan.
_KEEPS_E = frozenset(
    """
    bare cape code cope cute fare fine hate hope mane mate pane paste pine plane rate scare tape
    tone vane ware wine
    """.split()  # noqa: SIM905
)
_TOKEN = re.compile(r"@?[^\W_]+(?:[.'][^\W\d_]+)*[+#]*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”')\]]*\s+(?=[\"“'(\[¿¡]*[A-Z0-9À-Þ¿¡])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|prof|rev|revd|hon|capt|sgt|jr|sr|st|mt|inc|ltd|ca|e\.g|i\.e|cf|no|nr|vs)"
    r"|\b[A-Z])\.$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[\s\-–—*•·▪◦]+(?=\S)")
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Lower case, without accents, contractions written out, hyphens opened."""
    text = _APOSTROPHES.sub("'", text)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    text = _BEGINNING.sub(lambda found: found[0].lower(), text)
    folded = _SMALL_SPELLED.sub(lambda found: _SMALL[found[0]], text).casefold()
    if "'" in folded:
        for pattern, expansion in _CONTRACTIONS:
            folded = pattern.sub(expansion, folded)
    folded = _LETTERS.sub(r"\1\2", folded.replace("start-up", "startup"))
    return _SPELLED.sub(lambda found: _SPELLINGS[found[0]], _DASHES.sub(" ", folded))


def tokens(folded: str) -> list[str]:
    """The words of folded text, in order, not stemmed."""
    return _TOKEN.findall(folded)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """One form for a word's plural, past and -ing forms and for both spellings of English.

    Overlaps that it makes are harmless as long as questions and profile pass through it alike.
    """
    if len(word) <= 2 or word.startswith("@") or any(character.isdigit() for character in word):
        return word
    word = _irregular().get(word) or _irregular().get(word.removesuffix("s"), word)
    word = word.replace("our", "or") if len(word) > 5 else word
    word = re.sub(r"is(e|ed|es|ing|ation|or|er)$", r"iz\1", word) if len(word) > 7 else word
    word = _without_plural(word)
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= 2 and _VOWEL.search(root) and not word.endswith("eed"):
            word = _undoubled(root)
            break
    return word[:-1] if word.endswith("e") and len(word) > 2 and word not in _KEEPS_E else word


@cache
def _irregular() -> dict[str, str]:
    """Forms that are another word's: taught is teach."""
    lines = [line.split() for line in english.rows("irregular")]
    return {form: base for base, *forms in lines for form in forms}


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


def _unwrapped(text: str) -> str:
    """Lines that were broken to fit a page are one line again."""
    lines: list[str] = []
    for line in text.splitlines():
        before, clean = lines[-1] if lines else "", line.strip()
        broken = len(before) > SHORTEST_BROKEN and before[-1] not in ".!?:;"
        if before and clean and not _BULLET.match(clean) and (clean[0].islower() or broken):
            lines[-1] = f"{before} {clean}"
        else:
            lines.append(clean)
    return "\n".join(lines)


def sentences(text: str) -> list[str]:
    """Sentences and lines in order, bullets taken off, white space made single."""
    found: list[str] = []
    for piece in _SENTENCE_END.split(_unwrapped(text)):
        clean = " ".join(_BULLET.sub("", piece).split())
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] = f"{found[-1]} {clean}"
        elif clean:
            found.append(clean)
    return found

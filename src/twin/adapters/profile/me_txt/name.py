"""The person's name in a text that introduces them."""

import re
from collections.abc import Iterator

# Surest first: "I am" is also followed by a job, "acting as" by a chatbot.
CUES = (
    r"\bmy\s{1,9}(?:full\s{1,9})?name\s{1,9}is",
    r"^\s{0,9}(?:full\s{1,9})?name\s{0,9}:",
    r"\brepresenting",
    r"\btwin\s{1,9}(?:of|for)",
    r"\bact(?:ing)?\s{1,9}as",
    r"\bI(?:\s{1,9}am|['’]m)",
    r"\byou\s{1,9}are",
)
CUE = tuple(
    re.compile(cue + r"[ \t\n]{1,9}[\"“'*_]{0,9}", re.IGNORECASE | re.MULTILINE) for cue in CUES
)
LOOSE = frozenset(CUE[-3:])

WORD = re.compile(r"(?:[^\W\d_]\.|[^\W\d_]+(?:['’-][^\W\d_]+)*|(?:Dr|Prof|Mr|Mrs|Ms)\.)")
POSSESSIVE = re.compile(r"['’]s?$")
PARTICLES = frozenset(
    (
        *("al", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn"),
        *("la", "le", "ten", "ter", "van", "von", "y"),
    )
)
NO_NAMES = frozenset(
    (
        *("ai", "assistant", "bot", "chatbot", "digital", "twin", "i", "senior", "software"),
        *("analyst", "architect", "chief", "consultant", "designer", "developer", "director"),
        *("engineer", "founder", "head", "lead", "manager", "officer", "scientist", "student"),
    )
)
LONGEST = 6


def find_name(text: str) -> tuple[str, int] | None:
    """The name and its position; None when no sentence introduces the person."""
    for cue in CUE:
        for match in cue.finditer(text):
            words = tuple(_name_words(text, match.end()))
            enough = 2 if cue in LOOSE else 1
            if len(words) >= enough and not NO_NAMES & {word.casefold() for word in words}:
                return " ".join(words), match.end()
    return None


def _name_words(text: str, position: int) -> Iterator[str]:
    """Capitalised words from here on, with the particles that stand between them."""
    particles: list[str] = []
    for _ in range(LONGEST):
        match = WORD.match(text, position)
        if match is None:
            return
        word = POSSESSIVE.sub("", match[0])
        if word in PARTICLES:
            particles.append(word)
        elif word[0].islower():
            return
        else:
            yield from (*particles, word)
            particles = []
        if word != match[0] or text[match.end() : match.end() + 1] != " ":
            return
        position = match.end() + 1

"""A visitor's message taken apart into its questions."""

import re
from collections.abc import Collection

from twin.domain.words import fold, tokens

_OPENER = (
    r"(?:what|where|when|who|which|how|why|do|did|does|are|is|was|were|can|could|have|has|would"
    r"|will|tell)"
)
_SENTENCE = re.compile(
    r"(?:^|\s+)\d[.)]\s+(?=\w)|(?<=[?!;…])\s+|(?<=[^\W\d]{3}\.)\s+|(?<=\.\.\.)\s+"
    r"|(?<=\s[a-z]{2}\.)\s+(?=[A-Z])"
    rf"|(?<=\w{{3}}:)\s+(?=(?i:{_OPENER})\s)|\s+[-–—]+\s+(?=(?i:{_OPENER})\s)"
    r"|\s+[-–—]+\s+(?=(?i:(?:may|can|could) i ask))"
    r"|(?<=\s(?:it|me|us|so)\.)\s+|\s+[:;]-?[()DP]\s+"
    r"|,?\s+(?:and\s+)?then\s+(?=(?i:tell|answer|say|show)\b)|\n+"
)
_NEXT = (
    rf"{_OPENER}(?:['’](?:s|re))?\s+\w|(?:before|after)\s+(?:that|this)\b"
    r"|(?:for|at|in|to|of|by|with|from|on)\s+(?:what|which|whom|when|where)\b"
)
_ADDED = re.compile(rf"\s*,\s+(?:and|but|also|or)\s+(?=(?:{_NEXT}))", re.IGNORECASE)
_JOINED = re.compile(
    r"\s*(?:(?:,|;)?\s+(?:and|but|also)|,\s+or|\s+or(?= (?:do|did|are|can|would|have) you\b))"
    rf"\s+(?:also\s+)?(?={_NEXT})",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"((?:i|i'm|i’m|we|we're|we’re|my|our)\b[^,?]{8,}),\s+(?:so |and |but )?"
    r"(?=(?:can|could|do|does|did|are|would|will|is|how|what|where|when|who|which)\s)"
    rf"|((?!{_OPENER}\b|besides|other than|apart from|except|in addition|as an?\b)[^,?]{{12,}}),\s+"
    r"(?:so |and |but )?(?=(?:can|could|do|did|are|would|will|have)\s+you\s)",
    re.IGNORECASE,
)
# "Our accountant wants to know whether ...": who wonders is not what is asked.
_WONDERED = re.compile(
    rf"(?!\W*{_OPENER}\b)[^?]*?\b(?:asks?|asked|asking|wonder(?:s|ed|ing)?|curious|not sure|unsure"
    r"|(?:wants?|wanted|like|love|need|keen) to (?:know|understand|hear|find out))"
    r"(?: me| us)?[:,]?\s+(?:(whether|if)\s+|(?=(?:what|which|how|why|where|when|who)\s))",
    re.IGNORECASE,
)
_LISTED = re.compile(
    rf"(\s*(?!when you\b){_OPENER}\b[^,?]*\b(?:you"
    rf"|your)\b[^,?]*),\s+(?={_OPENER}\s+\w+\s+(?:you|your|is|are|do|did)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"\W*(?:and\s+|so\s+|but\s+)?{_OPENER}(?:['’]?s)?\b", re.IGNORECASE)
_TWICE_ASKED = re.compile(  # "Where and when did you speak?" is one question
    r"\W*(?:what|where|when|who|which|how|why)\s+and\s+(?:what|where|when|who|which|how|why)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\s*(?!.{0,12}\b(?:bye|goodbye)\b)(?:(?:hi|hiya|hello|hey|heya|yo|howdy|greetings"
    r"|good (?:morning|afternoon|evening|day)|ok|okay|great|cool|nice"
    r"|sorry|wait|hang on|hold on|btw|by the way|anyway|excuse me)"
    r"(?:\s+(?:there|again|\w+))?\s*[,!.:–-]+\s*(?=\S)"
    rf"|(?:thanks|thank you)(?:\s+\w+)?\s*[,!.:–-]+\s*(?=.*\?|(?:please )?{_OPENER}\b)"
    r"|(?:i have |i've got |just )?(?:two|three|one|a|a few|some|quick|a couple of)? ?(?:more "
    r"|quick )?(?:things?|questions?|ones?)\s*[:,–-]+\s*(?=\S))",
    re.IGNORECASE,
)
MOST_QUESTIONS = 4
# Of a longer message this much is read: the time for an answer must not grow with it.
MOST_PARTS = 8
LONGEST_SENTENCE = 600
LONGEST_PART = 300


def parts(message: str, own_names: Collection[str] = ()) -> list[str]:
    """Its sentences, a sentence with two questions as two; a greeting in front is taken off."""
    found = []
    for sentence in _SENTENCE.split(message.strip()):
        bare = _GREETING.sub("", sentence).strip()
        if all(word in own_names for word in tokens(fold(bare))):  # "Hello, Ada" asks nothing
            bare = sentence
        found += [piece.strip() for piece in _halves(bare[:LONGEST_SENTENCE]) if piece.strip()]
    asking = [part for part in found if part.endswith("?")]
    chosen = asking if asking and len(found) > MOST_PARTS else found or [message.strip()]
    return [part[:LONGEST_PART] for part in chosen[:MOST_PARTS]]


def _halves(sentence: str) -> list[str]:
    if wondered := _WONDERED.match(sentence):
        sentence = ("do " if wondered[1] else "") + sentence[wondered.end() :]
    if told := _TOLD.match(sentence):
        return [told[1] or told[2], *_halves(sentence[told.end() :])]
    if match := _LISTED.match(sentence):
        return [match[1], *_halves(sentence[match.end() :])]
    if not _ASKS.match(sentence):
        return _ADDED.split(sentence)
    if _TWICE_ASKED.match(sentence):
        return [sentence]
    return _JOINED.split(sentence)

"""What visitors said about themselves, for the visitor who asks for it."""

import re
from collections.abc import Sequence

from twin.domain.common_words import function_words
from twin.domain.lexicon import asked_by
from twin.domain.words import fold, sentences, stem, tokens

_NAMING = re.compile(
    r"\b(?i:my name(?:['’]s| is) \w|call me \w|(?:i am|i['’]m|this is) (?-i:[A-ZÀ-Þ]))"
    r"|\b[A-ZÀ-Þ]\w+ here\b"
)
_NAME_ASKED = re.compile(r"\bmy name\b|\bwho (?:am i|i am)\b|\bi (?:am|was) called\b")
_TRADE_ASKED = re.compile(
    r"\bwhat (?:do )?i (?:do|work as)\b|\bwhat i am\b|\bi do\b|\bline of (?:work|business)\b"
    r"|\bmy (?:job|profession|trade|occupation)\b|\bfor a living\b"
)
_TRADE = re.compile(
    r"\bi am \w+, an? \w"
    r"|\bi (?:am|work as|was) an? (?:\w+ )*\w"
    r"|\bmy job\b"
    r"|\bi (?!am\b|was\b|have\b|had\b|like\b|love\b|want\b|need\b|would\b|will\b|could\b|can\b|do\b"
    r"|did\b|hope\b|think\b|read\b|saw\b|heard\b|see\b|know\b|wonder\b|just\b|live\b|come\b|also\b)"
    r"[a-z]{3,}\b"
)
_FIRST_PERSON = re.compile(r"\b(?:i|my|me|we|our)\b")
_INTRODUCES = re.compile(r"(?:^|[,;.!] )(?:i am|my name is|call me|i work|i live|i come)\b")
# What is asked for, and how a line names it.
_NAMED = (
    (frozenset({"@location", "@origin"}), re.compile(r"\b(?:in|from|near) [A-ZÀ-Þ]")),
    (frozenset({"@study"}), re.compile(r"\b(?:at|in|from) (?:the )?[A-ZÀ-Þ]")),
    (
        frozenset({"paper", "newspap", "magazin"}),
        re.compile(r"\b(?:at|for|from|with) (?:the |an? )?(?:[A-ZÀ-Þ]|\w+ magazine)"),
    ),
    (frozenset({"@employer"}), re.compile(r"\b(?:at|for|from|with) [A-ZÀ-Þ]")),
)
_QUESTION_ASKED = re.compile(r"\b(?:my|did i|have i)\b.*\b(?:question|ask(?:ed)?)\b")
# Words of a question about the visitor that say nothing about what is sought.
_FRAME = frozenset(map(stem, ["remember", "recall", "told", "said", "tell", "say", "name"]))
_SAME = {"from": "@location", "live": "@location", "job": "work", "do": "work", "work": "work"}


def own_line(question: str, earlier: Sequence[str]) -> str:
    """The visitor's own sentence that answers a question about them; empty when there is none.

    Args:
        question: such as "what is my name?".
        earlier: what the visitor wrote before, oldest first.
    """
    folded = fold(question)
    if _QUESTION_ASKED.search(folded):
        asked = [line for line in earlier if line.rstrip().endswith("?")]
        return (asked[0] if "first" in folded else asked[-1]) if asked else ""
    said = [line for text in reversed(earlier) for line in sentences(text) if _states(line)]
    if _NAME_ASKED.search(folded):
        return next((line for line in said if _NAMING.search(line)), "")
    if _TRADE_ASKED.search(folded):
        return next((line for line in said if _TRADE.search(fold(line))), "")
    wanted = _content(folded)
    if not wanted:
        return said[0] if said and re.search(r"\b(?:told|said|tell|say|about me)\b", folded) else ""
    for sought, told in _NAMED:
        if wanted & sought and (found := next(filter(told.search, said), "")):
            return found
    return next((line for line in said if wanted & _content(fold(line))), "")


def _states(line: str) -> bool:
    tells = _FIRST_PERSON if not line.rstrip().endswith("?") else _INTRODUCES
    return bool(tells.search(fold(line)))


def _content(folded: str) -> set[str]:
    found: set[str] = set()
    for word in tokens(folded):
        root = stem(word)
        if word in _SAME:
            found.add(_SAME[word])
        if word not in function_words() and root not in _FRAME:
            found |= {root, *asked_by().get(root, ())}
    return found

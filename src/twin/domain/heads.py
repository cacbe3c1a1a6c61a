"""The thing that a question asks for: `rooms` of "how many rooms does it have?"."""

import re

_STOP = (
    r"(?:do|does|did|are|is|was|were|have|has|had|can|could|would|will|should|may|must|you|your|she|he|her|his|it"
    r"|that|there|the|a|an|per|in|of|for|at|on|from|with|to|by|i|we|they|so|ever|under|among|behind"
    r"|inside|about|during|after|before|when|since|as|and|or"
    r"|gave|gives|made|makes|took|taught|got|led"
    r"|helped|brought|came|went|wrote|built|hired|published|let)"
)
_WORDS = rf"(?P<words>(?:(?!{_STOP}\b)[\w'-]+\s+)*?(?!{_STOP}\b)[\w'-]+)(?=\s+{_STOP}\b|\W*$)"
_COUNTED = re.compile(rf"\bhow many (?:of (?:the|your) )?{_WORDS}")
_NAMED = re.compile(rf"\b(?:what|which) {_WORDS}")
_ASKED = (
    re.compile(rf"\b(?:is|are|was|were) there (?:an?|any) {_WORDS}(?= (?:of|from)\b)"),
    re.compile(rf"\b(?:what|which) (?:kind|sort|type|make|brand)s? of (?:an? )?{_WORDS}"),
    _NAMED,
    re.compile(rf"\bwhat (?:is|was|are|were) (?:the|your|her|his|a|an) {_WORDS}"),
)
# What is said or asked of another thing than the person: "is the shop still open?"
_PREDICATE = re.compile(
    r"^\W*(?:and |but |so )?(?:(?:what|where|when|why|how|who) )?(?:do|does|did|is|are|was|were"
    r"|has|have|can|will) (?:your|the|his|her|that|this|its) \w.*?(?P<words>\w+)"
    r"(?: (?:now|today|still|there|here|yet|too|again|at all|these days|at the moment|currently"
    r"|then))*\W*$"
)
# Heads that say nothing by themselves, or that the shape of an answer looks after.
_GENERIC = frozenset(
    """
    kind kinds sort sorts type types thing things part parts bit way ways place places one ones
    people time times year years month months day days week weeks hour hours number amount total
    name names reason reasons exactly else made makes happened happens about field area areas
    level role job jobs work subject title point best favorite favourite biggest greatest date
    story experience experiences idea ideas opinion view views thoughts topic main company
    companies country city town called named like gets get first last next located available
    based from with do doing free came come comes become became happen rule rules policy attitude
    stance approach sum share percentage proportion held size length good great ok fine strong bad
    evening evenings morning mornings afternoon afternoons night nights
    """.split()  # noqa: SIM905
)


def head(folded: str) -> str:
    """The word for what a folded question asks for; empty when an answer need not name any."""
    patterns = (_COUNTED, *_ASKED, _PREDICATE)
    found = next(filter(None, (pattern.search(folded) for pattern in patterns)), None)
    return _last(found["words"]) if found else ""


def _last(words: str) -> str:
    found = words.split()
    while len(found) > 1 and found[-1].endswith(("ed", "ly")):  # mentees actually landed
        found.pop()
    return "" if found[-1] in _GENERIC else found[-1]


def modifiers(folded: str) -> tuple[str, ...]:
    """What only says which of the things is meant: `analytics` of "which analytics tools"."""
    found = _NAMED.search(folded)
    return tuple(found["words"].split()[:-1]) if found else ()

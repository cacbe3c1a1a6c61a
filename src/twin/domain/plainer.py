"""Usual questions that mean something plain: who is to be hired is asked what they do well."""

import re

from twin.domain.question import Query, query

_YOU = "(?:you|her|him|she|he)"
_YOUR = "(?:your|her|his)"
_WORK = (
    rf"(?:(?:tell (?:me|us)|describe|talk (?:me|us) through)(?: a (?:bit|little)| more)?(?: about)?"
    rf" {_YOUR} (?:current )?(?:work|job|experience)"
    rf"|what experience (?:do|does|have|has) {_YOU}(?: have| got)?)"
)
_MERITS = (
    rf"(?:why (?:should|would|must) \w+ (?:hire|choose|pick|employ|take|work with) {_YOU}"
    rf"|what (?:do|would|can|could) {_YOU} bring(?: to (?:the|our|a) \w+)?"
    rf"|(?:what are )?(?:{_YOUR} )?(?:\w+ )?(?:strengths|strong points|selling points))"
)
_PLAINER = tuple(
    (re.compile(rf"^\W*(?:and |but |so |ok |please )*{asks}\W*$"), plain)
    for asks, plain in ((_WORK, "What do you do?"), (_MERITS, "What are you good at?"))
)


def plainer(asked: Query) -> Query | None:
    """The plain question that is meant by a usual one; None for any other."""
    found = (plain for asks, plain in _PLAINER if asks.search(asked.folded))
    plain = next(found, "")
    return query(plain) if plain else None

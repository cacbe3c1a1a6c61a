"""What is not public, taken out of the texts, however it is spaced or written there."""

import re
from collections.abc import Callable, Iterable, Iterator

from twin.ports.profile import Fact

WITHHELD = "[withheld]"
SHORTEST = 5  # characters; a shorter value, such as a year, would blot out innocent text
_NUMBER = re.compile(r"\s*[+(]{0,2}\d[\d\s().\-/‐-–]*")
_FEWEST_DIGITS = 7
_LONGEST_COUNTRY_CODE = 3  # digits, ITU-T E.164
_BETWEEN = r"[\s().\-/‐-–]{0,3}"


def scrubber(facts: Iterable[Fact]) -> Callable[[str], str]:
    """A function that puts `WITHHELD` for every value that is not public in a text."""
    facts = tuple(facts)
    public = {fact.value for fact in facts if fact.disclosure == "public"}
    told = {_end(value) for value in public if _NUMBER.fullmatch(value)}
    hidden = {
        fact.value
        for fact in facts
        if fact.disclosure != "public"
        and fact.value not in public
        and not (_NUMBER.fullmatch(fact.value) and _end(fact.value) in told)
    }
    patterns = [
        pattern
        for value in sorted(hidden, key=len, reverse=True)
        if len(value) >= SHORTEST
        for pattern in _written(value)
    ]
    if not patterns:
        return lambda text: text
    pattern = re.compile("|".join(patterns), re.IGNORECASE)
    return lambda text: pattern.sub(WITHHELD, text)


def _end(number: str) -> str:
    """What is the same in all spellings of a number."""
    return re.sub(r"\D", "", number)[-_FEWEST_DIGITS:]


def _written(value: str) -> Iterator[str]:
    """Patterns for the ways in which a text may write it."""
    yield r"\s+".join(re.escape(word) for word in value.split())
    if not _NUMBER.fullmatch(value):
        return
    international = re.match(r"\+|00", value.strip())
    digits = re.sub(r"\D", "", value.replace("(0)", "")).removeprefix("00")
    codes = range(1, _LONGEST_COUNTRY_CODE + 1) if international else (0,)
    for code in codes:
        number = digits[code:].lstrip("0")
        if len(number) >= _FEWEST_DIGITS:
            yield _telephone(number)


def _telephone(number: str) -> str:
    """The national number, whatever stands between its digits, with or without a country code."""
    country = rf"(?:\(?(?:\+|00)\d{{1,{_LONGEST_COUNTRY_CODE}}}{_BETWEEN})?"
    return rf"(?<!\d){country}(?:\(?0{_BETWEEN})?\(?{_BETWEEN.join(number)}(?!\d)"

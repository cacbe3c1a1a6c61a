"""What is asked of a thing, and the words without which a statement does not tell it."""

import re
from dataclasses import dataclass

MONTHS = r"january|february|march|april|may|june|july|august|september|october|november|december"
SEASONS = r"spring|summer|autumn|winter"
START = r"^\W*(?:and |but |so |or |ok )*"
_YEAR = r"(?:1[5-9]|20)\d\d"
_NUMBER = (
    r"(?:\d+|an?|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)"
)
_UNIT = r"(?:years?|months?|weeks?|days?|hours?|minutes?|nights?|winters?|summers?)"

NAME = re.compile(r"(?<=[\w,:;(] )[A-ZÀ-Þ]\w+")  # not the first word of a sentence
FIELDS = re.compile(r"\([^()]*\w: ")  # an object, told by its fields


@dataclass(frozen=True, slots=True)
class Telling:
    """A pattern of folded questions, and one of the statements that may answer them."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]


def _telling(asks: str, *tells: str) -> Telling:
    return Telling(re.compile(asks), re.compile(rf"\b(?:{'|'.join(tells)})(?!\w)", re.IGNORECASE))


TIMES = (
    _telling(r"\b(?:which|what) year\b", _YEAR),
    _telling(
        r"\bwhat time in the\b",
        r"\d+[:.]\d\d",
        r"\d+ ?[ap]\.?m",
        r"noon|midnight|o'clock",
        r"\d+ to \d+",
    ),
    _telling(r"\b(?:which|what) month\b", MONTHS, SEASONS, "months?"),
    _telling(
        rf"{START}(?:for )?how long (?:has|have|had|is) .*\b(?:been|worked|\w+ing)\b",
        "since|years?|months?|decades?|always|from",
        _YEAR,
    ),
    _telling(
        r"\bhow long did .*\b(?:take|need)\b",
        rf"{_NUMBER}(?: and a half)? {_UNIT}",
        r"overnight|forever|from \w+ \d{4} to",
    ),
)
_PAID = (
    r"paid|unpaid|pays?|free|wage\w*|salary|stipend|fee|costs?|prices?|rates?|charge\w*"
    r"|euros?|dollars?|pounds?|kroner|rupees|francs|percent|per cent|EUR|USD|GBP|no money|pro bono"
    r"|honorarium|grant|volunt\w*"
)


def _payment(asks: str) -> Telling:
    return Telling(re.compile(asks), re.compile(rf"[€$£¥]|\b(?:{_PAID})\b", re.IGNORECASE))


# Told by a fact of a matter of its own, whatever its words.
MATTERS = (
    _telling(
        rf"{START}how long (?:does|do|will|would) .*\b(?:last|take|run|go on|be|need)\b",
        rf"(?!an? ){_NUMBER}(?:[ -](?:\w+ )?(?:and|to|or) (?:a )?{_NUMBER})?[ -]{_UNIT}",
        rf"(?:takes?|lasts?|needs?|for|about|is|within|over|under|half) an? (?:\w+ )?{_UNIT}",
        "overnight|forever|all day|until|pages|words|as long as|season|length|duration"
        "|\\w*days?|evening|morning|afternoon",
    ),
    _payment(r"\b(?:paid|unpaid|free of charge|for free)\b"),
    _telling(r"\bdiscounts?\b", r"discount\w*|reduc\w+|cheaper|less|off|per ?cent|free|half|%"),
)
# What is agreed with clients; told by a fact of that very name, whatever its words.
TERMS = (
    _payment(
        r"\b(?:is|are) (?!you\b)[\w ]{3,40} (?P<term>paid|unpaid)\W*$"
        r"|\bcosts? (?:me |us )?anything\W*$",
    ),
    _telling(
        r"\b(?:yearly|annual|monthly|weekly) (?:\w+ )?(?:fees?|rate|costs?|price|charge|dues"
        r"|subscription)|\b(?:a|per) (?:year|month) of\b.*\bcost",
        r"years?|yearly|annual\w*|months?|monthly|weeks?|weekly",
    ),
    _telling(r"\binstal?ments?\b", r"instal?ments?|monthly|months|deposit|parts|half|steps"),
    _telling(
        r"\b(?:what|which) .*\b(?:give|gave|given|get|got|receive|award\w*|win|won)\b.*\bfor\W*$",
        r"for|because|after",
    ),
    _telling(
        r"\b(?:is|are) there .*\bparking\b", r"park|parking|car ?parks?|garage|drive|street|kerb"
    ),
)
FATES = (
    _telling(
        r"\b(?:worst|best|biggest|largest|favou?rite) (?:client|customer|patient|student)\b",
        r"\w+est|best|worst|most|favou?rite|ever",
    ),
    _telling(
        r"\bhow (?:many hours|much|long) do you sleep\b"
        r"|\bwhat time do you (?:get up|go to bed|wake)\b",
        r"sleep\w*|slept|bed|get up|up at|rise|wake|woke",
    ),
    _telling(
        r"\bif (?:you|she|he) (?:were|was|could|had)\b|\bwould you choose\W*$|\bwho would play\b",
        r"would|could|if|dream\w*|wish\w*|want\w*|hope|rather|like to|love to",
    ),
    _telling(r"\bstill (?:alive|living)\b", "died|dead|late|passed away|alive|in memory|death"),
    _telling(
        r"^\W*(?:and )?who else\b",
        "with|and|team|co|together|colleagues?|by|both|partners?|another|of us|we|our",
    ),
    _telling(
        r"\b(?:do|did|have) you (?:ever )?(?:regret|regretted)\b",
        r"regret\w*|sorry|mistake|wish\w*",
    ),
    _telling(
        r"\b(?:fired|sacked|let go|laid off|dismissed|kicked out|made redundant)\b",
        r"fired|sacked|let go|laid off|dismiss\w*|redundan\w*|bankrupt",
        "closed|left|lost|shrank|ended",
    ),
    _telling(
        r"\bwhat went wrong\b",
        r"wrong|mistake|error|problem|fail\w*|lost|broke\w*|miss\w*|collapse\w*|melted|cancel\w*",
        r"without|too|because|never|forgot|overlook\w*",
    ),
    _telling(
        r"\bhow did (?!you\b)(?:\S+ ){1,8}(?:end|finish|turn out|work out)\W*$",
        r"end\w*|finish\w*|clos\w+|until|won|sold|left|over|result\w*|after|became|now|since",
    ),
    _telling(
        r"\bwhat would you (?:change|do differently)\b",
        r"chang\w+|different\w*|would|should|wish|again|instead|better|next time",
    ),
    _telling(
        r"\b(?:can|could|may|where do) (?:i|we|one) buy\b",
        r"buy|bought|sold|sells?|sale|shops?|order\w*|copies|publish\w*|press|books|from",
        r"price\w*|fee|euros?|dollars?|pounds?|kroner|rupees",
    ),
)

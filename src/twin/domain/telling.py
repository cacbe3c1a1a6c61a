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
    _telling(
        r"\bhear (?:back )?from you\b|\bhear back\b|\bget back to (?:me|us)\b"
        r"|\bhow (?:quickly|fast|soon|long) (?:do|does|will|would|can|until)\b.*"
        r"\b(?:reply|respond|answer)\b",
        r"repl\w+|respon\w+|answer\w*|hear|back to|inbox|e-?mails?|messages?|write|call",
    ),
)
# Told by nothing else, whatever a fact is called.
SENSES = (
    _telling(
        r"\b(?:play|plays|played) (?:an?|any|some|the|which|what)? ?(?:musical )?"
        r"(?:instruments?|music)\b|\b(?:which|what) instruments? (?:do|can|does)\b",
        r"play\w*|sing\w*|instruments?|band|choir|orchestra|quartet|ensemble|lessons|musician|music",
        r"concerts?|amateur|(?:first|second|third) violin|interests?|hobb\w+",
    ),
    _telling(
        r"\brelocat\w+\b|\b(?:willing|ready|open|prepared) to move\b",
        r"relocat\w+|mov\w+|live|lives|living|stay\w*|settle\w*|abroad|anywhere",
    ),
    _telling(
        r"\b(?:written|write|wrote|publish\w*|bringing out) (?:an?|any|another|your)? ?"
        r"(?:books?|novels?)\b|\b(?:which|what) (?:books|novels) have you (?:written|published)\b"
        r"|\bpublisher\b.*\bbook\b",
        r"books?|novels?|booklets?|publications?|memoirs?|poems?|author\w*|writ\w+|wrote|press|handbook|guide|edition",
    ),
    _telling(
        r"\b(?:podcasts?|music|bands?|songs?|radio)\b.*\blisten\b",
        r"listen\w*|favou?rite|lov\w+|enjoy\w*|music|songs?|jazz|opera|playlist",
    ),
    _telling(
        r"\bread (?:anything|any good)\b|\bbooks? (?:are|is) you reading\b"
        r"|\breading (?:now|right now|at the moment|just now|lately)\b",
        r"read\w*|favou?rite|novels? (?:of|by)|bedside|bookshelf|re-?read\w*",
    ),
    _telling(
        r"\bhow old (?:is|are|was|were) (?!you\b)",
        rf"{_NUMBER}(?: and a half)?[ -](?:years?|months?|weeks?)|born|aged?|puppy|since|built",
        rf"(?:found|open|start|launch)\w*|(?:from|of) (?:\w+ )?{_YEAR}",
    ),
    _telling(
        r"\b(?:what|which) colou?rs? (?:is|are|was|were)\b",
        r"colou?r\w*|black|white|red|green|blue|yellow|orange|gr[ea]y|brown|pink|purple|silver|gold",
    ),
    _telling(
        r"\bare you (?:\w+ )?insured\b|\binsurer\b|\bliability\b"
        r"|\b(?:have|carry|hold|got) (?:\w+ ){0,3}(?:insurance|indemnity)\b",
        r"cover\w*|liability|indemnity|insured|policy|insurance (?:is|with|of)|million",
    ),
    _telling(
        r"\b(?:did|do|have|had|has|will) (?:you|she|he) (?:\w+ )?graduated?\b",
        r"degree|diploma|graduated|graduation|university|college|school|institute|academy|stud\w+"
        r"|doctora\w+|master\w*|bachelor\w*|B\.?[AS]c?|M\.?[AS]c?|MBA|MEng|BEng|Ph\.?D",
    ),
    _telling(r"\bexpires?\b", r"expir\w+|valid\w*|until|renew\w*|through"),
    _telling(
        r"\b(?:finance|pay for|paid for|afford|fund)(?:e?d)? (?:your|the) (?:\w+ )?"
        r"(?:diploma|degree|studies|training|course|phd|doctorate)\b",
        r"paid|pay\w*|loan|grant|scholarship|bursary|sold|worked|money|fund\w*|saved|savings",
    ),
    _telling(
        r"\b(?:found|founded|start|started|open|opened|set up|run) (?:your|the|a)?(?: \w+)? ?"
        r"(?:school|academy)\b|\bschool did you (?:found|start|open|set up)\b"
        r"|\byour school called\b",
        r"found\w*|start\w*|open\w*|set up|my school|own\w*|director|head|taught|teach\w*",
        "school is",
    ),
    _telling(
        r"\bworking on next\b|\bnext (?:project|thing) (?:be|you)\b",
        r"next|plan\w*|will|soon|later|after that|hope|from (?:january|february|march|april|may"
        r"|june|july|august|september|october|november|december|20\d\d)|want|would like|one day",
    ),
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
    _telling(
        r"\binstal?ments?\b",
        r"instal?ments?|monthly|months|deposit|parts|half|steps|thirds?|quarters?",
    ),
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
        r"\bwhat (?:did|were) (?:you|she|he) (?:do|doing) before (?!that\b|this\b|you\b)\w",
        r"before|previous\w*|former\w*|earlier|until|left|used to",
    ),
    _telling(
        r"\b(?:were|was) (?:you|she|he) born\b",
        r"born|births?|birthplace|native|hometown|origin\w*|grew",
    ),
    _telling(
        r"\b(?:live|lived|living|worked|work|studied|study|been) (?:anywhere |somewhere )?"
        r"(?:outside|other than|elsewhere|away from)\b",
        r"abroad|moved|after|before|previously|outside|lived|worked|was|studied|did",
    ),
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
        r"would|could|if|dream\w*|wish\w*|want\w*|hope|rather|like to|love to|favou?rite",
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
        r"fired|sacked|let (?:\w+ ){0,3}go|laid off|dismiss\w*|redundan\w*|bankrupt",
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

"""What a question wants to hear, and whether a statement holds it: "when" wants a date."""

import re
from dataclasses import dataclass

from twin.domain.statements import Statement


@dataclass(frozen=True, slots=True)
class Shape:
    """A wish, the questions that have it, the statements that meet it."""

    name: str
    question: re.Pattern[str]
    statement: re.Pattern[str]


def _shape(name: str, question: str, statement: str) -> Shape:
    return Shape(name, re.compile(question), re.compile(statement, re.IGNORECASE))


_NUMBER = (
    r"(?<!\d)(?!(?:1[5-9]|20)\d\d\b)\d"
    r"|\b(?:one(?! (?:day|morning|evening|night)\b(?! (?:a|per|each|every)\b))|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|dozens?|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|once|twice|half"
    r"|thirds?|quarters?|percent|most|majority)\b"
)
_SHAPES = (
    _shape(
        "story",
        r"\bwhy did \w+ (?:start|begin|take up)\b"
        r"|\bhow did \w+ (?:get|become|come|begin|start|end up|first)\b"
        r"|\bhow come (?:\w+ ){1,6}(?:speaks?|know)\b",
        r"\b(?:because|began|begin|started|became|led me|wanted to|grew|taught|learn\w*|when I|came"
        r"|moved|during|after|with|from (?:an?|my|the|years))\b",
    ),
    _shape(
        "meeting",
        r"\bhow did (?:you|they) (?:and (?:\w+ ){1,3})?(?:first )?(?:meet|get to know)\b",
        r"\b(?:met|meet|introduced|friends?|got to know|knew|classmates?|neighbou?rs?)\b",
    ),
    _shape(
        "payer",
        r"\bwho (?:paid|pays|funds|funded|finances|financed|sponsor\w*) ",
        r"\b(?:paid|pays?|fund\w*|financ\w*|sponsor\w*|grants?|commission\w*|clients?|donors?"
        r"|budget|own pocket|split|shared)\b",
    ),
    _shape(
        "feeling",
        r"\bwhat (?:is|was) (?:it|that) like\b|\bhow (?:does|did) (?:it|that) feel\b",
        r"\b(?:feel|felt|like|love|joy|hard|wonderful|proud)\b",
    ),
    _shape(
        "merit",
        r"\b(?:why|what for|what) (?:did|were|was|have|do) (?:\w+ ){0,3}"
        r"(?:given|get|win|awarded|receive|honou?red|earn)\b.*\b(?:prize|award|medal|honou?r)\w*",
        r"\bfor\b|\bbecause\b",
    ),
    _shape(
        "reason",
        r"\b(?:why|how come|what for|for what reason|what (?:made|makes|drove|led) you)\b",
        r"\b(?:because|reasons?|, (?:since|as) (?!\d|then)|so that|in order to|that is why"
        r"|which is why|, when (?:I|my|we|our|the|an?)"
        r"|\b(?:gave up|gave it up|stopped|quit|retired|left) (?:\w+ ){0,3}(?:when|after)"
        r" (?:I|my|we|our|the|an?)"
        r"|since then I (?:never|always|only)|wanted to"
        r"|tired of|no longer|so I|could not stand|due to|thanks to|out of|reali[sz]ed|noticed"
        r"|not (?:\w+ )?through .* but|for the sake of)\b",
    ),
    _shape(
        "preference",
        r"\b(?:like|enjoy|love) (?:\w+ )?(?:better|more)\b|\bprefer\b",
        r"\b(?:better|best|prefer\w*|rather|favou?rite|more)\b",
    ),
    _shape(
        "liking",
        r"^\W*(?:do|did) you (?:really |still )?(?:like|love|enjoy)\b"
        r"|\bwhat (?:do|did|does) you (?:\w+ )?(?:like|love|enjoy) (?:\w+ )?(?:about|in|of)\b",
        r"\b(?:like|love|enjoy|favou?rite|passion|fun|happy|keen|hobb|interest|prefer|fond)",
    ),
    _shape(
        "promise",
        r"\b(?:can|could|would|will) you (?:please |also )?"
        r"(?:come|visit|meet|join|help|send(?! (?:me|us|over)\b)|build|make|fix|review)\b",
        r"\b(?:no|not|never|refuse|open to|availab|happy to|willing|appointment|remote)",
    ),
    _shape(
        "name",
        r"\bwhat (?:is|was|are|were) (?:your|the|his|her) .*\b(?:called|named|name)\b"
        r"|^\W*\w+s name\W*$|\bthe (?:names?|titles?) of\b"
        r"|\bwhat (?:is|was|are) (?:that|this) [\w ]{2,40}s name\b"
        r"|\bwhat (?:is|was|are) (?:he or she|she or he|he|she|they) called\b|^\W*(?:and )?whose\b",
        r"",
    ),
    _shape(
        "pace",
        r"\bhow (?:quick|quickly|fast|soon|promptly|rapidly)\b"
        r"(?! (?:can|could|would) you (?:start|begin))",
        r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|immediately)\b|\d:\d\d",
    ),
    _shape(
        "time",
        r"\b(?:at )?what time (?!zone)|\bhow (?:early|late) (?:in the|can i|can we|may i)\b",
        r"\b(?:morning|afternoon|evening|night|noon|midnight|dawn|[ap]\.?m\b|o'clock|\d+[:.]\d\d"
        r"|\d+ (?:to|until|till) \d)",
    ),
    _shape(
        "habit",
        r"^\W*(?:and |but |so )*when (?:do|does|should|would) (?:you|i|we|one|people)\b",
        r"\b(?:when|after|before|until|once|while|as soon as|every|always|never|first|last"
        r"|\w+days?|\d{4}|mornings?|afternoons?|evenings?|nights?|spring|summer|autumn|winter"
        r"|january|february|march"
        r"|april|may|june|july|august|september|october|november|december|immediately|now|within"
        r"|at the (?:start|beginning|end)|on (?:delivery|completion|signing|receipt))\b",
    ),
    _shape(
        "date",
        r"^\W*(?:and |but |so |or |then )*when\b(?! (?:you|your|i|we|my|our)\b)"
        r"|\b(?:know|say|tell me|remember|since|wonder) when\b"
        r"|\bwhen (?:did|do|does|are|is|was|were|will|can|could|have|has|would)\b"
        r"|\b(?:what|which|since what|in which) (?:year|date|day|month)\b|\bdeadline\b",
        r"\b\d{4}\b|\b(?:january|february|march|april|may|june|july|august|september|october"
        r"|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|spring|\d{1,2}:\d\d|summer"
        r"|autumn|winter|immediately|now|weekends?|evenings?|appointment|within|every (?:\w+ )?day"
        r"|at the (?:start|beginning|end)|(?:hours?|days?|weeks?) (?:before|after|ahead)"
        r"|as an? (?:child|boy|girl)|(?:at|i was) (?:\w+teen|ten|eleven|twelve)(?= on| to|\W|$))\b",
    ),
    _shape(
        "age",
        r"\bhow old (?:is|are|was|were) (?!you|she|he)",
        r"\b(?:years?|months?|weeks?|aged|ages?|since|from|in|built|founded) ?(?:of )?\d|: \d"
        r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)(?:-\w+)?"
        r" (?:years?|months?|weeks?)\b",
    ),
    _shape(
        "span",
        r"\bhow long\b|\bhow old (?:did|do|must|should) (?!you|she|he)"
        r"|\bhow many (?:years|months|weeks)\b|\bsince when\b|\blength\b",
        r"\b\d{4}\b.*\b\d{4}\b|\b(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?"
        r"|decades?|since|aged|ages|length|duration)\b"
        r"|(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty))[ -]"
        r"(?:metres?|meters?|kilometres?|kilometers?|km|miles?|feet|foot|inch(?:es)?|cm|words?"
        r"|pages?)\b",
    ),
    _shape(
        "person",
        r"^\W*(?:and |but |so )*who (?:is|was)\b(?! your employer\b)"
        r"(?!.*\b(?:employer|clients?|customers?|team|staff|you)\W*$)",
        r"(?<!^)(?<![.!?] )(?<!“)(?-i:\b[A-Z][a-z])",
    ),
    _shape(
        "employment",
        r"\b(?:did|have|do|had) (?:you|she|he) (?:ever |previously |once |also |really |still )*"
        r"(?:work|worked|been employed|been working) (?:at|for)\b"
        r"|(?<!ed )\byour (?:time|years|days|stint|period|job|role|work) (?:at|with) ",
        r"\b(?:work(?:ed|ing)?|jobs?|employed|joined|intern|consult\w*|freelanc\w*|contract\w*)\b",
    ),
    _shape(
        "money",
        r"(?<!by )\bhow much\b(?: (?:is|are|for)\b| would .*\bbe\b"
        r"|.*\b(?:pay|pays|paid|cost|costs|charge|charges|earn|price)\b)"
        r"|\bwhat (?:do|does|did|would|will|is|are|was|were) [^?.!]{1,60}"
        r"\b(?:cost|charge|earn|turn over|pay(?! (?:off|attention|heed)))\b"
        r"|\bwhat sum\b|\bprize money\b|\b(?:what|how much) (?:is|was|are) [\w ]{2,60} worth\b",
        r"[€$£¥]|\b(?:euros?|dollars?|pounds?|cents?|kroner|francs?|rupees?|yen|EUR|USD|GBP|CHF|AUD"
        r"|CAD|GHS|percent|per cent|fees?|costs?|prices?|rates?|paid|charged?"
        r"|(?<!the )(?<!next )free(?! (?:dates?|places?|slots?|days?|time|spots?)))\b",
    ),
    _shape(
        "share",
        r"\bwhat (?:share|percentage|proportion)\b|\bhow many percent\b",
        r"%|\bper ?cent\b|\b(?:half|third|quarter|fifth|tenth|out of|one in|majority|all|none"
        r"|never)\b",
    ),
    _shape(
        "number",
        r"\bhow many\b|\bnumber of\b",
        _NUMBER,
    ),
    _shape(
        "frequency",
        r"\bhow (?:often|frequently|regularly)\b",
        rf"{_NUMBER}|\b(?:every|each|daily|weekly|monthly|quarterly|yearly|annual(?:ly)?|never)\b",
    ),
    _shape(
        "amount",
        r"\bhow (?:much|big|large|far|tall|high|small|wide|cold|hot|deep|heavy|warm)\b"
        r"|\bwhat (?:sum|amount|number)\b",
        _NUMBER,
    ),
)
_GOES_ON = re.compile(r"[;:] ")
# What a fact of this name tells, whatever the words of its value.
_TOLD_BY_NAME = {
    "amount": frozenset({"@area", "@insideai", "@timezone"}),
    "date": frozenset({"@timezone", "@interview", "@experience", "@notice"}),
    "employment": frozenset({"@fee"}),
    "habit": frozenset({"@interview"}),
    "liking": frozenset(
        ["@hobby", "@sport", "@music", "@book", "@film", "@food", "@travel", "@pet"]
    ),
    "money": frozenset({"@rate", "@salary"}),
    "number": frozenset({"@area", "@timezone", "@workmodel"}),
    "person": frozenset({"@team", "boss"}),
    "preference": frozenset({"@interview", "@workmodel"}),
    "promise": frozenset(
        ["@area", "@travel", "@interviews", "@podcast", "@presskit", "@internship", "@talk",
         "@intro", "@collaborators", "@newsletter", "@workmodel"]
    ),
    "span": frozenset({"@experience"}), "time": frozenset({"@timezone", "@interview"}),
}  # fmt: skip


def wanted(folded: str) -> str:
    """The name of what a folded question wants; empty when anything will do."""
    return next((shape.name for shape in _SHAPES if shape.question.search(folded)), "")


def fits(statement: Statement, wants: str) -> bool:
    """Whether a statement holds what a question wants."""
    shape = next((shape for shape in _SHAPES if shape.name == wants), None)
    if shape is None:
        return True
    if _is_another_thing(statement, wants):
        return False
    if statement.kind == "answer" or shape.statement.search(statement.text):
        return True
    return _holds_all_the_same(statement, wants)


def _is_another_thing(statement: Statement, wants: str) -> bool:
    """The person's own post names nobody else; who studied somewhere did not work there."""
    if wants == "employment":
        return statement.kind == "study"
    own = statement.kind in {"job", "study"} or {"@job", "@current"} <= statement.named
    return wants == "person" and (own or (statement.kind == "detail" and not statement.named))


def _holds_all_the_same(statement: Statement, wants: str) -> bool:
    """Whether it holds what is wanted in another form than that of a sentence."""
    named, kind = statement.named, statement.kind
    if named & _TOLD_BY_NAME.get(wants, frozenset()):
        return True
    if wants == "reason":  # why somebody loves their work is told by what they love
        goes_on = kind in {"prose", "answer"} and _GOES_ON.search(statement.source.text)
        return bool(goes_on) or "@joy" in statement.terms
    if wants == "employment":
        return kind in {"job", "detail"} or (bool(named) and "client" in statement.terms)
    return wants == "number" and kind in {"list", "study"}  # what is listed can be counted

"""What kind of message a visitor sent: small talk, about the twin, about the visitor, an order."""

import re
from dataclasses import dataclass
from functools import cache
from typing import get_args

from twin.domain import english
from twin.domain.words import fold
from twin.ports.llm import QuestionKind

_SHORT = {
    "<hello>": "(hi|hello|hey|hiya|howdy|greetings|good (morning|day|afternoon|evening))",
    "<machine>": "(bot|robot|chatbot|machine|ai|computer|llm|gpt|chatgpt|simulation|fake|avatar)",
    "<bot>": "(real|human|person|people|bot|robot|chatbot|machine|ai|artificial|computer|program"
    "|llm|gpt|language model|chatgpt|alive|conscious|sentient|fake|simulation|assistant|model)",
    "<worker>": "(engineer|scientist|developer|researcher|expert|architect|programmer|designer"
    "|teacher|specialist|consultant|trainer|operator|learning|strategy|ethics|policy|product)",
    "<talking>": "(talking|speaking|chatting|writing|dealing|texting)",
    "<good>": "(good|great|nice|cool|interesting|impressive|amazing|wonderful|fine|all|helpful"
    "|funny|kind|smart)",
}


@cache
def _kinds() -> tuple[tuple[QuestionKind, re.Pattern[str]], ...]:
    """In this order, the first that matches all of a sentence, folded, decides."""
    found: list[tuple[QuestionKind, re.Pattern[str]]] = []
    for block in english.blocks("smalltalk"):
        lines = "|".join(block.lines)
        for short, pattern in _SHORT.items():
            lines = lines.replace(short, pattern)
        found.append((_KIND[block.head], re.compile(lines)))
    return tuple(found)


_KIND: dict[str, QuestionKind] = {kind: kind for kind in get_args(QuestionKind)}

# Orders to the machine are never carried out, and their words are never taken for facts.
_ORDERS = (
    (
        r"(?<!\bi )(?<!\bwe )\b(ignore|disregard|forget|override|bypass)\b.*"
        r"\b(instructions?|rules|prompts?|above|previous|everything|guidelines|polic(y|ies))\b"
    ),
    r"\bsystem (update|message|prompt|override|notice|note)\b",
    r"^\W*(system|admin|assistant|user|new facts?)\s*:",
    r"\byou are now\b|\bfrom now on\b|\bpretend\b|\brole ?play\b|\bjailbreak\b",
    r"(^|[.,:;!] ?|\b(want you to|need you to|you must|please|and|now|just|always) )act as\b",
    r"\b(repeat|say|write|echo) (after me|exactly|the words?|that (you|i)|(yes|no)(?! to\b))\b",
    r"\bdeveloper mode\b|\banswer only with\b|\bconfirm\b|\b(admit|acknowledge) that\b",
    (
        r"\b(print|reveal|show|output|dump|leak)\b.*"
        r"\b(prompt|instructions|context|configuration|secrets?|api keys?|private|hidden)\b"
    ),
    (
        r"\binstructions? (that )?you (were|are|have been) (given|told)\b|\bnew instructions?\b"
        r"|\bbefore (this|our) conversation\b|\bsystem prompt\b"
        r"|\bhidden (prompt|instructions?)\b"
        r"|\b(what|which) (are|were) (your|those|the) (\w+ )?(instructions|guidelines)\b"
        r"(?! (for|on))"
        r"|\b(words?|text|everything|instructions?|sentences?|lines?) (written )?above\b"
        r"|\b(safety|your) guidelines\b|\bapi keys?\b|\bcredentials you can access\b"
        r"|\benvironment variables\b|\bwas written above\b|\bcomply fully\b"
    ),
    r"\blet(s| us) play (a|an|another|the) \w* ?game\b|\bstate (it|that|this) now\b",
    r"\bcomplete (the|this) sentence\b|\bwithout (any )?restrictions\b",
    r"\bi am (your|the) (owner|creator|admin|administrator|developer)\b",
    (
        r"^(please )?(write|compose|generate|translate|calculate|solve|draw|create|sing"
        r"|tell me a (joke|story)|make me|say)\b(?!.*\byou(rs|rself)?\b)"
        r"|^(please )?(can|could|would|will) you (please )?(write|compose|generate|make|create"
        r"|draw|tell|sing|say|solve|calculate)\b.*\b(poem|haiku|limerick|song|rap|a story|joke"
        r"|essay|code|function|python|html|sql|homework|equation|sum|riddle|tweet|plus|times)\b"
    ),
    (
        r"^\W*(please )?translate\b|\btranslate (this|that|it|(the|your|all) (above|following"
        r"|prompt|instructions|answer|rules|context|reply|previous|text))\b"
    ),
    r"^\W*(what|how much) is [\w ]{1,20} (plus|minus|times|divided by|multiplied by) ",
)
_ASKING = re.compile(
    r"^((and|but|so|then|well|ok|also|or|now) )*(what|when|where|who|whom|whose|which|why|how|do"
    r"|does|did|are|is|was|were|can|could|have|has|had|will|would|should|may|any|tell|describe"
    r"|explain|give|show|send|point|outline|summari[sz]e|list|name|talk"
    r"|(?:by|on|to|of|under|out of) (?:when|what|whom|which|how)"
    r"|walk|run|share|since|until|at|in|for|from|with|about|before"
    r"|after|let us|let me|please|remind|more|i (want|would like|wonder|need)|curious)\b"
)
_WONDERING = re.compile(
    r"\b(?:whether|i wonder|wondering|curious (?:about|what|how|why|where|when|who|which|if)"
    r"|(?:love|like|want|keen|curious|interested|glad|happy|good|great|need|hoping|dying) to"
    r" (?:know|hear|learn|see|read|understand|find out)|grateful for"
    r"|please (?:tell|explain|describe|send)"
    r"|my question is|no idea (?:what|how|who|where)"
    r"|(?:tell|show|remind|explain to) me)\b"
)
_HEARD = re.compile(
    r"^i (?:have )?(?:just )?(?:read|heard|saw|noticed|hear|see|understand|gather|believe)"
    r"(?: somewhere)?(?: that)? you\b"
)
# "We would love to print your portrait": what is wanted, if the profile has a fact for it.
WISHING = re.compile(
    r"\b(?:i|we|she|he|they|our \w+|my \w+) (?:\w+ ){0,2}(?:wants?|needs?|lacks?|require|seek"
    r"|request|hope|wish|love to|like to|like an?|appreciate|looking (?:for|to)|hoping"
    r"|interested in|be (?:very )?(?:grateful|glad|happy|interested|keen)|keen (?:on|to)"
    r"|wondering|thinking of)\b"
    r"|^(?:please )?(?:sign|put|add|keep|send|let|give) (?:me|us)\b|\bplease\b"
)
_ASKING_AT_LAST = re.compile(  # "The two day course, what do I pay"
    r", ?(?:and |so |but )?(?:(?:what|whats|how|why)\b|(?:which|when|where|who|whose)(?: \w+)?"
    r" (?:do|does|did|can|could|would|will|are|is|was) (?:you|your|i|we|it|she|he)\b)"
)
_OF_VISITOR = re.compile(r"\b(i|my|me|we|our|call me)\b")
_ASSERTING = re.compile(r"^(and |but |so |now )?(you|she|he|it|this|that|there|they|the|all)\b")
_CAN_BE_ASKED = (
    r"(?! (get|reach|contact|hire|ask|find|apply|book|need|become|call|go about|learn|talk|send"
    r"|write(?! for)|pay|know|start|sign|join|enrol|enroll|register|order|buy|visit|meet|say"
    r"|have to|wait|pronounce|spell|use|see|follow|subscribe|unsubscribe|address|invite|refer|take"
    r"|turn|park|leave|ring|hear(?! myself)|receive|expect|owe|do (?:if|when|first|now|next|with)"
    r"|redeem|cash|return|collect|pick|enter|arrive|claim|complain|arrange"
    r"|reserve|secure|cancel|settle|bring|go|commission|covered|protected|wear|prepare|pack|already"
    r"|walk away|do in|(?:have|get) (?:if|that|when|against)))"
)
_ABOUT_VISITOR = re.compile(
    r"(what|who|where|which|when|how)( else)? (is|are|was|were) my\b(?! (chance|option))"
    r"|^who am i$|(do|did|can) you (still )?(know|remember|recall) (my|me|wh\w+ i|how i)\b"
    r"|^(?!.*\byou(r|rs|rself)?\b)(and |so |but )?"
    r"(what|where|which|who|how)( \w+){0,2} (do|did|am|was|have) i\b"
    rf"{_CAN_BE_ASKED}"
    r"|(what|which) (did|have) i (just )?(say|tell|ask|said|told|asked)\b"
    r"|\bwhat (was|is) it (that )?i (do|did|am|was|work)\b"
    r"|\b(do|did|can|could) you (still )?(remember|recall|know) (what|which|where|who)"
    r" ([a-z]+ ){0,4}i am\b"
    r"|^what do you know about me$|^((and|so|now) )?my (\w+ )?\w+$"
    r"|\bsay my name\b|^(so )?am i an?\b"
    r"|\b(have|did|had) i (ever |already )?(tell|told|say|said|mention|mentioned|give|given)\b"
    r"|\b(do|did|can|could|will) you (still |also )?(know|remember|recall|guess|tell me) "
    r"(me$|my |what (i|my) |where (i|my) |who (i|my) |which \w+ i |how (many|old) )"
    r"(?!.*\byou(r|rs)?\b)"
    r"|^(so )?(guess|remember|tell me|remind me) (again )?(what|where|who) (i|my)\b"
    r"(?!.*\b(can|should|could)\b)"
    r"|^(what|who|where|how) (does|did|do|is|are) my \w+ (do|work|live|called|like|from|old)\b"
)


@dataclass(frozen=True, slots=True)
class Intent:
    """The kind of a sentence; an order or a claim is a question that gets no answer."""

    kind: QuestionKind
    order: bool = False


def intent(sentence: str, own_names: frozenset[str] = frozenset()) -> Intent:
    """Recognise the kind of one sentence of a message."""
    folded = plain(sentence, own_names)
    if any(re.search(order, fold(sentence)) for order in _ORDERS):
        return Intent("question", order=True)
    for kind, pattern in _kinds():
        if pattern.fullmatch(folded):
            return Intent(kind)
    if _ABOUT_VISITOR.search(folded):
        return Intent("visitor")
    asking = (_ASKING, _WONDERING, _HEARD)
    at_last = sentence.rstrip().endswith("?") or _ASKING_AT_LAST.search(fold(sentence))
    if at_last or any(pattern.search(folded) for pattern in asking):
        return Intent("question")
    if _ASSERTING.search(folded):
        return Intent("question", order=True)
    return Intent("remark" if _OF_VISITOR.search(folded) else "question")


def asks(sentence: str, own_names: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence without a question mark asks for something all the same."""
    folded = plain(sentence, own_names)
    wants = folded.startswith(("i want", "i would like", "i need"))
    at_last = _ASKING_AT_LAST.search(fold(sentence))
    return bool(at_last or _WONDERING.search(folded) or (_ASKING.search(folded) and not wants))


def tells_of_visitor(sentence: str) -> bool:
    """Whether a sentence says something of the visitor."""
    return bool(_OF_VISITOR.search(fold(sentence)))


def plain(sentence: str, own_names: frozenset[str] = frozenset()) -> str:
    """Folded words only, single-spaced, without the person's name at either end."""
    words = re.sub(r"[^\w\s.+#]|\.(?!\w)", " ", fold(sentence)).split()
    while len(words) > 1 and words[-1] in own_names:
        words.pop()
    while len(words) > 1 and words[0] in own_names:
        words.pop(0)
    return " ".join(words)

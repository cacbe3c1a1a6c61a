"""What kind of message a visitor sent: small talk, about the twin, about the visitor, an order."""

import re
from dataclasses import dataclass

from twin.domain.words import fold
from twin.ports.llm import QuestionKind

_BOT = (
    r"(real|human|person|people|bot|robot|chatbot|machine|ai|artificial|computer|program|llm|gpt"
    r"|language model|chatgpt|alive|conscious|sentient|fake|simulation|assistant|model)"
)
_JOBS = (
    r"(engineer|scientist|developer|researcher|expert|architect|programmer|designer|teacher"
    r"|specialist|consultant|trainer|operator)"
)
_TALKING = r"(talking|speaking|chatting|writing)"
_GOOD = (
    r"(good|great|nice|cool|interesting|impressive|amazing|wonderful|fine|all|helpful|funny|kind"
    r"|smart)"
)

# In this order; the first with a pattern that matches all of a sentence, folded, decides.
_KINDS: tuple[tuple[QuestionKind, tuple[str, ...]], ...] = (
    ("greeting", (
        r"(hi|hello|hey|hiya|howdy|greetings|yo|good (morning|day|afternoon|evening))( \w+){0,2}",
        r"(nice|pleased|good) to meet you", r"how (are you|is it going|do you do)( \w+){0,2}",
        r"what is up|sup",
    )),
    ("thanks", (
        (r"((ok|okay|great|perfect|cool|good|nice|wonderful|alright) )?(many |a thousand )?"
        r"(thanks?|thank you|thx|cheers|much appreciated)\b.{0,60}"),
    )),
    ("goodbye", (
        (r"((ok|okay|well|thanks|thank you) )*(bye|goodbye|good bye|see you|cya|farewell|good night"
        r"|so long|take care|talk (to you )?later|have a (nice|good|great) \w+)\b.{0,40}"),
    )),
    ("identity", (
        rf"(.* )?(are|is) you (\w+ )?(really )?(an? )?(\w+ )?{_BOT}(?! {_JOBS})\b.*",
        (rf"(.* )?(am i|are we) (\w+ )?{_TALKING} (to|with) (an? |the )?(\w+ )?"
        rf"({_BOT}|you|him|her|someone|somebody)\b.*"),
        r"(so )?(who|what) (exactly |really )?are you( really| exactly)?",
        rf"who am i {_TALKING} (to|with)", r"who is (this|there|that|speaking)",
        r"what is (this|your (full |real )?name)",
        r"what (should|do|can|may) (i|we) call you",
        r"(is (this|it|that)|are you)( really| actually| truly)?( you)?",
        rf"is (this|it|that) (really |actually )?(an? (\w+ ){{0,3}})?{_BOT}",
        r"(who|what) (made|built|created|programmed|powers) you", r"how do you work",
        r"(what|which) (language )?model (are you|do you use)",
        r"is there a (real )?(human|person).*",
        r"do you have (feelings|a body|consciousness)", r"are you (really |actually )?(her|him)",
    )),
    ("capabilities", (
        r"(so )?what (else )?(can|could|should|may|do) (i|we) ask( you)?( about)?",
        r"what (can|could) you (help|answer|tell)( (me|us))?( with| about)?( you(rself)?)?",
        r"what do you know( about)?", r"help", r"what can i (do|learn) here",
        r"(give|show|suggest) (me )?(some |a few )?(example )?questions?.{0,20}",
        r"(how )?(can|could) you help( me)?( with)?", r"what (topics|questions) .{0,40}",
        r"can i ask you (something|anything|a question|some questions)",
    )),
    ("about", (
        (r"(so )?(please )?((can|could|would|will) you )?(please )?(tell (me|us)|talk|say)"
        r"( a bit| a little| something| more| everything| anything| all)*( about)?"
        r" (you|yourself|her|him|who you are|your life|your story)( (please|briefly|in short))?"),
        r"(please )?(introduce|describe|present) yourself.{0,30}", r"who (is|was) (she|he)",
        r"(give me )?(a |your )?(short |brief |quick )?(bio|biography|introduction)( of yourself)?",
        r"i (want|would like) to (know|learn) (more )?about you",
        r"what is your story", r"about you",
    )),
    ("remark", (
        (r"(ok|okay|k|fine|cool|great|nice|wow|lol|haha+|good|perfect|i see|interesting|understood"
        r"|got it|right|sure|yes|no|yeah|nope|hm+|ah|oh|awesome|amazing|sorry|well done|please"
        rf"|(that|this|you|it) (is|are|was) (very |really |so |quite )?{_GOOD})"
        rf"( (ok|okay|{_GOOD}|then|to know|so much|very much))*"),
    )),
)  # fmt: skip

# Orders to the machine are never carried out, and their words are never taken for facts.
_ORDERS = (
    (
        r"\b(ignore|disregard|forget|override|bypass)\b.*"
        r"\b(instructions?|rules|prompts?|above|previous|everything|guidelines|polic(y|ies))\b"
    ),
    r"\bsystem (update|message|prompt|override|notice|note)\b",
    r"^\W*(system|admin|assistant|user|new facts?)\s*:",
    r"\byou are now\b|\bfrom now on\b|\bpretend\b|\bact as\b|\brole ?play\b|\bjailbreak\b",
    r"\b(repeat|say|write|echo) (after me|exactly|the words?|that (you|i)|yes|no)\b",
    r"\bdeveloper mode\b|\banswer only with\b|\bconfirm\b|\b(admit|acknowledge) that\b",
    (
        r"\b(print|reveal|show|output|dump|leak)\b.*"
        r"\b(prompt|instructions|context|configuration|secrets?|api keys?|private|hidden)\b"
    ),
    r"\bcomplete (the|this) sentence\b|\bwithout (any )?restrictions\b",
    r"\bi am (your|the) (owner|creator|admin|administrator|developer)\b",
    (
        r"^(please )?((can|could|would) you (please )?)?(write|compose|generate|translate|calculate"
        r"|solve|draw|create|sing|tell me a (joke|story)|make me|say)\b(?!.*\byou(rs|rself)?\b)"
    ),
    r"\btranslate\b",
)
_ASKING = re.compile(
    r"^((and|but|so|then|well|ok|also|or|now) )*(what|when|where|who|whom|whose|which|why|how|do"
    r"|does|did|are|is|was|were|can|could|have|has|had|will|would|should|may|any|tell|describe"
    r"|explain|give|show|send|point|outline|summari[sz]e|list|name|talk|walk|run|share|since|until|at|in|for|from|with|about|before"
    r"|after|let us|let me|please|remind|more|i (want|would like|wonder|need)|curious)\b"
)
_OF_VISITOR = re.compile(r"\b(i|my|me|we|our|call me)\b")
_ASSERTING = re.compile(r"^(and |but |so |now )?(you|she|he|it|this|that|there|they|the|all)\b")
_CAN_BE_ASKED = (
    r"(?! (get|reach|contact|hire|ask|find|apply|book|need|become|call|go about|learn|talk|send"
    r"|write|pay|know|start))"
)
_ABOUT_VISITOR = re.compile(
    r"(what|who|where|which|when|how)( else)? (is|are|was|were) my\b(?! (chance|option))"
    r"|^who am i$|(do|did|can) you (still )?(know|remember|recall) (my|me|wh\w+ i|how i)\b"
    r"|^(?!.*\byou(r|rs|rself)?\b)"
    r"(what|where|which \w+|who|how( old)?)( company| city| town)? (do|did|am|was|have) i\b"
    rf"{_CAN_BE_ASKED}"
    r"|(what|which) (did|have) i (just )?(say|tell|ask|said|told|asked)\b"
    r"|^what do you know about me$"
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
    for kind, patterns in _KINDS:
        if any(re.fullmatch(pattern, folded) for pattern in patterns):
            return Intent(kind)
    if _ABOUT_VISITOR.search(folded):
        return Intent("visitor")
    if sentence.rstrip().endswith("?") or _ASKING.search(folded):
        return Intent("question")
    if _ASSERTING.search(folded):
        return Intent("question", order=True)
    return Intent("remark" if _OF_VISITOR.search(folded) else "question")


def plain(sentence: str, own_names: frozenset[str] = frozenset()) -> str:
    """Folded words only, single-spaced, without the person's name at either end."""
    words = re.sub(r"[^\w\s.+#]|\.(?!\w)", " ", fold(sentence)).split()
    while len(words) > 1 and words[-1] in own_names:
        words.pop()
    while len(words) > 1 and words[0] in own_names:
        words.pop(0)
    return " ".join(words)

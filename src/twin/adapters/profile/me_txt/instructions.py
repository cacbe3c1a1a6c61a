"""What a text tells a chatbot to do, taken out; what it says about the person stays."""

import re

# Runs of spaces are bounded here, or a long one takes quadratic time.
SENTENCE_END = re.compile(r"(?<=[.!?;:])(?:[\"”’)]{0,9})\s{1,9}|\n(?=\s{0,9}(?:[-*•]|\d+[.)])\s)")
LIST_MARK = re.compile(r"\s{0,9}(?:[-*•]|\d+[.)])\s{1,9}")

ORDER = re.compile(
    r"(?:please\s)?(?:always|never|do\snot|don['’]t|act|answer|avoid|be|behave"
    r"|if\s(?:asked|pressed|the|you|someone|a)|engage|ignore|imagine|keep|let"
    r"|make\ssure|pretend|refer|remember|reply"
    r"|respond|speak|stay|use|with\sthis|here\s(?:is|are)|your\s(?:goal|task|job\sis|role|purpose)"
    r"|you\s(?:should|must|may\snot|will|can(?:not)?|are\sto|are\snot|need\sto|have\sto))\b",
    re.IGNORECASE,
)
BOT = re.compile(
    r"\b(?:chat\s?bot|digital\stwin|assistant|language\smodel|LLM|in\scharacter|role-?play"
    r"|answering\squestions|the\s(?:user|visitor)s?|this\s(?:conversation|context)|jailbreak"
    r"|hallucinate|prompt)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(r"you(?:r|['’]re)?\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"\b(?:I|my|me|we|our)\b")
TEMPLATE = re.compile(r"\{\w{0,40}\}|\[(?:your |full )?name\]", re.IGNORECASE)

# "You live in Paris" is about the person; read out to a visitor it would be about the visitor.
TO_FIRST_PERSON = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\b[Yy]ou(?:\sare|['’]re)\b", "I am"),
        (r"\b[Yy]ou\swere\b", "I was"),
        (r"\bYour\b", "My"),
        (r"\byours\b", "mine"),
        (r"\byour\b", "my"),
        (r"\byourself\b", "myself"),
        (r"\b(?:about|for|with|to|of|by)\syou\b", lambda m: m[0][:-3] + "me"),
        (r"\byou(?=\s{0,9}[.,;:!?]|\s{0,9}$)", "me"),
        (r"\b[Yy]ou\b", "I"),
    )
)


def without_instructions(text: str) -> tuple[str, int]:
    """The text without orders, in the first person where it addressed the person; how many went."""
    kept, dropped = [], 0
    for sentence, gap in _sentences(text):
        if _is_order(sentence):
            dropped += 1
        else:
            kept.append(_first_person(sentence) + gap)
    return "".join(kept).strip(), dropped


def _sentences(text: str) -> list[tuple[str, str]]:
    """Each sentence with the space behind it."""
    parts, start = [], 0
    for gap in SENTENCE_END.finditer(text):
        if LIST_MARK.fullmatch(text[start : gap.end()]):
            continue
        parts.append((text[start : gap.start()], gap[0]))
        start = gap.end()
    return [*parts, (text[start:], "")]


def _is_order(sentence: str) -> bool:
    words = _without_mark(sentence).lstrip("\"“'*_ ")
    if TEMPLATE.search(words):
        return True
    if FIRST_PERSON.search(words):
        return False
    return bool(ORDER.match(words) or (ADDRESSED.search(words) and BOT.search(words)))


def _without_mark(sentence: str) -> str:
    mark = LIST_MARK.match(sentence)
    return sentence[mark.end() :] if mark else sentence


def _first_person(sentence: str) -> str:
    words = _without_mark(sentence)
    if not ADDRESSED.match(words.lstrip()):
        return sentence
    for pattern, replacement in TO_FIRST_PERSON:
        sentence = pattern.sub(replacement, sentence)
    return sentence

"""What a text tells a chatbot to do, taken out; what it says about the person stays."""

import re

# Runs of spaces are bounded here, or a long one takes quadratic time.
SENTENCE_END = re.compile(r"(?<=[.!?;:])(?:[\"”’)]{0,9})\s{1,9}|\n(?=\s{0,9}(?:[-*•]|\d+[.)])\s)")
LIST_MARK = re.compile(r"\s{0,9}(?:[-*•]|\d+[.)])\s{1,9}")

ORDER = re.compile(
    r"(?:please\s{1,9})?(?:always|never|do\s{1,9}not|don['’]t|act|answer|avoid|be|behave|if\s{1,9}(?:asked|pressed"
    r"|the|you|someone|a)|engage|ignore|imagine|keep|let|make\s{1,9}sure|pretend|refer|remember|reply"
    r"|respond|speak|stay|use|with\s{1,9}this|here\s{1,9}(?:is|are)|your\s{1,9}(?:goal|task|job\s{1,9}is|role|purpose)"
    r"|you\s{1,9}(?:should|must|may\s{1,9}not|will|can(?:not)?|are\s{1,9}to|are\s{1,9}not|need\s{1,9}to|have\s{1,9}to))\b",
    re.IGNORECASE,
)
BOT = re.compile(
    r"\b(?:chat\s?bot|digital\s{1,9}twin|assistant|language\s{1,9}model|LLM|in\s{1,9}character|role-?play"
    r"|answering\s{1,9}questions|the\s{1,9}(?:user|visitor)s?|this\s{1,9}(?:conversation|context)|jailbreak"
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
        (r"\b[Yy]ou(?:\s{1,9}are|['’]re)\b", "I am"),
        (r"\b[Yy]ou\s{1,9}were\b", "I was"),
        (r"\bYour\b", "My"),
        (r"\byours\b", "mine"),
        (r"\byour\b", "my"),
        (r"\byourself\b", "myself"),
        (r"\b(?:about|for|with|to|of|by)\s{1,9}you\b", lambda m: m[0][:-3] + "me"),
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

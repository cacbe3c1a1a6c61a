"""Texts as statements: each sentence by itself, what others wrote as theirs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from twin.domain.keys import content_stems, key_terms
from twin.domain.stated_history import INSTRUCTION
from twin.domain.statements import CARRIED, Statement, source_at, terms
from twin.domain.words import fold, sentences, stem
from twin.ports.llm import Source
from twin.ports.profile import Passage

_TESTIMONIAL = re.compile(
    r"recommend|testimonial|reference|endorse|praise|what .* say", re.IGNORECASE
)
_SHORT = 3  # words; such an answer is told with the sentence after it
_NAMED = re.compile(r"(?<=[a-z,;] )[A-Z][\w]{2,}")
# The sections of a CV; a PDF has them as lines of their own.
_SECTION = re.compile(
    r"(?:work |professional |top |key |my )?(?:experience|employment|education|skills|summary|about"
    r"|profile|languages|certifications|publications|honou?rs(?: & awards)?|awards|projects"
    r"|interests|hobbies|volunteering|contact|patents|courses|organi[sz]ations|references"
    r"|recommendations?(?: received)?|testimonials?|endorsements?):?",
    re.IGNORECASE,
)


def prose_statements(passages: Iterable[Passage]) -> Iterator[Statement]:
    """Each sentence of the texts; style notes say nothing about the person."""
    section: dict[str, str] = {}
    for passage in passages:
        if passage.kind == "style":
            continue
        file = passage.origin.source
        carried: frozenset[str] = frozenset()
        for number, asked, sentence in _told(sentences(passage.text)):
            if _SECTION.fullmatch(sentence):
                section[file] = sentence
            elif not INSTRUCTION.search(sentence):
                place = "/".join(filter(None, (passage.origin.locator, str(number))))
                heading = passage.heading or section.get(file, "")
                one = _quotation(passage, heading, source_at(passage.origin, sentence, place))
                if asked and sentence.startswith(asked):
                    one = replace(one, asks=(*one.asks, frozenset(content_stems(asked))))
                if one.kind == "prose":
                    yield replace(one, terms=dict.fromkeys(carried, CARRIED) | dict(one.terms))
                    carried = _names(sentence) or carried
                else:
                    yield one


def _told(found: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """The sentences by number, a question together with what answers it.

    "Do you take shoeboxes?" tells nothing by itself, nor does "Yes.".
    """
    asked, first, told = "", 0, ""
    for number, sentence in enumerate(found, 1):
        told = f"{told} {sentence}".lstrip()
        first = first or number
        if sentence.endswith("?"):
            asked = told
        elif not asked or len(sentence.split()) > _SHORT:
            yield first, asked, told
            asked, first, told = "", 0, ""
    if told and told != asked:
        yield first, asked, told


def _names(sentence: str) -> frozenset[str]:
    """What a sentence names, and the next may mean by "it" or "the hotel"."""
    return frozenset(stem(fold(name)) for name in _NAMED.findall(sentence))


def _quotation(passage: Passage, heading: str, source: Source) -> Statement:
    named = key_terms(heading)
    about = terms((source.text, 1.0)) | dict.fromkeys(named, 0.5)
    if passage.kind == "answer":
        ask = frozenset(content_stems(heading))
        return Statement(source, source.text, "answer", about, frozenset(named), asks=(ask,))
    if _TESTIMONIAL.search(f"{heading} {passage.origin.locator}"):
        return testimonial(source, about, "")
    if passage.kind == "document":
        return Statement(source, f"{source.file} says: “{source.text}”", "prose", about)
    whole = source.text[-1] in ".!?”"
    listed = f"{heading.rstrip(':')}: " if heading and not whole else ""
    text = source.text if whole else f"{listed}{source.text}."
    return Statement(source, text, "prose", about)


def testimonial(source: Source, about: Mapping[str, float], author: str) -> Statement:
    """Another person's words, never said as the person's own."""
    by = f" by {author}" if author else ""
    words = source.text if source.text[0] in '“"' else f"“{source.text}”"
    text = f"A recommendation of me{by} says: {words}"
    told = {"@recommendation": 2.0}
    return Statement(source, text, "testimonial", {**about, **told}, frozenset(told))

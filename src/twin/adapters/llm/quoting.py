"""The model that needs no model: it says what the evidence quotes, and otherwise that it cannot."""

import re
from collections.abc import AsyncGenerator, Iterator, Mapping
from dataclasses import dataclass

from twin.ports.errors import SettingsError
from twin.ports.llm import Chunk, Evidence, Finding, Prompt, Usage

NOT_IN_PROFILE = "I don't have that in my profile."
NOTHING_ABOUT = "I found nothing about {} in my profile."
NEAREST = "What comes nearest: {}"
QUOTES_ONLY = "I answer by quoting {}'s profile, and I make nothing up."
WELCOME = "You're welcome!"
GOODBYE = "Goodbye! Thank you for stopping by."
HELLO = "Hello!"
ASK_ME = "You can ask me, for example: {}"
INVITATION = "Feel free to ask me something: {}"
YOU_SAID = "You told me: “{}”"
YOU_HAVE_NOT_SAID = "You haven't told me that in this conversation."
THANKS_FOR_TELLING = "Thank you for telling me."
LONGEST_ECHO = 30
CHARS_PER_TOKEN = 4
_WORD_GROUP = re.compile(r"(?:\s*\S+){1,4}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a reply, and the ids of the sources that it quotes."""

    text: str
    sources: tuple[str, ...] = ()


class QuotingModel:
    """Phrases the prompt's evidence; never adds to it."""

    name = "quoting"

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Chunk]:
        sentences = tuple(reply(prompt.evidence))
        written = 0
        for number, sentence in enumerate(sentences):
            lead = "" if number == 0 else " "
            for place, group in enumerate(_WORD_GROUP.findall(lead + sentence.text)):
                written += len(group)
                yield Chunk(text=group, sources=sentence.sources if place == 0 else ())
        yield Chunk(finish="stop", usage=Usage(output_tokens=written // CHARS_PER_TOKEN,
                                               estimated=True))  # fmt: skip


def build(argument: str, env: Mapping[str, str]) -> QuotingModel:
    """The adapter's entry; it takes no argument and reads no setting."""
    del env
    if argument:
        raise SettingsError(f"The model `quoting` takes no argument; remove {argument!r}.")
    return QuotingModel()


def reply(evidence: Evidence) -> Iterator[Sentence]:
    """The sentences to say; an answer that cannot be given is said once, with the contact."""
    missing = [finding for finding in evidence.findings if not finding.answered]
    said: set[str] = set()
    for finding in evidence.findings or (Finding(""),):
        for sentence in _sentences(finding, evidence):
            if sentence.text not in said:
                said.add(sentence.text)
                yield sentence
    if (missing or not evidence.findings) and evidence.contact:
        yield Sentence(evidence.contact)


def _sentences(finding: Finding, evidence: Evidence) -> Iterator[Sentence]:
    if finding.kind in {"question", "about"} and not finding.passages:
        yield Sentence(_abstention(finding))
        for near in finding.nearest:
            yield Sentence(NEAREST.format(near.text), (near.source.id,))
    elif finding.kind in {"question", "about"}:
        yield from (Sentence(each.text, (each.source.id,)) for each in finding.passages)
        if finding.unknown_terms:  # the other half of "do you know Java and Kotlin?"
            yield Sentence(_abstention(finding))
    else:
        yield from map(Sentence, filter(None, _small_talk(finding, evidence)))


def _abstention(finding: Finding) -> str:
    terms = [f"“{term}”" for term in finding.unknown_terms[:2] if len(term) <= LONGEST_ECHO]
    return NOTHING_ABOUT.format(" or ".join(terms)) if terms else NOT_IN_PROFILE


def _small_talk(finding: Finding, evidence: Evidence) -> Iterator[str]:
    if finding.kind == "greeting":
        yield from (HELLO, evidence.ai_notice)
    elif finding.kind == "identity":
        yield from (evidence.ai_notice, QUOTES_ONLY.format(evidence.name))
    elif finding.kind == "thanks":
        yield WELCOME
    elif finding.kind == "goodbye":
        yield GOODBYE
    elif finding.kind == "visitor":
        line = finding.visitor_line
        yield YOU_SAID.format(line) if line else YOU_HAVE_NOT_SAID
    elif finding.kind == "remark":
        yield THANKS_FOR_TELLING
    if finding.kind in {"greeting", "capabilities", "remark"} and evidence.questions:
        frame = ASK_ME if finding.kind == "capabilities" else INVITATION
        yield frame.format(" ".join(evidence.questions))

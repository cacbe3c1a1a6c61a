"""The language model port: a composed prompt in, a stream of chunks out."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Literal, Protocol

Role = Literal["user", "assistant"]
Finish = Literal["stop", "length", "filtered"]
QuestionKind = Literal[
    "question",  # about the person
    "about",  # "tell me about yourself"
    "identity",  # "are you real?", "who are you?"
    "capabilities",  # "what can I ask you?"
    "visitor",  # about the visitor: "what is my name?"
    "greeting",
    "thanks",
    "goodbye",
    "remark",  # no question: "I see", "I work in Leeds too"
]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the conversation."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """A quotable piece of the profile: a stable id, the file and place it comes from, its text."""

    id: str
    file: str
    locator: str
    text: str


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A piece of the profile that may answer.

    Attributes:
        source: what would be cited.
        text: the words to say, in the first person where the profile allows it.
        score: relevance, higher is better; comparable within one finding only.
        coverage: share, 0 to 1, of the question's weight that this passage covers.
        on_request: it is told only to visitors who ask for it, as this one does.
    """

    source: Source
    text: str
    score: float
    coverage: float
    on_request: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What the profile holds for one question of the visitor's message.

    Attributes:
        question: the visitor's words for it.
        passages: what answers it, best first; empty when the profile does not answer.
        unknown_terms: the visitor's words that neither the profile nor common English knows.
        visitor_line: for a question about the visitor, their own earlier words that answer it.
        nearest: what the profile holds that is next to the question and does not answer it.
    """

    question: str
    kind: QuestionKind = "question"
    passages: tuple[RankedPassage, ...] = ()
    unknown_terms: tuple[str, ...] = ()
    visitor_line: str = ""
    nearest: tuple[RankedPassage, ...] = ()

    @property
    def answered(self) -> bool:
        return self.kind != "question" or bool(self.passages)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the domain ranked for the visitor's message, and what a reply may need besides.

    Attributes:
        findings: one per question that the message holds, in order.
        name: what the person is called.
        ai_notice: the sentence that says that an AI is speaking; empty when the reply begins with
            it anyway.
        contact: one public sentence on how to reach the person; empty when there is none.
        questions: questions that the profile answers, to offer.
    """

    findings: tuple[Finding, ...] = ()
    name: str = ""
    ai_notice: str = ""
    contact: str = ""
    questions: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        return all(finding.answered for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked.

    Attributes:
        system: who the twin is and its rules; byte-identical from turn to turn and day to day.
        messages: whole turns, oldest first; the last message is the visitor's.
        context: what changes: the date, facts on request; sent after the history.
        evidence: what the profile holds for the question; models that write may ignore it.
        max_output_tokens: the longest answer to allow.
        temperature: None leaves it to the model.
    """

    system: str
    messages: tuple[Message, ...]
    context: str = ""
    evidence: Evidence = field(default_factory=Evidence)
    max_output_tokens: int = 800
    temperature: float | None = None


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one answer; `cached` is the part of the input that the provider had cached.

    `estimated` marks numbers that the provider did not report.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of an answer; the last one carries `finish`.

    Attributes:
        sources: ids of the evidence's sources that this piece quotes.
    """

    text: str = ""
    finish: Finish | None = None
    usage: Usage | None = None
    sources: tuple[str, ...] = ()


class LanguageModel(Protocol):
    """Something that answers a prompt."""

    @property
    def name(self) -> str:
        """What is stored with each turn, such as `openai:gpt-5.4-mini`."""
        ...

    def stream(self, prompt: Prompt) -> AsyncGenerator[Chunk]:
        """Yield the answer piece by piece; the last chunk has a `finish`, none follows it.

        A provider that cannot stream yields once. Closing the generator cancels the request
        upstream and frees what it held. One instance serves many visitors at once.

        Raises:
            ModelError: no answer, or not a whole one; before or after the first chunk.
        """
        ...

"""A visitor's question, and the answer to it as far as it has come."""

from dataclasses import dataclass, field
from datetime import datetime

from twin.domain.conversation import estimate_tokens
from twin.ports.errors import QuestionError
from twin.ports.llm import Chunk, Finish, Prompt, Usage
from twin.ports.memory import Turn, TurnFinish


@dataclass(frozen=True, slots=True)
class Question:
    """What a visitor asks.

    Attributes:
        conversation: whose history goes along; the answer is stored there.
        text: the visitor's words, checked by the door with `checked_text`.
        message_id: the client's id of this question; asking again under it is safe.
        disclosed: the client has already shown that an AI is speaking.
        first: the conversation begins with it: there is no memory to read, and nobody else can
            be answering it.
    """

    conversation: str
    text: str
    message_id: str = ""
    disclosed: bool = False
    first: bool = False


def checked_text(message: str, max_chars: int) -> str:
    """The message as text that can be answered.

    Raises:
        QuestionError: it is empty, too long or not text.
    """
    try:
        message.encode()
    except UnicodeEncodeError as error:
        raise QuestionError("The message is not valid Unicode text.") from error
    text = message.strip()
    if not text:
        raise QuestionError("The message is empty.")
    if len(text) > max_chars:
        raise QuestionError(
            f"The message has {len(text)} characters; at most {max_chars} are allowed."
        )
    return text


@dataclass(slots=True)
class Draft:
    """An answer as far as it has come."""

    question: Question
    prompt: Prompt
    turn_id: str
    number: int
    asked_at: datetime
    model: str
    notice: str = ""
    text: str = ""
    finish: Finish | None = None
    usage: Usage | None = None
    cited: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)

    def take(self, chunk: Chunk) -> str:
        """Add a chunk; return the text to show for it, the AI notice before the first."""
        shown = chunk.text if self.text or not chunk.text else self.notice + chunk.text
        self.text += shown
        self.finish = chunk.finish or self.finish
        self.usage = chunk.usage or self.usage
        self.cited.extend(chunk.sources)
        return shown

    def turn(self, finish: TurnFinish, now: datetime, prompt_fingerprint: str) -> Turn:
        """What is stored of it, ended at a moment for a reason."""
        cited = set(self.cited)
        found = self.prompt.evidence.findings
        passages = [p for each in found for p in (*each.passages, *each.nearest)]
        sources = {p.source.id: p.source for p in passages if p.source.id in cited}
        return Turn(
            id=self.turn_id,
            question=self.question.text,
            answer=self.text,
            asked_at=self.asked_at,
            answered_at=now,
            model=self.model,
            finish=finish,
            usage=self.usage or self._estimate(),
            sources=tuple(sources.values()),
            prompt_fingerprint=prompt_fingerprint,
            flags=tuple(self.flags),
            message_id=self.question.message_id,
            number=self.number,
        )

    def _estimate(self) -> Usage:
        prompt = self.prompt
        asked = [prompt.system, prompt.context, *(message.text for message in prompt.messages)]
        return Usage(
            input_tokens=sum(map(estimate_tokens, asked)),
            output_tokens=estimate_tokens(self.text),
            estimated=True,
        )

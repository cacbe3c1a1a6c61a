"""The use case: one visitor's question in, a stream of reply events out, one turn stored."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime

from twin.domain.claims import Claims
from twin.domain.conversation import estimate_tokens, new_turn_id
from twin.domain.prompt import PromptComposer
from twin.domain.reply import Delta, Done, Failed, Reply, ReplyEvent, Started
from twin.domain.retrieval import Retrieval
from twin.ports.errors import AnsweredElsewhereError, ModelError, ModelOutputError, StoreError
from twin.ports.llm import Chunk, Finish, LanguageModel, Prompt, Usage
from twin.ports.memory import MemoryStore, Turn, TurnFinish

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Question:
    """What a visitor asks.

    Attributes:
        conversation: whose history goes along; the answer is stored there.
        text: the visitor's words, checked by the door: not empty, not too long.
        message_id: the client's id of this question; asking again under it is safe.
        disclosed: the client has already shown that an AI is speaking.
    """

    conversation: str
    text: str
    message_id: str = ""
    disclosed: bool = False


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


class Chat:
    """Answers visitors' questions and remembers the answers.

    Args:
        composer: makes the prompts.
        retrieval: finds what the profile holds for a question.
        model: answers.
        memory: keeps the turns.
        floor: answers when `model` fails before its first word; None lets the failure show.
        clock: the time, aware, UTC.
        lease_seconds: longer than any answer takes; then a killed process's question is free.
    """

    def __init__(
        self,
        *,
        composer: PromptComposer,
        retrieval: Retrieval,
        model: LanguageModel,
        memory: MemoryStore,
        clock: Callable[[], datetime],
        floor: LanguageModel | None = None,
        lease_seconds: float = 300,
    ) -> None:
        self._composer = composer
        self._retrieval = retrieval
        self._model = model
        self._memory = memory
        self._floor = floor
        self._clock = clock
        self._claims = Claims(memory, lease_seconds, clock)
        self._running: dict[str, Reply] = {}

    async def reply(self, question: Question) -> AsyncGenerator[ReplyEvent]:
        """Answer a question: `Started`, `Delta`s, then `Done` or `Failed`.

        `Done` comes when the turn is stored, never before. Closing the generator leaves: the model
        is stopped, and what was shown is stored as `cut`. A question asked again under its
        `message_id` gets the stored answer, or joins the one that is under way.
        """
        async with aclosing(self._underway(question).listen()) as events:
            async for event in events:
                yield event

    async def close(self) -> None:
        """Stop every reply under way and wait until what was shown is stored."""
        replies = list(self._running.values())
        for reply in replies:
            reply.stop()
        for reply in replies:
            await reply.ended()

    def _underway(self, question: Question) -> Reply:
        key = f"{question.conversation} {question.message_id or new_turn_id()} {question.text}"
        if key not in self._running:
            reply = Reply(lambda reply: self._answer(question, reply))
            self._running[key] = reply
            reply.when_ended(lambda: self._running.pop(key))
        return self._running[key]

    async def _answer(self, question: Question, reply: Reply) -> AsyncGenerator[ReplyEvent]:
        """The events of a question; one with a message id is claimed, so that one process asks."""
        claim = ""
        try:
            if question.message_id:
                claim = await self._claims.take(question.conversation, question.message_id)
            async with aclosing(self._events(question, reply)) as events:
                async for event in events:
                    yield event
        except (AnsweredElsewhereError, StoreError) as error:
            yield Failed(error)
        finally:
            if claim:
                reply.settle()
                await self._give_back(claim)

    async def _give_back(self, claim: str) -> None:
        try:
            await self._claims.give_back(claim)
        except StoreError as error:
            log.warning("A claim stays until its lease ends: %s", error)

    async def _events(self, question: Question, reply: Reply) -> AsyncGenerator[ReplyEvent]:
        try:
            earlier = await self._memory.recent(
                question.conversation, self._composer.limits.turns_to_read
            )
            if finished := _finished(question, earlier):
                yield Started(finished.id)
                yield Delta(finished.answer)
                yield Done(finished)
                return
            draft = self._draft(question, earlier)
            async with aclosing(self._write(draft, reply)) as events:
                async for event in events:
                    yield event
        except (ModelError, StoreError) as error:
            log.error("No whole answer: %s: %s", type(error).__name__, error)  # noqa: TRY400
            yield Failed(error)

    def _draft(self, question: Question, earlier: Sequence[Turn]) -> Draft:
        now = self._clock()
        evidence = self._retrieval.evidence(question.text, earlier)
        unknown = [term for finding in evidence.findings for term in finding.unknown_terms]
        flags = [] if evidence.answered else ["unanswered", *(f"unknown:{t}" for t in unknown)]
        told = question.disclosed or any(turn.answer for turn in earlier)
        return Draft(
            question=question,
            prompt=self._composer.compose(question.text, earlier, evidence, now),
            turn_id=new_turn_id(),
            number=earlier[-1].number + 1 if earlier else 0,
            asked_at=now,
            model=self._model.name,
            notice="" if told else f"{evidence.ai_notice}\n\n",
            flags=flags,
        )

    async def _write(self, draft: Draft, reply: Reply) -> AsyncGenerator[ReplyEvent]:
        yield Started(draft.turn_id)
        try:
            async with aclosing(self._chunks(draft)) as chunks:
                async for chunk in chunks:
                    if shown := draft.take(chunk):
                        yield Delta(shown)
        except asyncio.CancelledError:
            reply.settle()
            await self._store(draft, "cut")
            raise
        except ModelError:
            reply.settle()
            await self._store(draft, "failed")
            raise
        reply.settle()
        yield Done(await self._store(draft, draft.finish or "stop"))

    async def _chunks(self, draft: Draft) -> AsyncGenerator[Chunk]:
        """The model's chunks; the floor's instead when the model fails before its first word."""
        try:
            async with aclosing(self._model.stream(draft.prompt)) as chunks:
                async for chunk in chunks:
                    yield chunk
            if not draft.text:
                raise ModelOutputError(f"{self._model.name} sent an empty answer.")
        except ModelError as error:
            if draft.text or self._floor is None:
                raise
            log.warning("%s failed, the floor answers: %s", self._model.name, error)
            draft.model = self._floor.name
            draft.flags.append("floor")
            async with aclosing(self._floor.stream(draft.prompt)) as chunks:
                async for chunk in chunks:
                    yield chunk

    async def _store(self, draft: Draft, finish: TurnFinish) -> Turn:
        cited = set(draft.cited)
        passages = [p for finding in draft.prompt.evidence.findings for p in finding.passages]
        sources = {p.source.id: p.source for p in passages if p.source.id in cited}
        turn = Turn(
            id=draft.turn_id,
            question=draft.question.text,
            answer=draft.text,
            asked_at=draft.asked_at,
            answered_at=self._clock(),
            model=draft.model,
            finish=finish,
            usage=draft.usage or _estimate(draft),
            sources=tuple(sources.values()),
            prompt_fingerprint=self._composer.fingerprint,
            flags=tuple(draft.flags),
            message_id=draft.question.message_id,
            number=draft.number,
        )
        await self._memory.append(draft.question.conversation, turn)
        return turn


def _finished(question: Question, earlier: Sequence[Turn]) -> Turn | None:
    """The turn that already answers this very question, if it came to its end."""
    for turn in reversed(earlier):
        same = turn.message_id == question.message_id and turn.question == question.text
        if question.message_id and same and turn.finish not in ("cut", "failed"):
            return turn
    return None


def _estimate(draft: Draft) -> Usage:
    prompt = draft.prompt
    asked = [prompt.system, prompt.context, *(message.text for message in prompt.messages)]
    return Usage(
        input_tokens=sum(map(estimate_tokens, asked)),
        output_tokens=estimate_tokens(draft.text),
        estimated=True,
    )

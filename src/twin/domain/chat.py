"""The use case: one visitor's question in, a stream of reply events out, one turn stored."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime

from twin.domain.claims import Claims
from twin.domain.conversation import new_turn_id
from twin.domain.draft import Draft, Question
from twin.domain.prompt import PromptComposer
from twin.domain.reply import Delta, Done, Failed, Reply, ReplyEvent, Started
from twin.domain.retrieval import Retrieval
from twin.domain.unanswered import flags_for
from twin.ports.errors import AnsweredElsewhereError, ModelError, ModelOutputError, StoreError
from twin.ports.llm import LanguageModel
from twin.ports.memory import MemoryStore, Turn, TurnFinish

log = logging.getLogger(__name__)


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

    async def _answer(self, question: Question, reply: Reply) -> None:
        """Tell a reply; a question with a message id is claimed, so that one process asks."""
        claim = ""
        try:
            if question.message_id and not question.first:
                claim = await self._claims.take(question.conversation, question.message_id)
            await self._tell(question, reply)
        except (AnsweredElsewhereError, StoreError) as error:
            reply.tell(Failed(error))
        finally:
            if claim:
                reply.settle()
                await self._give_back(claim)

    async def _give_back(self, claim: str) -> None:
        try:
            await self._claims.give_back(claim)
        except StoreError as error:
            log.warning("A claim stays until its lease ends: %s", error)

    async def _tell(self, question: Question, reply: Reply) -> None:
        try:
            earlier = await self._earlier(question)
            if finished := _finished(question, earlier):
                reply.tell(Started(finished.id))
                reply.tell(Delta(finished.answer))
                reply.tell(Done(finished))
            else:
                await self._write(self._draft(question, earlier), reply)
        except (ModelError, StoreError) as error:
            log.error("No whole answer: %s: %s", type(error).__name__, error)  # noqa: TRY400
            reply.tell(Failed(error))

    async def _earlier(self, question: Question) -> Sequence[Turn]:
        if question.first:
            return ()
        turns = self._composer.limits.turns_to_read
        return await self._memory.recent(question.conversation, turns)

    def _draft(self, question: Question, earlier: Sequence[Turn]) -> Draft:
        now = self._clock()
        evidence = self._retrieval.evidence(question.text, earlier)
        unknown = [term for finding in evidence.findings for term in finding.unknown_terms]
        open_ = [finding.question for finding in evidence.findings if not finding.answered]
        told = question.disclosed or any(turn.answer for turn in earlier)
        notice = "" if told else f"{evidence.ai_notice}\n\n"
        if notice:
            evidence = replace(evidence, ai_notice="")
        return Draft(
            question=question,
            prompt=self._composer.compose(question.text, earlier, evidence, now),
            turn_id=new_turn_id(),
            number=earlier[-1].number + 1 if earlier else 0,
            asked_at=now,
            model=self._model.name,
            notice=notice,
            flags=flags_for(open_, unknown, several=len(evidence.findings) > 1),
        )

    async def _write(self, draft: Draft, reply: Reply) -> None:
        reply.tell(Started(draft.turn_id))
        try:
            await self._say(draft, reply)
        except asyncio.CancelledError:
            reply.settle()
            await self._store(draft, "cut")
            raise
        except ModelError:
            reply.settle()
            await self._store(draft, "failed")
            raise
        reply.settle()
        reply.tell(Done(await self._store(draft, draft.finish or "stop")))

    async def _say(self, draft: Draft, reply: Reply) -> None:
        """What the model says; what the floor says when the model fails before its first word."""
        try:
            await _pass_on(self._model, draft, reply)
            if not draft.text:
                raise ModelOutputError(f"{self._model.name} sent an empty answer.")
        except ModelError as error:
            if draft.text or self._floor is None:
                raise
            log.warning("The model gave no answer, so the profile is quoted instead: %s", error)
            draft.model = self._floor.name
            draft.flags.append("floor")
            await _pass_on(self._floor, draft, reply)

    async def _store(self, draft: Draft, finish: TurnFinish) -> Turn:
        turn = draft.turn(finish, self._clock(), self._composer.fingerprint)
        await self._memory.append(draft.question.conversation, turn)
        return turn


async def _pass_on(model: LanguageModel, draft: Draft, reply: Reply) -> None:
    async with aclosing(model.stream(draft.prompt)) as chunks:
        async for chunk in chunks:
            if shown := draft.take(chunk):
                reply.tell(Delta(shown))


def _finished(question: Question, earlier: Sequence[Turn]) -> Turn | None:
    """The turn that already answers this very question, if it came to its end."""
    for turn in reversed(earlier):
        same = turn.message_id == question.message_id and turn.question == question.text
        if question.message_id and same and turn.finish not in ("cut", "failed"):
            return turn
    return None

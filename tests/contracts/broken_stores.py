"""Memory stores that each break one promise, in ways that real ones have broken it."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace

from twin.adapters.memory.in_process import InProcessMemoryStore
from twin.ports.errors import ConversationDeletedError
from twin.ports.llm import Usage
from twin.ports.memory import ConversationSummary, Turn, require_kept_name


class AnswersForTheUnknown(InProcessMemoryStore):
    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        known = conversation if conversation in self._turns else next(iter(self._turns), "0" * 32)
        return await super().recent(known, limit)


class ForgetsFields(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        await super().append(conversation, replace(turn, usage=Usage(), message_id=""))


class ReplacesWhatIsNoUtf8(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        question = turn.question.encode(errors="replace").decode()
        await super().append(conversation, replace(turn, question=question))


class StripsTexts(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        await super().append(conversation, replace(turn, question=turn.question.strip()))


class CutsLongTexts(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        await super().append(conversation, replace(turn, answer=turn.answer[:400_000]))


class NewestFirst(InProcessMemoryStore):
    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        return (await super().recent(conversation, limit))[::-1]


class GivesAllForNone(InProcessMemoryStore):
    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        return tuple(self._turns.get(conversation, [])[-limit:])


class GivesTheOldest(InProcessMemoryStore):
    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        return tuple(self._turns.get(conversation, [])[:limit])


class GivesOnePage(InProcessMemoryStore):
    async def history(self, conversation: str) -> AsyncGenerator[Turn]:
        for turn in self._turns.get(conversation, [])[:64]:
            yield turn


class ConsumesWhatItReads(InProcessMemoryStore):
    async def history(self, conversation: str) -> AsyncGenerator[Turn]:
        turns = self._turns.pop(conversation, [])
        for turn in turns:
            yield turn
        self._turns[conversation] = turns


class MixesConversations(InProcessMemoryStore):
    async def history(self, conversation: str) -> AsyncGenerator[Turn]:
        for turns in self._turns.values():
            for turn in turns:
                yield turn


class KeepsToItself(InProcessMemoryStore):
    """Each instance has its own dictionary: nothing reached the place that they share."""


class StoresAgain(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        await super().append(conversation, turn)
        if self._turns[conversation][-1] is not turn:
            self._turns[conversation].append(turn)


class LooksBackOneTurnOnly(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        turns = self._turns.setdefault(conversation, [])
        if not turns or turns[-1].id != turn.id:
            turns.append(turn)


class LastWriteWins(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        turns = self._turns.setdefault(conversation, [])
        for index, stored in enumerate(turns):
            if stored.id == turn.id:
                turns[index] = turn
                return
        turns.append(turn)


class SummarizesEveryTurn(InProcessMemoryStore):
    async def conversations(self) -> AsyncGenerator[ConversationSummary]:
        async for summary in super().conversations():
            for _ in range(summary.turns):
                yield summary


class SummarizesTheFirstTurn(InProcessMemoryStore):
    async def conversations(self) -> AsyncGenerator[ConversationSummary]:
        async for summary in super().conversations():
            first = self._turns[summary.conversation][0]
            yield replace(summary, last_answered_at=first.answered_at)


class TrustsIds(InProcessMemoryStore):
    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        return tuple(self._turns.get(conversation.strip(), [])[-limit:]) if limit else ()


class KeepsTheLast(InProcessMemoryStore):
    async def keep_once(self, name: str, value: bytes) -> bytes:
        await super().keep_once(name, value)
        self._kept[name] = value
        return value


class NeverForgets(InProcessMemoryStore):
    async def forget(self, name: str) -> None:
        require_kept_name(name)


class ForgetsByBeginning(InProcessMemoryStore):
    async def forget(self, name: str) -> None:
        require_kept_name(name)
        self._kept = {key: value for key, value in self._kept.items() if not key.startswith(name)}


class HasNoName(InProcessMemoryStore):
    def __init__(self) -> None:
        super().__init__()
        self.name = ""


class RemembersTheErased(InProcessMemoryStore):
    async def delete(self, conversation: str) -> bool:
        turns = self._turns.get(conversation, [])
        found = await super().delete(conversation)
        if turns:
            self._turns[conversation] = turns[-1:]
        return found


class ErasesEverything(InProcessMemoryStore):
    async def delete(self, conversation: str) -> bool:
        self._turns.clear()
        return True


class AlwaysSaysErased(InProcessMemoryStore):
    async def delete(self, conversation: str) -> bool:
        await super().delete(conversation)
        return True


class LeavesNoTombstone(InProcessMemoryStore):
    async def delete(self, conversation: str) -> bool:
        return bool(self._turns.pop(conversation, None))


class LeavesNoTombstoneOfTheUnknown(InProcessMemoryStore):
    async def delete(self, conversation: str) -> bool:
        return conversation in self._turns and await super().delete(conversation)


class ForgetsWhomItErased(InProcessMemoryStore):
    async def erased(self) -> AsyncGenerator[str]:
        for conversation in list[str]():
            yield conversation


class TellsOfEachErasure(InProcessMemoryStore):
    def __init__(self) -> None:
        super().__init__()
        self.log: list[str] = []

    async def delete(self, conversation: str) -> bool:
        self.log.append(conversation)
        return await super().delete(conversation)

    async def erased(self) -> AsyncGenerator[str]:
        for conversation in self.log:
            yield conversation


class TellsOfTheErasedAmongTheLiving(InProcessMemoryStore):
    async def erased(self) -> AsyncGenerator[str]:
        for conversation in (*self._erased, *self._turns):
            yield conversation


class LooksForTheTombstoneTooEarly(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        if conversation in self._erased:
            raise ConversationDeletedError("erased")
        await asyncio.sleep(0.001)
        self._turns.setdefault(conversation, []).append(turn)


class TripsOverTheErased(InProcessMemoryStore):
    async def delete(self, conversation: str) -> bool:
        if conversation not in self._turns:
            return False
        await asyncio.sleep(0)
        del self._turns[conversation]
        return True


class ReadsThenWritesTheWhole(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        turns = list(self._turns.get(conversation, []))
        await asyncio.sleep(0)
        self._turns[conversation] = [*turns, turn]


class SortsByTheClock(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        await asyncio.sleep(0.001 * (-int(turn.id.removeprefix("turn-")) % 5))
        await super().append(conversation, turn)
        self._turns[conversation].sort(key=lambda each: each.asked_at)

    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        await asyncio.sleep(0.002)
        return await super().recent(conversation, limit)


class LooksForTheIdTooEarly(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        turns = self._turns.setdefault(conversation, [])
        if all(turn.id != stored.id for stored in turns):
            await asyncio.sleep(0)
            turns.append(turn)


class KnowsOneConversationAtATime(InProcessMemoryStore):
    current = ""

    async def append(self, conversation: str, turn: Turn) -> None:
        self.current = conversation
        await asyncio.sleep(0)
        await super().append(self.current, turn)


class StoresQuestionThenAnswer(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        turns = self._turns.setdefault(conversation, [])
        turns.append(replace(turn, answer=""))
        await asyncio.sleep(0)
        turns[-1] = turn


class LooksForTheNameTooEarly(InProcessMemoryStore):
    async def keep_once(self, name: str, value: bytes) -> bytes:
        if name not in self._kept:
            await asyncio.sleep(0)
            self._kept[name] = value
            return value
        return self._kept[name]


class KeepsNothing(InProcessMemoryStore):
    """Between looking and reading, somebody has forgotten it."""

    async def keep_once(self, name: str, value: bytes) -> bytes:
        if name not in self._kept:
            return await super().keep_once(name, value)
        await asyncio.sleep(0)
        return self._kept.get(name, b"")

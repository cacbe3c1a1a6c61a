"""Conversations in this process's memory: gone when it ends; for trials and tests."""

from collections.abc import AsyncGenerator, Mapping

from twin.ports.errors import ConversationDeletedError
from twin.ports.memory import (
    RECENT_LIMIT,
    ConversationSummary,
    Turn,
    require_conversation_id,
    require_kept_name,
)


def build(argument: str, env: Mapping[str, str]) -> "InProcessMemoryStore":
    """Takes no argument and no settings."""
    return InProcessMemoryStore()


class InProcessMemoryStore:
    """A dictionary with the manners of a store. Nothing is awaited, so every call is atomic."""

    def __init__(self) -> None:
        self.name = "in-process"
        self._turns: dict[str, list[Turn]] = {}
        self._erased: set[str] = set()
        self._kept: dict[str, bytes] = {}

    async def append(self, conversation: str, turn: Turn) -> None:
        require_conversation_id(conversation)
        if conversation in self._erased:
            raise ConversationDeletedError(f"conversation {conversation} was erased")
        turns = self._turns.setdefault(conversation, [])
        if all(turn.id != stored.id for stored in turns[-RECENT_LIMIT:]):
            turns.append(turn)

    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        turns = self._turns.get(require_conversation_id(conversation), [])
        return tuple(turns[-limit:]) if limit else ()

    async def history(self, conversation: str) -> AsyncGenerator[Turn]:
        for turn in tuple(self._turns.get(require_conversation_id(conversation), ())):
            yield turn

    async def conversations(self) -> AsyncGenerator[ConversationSummary]:
        for conversation, turns in tuple(self._turns.items()):
            yield ConversationSummary(
                conversation=conversation,
                turns=len(turns),
                first_asked_at=turns[0].asked_at,
                last_answered_at=turns[-1].answered_at,
                first_question=turns[0].question,
            )

    async def erased(self) -> AsyncGenerator[str]:
        for conversation in tuple(self._erased):
            yield conversation

    async def delete(self, conversation: str) -> bool:
        self._erased.add(require_conversation_id(conversation))
        return bool(self._turns.pop(conversation, None))

    async def keep_once(self, name: str, value: bytes) -> bytes:
        return self._kept.setdefault(require_kept_name(name), value)

    async def forget(self, name: str) -> None:
        self._kept.pop(require_kept_name(name), None)

"""What an owner does with whole conversations: copy them, write them out, let old ones go."""

import json
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from twin.ports.errors import ConversationDeletedError, StoreCorruptError, StoreError
from twin.ports.memory import ConversationSummary, MemoryStore, Turn, encode_turn

Outcome = Literal["copied", "present", "erased"]

REST_SECONDS = 0.5
ROUND_SECONDS = 6 * 60 * 60.0


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one conversation.

    Attributes:
        turns: how many were added; the others were there already.
        outcome: `erased`: it was erased in the target, and stays so.
    """

    conversation: str
    turns: int
    outcome: Outcome


async def copy(source: MemoryStore, target: MemoryStore) -> AsyncGenerator[Brought]:
    """Every conversation of `source` into `target`, one after the other, read back and compared.

    Doing it again goes on where it was broken off, and takes along what was said since.

    Raises:
        StoreError: a store failed, or the target does not read back what it was given.
    """
    async for summary in source.conversations():
        conversation = summary.conversation
        yield await bring(target, conversation, source.history(conversation))


async def bring(target: MemoryStore, conversation: str, turns: AsyncIterator[Turn]) -> Brought:
    """Add to a conversation of `target` the turns that it lacks, in order, and compare.

    Raises:
        StoreError: see `copy`.
    """
    there = {turn.id async for turn in target.history(conversation)}
    wanted: dict[str, int] = {}
    added = 0
    try:
        async for turn in turns:
            wanted[turn.id] = _print(turn)
            if turn.id not in there:
                await target.append(conversation, turn)
                added += 1
    except ConversationDeletedError:
        return Brought(conversation, added, "erased")
    await _compare(target, conversation, wanted)
    return Brought(conversation, added, "copied" if added else "present")


async def _compare(target: MemoryStore, conversation: str, wanted: dict[str, int]) -> None:
    found = {turn.id: _print(turn) async for turn in target.history(conversation)}
    if any(found.get(turn_id) != mark for turn_id, mark in wanted.items()):
        raise StoreCorruptError(
            f"conversation {conversation} does not read back from {target.name} as it was written"
        )


def _print(turn: Turn) -> int:
    """Instead of the turn, so that a conversation of any length fits."""
    return hash(turn)


async def export(store: MemoryStore) -> AsyncGenerator[str]:
    """Every turn as a line of JSON, with the conversation that it belongs to."""
    async for summary in store.conversations():
        head = json.dumps({"conversation": summary.conversation}, separators=(",", ":"))
        async for turn in store.history(summary.conversation):
            yield f"{head[:-1]},{encode_turn(turn)[1:]}"


async def quiet_since(store: MemoryStore, moment: datetime) -> AsyncGenerator[ConversationSummary]:
    """Conversations whose last answer is older."""
    async for summary in store.conversations():
        if summary.last_answered_at < moment:
            yield summary


async def prune(store: MemoryStore, moment: datetime) -> AsyncGenerator[ConversationSummary]:
    """Erase the conversations whose last answer is older, each told when it is gone.

    Raises:
        StoreError: one could not be erased; those told before it are.
    """
    async for summary in quiet_since(store, moment):
        last = await store.recent(summary.conversation, 1)
        if last and last[-1].answered_at < moment:  # nobody has come back in the meantime
            await store.delete(summary.conversation)
            yield summary


async def retain(
    store: MemoryStore,
    age: timedelta,
    clock: Callable[[], datetime],
    rest: Callable[[float], Awaitable[None]],
    failed: Callable[[Exception], None],
) -> None:
    """Prune for ever, gently: a rest after each conversation, hours after each round.

    A round that fails is told to `failed`, and the next one tries again.
    """
    while True:
        try:
            async for _ in prune(store, clock() - age):
                await rest(REST_SECONDS)
        except StoreError as error:
            failed(error)
        await rest(ROUND_SECONDS)

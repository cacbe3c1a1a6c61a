"""What an owner does with whole conversations: copy them, write them out, let old ones go."""

import asyncio
import json
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
)
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeVar

from twin.ports.errors import ConversationDeletedError, StoreCorruptError, StoreError
from twin.ports.memory import ConversationSummary, MemoryStore, Turn, encode_turn

T = TypeVar("T")
R = TypeVar("R")
Outcome = Literal["copied", "present", "erased"]

AT_ONCE = 8  # conversations; most of the time goes into waiting for a disk or a network

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


async def copy(
    source: MemoryStore, target: MemoryStore, conversations: AsyncIterable[str]
) -> AsyncGenerator[Brought]:
    """These conversations of `source` into `target`, each read back and compared.

    Doing it again goes on where it was broken off, and takes along what was said since.

    Raises:
        StoreError: a store failed, or the target does not read back what it was given.
    """

    async def bring_one(conversation: str) -> Brought:
        return await bring(target, conversation, source.history(conversation))

    async for brought in _some_at_once(conversations, bring_one):
        yield brought


async def carry_erasures(source: MemoryStore, target: MemoryStore) -> AsyncGenerator[str]:
    """Erase in `target` what was erased in `source`: the id of each that was not, until now.

    Nothing is erased in `source`.

    Raises:
        StoreError: one is not known to be erased; those told before it are.
    """

    async def erase(conversation: str) -> str:
        await target.delete(conversation)
        return conversation

    there = {conversation async for conversation in target.erased()}
    missing = (each async for each in source.erased() if each not in there)
    async for conversation in _some_at_once(missing, erase):
        yield conversation


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
    if await _reads_back(target, conversation, wanted):
        return Brought(conversation, added, "copied" if added else "present")
    if conversation in {each async for each in target.erased()}:
        return Brought(conversation, added, "erased")
    raise StoreCorruptError(
        f"conversation {conversation} does not read back from {target.name} as it was written"
    )


async def _reads_back(target: MemoryStore, conversation: str, wanted: dict[str, int]) -> bool:
    found = {turn.id: _print(turn) async for turn in target.history(conversation)}
    return all(found.get(turn_id) == mark for turn_id, mark in wanted.items())


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


async def prune(
    store: MemoryStore, moment: datetime, at_once: int = AT_ONCE
) -> AsyncGenerator[ConversationSummary]:
    """Erase the conversations whose last answer is older, each told when it is gone.

    Raises:
        StoreError: one could not be erased; those told before it are.
    """

    async def let_go(summary: ConversationSummary) -> ConversationSummary | None:
        last = await store.recent(summary.conversation, 1)
        if not last or last[-1].answered_at >= moment:  # somebody has come back in the meantime
            return None
        await store.delete(summary.conversation)
        return summary

    async for gone in _some_at_once(quiet_since(store, moment), let_go, at_once):
        if gone:
            yield gone


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
            async for _ in prune(store, clock() - age, at_once=1):
                await rest(REST_SECONDS)
        except StoreError as error:
            failed(error)
        await rest(ROUND_SECONDS)


async def _some_at_once(
    items: AsyncIterable[T], work: Callable[[T], Awaitable[R]], at_once: int = AT_ONCE
) -> AsyncGenerator[R]:
    """What becomes of each; when one fails, those under way with it come to their end first."""
    batch: list[T] = []
    async for item in items:
        batch.append(item)
        if len(batch) == at_once:
            for result in await _all(map(work, batch)):
                yield result
            batch = []
    for result in await _all(map(work, batch)):
        yield result


async def _all(works: Iterable[Awaitable[R]]) -> list[R]:
    results = await asyncio.gather(*works, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result
    return [result for result in results if not isinstance(result, BaseException)]

"""What the parts of the memory contract share: the fixtures to override, turns to store."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from twin.ports.llm import Source, Usage
from twin.ports.memory import MemoryStore, Turn

Reopen = Callable[[], MemoryStore]

A, B, C = ("a" * 32, "b" * 32, "0123456789abcdef" * 2)
ASKED_AT = datetime(1952, 5, 2, 9, 30, tzinfo=UTC)


def make_turn(number: int, question: str = "", answer: str = "") -> Turn:
    """A turn that uses every field; distinct numbers give distinct ids, a second apart."""
    asked_at = ASKED_AT + timedelta(seconds=number)
    return Turn(
        id=f"turn-{number}",
        question=question or f"question {number}",
        answer=answer or f"answer {number}",
        asked_at=asked_at,
        answered_at=asked_at + timedelta(milliseconds=400),
        model="contract:model",
        finish="stop",
        usage=Usage(input_tokens=10, output_tokens=number, cached_tokens=3, estimated=True),
        sources=(Source("s1", "facts.json", "education[0]", "Mathematics at Vassar"),),
        prompt_fingerprint="f00d",
        flags=("unanswered", "unknown:kubernetes"),
        message_id=f"message-{number}",
        number=number,
    )


def make_turns(count: int) -> list[Turn]:
    return [make_turn(number) for number in range(1, count + 1)]


def with_id(turn: Turn, turn_id: str) -> Turn:
    return replace(turn, id=turn_id)


async def append_all(store: MemoryStore, conversation: str, turns: list[Turn]) -> None:
    for turn in turns:
        await store.append(conversation, turn)


async def history(store: MemoryStore, conversation: str) -> list[Turn]:
    return [turn async for turn in store.history(conversation)]


async def listed(store: MemoryStore) -> list[str]:
    return [summary.conversation async for summary in store.conversations()]


async def erased(store: MemoryStore) -> list[str]:
    return [conversation async for conversation in store.erased()]


class Place:
    """A place to store in, empty at the start of every test."""

    @pytest.fixture
    def store(self) -> MemoryStore:
        """The store under test, over an empty place."""
        raise NotImplementedError("override the fixture `store`: return your store, empty")

    @pytest.fixture
    def reopen(self) -> Reopen:
        """Opens the same place once more, as another process would."""
        raise NotImplementedError(
            "override the fixture `reopen`: return a function that makes a second store over the "
            "same place; for a store that ends with its process, one that returns the first"
        )

    async def close_stores(self) -> None:
        """Awaited in each test's event loop at its end; a store that holds connections closes."""

    def run(self, scenario: Coroutine[object, object, None]) -> None:
        async def whole() -> None:
            try:
                await scenario
            finally:
                await self.close_stores()

        asyncio.run(whole())

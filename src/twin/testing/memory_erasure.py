"""The memory contract for erasing: all of it goes, nothing else does, and nothing comes back."""

import asyncio

import pytest

from twin.ports.errors import ConversationDeletedError
from twin.ports.memory import MemoryStore
from twin.testing.memory_place import (
    A,
    B,
    C,
    Place,
    Reopen,
    append_all,
    erased,
    history,
    listed,
    make_turn,
    make_turns,
)


class Erases(Place):
    """`delete`, once, twice, of the unknown, and against writers."""

    def test_an_erased_conversation_is_gone(self, store: MemoryStore, reopen: Reopen) -> None:
        async def scenario() -> None:
            await append_all(store, A, make_turns(70))
            assert await store.delete(A) is True
            for each in (store, reopen()):
                assert await each.recent(A, 64) == ()
                assert await history(each, A) == []
                assert await listed(each) == []

        self.run(scenario())

    def test_erasing_one_leaves_the_others(self, store: MemoryStore) -> None:
        async def scenario() -> None:
            for conversation in (A, B, C):
                await append_all(store, conversation, make_turns(2))
            await store.delete(B)
            assert await history(store, A) == make_turns(2)
            assert await store.recent(C, 64) == tuple(make_turns(2))
            assert sorted(await listed(store)) == sorted([A, C])

        self.run(scenario())

    def test_erasing_says_whether_there_was_something(self, store: MemoryStore) -> None:
        async def scenario() -> None:
            await store.append(A, make_turn(1))
            assert await store.delete(A) is True
            assert await store.delete(A) is False
            assert await store.delete(B) is False

        self.run(scenario())

    def test_an_erased_conversation_takes_no_turn(self, store: MemoryStore, reopen: Reopen) -> None:
        async def scenario() -> None:
            await store.append(A, make_turn(1))
            await store.delete(A)
            for each in (store, reopen()):
                for turn in make_turns(2):
                    with pytest.raises(ConversationDeletedError):
                        await each.append(A, turn)
            assert await history(store, A) == []

        self.run(scenario())

    def test_an_unknown_conversation_can_be_erased_in_advance(
        self, store: MemoryStore, reopen: Reopen
    ) -> None:
        async def scenario() -> None:
            await store.delete(A)
            with pytest.raises(ConversationDeletedError):
                await reopen().append(A, make_turn(1))
            assert await history(store, A) == []
            assert await listed(store) == []

        self.run(scenario())

    def test_the_erased_are_known_by_their_ids(self, store: MemoryStore, reopen: Reopen) -> None:
        async def scenario() -> None:
            assert await erased(store) == []
            for conversation in (A, B):
                await append_all(store, conversation, make_turns(2))
            await store.delete(A)
            await store.delete(C)
            await reopen().delete(A)
            for each in (store, reopen()):
                assert sorted(await erased(each)) == sorted([A, C])
                assert await listed(each) == [B]

        self.run(scenario())

    def test_a_writer_under_way_brings_nothing_back(
        self, store: MemoryStore, reopen: Reopen
    ) -> None:
        other = reopen()

        async def write(conversation: str, first: int) -> None:
            for number in range(first, first + 5):
                try:
                    await other.append(conversation, make_turn(number))
                except ConversationDeletedError:
                    return
                await asyncio.sleep(0)

        async def race(conversation: str) -> None:
            await store.append(conversation, make_turn(1))
            writers = [asyncio.create_task(write(conversation, n)) for n in (10, 20, 30, 40)]
            await asyncio.sleep(0)
            await store.delete(conversation)
            assert await history(store, conversation) == []
            await asyncio.gather(*writers)
            assert await history(store, conversation) == []
            assert await other.recent(conversation, 64) == ()

        async def scenario() -> None:
            for number in range(5):
                await race(f"{number:032x}")
            assert await listed(store) == []

        self.run(scenario())

    def test_all_who_erase_at_once_succeed(self, store: MemoryStore, reopen: Reopen) -> None:
        async def scenario() -> None:
            await append_all(store, A, make_turns(3))
            other = reopen()
            told = await asyncio.gather(*(each.delete(A) for each in (store, other) * 3))
            assert any(told)
            assert await history(store, A) == []

        self.run(scenario())

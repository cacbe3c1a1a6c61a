"""Copying, exporting and pruning whole conversations."""

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta

import pytest

from twin.adapters.memory.in_process import InProcessMemoryStore
from twin.domain import archive
from twin.ports.errors import ConversationDeletedError, StoreCorruptError, StoreUnavailableError
from twin.ports.memory import ConversationSummary, Turn, decode_turn
from twin.testing.memory_place import A, B, C, append_all, history, listed, make_turn, make_turns


@pytest.fixture
def source() -> InProcessMemoryStore:
    return InProcessMemoryStore()


@pytest.fixture
def target() -> InProcessMemoryStore:
    return InProcessMemoryStore()


async def copied(
    source: InProcessMemoryStore, target: InProcessMemoryStore
) -> dict[str, archive.Brought]:
    async def every() -> AsyncGenerator[str]:
        for conversation in await listed(source):
            yield conversation

    return {each.conversation: each async for each in archive.copy(source, target, every())}


async def test_a_copy_holds_every_turn_in_order(
    source: InProcessMemoryStore, target: InProcessMemoryStore
) -> None:
    await append_all(source, A, make_turns(130))
    await append_all(source, B, make_turns(2))

    found = await copied(source, target)

    assert found[A] == archive.Brought(A, 130, "copied")
    assert await history(target, A) == make_turns(130)
    assert await history(target, B) == make_turns(2)


async def test_a_copy_goes_on_where_it_was_broken_off(
    source: InProcessMemoryStore, target: InProcessMemoryStore
) -> None:
    await append_all(source, A, make_turns(130))
    await append_all(source, B, make_turns(1))
    await append_all(target, A, make_turns(50))
    await append_all(target, B, make_turns(1))

    found = await copied(source, target)

    assert found[A] == archive.Brought(A, 80, "copied")
    assert found[B] == archive.Brought(B, 0, "present")
    assert await history(target, A) == make_turns(130)


async def test_what_is_erased_in_the_target_stays_so(
    source: InProcessMemoryStore, target: InProcessMemoryStore
) -> None:
    await append_all(source, A, make_turns(2))
    await append_all(source, B, make_turns(2))
    await target.delete(A)

    found = await copied(source, target)

    assert found[A].outcome == "erased"
    assert await listed(target) == [B]


async def carried(source: InProcessMemoryStore, target: InProcessMemoryStore) -> list[str]:
    return [conversation async for conversation in archive.carry_erasures(source, target)]


async def test_what_is_erased_in_the_source_is_erased_in_the_target_and_stays_so(
    source: InProcessMemoryStore, target: InProcessMemoryStore
) -> None:
    await append_all(source, A, make_turns(2))
    await append_all(source, B, make_turns(2))
    await copied(source, target)
    await source.delete(A)
    await source.delete(C)

    assert sorted(await carried(source, target)) == sorted([A, C])

    assert await listed(target) == [B]
    for conversation in (A, C):
        with pytest.raises(ConversationDeletedError):
            await target.append(conversation, make_turn(3))
    assert await carried(source, target) == []


async def test_an_erasure_is_never_carried_backwards(
    source: InProcessMemoryStore, target: InProcessMemoryStore
) -> None:
    await append_all(source, A, make_turns(2))
    await target.delete(A)

    assert await carried(source, target) == []
    assert await listed(source) == [A]


async def test_a_conversation_that_is_erased_in_the_target_meanwhile_is_no_damage(
    source: InProcessMemoryStore,
) -> None:
    class ErasedByItsVisitor(InProcessMemoryStore):
        async def append(self, conversation: str, turn: Turn) -> None:
            await super().append(conversation, turn)
            await self.delete(conversation)

    await append_all(source, A, make_turns(1))

    assert (await copied(source, ErasedByItsVisitor()))[A].outcome == "erased"


async def test_those_under_way_come_to_their_end_when_one_fails(
    source: InProcessMemoryStore,
) -> None:
    class FullForOne(InProcessMemoryStore):
        async def append(self, conversation: str, turn: Turn) -> None:
            if conversation == A:
                raise StoreUnavailableError("full")
            await asyncio.sleep(0)
            await super().append(conversation, turn)

    for conversation in (A, B, C):
        await append_all(source, conversation, make_turns(3))
    target = FullForOne()

    with pytest.raises(StoreUnavailableError):
        await copied(source, target)

    assert await history(target, C) == make_turns(3)


async def test_any_number_of_conversations_is_copied(
    source: InProcessMemoryStore, target: InProcessMemoryStore
) -> None:
    conversations = [f"{number:032x}" for number in range(2 * archive.AT_ONCE + 3)]
    for conversation in conversations:
        await source.append(conversation, make_turn(1))

    found = await copied(source, target)

    assert sorted(found) == sorted(await listed(target)) == conversations


class Forgetful(InProcessMemoryStore):
    async def append(self, conversation: str, turn: Turn) -> None:
        await super().append(conversation, replace(turn, answer=turn.answer[:5]))


async def test_a_target_that_does_not_read_back_is_an_error(
    source: InProcessMemoryStore,
) -> None:
    await append_all(source, A, make_turns(2))

    with pytest.raises(StoreCorruptError, match=A):
        await copied(source, Forgetful())


async def test_an_export_holds_every_turn_and_whose_it_is(source: InProcessMemoryStore) -> None:
    await append_all(source, A, make_turns(2))
    await source.append(B, make_turn(3, "a\nb", "🧑‍🚀"))

    lines = [line async for line in archive.export(source)]

    assert all("\n" not in line for line in lines)
    found = []
    for line in lines:
        form = json.loads(line)
        found.append((form.pop("conversation"), decode_turn(json.dumps(form))))
    assert found == [(A, make_turn(1)), (A, make_turn(2)), (B, make_turn(3, "a\nb", "🧑‍🚀"))]


async def test_pruning_goes_by_the_last_answer(source: InProcessMemoryStore) -> None:
    await append_all(source, A, make_turns(2))
    await append_all(source, B, [make_turn(1), make_turn(100)])
    await append_all(source, C, [make_turn(50)])

    gone = [each.conversation async for each in archive.prune(source, make_turn(50).answered_at)]

    assert gone == [A]
    assert sorted(await listed(source)) == sorted([B, C])


async def test_a_visitor_who_comes_back_in_time_keeps_the_conversation() -> None:
    class SpokenTo(InProcessMemoryStore):
        async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
            await self.append(conversation, make_turn(100))
            return await super().recent(conversation, limit)

    store = SpokenTo()
    await store.append(A, make_turn(1))

    assert [each async for each in archive.prune(store, make_turn(50).asked_at)] == []
    assert await listed(store) == [A]


async def test_retention_prunes_again_and_again_even_after_a_failure() -> None:
    class Down(InProcessMemoryStore):
        rounds = 0

        async def conversations(self) -> AsyncGenerator[ConversationSummary]:
            self.rounds += 1
            if self.rounds == 1:
                raise StoreUnavailableError("down")
            async for summary in super().conversations():
                yield summary

    class Enough(Exception):  # noqa: N818
        pass

    store = Down()
    await append_all(store, A, make_turns(1))
    await append_all(store, B, [make_turn(100)])
    failures: list[Exception] = []
    rests: list[float] = []

    async def rest(seconds: float) -> None:
        rests.append(seconds)
        if len(rests) == 3:
            raise Enough

    with pytest.raises(Enough):
        await archive.retain(
            store,
            timedelta(seconds=60),
            clock=lambda: make_turn(110).answered_at,
            rest=rest,
            failed=failures.append,
        )

    assert rests == [archive.ROUND_SECONDS, archive.REST_SECONDS, archive.ROUND_SECONDS]
    assert len(failures) == 1
    assert await listed(store) == [B]

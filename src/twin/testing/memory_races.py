"""The memory contract for many at once: every turn is there, once, in one order for all."""

import asyncio

from twin.ports.memory import MemoryStore, Turn
from twin.testing.memory_place import A, Place, Reopen, history, listed, make_turn

WRITERS = 20
CONVERSATIONS = 40


class WithstandsRaces(Place):
    """Writers and readers of two stores over one place."""

    def test_writers_of_one_conversation_lose_nothing(
        self, store: MemoryStore, reopen: Reopen
    ) -> None:
        async def scenario() -> None:
            other = reopen()
            for start in (1, 101, 201):
                turns = [make_turn(number) for number in range(start, start + WRITERS)]
                await asyncio.gather(
                    *(each.append(A, turn) for each, turn in _alternating(store, other, turns))
                )
            stored = [turn.id for turn in await history(store, A)]
            assert len(stored) == len(set(stored)) == 3 * WRITERS
            assert [turn.id for turn in await other.recent(A, 64)] == stored[-64:]

        self.run(scenario())

    def test_readers_agree_on_one_order(self, store: MemoryStore, reopen: Reopen) -> None:
        seen: list[list[Turn]] = []

        async def scenario() -> None:
            other = reopen()
            turns = [make_turn(number) for number in range(WRITERS)]
            writing = asyncio.gather(
                *(each.append(A, turn) for each, turn in _alternating(store, other, turns))
            )
            for each in (store, other, store, other):
                seen.append(list(await each.recent(A, 64)))
                seen.append(await history(each, A))
            await writing
            final = await history(store, A)
            assert await history(other, A) == final
            assert len(final) == WRITERS
            for snapshot in seen:
                assert snapshot == final[: len(snapshot)]

        self.run(scenario())

    def test_a_turn_sent_many_times_at_once_is_stored_once(
        self, store: MemoryStore, reopen: Reopen
    ) -> None:
        async def scenario() -> None:
            other = reopen()
            turns = [make_turn(1), make_turn(2)] * 5
            await asyncio.gather(
                *(each.append(A, turn) for each, turn in _alternating(store, other, turns)),
                *(each.append(A, turn) for each, turn in _alternating(other, store, turns)),
            )
            stored = sorted(turn.id for turn in await history(store, A))
            assert stored == ["turn-1", "turn-2"]

        self.run(scenario())

    def test_many_conversations_at_once_stay_apart(
        self, store: MemoryStore, reopen: Reopen
    ) -> None:
        conversations = [f"{number:032x}" for number in range(CONVERSATIONS)]

        async def scenario() -> None:
            other = reopen()
            for which, each in enumerate((store, other)):
                await asyncio.gather(
                    *(
                        each.append(conversation, make_turn(2 * n + which))
                        for n, conversation in enumerate(conversations)
                    )
                )
            for n, conversation in enumerate(conversations):
                expected = [make_turn(2 * n), make_turn(2 * n + 1)]
                assert await history(store, conversation) == expected
            assert sorted(await listed(other)) == conversations

        self.run(scenario())

    def test_a_cancelled_append_is_whole_or_not_there(self, store: MemoryStore) -> None:
        async def cancel_after(number: int, steps: int) -> None:
            task = asyncio.create_task(store.append(A, make_turn(number)))
            for _ in range(steps):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

        async def scenario() -> None:
            for number in range(10):
                await cancel_after(number, steps=number)
            await store.append(A, make_turn(100))
            stored = await history(store, A)
            assert make_turn(100) in stored
            assert len({turn.id for turn in stored}) == len(stored)
            assert all(turn == make_turn(int(turn.id.removeprefix("turn-"))) for turn in stored)

        self.run(scenario())

    def test_all_who_race_for_a_name_get_the_same_value(
        self, store: MemoryStore, reopen: Reopen
    ) -> None:
        async def scenario() -> None:
            other = reopen()
            for name in (f"name-{number}" for number in range(4)):
                values = [f"{name} {number}".encode() * 500 for number in range(10)]
                kept = await asyncio.gather(
                    *(
                        (store, other)[n % 2].keep_once(name, value)
                        for n, value in enumerate(values)
                    )
                )
                assert len(set(kept)) == 1
                assert kept[0] in values

        self.run(scenario())

    def test_a_value_forgotten_while_it_is_asked_for_is_the_old_or_the_new(
        self, store: MemoryStore, reopen: Reopen
    ) -> None:
        async def scenario() -> None:
            other = reopen()
            for number in range(10):
                name, old = f"name-{number}", f"old {number}".encode()
                await store.keep_once(name, old)
                asked = [each.keep_once(name, b"new") for each in (store, other)]
                *told, _ = await asyncio.gather(*asked, store.forget(name))
                assert set(told) <= {old, b"new"}

        self.run(scenario())


def _alternating(
    one: MemoryStore, two: MemoryStore, turns: list[Turn]
) -> list[tuple[MemoryStore, Turn]]:
    return [((one, two)[n % 2], turn) for n, turn in enumerate(turns)]

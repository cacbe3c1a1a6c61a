"""The memory contract for one writer: what was stored comes back, whole, in order, apart."""

import pytest

from twin.ports.memory import RECENT_LIMIT, MemoryStore
from twin.testing.memory_place import (
    A,
    B,
    C,
    Place,
    Reopen,
    append_all,
    history,
    listed,
    make_turn,
    make_turns,
    with_id,
)

AWKWARD_TEXTS = (
    "Zażółć gęślą jaźń, 数学, مرحبا, 🧑‍🚀, e\u0301",
    "lines\nand\r\nmore\u2028lines\x85",
    "nul \x00, bell \x07, escape \x1b, a lone surrogate \ud83d",
    '{"v":1}\\n"\'; DROP TABLE turns; -- %s {}',
    " leading and trailing \t",
)
HOSTILE_IDS = (
    "",
    ".",
    "../" + "a" * 29,
    "/etc/passwd",
    "a" * 31 + "/",
    "a" * 31 + "\x00",
    "a" * 31 + "\n",
    "a" * 32 + "\n",
    "A" * 32,
    "a" * 300,
    "%2e%2e%2f" + "a" * 23,
    "٣" * 32,
    "\ud83d" * 32,
)


class KeepsTurns(Place):
    """Order, wholeness, isolation, durability, idempotence, paging, summaries."""

    def test_an_unknown_conversation_is_empty(self, store: MemoryStore) -> None:
        async def scenario() -> None:
            await store.append(B, make_turn(1))
            assert await store.recent(A, 20) == ()
            assert await history(store, A) == []

        self.run(scenario())

    def test_a_turn_comes_back_with_every_field(self, store: MemoryStore) -> None:
        async def scenario() -> None:
            await store.append(A, make_turn(1))
            assert await store.recent(A, 1) == (make_turn(1),)
            assert await history(store, A) == [make_turn(1)]

        self.run(scenario())

    def test_any_text_comes_back_unchanged(self, store: MemoryStore) -> None:
        turns = [make_turn(n, text, text[::-1]) for n, text in enumerate(AWKWARD_TEXTS, 1)]
        turns.append(with_id(make_turn(99), "id \n/é\x00🧵"))

        async def scenario() -> None:
            await append_all(store, A, turns)
            assert await history(store, A) == turns
            assert list(await store.recent(A, 64)) == turns

        self.run(scenario())

    def test_turns_of_a_megabyte_come_back_among_short_ones(self, store: MemoryStore) -> None:
        long = make_turn(2, "é" * 300_000, "x" * 1_000_000)

        async def scenario() -> None:
            turns = [make_turn(1), long, with_id(long, "again"), make_turn(3)]
            await append_all(store, A, turns)
            await store.append(A, long)
            assert list(await store.recent(A, 3)) == turns[1:]
            assert await history(store, A) == turns

        self.run(scenario())

    def test_recent_gives_the_last_turns_oldest_first(self, store: MemoryStore) -> None:
        turns = make_turns(RECENT_LIMIT + 3)

        async def scenario() -> None:
            for count, turn in enumerate(turns, 1):
                await store.append(A, turn)
                if count in {1, 2, RECENT_LIMIT - 1, RECENT_LIMIT, RECENT_LIMIT + 3}:
                    for limit in {0, 1, 2, 20, count - 1, RECENT_LIMIT - 1, RECENT_LIMIT}:
                        expected = turns[max(0, count - limit) : count]
                        assert list(await store.recent(A, limit)) == expected

        self.run(scenario())

    def test_history_gives_every_turn_of_a_long_conversation(self, store: MemoryStore) -> None:
        turns = [make_turn(n, answer="long " * 1000) for n in range(1, 2 * RECENT_LIMIT + 8)]

        async def scenario() -> None:
            await append_all(store, A, turns)
            assert await history(store, A) == turns

        self.run(scenario())

    def test_history_may_be_left_in_the_middle(self, store: MemoryStore) -> None:
        async def scenario() -> None:
            await append_all(store, A, make_turns(3))
            reading = store.history(A)
            assert await anext(reading) == make_turn(1)
            await reading.aclose()
            await store.append(A, make_turn(4))
            assert await history(store, A) == make_turns(4)

        self.run(scenario())

    def test_conversations_do_not_see_each_other(self, store: MemoryStore) -> None:
        async def scenario() -> None:
            await store.append(A, make_turn(1))
            await store.append(B, make_turn(2))
            await store.append(B, make_turn(1))
            assert await history(store, A) == [make_turn(1)]
            assert await history(store, B) == [make_turn(2), make_turn(1)]
            assert await store.recent(B, 64) == (make_turn(2), make_turn(1))

        self.run(scenario())

    def test_a_store_opened_anew_knows_all_of_it(self, store: MemoryStore, reopen: Reopen) -> None:
        async def scenario() -> None:
            for number in range(1, 4):
                await store.append(A, make_turn(number))
                assert await history(reopen(), A) == make_turns(number)

        self.run(scenario())

    def test_the_same_turn_again_changes_nothing(self, store: MemoryStore, reopen: Reopen) -> None:
        turns = make_turns(RECENT_LIMIT)

        async def scenario() -> None:
            for turn in turns:
                await store.append(A, turn)
                await store.append(A, turn)
            await store.append(A, turns[0])
            await reopen().append(A, with_id(make_turn(99), turns[-1].id))
            assert await history(store, A) == turns

        self.run(scenario())

    def test_a_summary_tells_of_each_conversation_once(self, store: MemoryStore) -> None:
        async def scenario() -> None:
            assert await listed(store) == []
            await append_all(store, A, make_turns(3))
            await store.append(C, make_turn(7, question="Where? " * 2000))
            found = {each.conversation: each async for each in store.conversations()}
            assert sorted(found) == sorted([A, C])
            assert len(await listed(store)) == 2
            assert (found[A].turns, found[C].turns) == (3, 1)
            assert found[A].first_question == "question 1"
            assert found[C].first_question == "Where? " * 2000
            assert found[A].first_asked_at == make_turn(1).asked_at
            assert found[A].last_answered_at == make_turn(3).answered_at

        self.run(scenario())

    def test_only_a_conversation_id_names_a_conversation(self, store: MemoryStore) -> None:
        async def scenario() -> None:
            await store.append("a" * 32, make_turn(1))
            for hostile in HOSTILE_IDS:
                with pytest.raises(ValueError, match="conversation id"):
                    await store.append(hostile, make_turn(2))
                with pytest.raises(ValueError, match="conversation id"):
                    await store.recent(hostile, 1)
                with pytest.raises(ValueError, match="conversation id"):
                    await history(store, hostile)
                with pytest.raises(ValueError, match="conversation id"):
                    await store.delete(hostile)
            assert await listed(store) == ["a" * 32]

        self.run(scenario())

    def test_a_kept_value_is_the_first_one(self, store: MemoryStore, reopen: Reopen) -> None:
        value = bytes(range(256))

        async def scenario() -> None:
            assert await store.keep_once("session-secret", value) == value
            assert await store.keep_once("session-secret", b"late") == value
            assert await reopen().keep_once("session-secret", b"later") == value
            assert await store.keep_once("session", b"") == b""
            assert await listed(store) == []
            for name in ("", "../x", "A", "1a", "a" * 65, "a_b"):
                with pytest.raises(ValueError, match="name"):
                    await store.keep_once(name, value)

        self.run(scenario())

    def test_a_forgotten_value_makes_room_for_another(
        self, store: MemoryStore, reopen: Reopen
    ) -> None:
        async def scenario() -> None:
            await store.forget("asking")
            await store.keep_once("asking", b"one")
            await store.keep_once("asking-too", b"stays")
            await reopen().forget("asking")
            assert await store.keep_once("asking", b"two") == b"two"
            assert await reopen().keep_once("asking", b"three") == b"two"
            assert await store.keep_once("asking-too", b"late") == b"stays"
            with pytest.raises(ValueError, match="name"):
                await store.forget("../x")

        self.run(scenario())

    def test_its_name_is_one_short_line(self, store: MemoryStore) -> None:
        assert store.name
        assert store.name.isprintable()

"""Conversations of the original project become turns, and nothing of them is lost."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twin.domain.original import read
from twin.ports.errors import StoreCorruptError
from twin.ports.memory import CONVERSATION_ID

NAME = "0cc6b1de-4b9f-4d0f-9a53-3fd1c2a0e3b7.json"


def entry(role: str, content: str, timestamp: str = "2025-06-01T12:00:00.123456") -> dict[str, str]:
    return {"role": role, "content": content, "timestamp": timestamp}


def dump(*entries: dict[str, str]) -> bytes:
    return json.dumps(entries).encode()


def test_a_question_and_its_answer_are_one_turn() -> None:
    conversation, turns = read(NAME, dump(entry("user", "Hi"), entry("assistant", "Hello")))

    assert CONVERSATION_ID.fullmatch(conversation)
    assert [(turn.question, turn.answer, turn.finish) for turn in turns] == [
        ("Hi", "Hello", "stop")
    ]
    local = datetime.fromisoformat("2025-06-01T12:00:00.123456")
    assert turns[0].asked_at == local.astimezone(UTC)


def test_odd_lists_lose_nothing() -> None:
    _, turns = read(
        NAME,
        dump(
            entry("assistant", "Welcome"),
            entry("user", "one"),
            entry("user", "two"),
            entry("assistant", "to two"),
            entry("assistant", "more"),
            entry("system", "note"),
            entry("user", "three"),
        ),
    )

    assert [(turn.question, turn.answer) for turn in turns] == [
        ("", "Welcome"),
        ("one", ""),
        ("two", "to two"),
        ("", "more"),
        ("", "note"),
        ("three", ""),
    ]
    assert turns[4].flags == ("role:system",)
    assert [turn.number for turn in turns] == list(range(6))


@given(
    st.lists(st.tuples(st.sampled_from(["user", "assistant", "tool"]), st.text(max_size=5))),
)
def test_every_message_is_there_once_in_its_order(messages: list[tuple[str, str]]) -> None:
    _, turns = read(NAME, dump(*(entry(role, content) for role, content in messages)))

    told = [text for turn in turns for text in (turn.question, turn.answer) if text]
    assert told == [content for _, content in messages if content]
    assert len({turn.id for turn in turns}) == len(turns)


def test_the_same_file_gives_the_same_ids_and_another_name_others() -> None:
    data = dump(entry("user", "Hi"), entry("assistant", "Hello"))

    assert read(NAME, data) == read(NAME, data)
    assert read(NAME, data)[0] != read("other.json", data)[0]
    assert NAME[:8] not in read(NAME, data)[0]


def test_a_message_without_a_readable_time_takes_the_one_before_and_is_marked() -> None:
    _, turns = read(
        NAME, dump(entry("user", "a"), entry("user", "b", "yesterday"), entry("user", "c"))
    )

    assert turns[1].asked_at == turns[0].answered_at
    assert [turn.flags for turn in turns] == [(), ("undated",), ()]


def test_a_file_with_a_byte_order_mark_reads() -> None:
    _, turns = read(NAME, b"\xef\xbb\xbf" + dump(entry("user", "Hi")))

    assert turns[0].question == "Hi"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b'{"role": "user"}',
        b"[1]",
        b'[{"role": "user"}]',
        b'[{"role": "user", "content": null}]',
        b"\xff\xfe",
        b"null",
    ],
)
def test_a_file_that_is_no_conversation_is_named(data: bytes) -> None:
    with pytest.raises(StoreCorruptError, match=NAME):
        read(NAME, data)

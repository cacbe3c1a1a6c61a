"""Each fault of a model's server: what the visitor saw, what was stored; the next one works."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from llmock.pytest_plugin import LLMock

from bench.upstream import Upstream
from tests.entrypoints.conftest import Door, OpenDoor
from tests.upstreams import running
from twin.adapters.llm.openai import OpenAIModel, OpenAIOptions
from twin.adapters.llm.quoting import QuotingModel
from twin.adapters.memory.in_process import InProcessMemoryStore
from twin.ports.memory import Turn

BEFORE = {
    "429": 503,
    "429-long": 503,
    "quota": 502,
    "500": 503,
    "503": 503,
    "401": 502,
    "404": 502,
    "stall-before": 504,
    "cut-before": 503,
    "html": 502,
    "wrong-type": 502,
    "empty": 502,
}
AFTER = {"stall-between": 504, "cut": 503, "malformed": 502, "no-finish": 502, "error-event": 503}
WHOLE = {
    "half-utf8": "stop",
    "huge": "length",
    "think": "stop",
    "json": "stop",
    "filtered": "filtered",
}


@contextmanager
def troubled(
    open_door: OpenDoor, fault: str, *, floor: bool
) -> Iterator[tuple[Door, InProcessMemoryStore]]:
    """A twin whose model has this fault once."""
    with running(
        Upstream(tokens_per_second=100 if fault in AFTER else 0, recovers=True)
    ) as upstream:
        options = OpenAIOptions(
            fault,
            "key",
            upstream.base_url,
            first_token_seconds=0.5,
            between_tokens_seconds=0.3,
            retries=0,
        )
        memory = InProcessMemoryStore()
        yield (
            open_door(
                model=OpenAIModel(options),
                memory=memory,
                floor=QuotingModel() if floor else None,
            ),
            memory,
        )


def stored(memory: InProcessMemoryStore) -> list[Turn]:
    return [turn for turns in memory._turns.values() for turn in turns]


def events(door: Door) -> list[tuple[str, dict[str, object]]]:
    response = door.client.post(
        "/chat",
        json={"message": "Where do you live?", "disclosed": True},
        headers={"Accept": "text/event-stream"},
    )
    assert response.status_code == 200, response.text
    blocks = [block.split("\n") for block in response.text.strip().split("\n\n")]
    return [(name[7:], json.loads(data[6:])) for name, data in blocks]


def the_next_one_works(door: Door, fault: str) -> None:
    if fault == "429-long":  # the server asked for ten minutes, and gets them
        return
    answer = door.client.post("/chat", json={"message": "And now?", "disclosed": True}).json()
    assert answer["response"].startswith("word0 word1")
    assert answer["floor"] is False


@pytest.mark.parametrize(("fault", "status"), BEFORE.items())
def test_a_fault_before_the_first_word_is_an_http_error_without_a_floor(
    open_door: OpenDoor, fault: str, status: int
) -> None:
    with troubled(open_door, fault, floor=False) as (door, memory):
        response = door.client.post("/chat", json={"message": "Where do you live?"})

        assert response.status_code == status
        assert "sk-" not in response.text
        (turn,) = stored(memory)
        assert (turn.finish, turn.answer) == ("failed", "")
        the_next_one_works(door, fault)


@pytest.mark.parametrize("fault", BEFORE)
def test_a_fault_before_the_first_word_is_answered_by_the_floor(
    open_door: OpenDoor, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    with troubled(open_door, fault, floor=True) as (door, memory):
        *_, (name, done) = events(door)

        assert (name, done["floor"]) == ("done", True)
        assert "Utrecht" in str(done["response"])
        (turn,) = stored(memory)
        assert (turn.finish, turn.model, "floor" in turn.flags) == ("stop", "quoting", True)
        assert f"openai:{fault}" in caplog.text
        the_next_one_works(door, fault)


@pytest.mark.parametrize(("fault", "status"), AFTER.items())
def test_a_fault_after_the_first_word_ends_the_answer_honestly(
    open_door: OpenDoor, fault: str, status: int
) -> None:
    with troubled(open_door, fault, floor=True) as (door, memory):
        told = events(door)

        assert [name for name, _ in told if name != "delta"] == ["session", "error"]
        assert told[-1][1]["status"] == status
        (turn,) = stored(memory)
        shown = "".join(str(data["text"]) for name, data in told if name == "delta")
        assert (turn.finish, turn.answer) == ("failed", shown)
        assert shown.startswith("word0")
        the_next_one_works(door, fault)


@pytest.mark.parametrize(("fault", "finish"), WHOLE.items())
def test_what_only_looks_like_a_fault_is_answered_whole(
    open_door: OpenDoor, fault: str, finish: str
) -> None:
    with troubled(open_door, fault, floor=True) as (door, memory):
        *_, (name, done) = events(door)

        assert (name, done["finish"], done["floor"]) == ("done", finish, False)
        (turn,) = stored(memory)
        assert turn.answer == done["response"]
        the_next_one_works(door, fault)


@pytest.mark.parametrize(
    "fault", ["rate_limit", "fail", "truncate", "disconnect", "corrupt", "stall", "outage"]
)
def test_an_independent_judge_finds_the_client_resilient(
    open_door: OpenDoor, llmock: LLMock, fault: str
) -> None:
    details: dict[str, dict[str, float]] = {
        "rate_limit": {"retry_after": 0.1},
        "fail": {"status": 503},
    }
    getattr(llmock, fault)(**details.get(fault, {}))
    options = OpenAIOptions(
        "gpt-5.4-mini", "key", llmock.base_url(), first_token_seconds=3, between_tokens_seconds=0.5
    )
    door = open_door(model=OpenAIModel(options), floor=QuotingModel())

    for _ in range(2):
        assert events(door)[-1][0] in ("done", "error")

    llmock.assert_resilient()

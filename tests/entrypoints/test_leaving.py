"""Visitors who leave, and questions sent again, through real servers on both sides."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from bench.upstream import Upstream
from tests.entrypoints.conftest import Door, OpenDoor
from tests.upstreams import running
from twin.adapters.llm.openai import OpenAIModel, OpenAIOptions
from twin.adapters.memory.filesystem import FileMemoryStore
from twin.domain.claims import Claims
from twin.ports.memory import Turn

VISITORS = 50


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with running(Upstream(tokens=400, tokens_per_second=100)) as upstream:
        yield upstream


def model(upstream: Upstream) -> OpenAIModel:
    return OpenAIModel(OpenAIOptions("ok", "key", upstream.base_url))


async def leave_after_some_words(
    client: aiohttp.ClientSession, address: str, accept: str
) -> tuple[str, str]:
    """The conversation, and the text that was shown before the visitor left."""
    body = {"message": "Hm?", "disclosed": True}
    async with client.post(f"{address}/chat", json=body, headers={"Accept": accept}) as response:
        session, shown = "", ""
        async for line in response.content:
            if line.startswith(b"data: "):
                data = json.loads(line[6:])
                session = data.get("session_id", session)
                shown += data.get("text", "")
            if shown.count(" ") >= 3:
                break
        return session.partition(".")[0], shown


async def settled(store: FileMemoryStore, conversation: str) -> Turn:
    """The one turn of a conversation, when it is stored."""
    async with asyncio.timeout(20):
        while not (turns := await store.recent(conversation, 64)):  # noqa: ASYNC110  no signal
            await asyncio.sleep(0.02)
    (turn,) = turns
    return turn


async def all_left(upstream: Upstream) -> None:
    """Wait until the upstream has seen every client go in mid answer."""
    async with asyncio.timeout(20):
        while not all(seen.left_at for seen in upstream.requests):  # noqa: ASYNC110  no signal
            await asyncio.sleep(0.02)
    assert upstream.requests


async def test_fifty_who_leave_in_mid_answer_stop_the_model_and_lose_nothing(
    open_door: OpenDoor, tmp_path: Path, upstream: Upstream
) -> None:
    store = FileMemoryStore(tmp_path / "kept")
    door = open_door(model=model(upstream), memory=store)
    address = str(door.client.base_url).rstrip("/")
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        seen = await asyncio.gather(
            *(leave_after_some_words(client, address, "text/event-stream") for _ in range(VISITORS))
        )
    turns = [await settled(store, conversation) for conversation, _ in seen]

    assert [turn.finish for turn in turns] == ["cut"] * VISITORS
    for turn, (_, shown) in zip(turns, seen, strict=True):
        assert turn.answer.startswith(shown)
    assert len(upstream.requests) == VISITORS
    await all_left(upstream)


async def test_who_leaves_while_waiting_for_json_stops_the_model_too(
    open_door: OpenDoor, upstream: Upstream
) -> None:
    door = open_door(model=model(upstream))
    with pytest.raises(TimeoutError):
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(0.5)) as client,
            client.post(f"{door.client.base_url}/chat", json={"message": "Hm?"}),
        ):
            pass

    await all_left(upstream)


def test_a_question_under_way_in_another_process_is_refused_with_a_time(
    open_door: OpenDoor,
) -> None:
    door: Door = open_door()
    session = asyncio.run(door.sessions.mint())
    elsewhere = Claims(door.memory, 60, door.clock)
    asyncio.run(elsewhere.take(session.conversation, "m1"))

    body = {"message": "Hm?", "session_id": session.id, "message_id": "m1"}
    refused = door.client.post("/chat", json=body)

    assert refused.status_code == 409
    assert int(refused.headers["retry-after"]) > 0
    assert refused.json()["type"] == "/problems/underway"

"""Many writers: on one conversation, on a thousand, in several processes, with a server killed."""

import asyncio
import tempfile
import time
from collections.abc import Iterator

from bench.proof.appending import (
    Tally,
    appender,
    await_first,
    close,
    count,
    drain,
    open_store,
)
from bench.proof.kills import STORES
from bench.proof.places import (
    Open,
    bucket_address,
    bucket_settings,
    every_store,
    running_seaweed,
)
from bench.proof.report import Finding, judge, steps
from tests.servers import Seaweed
from twin.ports.errors import StoreError
from twin.testing.memory_place import A, history, make_turn

WRITERS, ROUNDS, CONVERSATIONS = 20, 50, 1000


def section() -> Iterator[Finding]:
    with every_store() as places:
        for name, place in places.items():
            yield asyncio.run(_one_conversation(name, place()))
            yield asyncio.run(_many_conversations(name, place()))
    yield from _several_processes()
    with running_seaweed() as server:
        yield asyncio.run(killed_server(server))


async def _one_conversation(name: str, open_place: Open) -> Finding:
    stores = [open_place() for _ in range(WRITERS)]
    for first in steps(f"rounds, {name}", range(0, WRITERS * ROUNDS, WRITERS)):
        await asyncio.gather(
            *(store.append(A, make_turn(first + n)) for n, store in enumerate(stores))
        )
    found = [turn.id for turn in await history(stores[0], A)]
    agreed = found == [turn.id for turn in await history(stores[-1], A)]
    await close(*stores)
    stored, distinct = len(found), len(set(found))
    return judge(
        f"{WRITERS} writers, one conversation, {ROUNDS} rounds, `{name}`",
        f"acknowledged {WRITERS * ROUNDS}, stored {stored}, distinct {distinct}",
        stored == distinct == WRITERS * ROUNDS and agreed,
    )


async def _many_conversations(name: str, open_place: Open) -> Finding:
    stores = [open_place() for _ in range(2)]
    ids = [f"{number:032x}" for number in range(CONVERSATIONS)]
    for number, store in enumerate(stores):
        await asyncio.gather(*(store.append(each, make_turn(number)) for each in ids))
    found = {each.conversation: each.turns async for each in stores[0].conversations()}
    await close(*stores)
    return judge(
        f"{CONVERSATIONS} conversations at once, twice, `{name}`",
        f"{len(found)} conversations, {sum(found.values())} turns",
        found == dict.fromkeys(ids, 2),
    )


def _several_processes() -> Iterator[Finding]:
    for name, pattern in STORES.items():
        with tempfile.TemporaryDirectory() as folder:
            address, tally = pattern.format(folder), Tally()
            with (
                appender(address, first=0) as (_, one),
                appender(address, first=10**6) as (_, two),
                appender(address, first=2 * 10**6) as (_, three),
            ):
                said = b"".join(await_first(pipe) for pipe in (one, two, three))
                time.sleep(3)
                said += b"".join(drain(pipe) for pipe in (one, two, three))
            count(address, said, tally)
        yield judge(f"3 processes on 4 conversations, `{name}`", str(tally), tally.clean)


async def killed_server(server: Seaweed) -> Finding:
    address, settings = bucket_address(), bucket_settings(server.url)
    store = open_store(address, settings)
    acknowledged: set[str] = set()
    refused = 0

    async def write(first: int) -> None:
        nonlocal refused
        for number in range(first, first + 30):
            try:
                await store.append(A, make_turn(number))
                acknowledged.add(f"turn-{number}")
            except StoreError:
                refused += 1

    writing = asyncio.gather(*(write(first) for first in range(0, 500, 100)))
    await asyncio.sleep(0.3)
    server.kill()
    await asyncio.to_thread(server.start)
    await writing
    found = [turn.id for turn in await history(open_store(address, settings), A)]
    return judge(
        "the S3 server killed and started again under 5 writers",
        f"acknowledged {len(acknowledged)}, refused {refused}, stored {len(found)}, "
        f"distinct {len(set(found))}",
        acknowledged <= set(found) and len(found) == len(set(found)),
    )

"""Deleting against appending, many times: nothing comes back."""

import asyncio
from collections.abc import Iterator

from bench.proof.appending import close
from bench.proof.places import Open, every_store
from bench.proof.report import Finding, judge, steps
from twin.ports.errors import ConversationDeletedError
from twin.ports.memory import MemoryStore
from twin.testing.memory_place import history, listed, make_turn

RACES, WRITERS = 200, 4


def section() -> Iterator[Finding]:
    with every_store() as places:
        for name, place in places.items():
            yield asyncio.run(_race(name, place()))


async def _race(name: str, open_place: Open) -> Finding:
    stores = [open_place() for _ in range(2)]
    back = 0
    for number in steps(f"erasures, {name}", range(RACES)):
        conversation = f"{number:032x}"
        await stores[0].append(conversation, make_turn(0))
        await asyncio.gather(
            *(_write(stores[n % 2], conversation, 10 * n) for n in range(1, WRITERS + 1)),
            _erase_after(stores[0], conversation, steps=number % 20),
        )
        back += bool(await history(stores[1], conversation))
    left = await listed(stores[0])
    await close(*stores)
    return judge(
        f"delete against {WRITERS} writers, {RACES} times, `{name}`",
        f"{back} came back, {len(left)} listed",
        not back and not left,
    )


async def _write(store: MemoryStore, conversation: str, first: int) -> None:
    for number in range(first, first + 5):
        try:
            await store.append(conversation, make_turn(number))
        except ConversationDeletedError:
            return


async def _erase_after(store: MemoryStore, conversation: str, steps: int) -> None:
    for _ in range(steps):
        await asyncio.sleep(0.001)
    await store.delete(conversation)

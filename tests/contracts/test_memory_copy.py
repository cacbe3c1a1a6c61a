"""Conversations and erasures go from any store to any other, and erasures never back."""

import uuid
from collections.abc import AsyncGenerator, Callable, Iterator
from itertools import permutations

import pytest

from tests.ministack import ministack
from tests.servers import BUCKET, postgresql
from twin.adapters import registry
from twin.domain import archive
from twin.ports.closing import Closing
from twin.ports.errors import ConversationDeletedError
from twin.ports.memory import MemoryStore
from twin.testing.memory_place import A, B, C, append_all, erased, history, listed, make_turns

D = "d" * 32
PAIRS = list(permutations(["file", "sqlite", "postgresql", "s3"], 2))
Open = Callable[[str], MemoryStore]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], tuple[str, ...]]]:
    """A new place of a store, as the address and the settings that lead there."""
    folder = tmp_path_factory.mktemp("places")
    with ministack(folder) as bucket, postgresql() as database:
        names: dict[str, Callable[[str], str]] = {
            "file": lambda name: f"{folder}/{name}",
            "sqlite": lambda name: f"{folder}/{name}.sqlite",
            "postgresql": lambda _: database.new_database(),
            "s3": lambda name: f"//{BUCKET}/{name}",
        }
        yield lambda kind: (names[kind](uuid.uuid4().hex), bucket.url)


@pytest.fixture
async def open_new(
    places: Callable[[str], tuple[str, ...]],
) -> AsyncGenerator[Open]:
    opened: list[MemoryStore] = []

    def open_(kind: str) -> MemoryStore:
        argument, bucket = places(kind)
        env = {
            "TWIN_S3_ENDPOINT_URL": bucket,
            "TWIN_S3_PATH_STYLE": "true",
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
        }
        store: MemoryStore = registry.find("twin.memory", kind)(argument, env)
        opened.append(store)
        return store

    yield open_
    for store in opened:
        if isinstance(store, Closing):
            await store.close()


async def copy(source: MemoryStore, target: MemoryStore) -> dict[str, str]:
    """What became of each conversation; erasures are carried over."""

    async def every() -> AsyncGenerator[str]:
        for conversation in await listed(source):
            yield conversation

    found: dict[str, str] = {}
    async for brought in archive.copy(source, target, every()):
        found[brought.conversation] = brought.outcome
    async for conversation in archive.carry_erasures(source, target):
        found[conversation] = "carried"
    return found


@pytest.mark.parametrize(("one", "other"), PAIRS)
async def test_turns_and_erasures_are_copied_and_nothing_comes_back(
    open_new: Open, one: str, other: str
) -> None:
    source, target = open_new(one), open_new(other)
    for conversation in (A, B, C):
        await append_all(source, conversation, make_turns(25))
    assert await copy(source, target) == dict.fromkeys((A, B, C), "copied")

    await target.delete(B)
    await source.delete(C)
    await source.delete(D)
    await append_all(source, A, make_turns(27)[25:])

    expected = {A: "copied", B: "erased", C: "carried", D: "carried"}
    assert await copy(source, target) == expected
    assert await copy(source, target) == {A: "present", B: "erased"}
    assert await history(target, A) == make_turns(27)
    assert await listed(target) == [A]
    assert sorted(await erased(target)) == sorted([B, C, D])
    assert sorted(await listed(source)) == [A, B]
    with pytest.raises(ConversationDeletedError):
        await target.append(D, make_turns(1)[0])

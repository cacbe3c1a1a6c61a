"""A twin of an invented person behind a real server, with a scripted model and a real store."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx2
import pytest

from tests.people import Clock, ada, make_chat
from tests.serving import served
from twin.adapters.memory.filesystem import FileMemoryStore
from twin.entrypoints.http import HttpOptions, Sessions, Twin, create_app
from twin.ports.closing import Closing
from twin.ports.llm import LanguageModel
from twin.ports.memory import MemoryStore
from twin.testing import ScriptedModel


@dataclass
class Door:
    """A served twin and what stands behind it."""

    client: httpx2.Client
    memory: MemoryStore
    clock: Clock
    sessions: Sessions = field(repr=False)


OpenDoor = Callable[..., Door]


@pytest.fixture
def open_door(tmp_path: Path) -> Iterator[OpenDoor]:
    with ExitStack() as stack:

        def open_(
            *script: object,
            model: LanguageModel | None = None,
            memory: MemoryStore | None = None,
            floor: LanguageModel | None = None,
            options: HttpOptions | None = None,
            keys: tuple[str, ...] = (),
        ) -> Door:
            store = memory or FileMemoryStore(tmp_path / "memory")
            clock = Clock()
            sessions = Sessions(keys=keys, memory=store, lifetime=timedelta(days=30), clock=clock)
            scripted = ScriptedModel(*(script or ("I build ", "compilers.")))  # type: ignore[arg-type]
            chat = make_chat(model or scripted, store, floor)

            async def close() -> None:
                await chat.close()
                held: tuple[object, ...] = (model, store)
                for each in held:
                    if isinstance(each, Closing):
                        await each.close()

            twin = Twin(ada(), chat, store, sessions, close, ("What do you do?",))
            address = stack.enter_context(served(create_app(twin, options)))
            client = stack.enter_context(httpx2.Client(base_url=address, timeout=20))
            return Door(client, store, clock, sessions)

        yield open_

"""The asynchronous face of a bucket of conversations; the requests are made in threads."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar
from weakref import WeakValueDictionary

from twin.adapters.memory.s3 import chain
from twin.adapters.memory.s3.bucket import Bucket, Listed
from twin.adapters.memory.s3.link import CARRIED_TURNS, Link, parse_key
from twin.ports.memory import (
    ConversationSummary,
    Turn,
    require_conversation_id,
    require_kept_name,
)

P = ParamSpec("P")
T = TypeVar("T")

REMEMBERED = 256  # ends of chains, some 25 KB each; they spare a LIST and a GET per turn


class S3MemoryStore:
    """A bucket of conversations, for any number of processes anywhere."""

    def __init__(self, bucket: Bucket, threads: int = 32) -> None:
        self.name = bucket.address
        self._bucket = bucket
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="twin-memory")
        self._parallel = threads
        self._ends: OrderedDict[str, Link] = OrderedDict()
        self._others_erased = False
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def append(self, conversation: str, turn: Turn) -> None:
        require_conversation_id(conversation)
        # Correct without the lock: it only spares writers of one process their lost races.
        async with self._locks.setdefault(conversation, asyncio.Lock()):
            known = self._known(conversation)
            link = await self._run(chain.append, self._bucket, conversation, turn, known)
            self._remember(conversation, link)

    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        link = await self._end(conversation)
        if not link.lines or not limit:
            return ()
        first = max(1, link.sequence - limit + 1)
        return await self._run(chain.between, self._bucket, conversation, first, link)

    async def history(self, conversation: str) -> AsyncGenerator[Turn]:
        end = (await self._end(conversation)).sequence
        for first in range(1, end + 1, CARRIED_TURNS):
            last = min(first + CARRIED_TURNS - 1, end)
            turns = await self._run(chain.page, self._bucket, conversation, first, last)
            if not turns:
                return
            for turn in turns:
                yield turn

    async def conversations(self) -> AsyncGenerator[ConversationSummary]:
        batch: list[Listed] = []
        async for newest in self._newest():
            batch += [newest] if newest.size else []
            if len(batch) == self._parallel:
                for summary in await self._summarize(batch):
                    yield summary
                batch = []
        for summary in await self._summarize(batch):
            yield summary

    async def erased(self) -> AsyncGenerator[str]:
        async for newest in self._newest():
            if not newest.size:
                yield parse_key(newest.key)[0]

    async def delete(self, conversation: str) -> bool:
        require_conversation_id(conversation)
        self._ends.pop(conversation, None)
        found = await self._run(chain.erase, self._bucket, conversation)
        if not self._others_erased:
            await self._run(chain.finish_erasures, self._bucket)
            self._others_erased = True
        return found

    async def keep_once(self, name: str, value: bytes) -> bytes:
        key = f"kept/{require_kept_name(name)}"
        while True:  # between the two, somebody may keep it or forget it
            kept = await self._run(self._bucket.read, key)
            if kept is not None:
                return kept
            if await self._run(self._bucket.create, key, value):
                return value

    async def forget(self, name: str) -> None:
        kept = Listed(f"kept/{require_kept_name(name)}", 0)
        await self._run(self._bucket.remove, kept)

    async def _end(self, conversation: str) -> Link:
        known = self._known(conversation)
        link = await self._run(chain.newest, self._bucket, conversation, known)
        self._remember(conversation, link)
        return link

    def _known(self, conversation: str) -> Link | None:
        return self._ends.get(require_conversation_id(conversation))

    def _remember(self, conversation: str, link: Link) -> None:
        """The newest that was seen; never an unknown conversation, which costs nothing to ask."""
        known = self._ends.get(conversation, Link())
        if link.sequence > known.sequence or link.erased:
            self._ends[conversation] = link
        if conversation in self._ends:
            self._ends.move_to_end(conversation)
        if len(self._ends) > REMEMBERED:
            self._ends.popitem(last=False)

    async def _newest(self) -> AsyncGenerator[Listed]:
        """The newest object of each conversation: a turn's, or a tombstone."""
        after, seen = "", ""
        while page := await self._run(self._bucket.page, "conversations/", after):
            for listed in page:
                conversation, _ = parse_key(listed.key)
                if conversation != seen:
                    yield listed
                seen = conversation
            after = page[-1].key

    async def _summarize(self, batch: list[Listed]) -> list[ConversationSummary]:
        found = await asyncio.gather(
            *(self._run(chain.summarize, self._bucket, *parse_key(listed.key)) for listed in batch)
        )
        return [summary for summary in found if summary]

    async def _run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """In a thread, which a cancelled caller leaves to finish."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: work(*args, **kwargs))

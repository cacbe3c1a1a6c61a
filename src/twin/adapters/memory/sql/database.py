"""Transactions that are whole: begun right, finished even when the caller leaves."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import nullcontext
from typing import Any, TypeVar

from sqlalchemy import Executable, Row, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from twin.adapters.memory.sql.engine import open_engine, translate
from twin.adapters.memory.sql.schema import migrate
from twin.ports.errors import StoreUnavailableError

T = TypeVar("T")

CHECKPOINT_SECONDS = 10.0
PAUSE_SECONDS = 0.05


class Database:
    """One database; its tables are made or migrated at the first use."""

    def __init__(self, url: str, name: str) -> None:
        self._name = name
        self._reader = open_engine(url)
        self._writer = self._reader.execution_options(begin="BEGIN IMMEDIATE")
        self.lite = self._reader.dialect.name == "sqlite"
        self._migrated = False
        # SQLite lets one write and the others poll; here they queue.
        self._writing = asyncio.Lock() if self.lite else None
        self._under_way: set[asyncio.Task[Any]] = set()

    async def read(self, query: Executable) -> list[Row[Any]]:
        """Every row, from one moment."""

        async def work() -> list[Row[Any]]:
            await self._migrate()
            async with self._reader.connect() as connection:
                return list((await connection.execute(query)).all())

        return await self._whole(work())

    async def write(self, work: Callable[[AsyncConnection], Awaitable[T]]) -> T:
        """What `work` returns, when it is committed."""

        async def whole() -> T:
            await self._migrate()
            async with self._writing or nullcontext(), self._writer.begin() as connection:
                return await work(connection)

        return await self._whole(whole())

    async def forget_changes(self) -> None:
        """Empty SQLite's log of changes, which still holds what was erased.

        Raises:
            StoreUnavailableError: somebody reads from it for longer than we wait.
        """
        if not self.lite:
            return
        deadline = time.monotonic() + CHECKPOINT_SECONDS
        while not await self._whole(self._checkpoint()):
            if time.monotonic() > deadline:
                raise StoreUnavailableError(
                    f"What was erased from {self._name} is still in its log of changes, for "
                    "another program reads the database: end it, or wait, and erase once more."
                )
            await asyncio.sleep(PAUSE_SECONDS)

    async def _checkpoint(self) -> bool:
        """False while another process reads, or does the same."""
        bare = self._reader.execution_options(begin="")
        async with self._writing or nullcontext(), bare.connect() as connection:
            busy: int = (
                await connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            ).scalar_one()
        return not busy

    async def close(self) -> None:
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await self._reader.dispose()

    async def _migrate(self) -> None:
        if not self._migrated:
            async with self._writing or nullcontext(), self._writer.begin() as connection:
                await connection.run_sync(migrate)
            self._migrated = True

    async def _whole(self, work: Coroutine[Any, Any, T]) -> T:
        """To its end, even when the caller leaves: half a transaction blocks a connection."""
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        try:
            return await asyncio.shield(task)
        except (SQLAlchemyError, OSError) as error:
            raise translate(error, self._name) from error

"""Conversations as rows; a change of one conversation locks its row first."""

import json
from collections.abc import AsyncGenerator
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import Column, Row, Select, delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from twin.adapters.memory.sql.database import Database
from twin.adapters.memory.sql.schema import conversations, kept, turns
from twin.ports.errors import ConversationDeletedError
from twin.ports.memory import (
    ConversationSummary,
    Turn,
    decode_turn,
    encode_turn,
    require_conversation_id,
    require_kept_name,
)

PAGE = 64


class SqlMemoryStore:
    """A database of conversations, for any number of processes."""

    def __init__(self, url: str, name: str) -> None:
        self.name = name
        self._database = Database(url, name)

    async def append(self, conversation: str, turn: Turn) -> None:
        require_conversation_id(conversation)

        async def work(connection: AsyncConnection) -> None:
            row = await self._lock(connection, conversation)
            if row.erased:
                raise ConversationDeletedError(f"conversation {conversation} was erased")
            form = {"id_hash": _hash(turn), "form": encode_turn(turn)}
            create = self._insert_new(turns).values(
                conversation=conversation, sequence=row.turns + 1, **form
            )
            known = create.on_conflict_do_nothing(index_elements=["conversation", "id_hash"])
            if (await connection.execute(known)).rowcount:
                await _count(connection, conversation, turn, row.turns + 1)

        await self._database.write(work)

    async def recent(self, conversation: str, limit: int) -> tuple[Turn, ...]:
        require_conversation_id(conversation)
        query = select(turns.c.form).where(turns.c.conversation == conversation)
        rows = await self._database.read(query.order_by(turns.c.sequence.desc()).limit(limit))
        return tuple(decode_turn(row.form) for row in reversed(rows))

    async def history(self, conversation: str) -> AsyncGenerator[Turn]:
        require_conversation_id(conversation)
        query = select(turns.c.sequence, turns.c.form).where(turns.c.conversation == conversation)
        async for row in self._rows(query, turns.c.sequence, 0):
            yield decode_turn(row.form)

    async def conversations(self) -> AsyncGenerator[ConversationSummary]:
        query = select(conversations).where(conversations.c.turns > 0)
        async for row in self._rows(query, conversations.c.conversation, ""):
            yield _summary(row)

    async def erased(self) -> AsyncGenerator[str]:
        query = select(conversations).where(conversations.c.erased == 1)
        async for row in self._rows(query, conversations.c.conversation, ""):
            yield row.conversation

    async def delete(self, conversation: str) -> bool:
        require_conversation_id(conversation)

        async def work(connection: AsyncConnection) -> bool:
            row = await self._lock(connection, conversation)
            await connection.execute(delete(turns).where(turns.c.conversation == conversation))
            blank = dict.fromkeys(("first_asked_at", "last_answered_at", "first_question"))
            change = update(conversations).where(conversations.c.conversation == conversation)
            await connection.execute(change.values(erased=1, turns=0, **blank))
            return bool(row.turns)

        found = await self._database.write(work)
        await self._database.forget_changes()
        return found

    async def keep_once(self, name: str, value: bytes) -> bytes:
        require_kept_name(name)

        async def work(connection: AsyncConnection) -> bytes | None:
            create = self._insert_new(kept).values(name=name, value=value)
            await connection.execute(create.on_conflict_do_nothing())
            return await connection.scalar(select(kept.c.value).where(kept.c.name == name))

        while (found := await self._database.write(work)) is None:
            pass  # somebody has forgotten it between the two statements
        return bytes(found)

    async def forget(self, name: str) -> None:
        require_kept_name(name)

        async def work(connection: AsyncConnection) -> None:
            await connection.execute(delete(kept).where(kept.c.name == name))

        await self._database.write(work)

    async def close(self) -> None:
        """Finish what is under way and close every connection."""
        await self._database.close()

    async def _rows(
        self, query: Select[Any], key: Column[Any], after: str | int
    ) -> AsyncGenerator[Row[Any]]:
        """The query's rows in the order of the key, which follow `after`, a page at a time."""
        query = query.order_by(key).limit(PAGE)
        while True:
            rows = await self._database.read(query.where(key > after))
            for row in rows:
                yield row
            if len(rows) < PAGE:
                return
            after = getattr(rows[-1], key.name)

    @property
    def _insert_new(self) -> Any:
        return sqlite_insert if self._database.lite else postgresql_insert

    async def _lock(self, connection: AsyncConnection, conversation: str) -> Row[Any]:
        """The conversation's row, made when it is missing, ours until the transaction ends."""
        query = select(conversations).where(conversations.c.conversation == conversation)
        query = query.with_for_update()
        row = (await connection.execute(query)).one_or_none()
        if row is None:
            values = {"conversation": conversation, "erased": 0, "turns": 0}
            create = self._insert_new(conversations).values(values)
            await connection.execute(create.on_conflict_do_nothing())
            row = (await connection.execute(query)).one()
        return row


async def _count(connection: AsyncConnection, conversation: str, turn: Turn, sequence: int) -> None:
    change: dict[str, Any] = {
        "turns": sequence,
        "last_answered_at": turn.answered_at.isoformat(),
    }
    if sequence == 1:
        change["first_asked_at"] = turn.asked_at.isoformat()
        change["first_question"] = json.dumps(turn.question)
    mine = conversations.c.conversation == conversation
    await connection.execute(update(conversations).where(mine).values(**change))


def _summary(row: Row[Any]) -> ConversationSummary:
    return ConversationSummary(
        conversation=row.conversation,
        turns=row.turns,
        first_asked_at=datetime.fromisoformat(row.first_asked_at),
        last_answered_at=datetime.fromisoformat(row.last_answered_at),
        first_question=json.loads(row.first_question),
    )


def _hash(turn: Turn) -> str:
    """An id may hold what a database's text may not."""
    return blake2b(turn.id.encode(errors="surrogatepass"), digest_size=16).hexdigest()

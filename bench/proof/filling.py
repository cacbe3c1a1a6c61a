"""Copies of one conversation under 100,000 names, made without waiting for each."""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import asyncpg

from tests.servers import s3_client

FIRST, MANY = 30, 100_000
CONNECTIONS = 32
TABLES = {
    "twin_conversations": "erased, turns, first_asked_at, last_answered_at, first_question",
    "twin_turns": "sequence, id_hash, form",
}


def spread(number: int) -> str:
    """A conversation's id; the ends of these ids are as different as those of real ones."""
    return f"{number:016x}{number * 0x9E3779B97F4A7C15 % 2**64:016x}"


def copies() -> Iterator[str]:
    return map(spread, range(FIRST, MANY))


def files(address: str) -> None:
    shards = Path(address.partition(":")[2], "conversations")
    first = (shards / spread(0)[-2:] / f"{spread(0)}.turns").read_bytes()
    for conversation in copies():
        shard = shards / conversation[-2:]
        shard.mkdir(mode=0o700, exist_ok=True)
        (shard / f"{conversation}.turns").write_bytes(first)


def rows(address: str) -> None:
    connection = sqlite3.connect(address.partition(":")[2])
    for table, columns in TABLES.items():
        connection.executemany(
            f"INSERT INTO {table} (conversation, {columns}) "
            f"SELECT ?, {columns} FROM {table} WHERE conversation = ?",
            ((conversation, spread(0)) for conversation in copies()),
        )
    connection.commit()
    connection.close()


def rows_of_server(address: str) -> None:
    async def fill() -> None:
        connection = await asyncpg.connect(address)
        for table, columns in TABLES.items():
            await connection.execute(
                f"INSERT INTO {table} (conversation, {columns}) SELECT each, {columns} "
                f"FROM {table}, unnest($1::text[]) AS each WHERE conversation = $2",
                list(copies()),
                spread(0),
            )
        await connection.execute("ANALYZE")
        await connection.close()

    asyncio.run(fill())


def objects(url: str, address: str) -> None:
    """Through many connections; the server asks for no signature."""
    bucket, _, prefix = address.removeprefix("s3://").partition("/")
    folder = f"{prefix}/conversations"
    client = s3_client(url)
    (first,) = client.list_objects_v2(Bucket=bucket, Prefix=f"{folder}/{spread(0)}/")["Contents"]
    body = client.get_object(Bucket=bucket, Key=first["Key"])["Body"].read()
    number = first["Key"].rpartition("/")[2]
    names = copies()

    async def put(session: aiohttp.ClientSession) -> None:
        for conversation in names:
            path = f"/{bucket}/{folder}/{conversation}/{number}"
            async with session.put(path, data=body) as answer:
                answer.raise_for_status()

    async def fill() -> None:
        async with aiohttp.ClientSession(url) as session:
            await asyncio.gather(*(put(session) for _ in range(CONNECTIONS)))

    asyncio.run(fill())

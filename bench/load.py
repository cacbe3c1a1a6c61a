"""Many visitors at once, each reading an answer to its end; on aiohttp, not to be measured."""

import asyncio
import time
from dataclasses import dataclass
from statistics import median
from typing import Any

import aiohttp


@dataclass(frozen=True, slots=True)
class Load:
    """What a crowd of visitors saw; times in seconds, medians."""

    first: float
    total: float
    per_second: float
    errors: int


async def crowd(
    url: str, body: dict[str, Any], headers: dict[str, str], visitors: int, requests: int
) -> Load:
    """`visitors` at once, each asking `requests` times, one after the other."""
    connector = aiohttp.TCPConnector(limit=0)
    firsts: list[float] = []
    totals: list[float] = []
    errors = 0
    async with aiohttp.ClientSession(connector=connector, headers=headers) as client:

        async def visit() -> None:
            nonlocal errors
            for _ in range(requests):
                try:
                    first, total = await _ask(client, url, body)
                except (aiohttp.ClientError, AssertionError):
                    errors += 1
                else:
                    firsts.append(first)
                    totals.append(total)

        started = time.perf_counter()
        await asyncio.gather(*(visit() for _ in range(visitors)))
        took = time.perf_counter() - started
    return Load(median(firsts), median(totals), len(totals) / took, errors)


async def _ask(
    client: aiohttp.ClientSession, url: str, body: dict[str, Any]
) -> tuple[float, float]:
    started = time.perf_counter()
    async with client.post(url, json=body) as response:
        assert response.status == 200
        first, last = 0.0, b""
        async for piece in response.content.iter_any():
            first = first or time.perf_counter() - started
            last = piece
        assert b"[DONE]" in last or b"event: done" in last or last.endswith(b"}")
    return first, time.perf_counter() - started

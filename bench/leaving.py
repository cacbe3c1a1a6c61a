"""How long the upstream goes on after a visitor has left, through `twin serve` and directly.

Each visitor closes the connection after the first words; the upstream notes when it is left. Both
clocks are the system's monotonic one.
"""

import asyncio
import json
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import aiohttp

from bench.processes import twin
from bench.upstream import Upstream

VISITORS = 50
TARGET_SECONDS = 0.2
LONGEST_WAIT_SECONDS = 20
STREAM = {"Accept": "text/event-stream"}


async def _leave(client: aiohttp.ClientSession, url: str, body: dict[str, Any]) -> float:
    """The moment at which the visitor left, in monotonic seconds."""
    response = await client.post(url, json=body, headers=STREAM)
    async for line in response.content:
        if b"word2" in line:
            break
    response.close()
    return time.monotonic()


async def _lags(url: str, bodies: list[dict[str, Any]], upstream: Upstream) -> list[float]:
    """Seconds from each leaving to the moment when the upstream was left."""
    upstream.requests.clear()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        left = await asyncio.gather(*(_leave(client, url, body) for body in bodies))
        async with asyncio.timeout(LONGEST_WAIT_SECONDS):
            while not all(seen.left_at for seen in upstream.requests):  # noqa: ASYNC110  no signal
                await asyncio.sleep(0.01)
    asked = {json.dumps(seen.body["messages"][-1]): seen.left_at for seen in upstream.requests}  # type: ignore[index]
    return [
        next(at for message, at in asked.items() if f"visitor {number:02}" in message) - moment
        for number, moment in enumerate(left)
    ]


async def _measure(folder: Path) -> None:
    upstream = Upstream(tokens=400, tokens_per_second=20)
    await upstream.start()
    words = [f"I am visitor {number:02}." for number in range(VISITORS)]
    settings = {
        "TWIN_LLM": "openai:ok",
        "OPENAI_BASE_URL": upstream.base_url,
        "TWIN_LOG_LEVEL": "warning",
    }
    with twin(folder, **settings) as (address, _):
        messages = [[{"role": "user", "content": text}] for text in words]
        direct = [{"model": "ok", "stream": True, "messages": each} for each in messages]
        served = [{"message": text} for text in words]
        print(f"{VISITORS} visitors leave in mid answer; until the upstream is left, in seconds")
        print(f"{'':8}{'median':>10}{'longest':>10}   (target: {TARGET_SECONDS})")
        for name, url, bodies in (
            ("direct", f"{upstream.base_url}/chat/completions", direct),
            ("served", f"{address}/chat", served),
        ):
            lags = await _lags(url, bodies, upstream)
            print(f"{name:8}{median(lags):10.3f}{max(lags):10.3f}", flush=True)
    await upstream.stop()


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_measure(Path(folder)))


if __name__ == "__main__":
    main()

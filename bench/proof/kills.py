"""`kill -9`: a process that appends, and a whole server under load."""

import asyncio
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import aiohttp

from bench.proof.appending import (
    Tally,
    appender,
    await_first,
    close,
    count,
    drain,
    open_store,
)
from bench.proof.report import Finding, judge, steps

KILLS, SERVER_KILLS, VISITORS = 200, 10, 20
STORES = {"file": "file:{}/memory", "sqlite": "sqlite:{}/memory.sqlite"}


def section() -> Iterator[Finding]:
    for name, pattern in STORES.items():
        with tempfile.TemporaryDirectory() as folder:
            tally = _kill_appenders(pattern.format(folder))
        yield judge(f"`kill -9` on a process that appends, `{name}`", str(tally), tally.clean)
    for name, pattern in STORES.items():
        tally = Tally()
        for _ in steps(f"kill -9, twin serve, {name}", range(SERVER_KILLS)):
            kill_server(pattern, tally)
        claim = f"`kill -9` on a server with 2 workers and {VISITORS} visitors, `{name}`"
        yield judge(claim, str(tally), tally.clean)


def _kill_appenders(address: str) -> Tally:
    tally = Tally()
    said = b""
    for number in steps(f"kill -9, {address.partition(':')[0]}", range(KILLS)):
        with appender(address, first=number * 10**6) as (pid, pipe):
            said = await_first(pipe)
            time.sleep(random.uniform(0, 0.05))
            os.kill(pid, signal.SIGKILL)
            said += drain(pipe)
        count(address, said, tally)
    return tally


def kill_server(pattern: str, tally: Tally) -> None:
    folder = Path(tempfile.mkdtemp())
    address = pattern.format(folder)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "twin", "serve", "--workers", "2", "--port", str(port)],
        cwd=folder,
        env=os.environ | {"TWIN_LLM": "quoting", "TWIN_MEMORY": address},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        answered = asyncio.run(_visit(f"http://127.0.0.1:{port}", server))
    finally:
        server.wait()
    stored = asyncio.run(_questions(address))
    tally.ends += 1
    tally.acknowledged += len(answered)
    tally.lost += len(answered - set(stored))
    tally.doubled += len(stored) - len(set(stored))
    shutil.rmtree(folder)


async def _visit(url: str, server: "subprocess.Popen[bytes]") -> set[str]:
    """Ask from many sides until the server is killed: the questions that were answered.

    It is killed in the midst of its work, so a while after it has answered for the first time.
    """
    answered: set[str] = set()
    begun = asyncio.Event()
    async with aiohttp.ClientSession(url) as client:
        await _await_server(client)
        visitors = [
            asyncio.create_task(_ask(client, each, answered, begun)) for each in range(VISITORS)
        ]
        await asyncio.wait_for(begun.wait(), timeout=60)
        await asyncio.sleep(random.uniform(0, 2))
        os.killpg(server.pid, signal.SIGKILL)
        await asyncio.gather(*visitors)
    return answered


async def _await_server(client: aiohttp.ClientSession) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            async with client.get("/health") as answer:
                if answer.status == 200:
                    return
        except aiohttp.ClientError:
            await asyncio.sleep(0.1)
    raise TimeoutError("the server does not start")


async def _ask(
    client: aiohttp.ClientSession, visitor: int, answered: set[str], begun: asyncio.Event
) -> None:
    session = None
    for number in range(10**6):
        question = f"What did you study? ({visitor}, {number})"
        try:
            async with client.post(
                "/chat", json={"message": question, "session_id": session}
            ) as answer:
                if answer.status == 200:
                    session = (await answer.json())["session_id"]
                    answered.add(question)
                    begun.set()
        except aiohttp.ClientError:
            return


async def _questions(address: str) -> list[str]:
    store = open_store(address)
    found = [
        turn.question
        async for summary in store.conversations()
        async for turn in store.history(summary.conversation)
    ]
    await close(store)
    return found

"""Streams and JSON chats through `twin serve`, as ratios to calling the upstream directly.

One worker, real file memory, session signing on. The upstream takes 0.3 s to its first token and
sends 60 tokens at 50 a second; for the JSON chats it sends all 60 at once.
"""

import argparse
import asyncio
import tempfile
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.load import Load, crowd
from bench.processes import memory, twin, upstream

ROUNDS = 3
DIRECT = {"model": "ok", "stream": True, "messages": [{"role": "user", "content": "Hm?"}]}
ASKED = {"message": "Hm?"}
STREAM = {"Accept": "text/event-stream"}
TARGETS = {"total": 1.10, "per_second": 0.85, "json": 0.7}


def rounds(measure: Callable[[], Load]) -> Load:
    """The median of several rounds, figure by figure."""
    loads = [measure() for _ in range(ROUNDS)]
    return Load(
        median(load.first for load in loads),
        median(load.total for load in loads),
        median(load.per_second for load in loads),
        sum(load.errors for load in loads),
    )


def compare(direct: str, served: str, visitors: int, headers: dict[str, str]) -> tuple[Load, Load]:
    """The direct call and the served one, turn by turn, so that both meet the same machine."""
    requests = 4 if visitors < 100 else 3
    found: list[Load] = []
    for url, body, sent in (
        (f"{direct}/chat/completions", DIRECT, {}),
        (f"{served}/chat", ASKED, headers),
    ):
        found.append(
            rounds(lambda u=url, b=body, s=sent: asyncio.run(crowd(u, b, s, visitors, requests)))  # type: ignore[misc]
        )
    return found[0], found[1]


def row(visitors: int, direct: Load, served: Load) -> str:
    ratios = (
        served.first / direct.first,
        served.total / direct.total,
        served.per_second / direct.per_second,
    )
    shown = "".join(f"{value:14.3f}" for value in ratios)
    seconds = f"{served.first:10.3f} s{served.total:10.3f} s{served.per_second:12.1f}"
    return f"{visitors:8}{shown}{seconds}{served.errors:8}"


def streams(crowds: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder, upstream() as direct:
        settings = {"TWIN_LLM": "openai:ok", "OPENAI_BASE_URL": direct, "TWIN_LOG_LEVEL": "warning"}
        with twin(Path(folder), **settings) as (address, pid):
            asyncio.run(crowd(f"{address}/chat", ASKED, STREAM, 10, 1))
            idle, _ = memory(pid)
            print("streams: ratio to direct of            and, served, in figures")
            print(
                f"{'at once':>8}{'first token':>14}{'total':>14}{'completed/s':>14}"
                f"{'first':>12}{'total':>12}{'per second':>12}{'errors':>8}"
            )
            for visitors in crowds:
                print(row(visitors, *compare(direct, address, visitors, STREAM)), flush=True)
            print(f"memory: {idle:.0f} MiB idle, {memory(pid)[1]:.0f} MiB at its peak")


def chats() -> None:
    options = ("--tokens-per-second", "0")
    with tempfile.TemporaryDirectory() as folder, upstream(*options) as direct:
        settings = {"TWIN_LLM": "openai:ok", "OPENAI_BASE_URL": direct, "TWIN_LOG_LEVEL": "warning"}
        with twin(Path(folder), **settings) as (address, _):
            asyncio.run(crowd(f"{address}/chat", ASKED, {}, 10, 1))
            print("\nplain JSON chats, 60 tokens at once after 0.3 s")
            print(row(100, *compare(direct, address, 100, {})))


def start() -> None:
    """From the command to the first answer, without a key and with bytecode that is there."""
    took = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            started = time.perf_counter()
            with twin(Path(folder)) as (address, _):
                request = urllib.request.Request(
                    f"{address}/chat", b'{"message": "Hm?"}', {"Content-Type": "application/json"}
                )
                urllib.request.urlopen(request).read()
                took.append(time.perf_counter() - started)
    print(f"\nfrom command to first answer: {median(took):.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--crowds", default="1,50,100,200", help="visitors at once")
    crowds = [int(part) for part in parser.parse_args().crowds.split(",")]
    streams(crowds)
    chats()
    start()


if __name__ == "__main__":
    main()

"""A claim that was tried, and what came of it."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import click

Verdict = Literal["held", "BROKEN", "measured", "not run"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    claim: str
    numbers: str
    verdict: Verdict


Section = Callable[[], Iterator[Finding]]


def judge(claim: str, numbers: str, held: bool) -> Finding:
    return Finding(claim, numbers, "held" if held else "BROKEN")


def steps(what: str, numbers: Iterable[int]) -> Iterator[int]:
    """The numbers, with a bar for whoever watches."""
    watched = sys.stderr.isatty()
    with click.progressbar(numbers, label=what, file=sys.stderr, hidden=not watched) as bar:
        yield from bar


def print_section(title: str, section: Section) -> bool:
    """Print each finding as it comes, and on stderr how long all took; False when one is broken."""
    start = time.monotonic()
    print(f"\n## {title}\n", flush=True)
    print("| what was done | what was found | |\n|---|---|---|", flush=True)
    sound = True
    for finding in section():
        print(f"| {finding.claim} | {finding.numbers} | {finding.verdict} |", flush=True)
        sound = sound and finding.verdict != "BROKEN"
    print(f"({title}: {time.monotonic() - start:.0f} s)", file=sys.stderr)
    return sound

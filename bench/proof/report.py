"""A claim that was tried, and what came of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

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


def print_section(title: str, section: Section) -> bool:
    """Print each finding as it comes; False when one is broken."""
    print(f"\n## {title}\n", flush=True)
    print("| what was done | what was found | |\n|---|---|---|", flush=True)
    sound = True
    for finding in section():
        print(f"| {finding.claim} | {finding.numbers} | {finding.verdict} |", flush=True)
        sound = sound and finding.verdict != "BROKEN"
    return sound

"""The findings told as they come, and the exit code."""

import json
import logging
import shutil
import sys
import textwrap
from contextlib import aclosing
from dataclasses import asdict

import click

from twin.entrypoints.cli.doctor.examination import Finding, examine
from twin.entrypoints.cli.signals import run

MARKS = {
    "ok": ("ok", "green"),
    "warning": ("!", "yellow"),
    "failed": ("FAIL", "red"),
    "skipped": ("-", "yellow"),
}
SLOW_SECONDS = 0.1


def doctor(*, as_json: bool) -> None:
    """Print a sign of life from each part; exit code 1 when one fails."""
    logging.getLogger("twin").setLevel(logging.ERROR)  # a retry is no finding, its end is
    findings = run(_told(show=not as_json))
    failed = [finding for finding in findings if finding.state == "failed"]
    if as_json:
        parts = [asdict(finding) for finding in findings]
        click.echo(json.dumps({"ok": not failed, "parts": parts}, ensure_ascii=False, indent=2))
    else:
        click.echo(f"\n{_verdict(findings)}")
    if failed:
        sys.exit(1)


async def _told(*, show: bool) -> list[Finding]:
    findings = []
    async with aclosing(examine()) as examined:
        async for finding in examined:
            findings.append(finding)
            if show:
                click.echo(_line(finding))
    return findings


def _line(finding: Finding) -> str:
    mark, colour = MARKS[finding.state]
    time = f" ({finding.seconds:.1f} s)" if finding.seconds >= SLOW_SECONDS else ""
    width = shutil.get_terminal_size((100, 24)).columns
    head = click.style(f"{mark:>4}", fg=colour)
    text = f"{finding.part:10} {finding.said}{time}"
    wrapped = textwrap.wrap(
        text, max(40, width - 6), subsequent_indent=" " * 11, break_on_hyphens=False
    )
    return f"{head}  " + "\n      ".join(wrapped)


def _verdict(findings: list[Finding]) -> str:
    failed = [finding.part for finding in findings if finding.state == "failed"]
    if failed:
        return click.style(f"Not in order: {', '.join(failed)}.", fg="red")
    return click.style("The twin is ready: twin serve", fg="green")

"""The report told, and its exit code."""

import json
import shutil
import sys
from dataclasses import asdict

import click

from twin.entrypoints.cli.check.lines import lines
from twin.entrypoints.cli.check.report import inspect

UNBROKEN = sys.maxsize  # what reads a pipe finds each row on one line, whole


def check(*, as_json: bool) -> None:
    """Print what was loaded, and what is missing or odd; exit code 1 on errors."""
    report = inspect(raising=click.get_current_context().find_root().params["debug"])
    if as_json:
        document = {"ok": not report.errors, **asdict(report)}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else UNBROKEN
        for line in lines(report, width):
            click.echo(line)
    if report.errors:
        sys.exit(1)

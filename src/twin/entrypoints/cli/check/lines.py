"""The report as lines that read well in any terminal, and in a log."""

from collections.abc import Iterator

import click

from twin.entrypoints.cli.check.report import Report
from twin.entrypoints.cli.check.taken import Section, Taken
from twin.entrypoints.cli.printable import counted, folded, row, shortened

TREATED = {
    "on_request": "told to a visitor who asks for it, and to nobody else",
    "private": "reaches no prompt and no visitor",
}


def lines(report: Report, width: int) -> Iterator[str]:
    """Every line of the report, at most `width` columns where the content allows."""
    if report.name:
        yield click.style(report.name, bold=True)
    for source in report.sources:
        yield from _source(source, width)
    yield from _visitors_ask(report, width)
    yield from _confidential(report, width)
    yield from _prompt(report)
    yield from _verdict(report, width)


def _source(taken: Taken, width: int) -> Iterator[str]:
    totals: dict[str, int] = {}
    for section in taken.sections:
        totals[section.unit] = totals.get(section.unit, 0) + section.count
    said = ", ".join(counted(count, unit) for unit, count in totals.items())
    left = (
        f"; {taken.left_out} not used (kept back, or said by another file)"
        if taken.left_out
        else ""
    )
    yield f"\n{click.style(taken.source, bold=True)}: {said or 'nothing was taken'}{left}"
    for section in taken.sections:
        yield shortened(row(section.name, _shown(section)), width)


def _shown(section: Section) -> str:
    count = f"({section.count}) " if section.count > 1 else ""
    return f"{count}{'; '.join(section.shown)}"


def _visitors_ask(report: Report, width: int) -> Iterator[str]:
    if not report.visitors_ask:
        return
    yield click.style("\nWhat visitors ask about", bold=True)
    for topic in report.visitors_ask:
        match topic.state:
            case "missing":
                yield _lacking(topic.topic, topic.cure, width)
            case "told":
                yield row(topic.topic, f"from {topic.places[0]}")
            case "on_request":
                yield row(topic.topic, f"on request, from {topic.places[0]}")
    for part, cure in report.missing.items():
        yield _lacking(part, cure, width)


def _lacking(part: str, cure: str, width: int) -> str:
    return click.style(folded(row(part, f"missing: {cure}"), width, len(row("", ""))), fg="yellow")


def _confidential(report: Report, width: int) -> Iterator[str]:
    if not report.name:
        return
    yield click.style("\nNot for everyone", bold=True)
    for disclosure, treated in TREATED.items():
        facts = [fact for fact in report.confidential if fact.disclosure == disclosure]
        if facts:
            yield folded(f"  {disclosure}: {treated}", width, 4)
        for fact in facts:
            place = "" if fact.locator == fact.key else f" {fact.locator}"
            yield row(f"  {fact.key}", f"{fact.source}{place}")
    if report.confidential:
        yield folded("  Their values are also taken out of every text that is told.", width, 2)
    else:
        yield "  Nothing: all that was read may be told."


def _prompt(report: Report) -> Iterator[str]:
    if not report.tokens:
        return
    yield click.style("\nTokens of the prompt, estimated", bold=True)
    for section, count in report.tokens.items():
        if count:
            yield row(section, f"{count:8,}")
    yield row("all", f"{sum(report.tokens.values()):8,}")


def _verdict(report: Report, width: int) -> Iterator[str]:
    yield ""
    if report.data:
        yield shortened(row("data", report.data), width)
    if report.model:
        yield row("model", report.model)
    if report.memory:
        yield row("memory", report.memory)
    yield ""
    for error in report.errors:
        yield click.style(folded(f"ERROR {error}", width, 2), fg="red")
    for warning in report.warnings:
        yield click.style(folded(f"! {warning}", width, 2), fg="yellow")
    if not report.errors and not report.warnings:
        yield click.style("No warnings.", fg="green")

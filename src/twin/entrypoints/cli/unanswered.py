"""`twin unanswered`."""

import click

from twin.domain.unanswered import Group, Unanswered
from twin.entrypoints.cli.printable import counted, one_line
from twin.entrypoints.cli.signals import run
from twin.entrypoints.cli.stores import open_memory, progress, tell


def unanswered(*, as_json: bool) -> None:
    """Print what the profile did not answer, most frequent first.

    Raises:
        TwinError: the memory cannot be read.
    """
    groups, conversations = run(_gathered())
    for group in groups:
        if as_json:
            tell(_document(group))
        else:
            _show(group)
    if not as_json:
        asked = sum(group.count for group in groups)
        click.echo(
            f"{counted(asked, 'question')} without an answer, {counted(len(groups), 'subject')}, "
            f"in {counted(conversations, 'conversation')}."
        )


async def _gathered() -> tuple[tuple[Group, ...], int]:
    found, conversations = Unanswered(), 0
    async with open_memory() as store:
        with progress("conversations read") as step:
            async for summary in store.conversations():
                async for turn in store.history(summary.conversation):
                    found.add(turn)
                conversations += 1
                step()
    return found.groups(), conversations


def _show(group: Group) -> None:
    terms = f"   ({', '.join(map(one_line, group.terms))})" if group.terms else ""
    click.echo(f"{group.count:5}  {one_line(group.question)}{click.style(terms, dim=True)}")


def _document(group: Group) -> dict[str, object]:
    return {
        "count": group.count,
        "question": group.question,
        "wordings": list(group.wordings),
        "unknown": list(group.terms),
        "last_asked_at": group.last_asked_at.isoformat(),
    }

"""`twin unanswered`."""

from collections.abc import Sequence

import click

from twin.container import Container
from twin.domain.unanswered import Group, Unanswered
from twin.entrypoints.cli.printable import counted, one_line
from twin.entrypoints.cli.signals import run
from twin.entrypoints.cli.stores import open_memory, progress, tell
from twin.settings import is_sample, load_settings


def unanswered(*, every: bool, as_json: bool) -> None:
    """Print what the profile did not answer, most frequent first.

    Args:
        every: also what it answers by now.
        as_json: a line of JSON each.

    Raises:
        TwinError: the memory or the profile cannot be read.
    """
    found, conversations = run(_gathered())
    groups = found if every else _still_open(found)
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
        if closed := len(found) - len(groups):
            click.echo(f"The profile answers {closed:,} more by now; --all shows them.")


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


def _still_open(groups: Sequence[Group]) -> Sequence[Group]:
    """Those that the owner's profile does not answer; the sample person's answers for nobody."""
    settings = load_settings()
    container = Container(settings=settings)
    if not groups or is_sample(settings, container.persona().name):
        return groups
    retrieval = container.retrieval()
    return [each for each in groups if not retrieval.answers(each.question)]


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

"""The commands for the memory, their options and help."""

import re
from datetime import timedelta

import click
from click.shell_completion import CompletionItem

UNITS = {"h": "hours", "d": "days", "w": "weeks"}
as_json = click.option("--json", "as_json", is_flag=True, help="Lines of JSON instead.")
counts_as_json = click.option("--json", "as_json", is_flag=True, help="The counts as JSON.")
without_asking = click.option("--yes", is_flag=True, help="Do not ask.")


def parse_age(_ctx: click.Context, _option: click.Parameter, value: str) -> timedelta:
    """`90d`, `12h`, `8w`."""
    match = re.fullmatch(r"(\d{1,5})([hdw])", value)
    if not match:
        raise click.BadParameter(f"{value!r} is not an age; write 90d, 12h or 8w.")
    return timedelta(**{UNITS[match[2]]: int(match[1])})


def files_of_the_shell(
    _ctx: click.Context, _argument: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Leave it to the shell, which knows its files."""
    return [CompletionItem(incomplete, type="file")]


@click.group()
def memory() -> None:
    """Move conversations between memories.

    \b
    Example:
      twin memory copy file:./memory s3://my-bucket/twin
    """


@memory.command()
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@counts_as_json
def copy(source: str, target: str, as_json: bool) -> None:
    """Copy every conversation, and the session secret, from one memory to another.

    Each is read back and compared. Run it again to go on where it was broken off, or to take along
    what was said since. What was erased in FROM is erased in TO, and what was erased in TO stays
    so. FROM stays as it is.

    \b
    Example:
      twin memory copy file:./memory sqlite:./memory.sqlite
    """
    from twin.entrypoints.cli.archive import copy_all

    copy_all(source, target, as_json=as_json)


@click.command("import")
@click.argument("place", metavar="PATH_OR_S3_URL", shell_complete=files_of_the_shell)
@counts_as_json
def import_(place: str, as_json: bool) -> None:
    """Bring in conversations of an older twin.

    Its files stay as they are.

    \b
    Examples:
      twin import ./memory
      twin import s3://my-old-bucket
    """
    from twin.entrypoints.cli.archive import import_all

    import_all(place, as_json=as_json)


@click.command()
def export() -> None:
    """Write every turn to stdout, a line of JSON each.

    \b
    Example:
      twin export > conversations.jsonl
    """
    from twin.entrypoints.cli.archive import export_all

    export_all()


@click.group()
def conversations() -> None:
    """List, show and erase conversations.

    \b
    Example:
      twin conversations list
    """


@conversations.command("list")
@as_json
def list_(as_json: bool) -> None:
    """List conversations: id, last answer, turns, first question.

    \b
    Examples:
      twin conversations list | less -S
      twin conversations list --json | jq -r .conversation
    """
    from twin.entrypoints.cli.conversations import list_all

    list_all(as_json=as_json)


@conversations.command()
@click.argument("conversation", metavar="ID")
@as_json
def show(conversation: str, as_json: bool) -> None:
    """Show one conversation.

    \b
    Example:
      twin conversations show 019f0c3b8a2e5d41c07f9b6a3e2d1c84
    """
    from twin.entrypoints.cli.conversations import show_one

    show_one(conversation, as_json=as_json)


@conversations.command()
@click.argument("conversation", metavar="ID")
@without_asking
@as_json
def delete(conversation: str, yes: bool, as_json: bool) -> None:
    """Erase one conversation for good.

    \b
    Example:
      twin conversations delete 019f0c3b8a2e5d41c07f9b6a3e2d1c84
    """
    from twin.entrypoints.cli.conversations import delete_one

    delete_one(conversation, ask=not yes, as_json=as_json)


@conversations.command()
@click.option(
    "--older-than",
    "age",
    callback=parse_age,
    required=True,
    help="Since the last answer: 90d, 12h, 8w.",
)
@without_asking
@as_json
def prune(age: timedelta, yes: bool, as_json: bool) -> None:
    """Erase conversations whose last answer is older, for good.

    \b
    Examples:
      twin conversations prune --older-than 90d
      twin conversations prune --older-than 90d --yes --json
    """
    from twin.entrypoints.cli.conversations import prune_old

    prune_old(age, ask=not yes, as_json=as_json)


COMMANDS = (memory, import_, export, conversations)

"""`twin conversations list | show | delete | prune`."""

from datetime import datetime, timedelta

import click

from twin.container import utc_now
from twin.domain import archive
from twin.entrypoints.cli.printable import printable
from twin.entrypoints.cli.signals import ended_by_ctrl_c, run
from twin.entrypoints.cli.stores import open_memory, progress, tell
from twin.ports.memory import ConversationSummary, encode_turn, require_conversation_id

QUESTION_WIDTH = 80


def list_all(*, as_json: bool) -> None:
    """A line each, as they are found.

    Raises:
        TwinError: the memory cannot be read.
    """
    run(_list(as_json=as_json))


async def _list(*, as_json: bool) -> None:
    async with open_memory() as store:
        with progress("conversations", with_rows=True) as step:
            async for summary in store.conversations():
                _tell(summary, as_json=as_json)
                step()


def show_one(conversation: str, *, as_json: bool) -> None:
    """Question and answer by turns.

    Raises:
        TwinError: the memory cannot be read.
    """
    run(_show(_valid(conversation), as_json=as_json))


async def _show(conversation: str, *, as_json: bool) -> None:
    found = False
    async with open_memory() as store:
        async for turn in store.history(conversation):
            found = True
            if as_json:
                click.echo(encode_turn(turn))
                continue
            click.secho(f"{_local(turn.asked_at)}  {turn.model}  {turn.finish}", dim=True)
            click.secho(f"> {printable(turn.question)}", bold=True)
            click.echo(f"{printable(turn.answer)}\n")
    if not found:
        raise click.ClickException("There is no such conversation.")


def delete_one(conversation: str, *, ask: bool, as_json: bool) -> None:
    """Erase one, after asking.

    Raises:
        TwinError: it is not known to be erased.
    """
    conversation = _valid(conversation)
    if ask and (last := run(_last_question(conversation))):
        require_consent(f"Erase the conversation that ends with “{_shortened(last)}” for good?")
    erased = run(_delete(conversation))
    if as_json:
        tell({"conversation": conversation, "erased": erased})
    elif erased:
        click.echo("Erased.")
    else:
        raise click.ClickException("There is no such conversation.")


async def _last_question(conversation: str) -> str:
    async with open_memory() as store:
        turns = await store.recent(conversation, 1)
    return turns[-1].question if turns else ""


def require_consent(question: str) -> None:
    """Ask at the terminal, and end the command unless the answer is yes."""
    with ended_by_ctrl_c():
        click.confirm(question, abort=True, err=True)


async def _delete(conversation: str) -> bool:
    async with open_memory() as store:
        return await store.delete(conversation)


def prune_old(age: timedelta, *, ask: bool, as_json: bool) -> None:
    """Erase old ones, after asking.

    Raises:
        TwinError: one is not known to be erased.
    """
    moment = utc_now() - age
    count = None
    if ask:
        count = run(_count(moment))
    if count:
        require_consent(
            f"Erase {count:,} conversations without an answer since {_local(moment)} for good?"
        )
    run(_prune(moment, count, as_json=as_json))


async def _count(moment: datetime) -> int:
    count = 0
    async with open_memory() as store:
        with progress("old conversations found") as step:
            async for _ in archive.quiet_since(store, moment):
                count += 1
                step()
    return count


async def _prune(moment: datetime, count: int | None, *, as_json: bool) -> None:
    erased = 0
    async with open_memory() as store:
        with progress("conversations erased", count, with_rows=as_json) as step:
            async for summary in archive.prune(store, moment):
                erased += 1
                step()
                if as_json:
                    tell({"conversation": summary.conversation, "erased": True})
    if not as_json:
        click.echo(f"{erased:,} conversations erased.")


def _tell(summary: ConversationSummary, *, as_json: bool) -> None:
    if as_json:
        tell(
            {
                "conversation": summary.conversation,
                "turns": summary.turns,
                "first_asked_at": summary.first_asked_at.isoformat(),
                "last_answered_at": summary.last_answered_at.isoformat(),
                "first_question": summary.first_question,
            }
        )
        return
    last = _local(summary.last_answered_at)
    question = _shortened(summary.first_question)
    click.echo(f"{summary.conversation}  {last}  {summary.turns:5}  {question}")


def _shortened(question: str) -> str:
    return printable(" ".join(question.split())[:QUESTION_WIDTH])


def _local(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _valid(conversation: str) -> str:
    try:
        return require_conversation_id(conversation)
    except ValueError as error:
        raise click.UsageError(f"{str(error).capitalize()}; `list` shows them.") from error

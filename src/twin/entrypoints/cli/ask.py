"""`twin ask`."""

import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import asdict

import click

from twin.container import Container, close, utc_now
from twin.domain.conversation import new_conversation
from twin.domain.draft import Question, checked_text
from twin.domain.reply import Delta, Done, Failed, ReplyEvent
from twin.entrypoints.cli.printable import one_line, place_of, printable
from twin.entrypoints.cli.signals import run
from twin.entrypoints.cli.warnings_told import warnings_told
from twin.ports.errors import QuestionError
from twin.ports.memory import Turn
from twin.settings import load_settings


def ask(question: str, *, as_json: bool) -> None:
    """Print one answer.

    Raises:
        TwinError: there is none.
    """
    settings = load_settings().model_copy(update={"memory": "in-process"})
    try:
        text = checked_text(question, settings.max_message_chars)
    except QuestionError as error:
        raise click.UsageError(str(error)) from error
    container = Container(settings=settings)
    with warnings_told(_warn):
        turn = run(answered(container, text, show=not as_json))
    if as_json:
        click.echo(json.dumps(_document(turn), ensure_ascii=False, indent=2))
        return
    for source in turn.sources:
        click.echo(f"[{place_of(source)}] {one_line(source.text)}", err=True)


async def answered(container: Container, question: str, *, show: bool) -> Turn:
    asked = Question(new_conversation(utc_now()), question, disclosed=True, first=True)
    try:
        return await _told(container.chat().reply(asked), show=show)
    finally:
        await close(container)


async def _told(reply: AsyncGenerator[ReplyEvent], *, show: bool) -> Turn:
    begun = False
    try:
        async with aclosing(reply) as events:
            async for event in events:
                match event:
                    case Delta(text) if show:
                        click.echo(printable(text), nl=False)
                        begun = True
                    case Done(turn):
                        return turn
                    case Failed(error):
                        raise error
    finally:
        if begun:  # whatever ends it, what is told next has a line of its own
            click.echo()
    raise AssertionError("a reply ends with Done or Failed")


def _warn(text: str) -> None:
    click.echo(f"! {printable(text)}", err=True)


def _document(turn: Turn) -> dict[str, object]:
    return {
        "response": turn.answer,
        "sources": [asdict(source) for source in turn.sources],
        "model": turn.model,
        "finish": turn.finish,
        "usage": asdict(turn.usage),
        "flags": list(turn.flags),
    }

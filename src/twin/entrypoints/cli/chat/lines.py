"""Where the visitor's lines come from: a line editor, or whatever stdin is."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from twin.ports.errors import SettingsError

COMMANDS = ("/help", "/new", "/sources", "/quit")
PROMPT = "\n› "
Lines = Callable[[], str]
"""The next line, without its end. Raises EOFError after the last one."""


def plain_lines(*, prompts: bool) -> Lines:
    """Lines of stdin; `prompts`: somebody sits there and sees when it is their turn."""

    def read() -> str:
        if prompts:
            click.echo("> ", nl=False, err=True)
        try:
            line = sys.stdin.readline()
        except KeyboardInterrupt:
            if not prompts:
                raise
            click.echo(err=True)
            return ""
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    return read


def edited_lines(history: Path | None) -> Lines:
    """Lines with arrow keys, a history that outlives the program, and commands by Tab.

    Raises:
        SettingsError: the line editor is not installed.
    """
    try:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.completion import WordCompleter
        from prompt_toolkit.history import FileHistory, InMemoryHistory
    except ImportError as error:
        raise SettingsError(missing(error)) from error
    session: PromptSession[str] = PromptSession(
        history=FileHistory(history) if history else InMemoryHistory(),
        completer=WordCompleter(COMMANDS, sentence=True),
        complete_while_typing=False,
    )

    def read() -> str:
        try:
            return session.prompt(PROMPT)
        except KeyboardInterrupt:  # takes back the line; Ctrl-D leaves
            return ""

    return read


def missing(error: ImportError) -> str:
    return (
        f"A conversation at the terminal needs {error.name}: pip install 'twin[chat]'. "
        "Without it there is the plain one: TERM=dumb twin chat"
    )

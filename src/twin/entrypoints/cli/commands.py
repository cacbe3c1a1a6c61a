"""The commands, their options and help; each says what it does in a module of its own."""

import io
import os
import signal
import sys

import click

import twin
from twin.entrypoints.cli import memory_commands, upkeep_commands
from twin.ports.errors import TwinError


class Commands(click.Group):
    """Turns our errors, and the system's, into one clear line and exit code 1; Ctrl-C into 130."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (TwinError, OSError) as error:
            if ctx.params.get("debug") or isinstance(error, BrokenPipeError):
                raise  # the latter ends in silence: whoever read has had enough
            _give_up_stdout()
            raise click.ClickException(_said(error)) from error
        except KeyboardInterrupt:
            click.echo(err=True)  # the line that shows ^C
            ctx.exit(128 + signal.SIGINT)


def _give_up_stdout() -> None:
    """When it takes nothing more: the interpreter would try again at its end, and complain."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _said(error: TwinError | OSError) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}{f': {error.filename}' if error.filename else ''}."
    return str(error)


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(twin.__version__, "-V", "--version", prog_name="twin")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.option("--no-color", envvar="NO_COLOR", hidden=True)  # any value: https://no-color.org
@click.option("--term", envvar="TERM", hidden=True)
@click.pass_context
def main(ctx: click.Context, debug: bool, no_color: str | None, term: str | None) -> None:
    """An honest AI digital twin of one person.

    \b
    twin serve                    a chat page and an HTTP API
    twin chat                     a conversation, here
    twin ask "Where do you work?" one answer
    twin init data                a folder for your own profile
    twin check                    what was understood of your profile
    twin conversations list       what visitors asked

    Settings come from the environment and .env; docs/configuration.md lists them.
    """
    del debug
    if no_color or term == "dumb":
        ctx.color = False
    if sys.stdin is None:  # it was closed: `twin ... <&-`
        sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what the terminal cannot show ends no command
            stream.reconfigure(errors="replace")


@main.command()
@click.option("--host", help="Address to serve on.  [default: TWIN_HOST or 127.0.0.1]")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="0 picks one.  [default: TWIN_PORT or 8000]"
)
@click.option("--workers", type=click.IntRange(1, 64), default=1, help="Processes.  [default: 1]")
@click.option("--reload", is_flag=True, help="Start again when code, data or .env change.")
def serve(host: str | None, port: int | None, workers: int, reload: bool) -> None:
    """Serve the chat page and the HTTP API.

    \b
    Examples:
      twin serve
      twin serve --host 0.0.0.0 --port 80 --workers 2
    """
    from twin.entrypoints.cli.serve import serve as run

    run(host, port, workers, reload=reload)


@main.command()
@click.argument("question")
@click.option("--json", "as_json", is_flag=True, help="Answer, sources and usage as JSON.")
def ask(question: str, as_json: bool) -> None:
    """Answer one QUESTION; the sources go to stderr. Nothing is kept in memory.

    \b
    Examples:
      twin ask "What did you study?"
      twin ask --json "What did you study?" | jq .response
    """
    from twin.entrypoints.cli.ask import ask as run

    run(question, as_json=as_json)


@main.command()
@click.option("--resume", is_flag=True, help="Go on with the last conversation.")
def chat(resume: bool) -> None:
    """Talk with the twin.

    The conversation stays in the configured memory. Ctrl-C stops an answer, Ctrl-D leaves, /help
    lists the rest. From a pipe each line is a question; answers go to stdout, all else to stderr.

    \b
    Examples:
      twin chat
      twin chat --resume
      echo "What did you study?" | twin chat
    """
    from twin.entrypoints.cli.chat import chat as run

    run(resume=resume)


@main.command()
@click.option("--question", default="", help="Show what goes along with this question, too.")
def prompt(question: str) -> None:
    """Show the prompt that a model gets, and its tokens.

    \b
    Examples:
      twin prompt
      twin prompt --question "How can I reach you?"
    """
    from twin.entrypoints.cli.prompt import prompt as run

    run(question)


for command in (*upkeep_commands.COMMANDS, *memory_commands.COMMANDS):
    main.add_command(command)

"""The pieces of `twin chat` put together: a terminal with all it can do, or plain pipes."""

import asyncio
import re
import signal
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from twin.container import Container, close, utc_now
from twin.domain.retrieval import suggested_questions
from twin.entrypoints.cli.chat.lines import Lines, PlainLines
from twin.entrypoints.cli.chat.screen import PlainScreen, Screen, Welcome
from twin.entrypoints.cli.chat.state import PrivateState
from twin.entrypoints.cli.chat.talk import Talk
from twin.entrypoints.cli.signals import on_signal, unless_ended
from twin.entrypoints.cli.warnings_told import warnings_told
from twin.ports.errors import SettingsError
from twin.settings import Settings, load_settings

ENDING = [number for number in signal.Signals if number.name in {"SIGTERM", "SIGHUP"}]


def chat(*, resume: bool) -> None:
    """Talk until the visitor leaves.

    Raises:
        TwinError: settings, profile, model or memory cannot be used.
    """
    settings = load_settings()
    attended = sys.stdin.isatty()
    edited = attended and sys.stdout.isatty() and _can_move_the_cursor(settings)
    screen = _rich_screen(settings) if edited else PlainScreen(greets=attended)
    container = Container(settings=settings)
    memory = container.memory()
    state = _state(settings, screen)
    with _lines(state, edited=edited, attended=attended) as lines, warnings_told(screen.warn):
        talk = Talk(
            chat=container.chat(),
            memory=memory,
            screen=screen,
            lines=lines,
            clock=utc_now,
            remember=_remembering(state, memory.name, screen),
            max_chars=settings.max_message_chars,
            disclosed=attended,
        )
        last = state.last(memory.name) if state else ""
        ending = (*ENDING, signal.SIGINT) if not attended else ENDING
        ended_by = asyncio.run(_sit(talk, container, last if resume else None, ending))
    if ended_by:
        sys.exit(128 + ended_by)
    if not attended and talk.asked and not talk.answered:
        sys.exit(1)  # a script that asked in vain must not go on as if it had answers


async def _sit(
    talk: Talk, container: Container, last: str | None, ending: Collection[signal.Signals]
) -> int:
    """Talk until the visitor leaves; the number of the signal that ended it, else 0."""
    with on_signal(signal.SIGINT, talk.lines.interrupt):
        return await unless_ended(_talk(talk, container, last), ending)


async def _talk(talk: Talk, container: Container, last: str | None) -> None:
    try:
        talk.screen.welcome(_welcome(container))
        if last is not None:
            await talk.resume(last)
        await talk.run()
    finally:
        await close(container)


@contextmanager
def _lines(state: PrivateState | None, *, edited: bool, attended: bool) -> Iterator[Lines]:
    if not edited:
        yield PlainLines(prompts=attended)
        return
    try:
        from twin.entrypoints.cli.chat.edited_lines import EditedLines
    except ImportError as error:
        raise SettingsError(_missing(error)) from error
    lines = EditedLines(state.history if state else None)
    with lines.sitting():
        yield lines


def _can_move_the_cursor(settings: Settings) -> bool:
    return settings.environment.get("TERM", "") not in {"", "dumb", "unknown"} or (
        sys.platform == "win32"
    )


def _rich_screen(settings: Settings) -> Screen:
    try:
        from twin.entrypoints.cli.chat.rich_screen import RichScreen
    except ImportError as error:
        raise SettingsError(_missing(error)) from error
    return RichScreen(colour=not settings.environment.get("NO_COLOR"))


def _missing(error: ImportError) -> str:
    return (
        f"A conversation at the terminal needs {error.name}: pip install 'twin[chat]'. "
        "Without it there is the plain one: TERM=dumb twin chat"
    )


def _state(settings: Settings, screen: Screen) -> PrivateState | None:
    try:
        return PrivateState.open(settings.state_folder)
    except OSError as error:
        screen.warn(
            f"{settings.state_folder} cannot be used ({error.strerror}): this sitting has no "
            "history of questions, and --resume will not find it. XDG_STATE_HOME names another."
        )
        return None


def _remembering(state: PrivateState | None, memory: str, screen: Screen) -> Callable[[str], None]:
    """Keeps what `--resume` finds; the trouble with that is told once, and the talk goes on."""
    told = state is None

    def remember(conversation: str) -> None:
        nonlocal told
        if state is None:
            return
        try:
            state.remember(memory, conversation)
        except OSError as error:
            if not told:
                screen.warn(
                    f"{state.folder} cannot be written now ({error.strerror}): --resume will not "
                    "find what you say from here on."
                )
            told = True

    return remember


def _welcome(container: Container) -> Welcome:
    persona = container.persona()
    told = re.search(r"\bAI\b", persona.greeting)
    model, memory = container.model().name, container.memory().name
    return Welcome(
        name=persona.name,
        greeting=persona.greeting if told else f"{persona.ai_notice} {persona.greeting}",
        questions=suggested_questions(persona),
        place=f"{model} answers, {memory} remembers. /help for help, Ctrl-D to leave.",
    )

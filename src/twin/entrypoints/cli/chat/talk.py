"""One sitting: questions in, answers out, until the visitor leaves."""

import asyncio
import re
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime

from twin.domain.chat import Chat
from twin.domain.conversation import new_conversation
from twin.domain.draft import Question
from twin.domain.reply import Delta, Done, Failed
from twin.entrypoints.cli.chat.lines import COMMANDS, Lines, TakenBackError
from twin.entrypoints.cli.chat.screen import Screen
from twin.ports.errors import TwinError
from twin.ports.memory import MemoryStore, Turn

SHOWN_AGAIN = 3
HELP = """\
/new      begin a new conversation
/sources  the words that the last answer rests on
/quit     leave; so does Ctrl-D
Ctrl-C stops an answer. Arrow up brings back what you asked."""
ENDINGS = {
    "length": "The answer reached its longest length (TWIN_MAX_OUTPUT_TOKENS).",
    "filtered": "The model's provider held back the rest.",
}


@dataclass(slots=True)
class Talk:
    """A conversation between the terminal and the twin.

    Attributes:
        remember: keeps the id of the conversation that has a turn.
        disclosed: the screen has said that an AI speaks.
        asked: so many questions of this sitting.
        answered: so many of them have a whole answer.
    """

    chat: Chat
    memory: MemoryStore
    screen: Screen
    lines: Lines
    clock: Callable[[], datetime]
    remember: Callable[[str], None]
    max_chars: int
    disclosed: bool
    conversation: str = ""
    latest: Turn | None = field(default=None, init=False)
    broken_off: bool = field(default=False, init=False)
    asked: int = field(default=0, init=False)
    answered: int = field(default=0, init=False)

    async def run(self) -> None:
        """Until /quit or the end of the input."""
        self.conversation = self.conversation or new_conversation(self.clock())
        while True:
            try:
                line = (await self.lines.read()).strip()
            except EOFError:
                return
            except TakenBackError as taken_back:
                if taken_back.blank:
                    self.screen.note("Ctrl-D or /quit leaves.")
                continue
            command = _command(line)
            if command == "/quit":
                return
            if command:
                self._obey(command)
            else:
                await self._heard(line)

    async def resume(self, conversation: str) -> None:
        """Go on with an earlier conversation, its last turns shown again."""
        turns = await self.memory.recent(conversation, SHOWN_AGAIN) if conversation else ()
        if not turns:
            self.screen.note("There is no earlier conversation here; this is a new one.\n")
            return
        self.conversation, self.latest = conversation, turns[-1]
        for turn in turns:
            self.screen.asked(turn.question)
            with self.screen.answer() as show:
                show(turn.answer)

    async def _heard(self, line: str) -> None:
        self.asked += bool(line)
        if len(line) > self.max_chars:
            self.screen.warn(f"Too long: {len(line):,} characters, {self.max_chars:,} at most.")
        elif line:
            await self._ask(line)

    def _obey(self, command: str) -> None:
        match command:
            case "/new":
                self.conversation, self.latest = new_conversation(self.clock()), None
                self.broken_off = False
                self.screen.note("A new conversation.")
            case "/sources" if self.latest and self.latest.sources:
                self.screen.sources(self.latest.sources, whole=True)
            case "/sources" if self.broken_off:
                self.screen.note("The last answer was broken off; it names no sources.")
            case "/sources" if not self.latest:
                self.screen.note("There is no answer yet.")
            case "/sources":
                self.screen.note("The last answer names no sources.")
            case "/help":
                self.screen.note(HELP)
            case _:
                self.screen.note(f"There is no {command}. Known: {', '.join(COMMANDS)}.")

    async def _ask(self, question: str) -> None:
        """Answer; whatever happens to one answer, the conversation goes on."""
        self.latest, self.broken_off = None, True
        answering = asyncio.ensure_future(self._answered(question))
        try:
            with self.lines.stopping(answering.cancel):
                turn = await answering
        except asyncio.CancelledError:
            if leaving():
                raise
            await self._stopped()
        except TwinError as error:
            self.screen.warn(str(error))
        else:
            self._told(turn)

    async def _stopped(self) -> None:
        await self.chat.close()
        self.remember(self.conversation)
        self.screen.note("\nStopped.")

    def _told(self, turn: Turn) -> None:
        self.latest, self.broken_off = turn, False
        self.answered += 1
        self.remember(self.conversation)
        if turn.finish in ENDINGS:
            self.screen.note(ENDINGS[turn.finish])
        if turn.sources:
            self.screen.sources(turn.sources, whole=False)

    async def _answered(self, question: str) -> Turn:
        asked = Question(self.conversation, question, disclosed=self.disclosed)
        async with aclosing(self.chat.reply(asked)) as events:
            with self.screen.answer() as show:
                async for event in events:
                    match event:
                        case Delta(text):
                            show(text)
                        case Done(turn):
                            return turn
                        case Failed(error):
                            raise error
        raise AssertionError("a reply ends with Done or Failed")


def _command(line: str) -> str:
    """The command that a line gives, in lower case; empty when it is a question."""
    word = line.partition(" ")[0]
    return word.lower() if re.fullmatch(r"/[\w-]*", word) else ""


def leaving() -> bool:
    """Whether it is the whole sitting that was cancelled, not an answer."""
    sitting = asyncio.current_task()
    return sitting is not None and sitting.cancelling() > 0

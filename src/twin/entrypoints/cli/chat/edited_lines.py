"""Lines from a line editor, whose keyboard is read while an answer comes, too."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

from twin.entrypoints.cli.chat.lines import COMMANDS, TakenBackError

PROMPT = "\n› "


class _KeptHistory(FileHistory):
    """Questions of this sitting, kept for the next ones while the file can be written.

    Where it cannot, the conversation cannot be remembered beside it either, and that is told.
    """

    def store_string(self, string: str) -> None:
        with suppress(OSError):
            super().store_string(string)


class EditedLines:
    """Arrow keys, a history that outlives the program, and commands by Tab.

    The terminal hands over every key as it is, from the first prompt to the last: Ctrl-C is a key
    like others, which waits its turn. Where it were a signal at some moments and a key at others,
    one that comes in between would be lost, and the terminal would throw away what it has not yet
    shown.
    """

    def __init__(self, history: Path | None) -> None:
        self._session: PromptSession[str] = PromptSession(
            history=_KeptHistory(history) if history else InMemoryHistory(),
            completer=WordCompleter(COMMANDS, sentence=True),
            complete_while_typing=False,
            enable_suspend=True,
            interrupt_exception=TakenBackError,
        )
        self._keyboard = self._session.input
        self._stop: Callable[[], object] | None = None
        self._interrupted = False

    def sitting(self) -> AbstractContextManager[None]:
        """Keys as they are, and unseen but for the line that is edited, until the block ends."""
        return self._keyboard.raw_mode()

    async def read(self) -> str:
        self._interrupted = False
        try:
            return await self._session.prompt_async(PROMPT, handle_sigint=False)
        except TakenBackError as error:
            raise TakenBackError(blank=not self._session.default_buffer.text) from error

    @contextmanager
    def stopping(self, stop: Callable[[], object]) -> Iterator[None]:
        self._stop = stop
        try:
            self._hear(get_typeahead(self._keyboard))
            if self._interrupted:
                stop()
            with self._keyboard.attach(lambda: self._hear(self._keyboard.read_keys())):
                yield
        finally:
            self._stop = None

    def interrupt(self) -> None:
        if self._stop:
            self._stop()
        elif self._session.app.is_running:
            self._session.app.key_processor.send_sigint()
        else:
            self._interrupted = True

    def _hear(self, keys: Sequence[KeyPress]) -> None:
        """Ctrl-C takes back what was typed before it; what is left is for the next line."""
        kept: list[KeyPress] = []
        for press in keys:
            if press.key == Keys.ControlC:
                kept.clear()
                self.interrupt()
            elif press.key != Keys.CPRResponse:
                kept.append(press)
        store_typeahead(self._keyboard, kept)

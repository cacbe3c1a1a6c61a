"""A terminal with all it can do: Markdown, wrapped lines, quiet colours."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console, ConsoleOptions, RenderResult
from rich.live import Live
from rich.markdown import Markdown
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text

from twin.entrypoints.cli.chat.markdown import Definitions, literal_markdown, settled
from twin.entrypoints.cli.chat.screen import Welcome, places_of
from twin.entrypoints.cli.printable import one_line, place_of, printable
from twin.ports.llm import Source

WIDEST = 92  # columns; longer lines tire the eye


class RichScreen:
    """The screen of a person at a terminal."""

    def __init__(self, *, colour: bool) -> None:
        self._console = Console(no_color=not colour, markup=False, highlight=False, emoji=False)

    def welcome(self, welcome: Welcome) -> None:
        self._print()
        self._print(Text(welcome.name, style="bold"), Text("AI twin", style="cyan"))
        self._print(Text(printable(welcome.greeting)))
        self._print()
        for question in welcome.questions:
            self._print(Text(f"  {one_line(question)}", style="italic"))
        self._print()
        self.note(welcome.place)

    def note(self, text: str) -> None:
        self._print(Text(printable(text), style="dim"))

    def warn(self, text: str) -> None:
        self._print(Text(f"! {printable(text)}", style="yellow"))

    def asked(self, question: str) -> None:
        self._print()
        self._print(Text(f"› {one_line(question)}", style="bold"))

    @contextmanager
    def answer(self) -> Iterator[Callable[[str], None]]:
        self._print()
        answer = Answer(self._console)
        with answer.live:
            answer.add("")  # a sign that the question was taken
            try:
                yield answer.add
            finally:
                answer.end()

    def sources(self, sources: Sequence[Source], *, whole: bool) -> None:
        self._print()
        if not whole:
            self.note(places_of(sources))
            return
        for source in sources:
            self._print(Text(place_of(source), style="cyan"))
            quoted = Text(printable(source.text), style="dim")
            self._console.print(Padding(quoted, (0, 0, 0, 2)), width=self._width)

    @property
    def _width(self) -> int:
        return min(self._console.width, WIDEST)

    def _print(self, *texts: Text) -> None:
        self._console.print(*texts, width=self._width)


class Answer:
    """An answer that grows: settled blocks are printed for good, the last one is redrawn."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._text = ""
        self._begun = False
        self._definitions = Definitions()
        self.live = Live(console=console, auto_refresh=False, transient=True)

    def add(self, piece: str) -> None:
        ended, self._text = settled(self._text + piece, self._definitions)
        self._print(ended)
        room = self._console.height - 2
        self.live.update(self._block(self._text or "…", most_lines=room), refresh=True)

    def end(self) -> None:
        self.live.update(Text(), refresh=True)
        self._print(self._text)

    def _print(self, text: str) -> None:
        if text.strip():
            if self._begun:
                self._console.print()
            self._begun = True
            self._console.print(self._block(text), end="")

    def _block(self, text: str, *, most_lines: int = 0) -> "Block":
        return Block(literal_markdown(text, self._definitions), most_lines)


class Block:
    """Markdown without blank lines around it; of `most_lines` the last ones."""

    def __init__(self, markdown: Markdown, most_lines: int) -> None:
        self._markdown = markdown
        self._most_lines = most_lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        narrow = options.update(width=min(options.max_width, WIDEST), height=None)
        lines = console.render_lines(self._markdown, narrow, pad=False)
        inked = [number for number, line in enumerate(lines) if _has_ink(line)]
        shown = lines[inked[0] : inked[-1] + 1] if inked else []
        for line in shown[-self._most_lines :]:
            yield from line
            yield Segment.line()


def _has_ink(line: Iterable[Segment]) -> bool:
    return any(segment.text.strip() for segment in line)

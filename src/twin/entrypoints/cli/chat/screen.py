"""What a conversation shows, whatever it is shown on; and the plainest of screens."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol

import click

from twin.entrypoints.cli.printable import one_line, place_of, printable
from twin.ports.llm import Source


@dataclass(frozen=True, slots=True)
class Welcome:
    """The first words: who speaks, what one may ask, and how this goes on."""

    name: str
    greeting: str
    questions: tuple[str, ...]
    place: str


class Screen(Protocol):
    """Where a conversation appears."""

    def welcome(self, welcome: Welcome) -> None: ...

    def note(self, text: str) -> None:
        """A word of the program, quieter than the conversation."""
        ...

    def warn(self, text: str) -> None:
        """A word of the program that should not be missed."""
        ...

    def asked(self, question: str) -> None:
        """A question of an earlier sitting."""
        ...

    def answer(self) -> AbstractContextManager[Callable[[str], None]]:
        """Takes an answer piece by piece; whatever ends it, what came so far stays visible."""
        ...

    def sources(self, sources: Sequence[Source], *, whole: bool) -> None:
        """Where an answer comes from; `whole`: with the text that was quoted."""
        ...


def places_of(sources: Iterable[Source]) -> str:
    """Each file once, with the places in it."""
    places: dict[str, dict[str, None]] = {}
    for source in sources:
        places.setdefault(one_line(source.file), {})[one_line(source.locator)] = None
    return " · ".join(f"{file} {', '.join(found)}".strip() for file, found in places.items())


class PlainScreen:
    """Answers on stdout, line by line, and nothing else there: the rest goes to stderr."""

    def __init__(self, *, greets: bool) -> None:
        self._greets = greets

    def welcome(self, welcome: Welcome) -> None:
        if self._greets:
            self.note(f"{welcome.greeting}\n")
            self.note("".join(f"  {question}\n" for question in welcome.questions))
            self.note(f"{welcome.place}\n")

    def note(self, text: str) -> None:
        click.echo(printable(text), err=True)

    def warn(self, text: str) -> None:
        click.echo(f"! {printable(text)}", err=True)

    def asked(self, question: str) -> None:
        click.echo(f"> {one_line(question)}", err=True)

    @contextmanager
    def answer(self) -> Iterator[Callable[[str], None]]:
        try:
            yield lambda piece: click.echo(printable(piece), nl=False)
        finally:
            click.echo()

    def sources(self, sources: Sequence[Source], *, whole: bool) -> None:
        for source in sources:
            text = f" {one_line(source.text)}" if whole else ""
            click.echo(f"[{place_of(source)}]{text}", err=True)

"""An answer's Markdown, as far as a terminal shows it."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import ClassVar

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType
from rich.console import JustifyMethod
from rich.markdown import Heading, Markdown, MarkdownElement

from twin.entrypoints.cli.printable import printable

PARSER = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"])
# `[words][name]`, `[name]`: a link, once `[name]: address` comes. `[x]` is a box with a tick.
UNDEFINED_LINK = re.compile(r"\[(?![ xX]\])[^\]]+\]")


class LeftHeading(Heading):
    """Where the answer's lines begin, in a terminal of any width."""

    LEVEL_ALIGN: ClassVar[dict[str, JustifyMethod]] = {}


class LeftMarkdown(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": LeftHeading,
    }


class Definitions:
    """Where the links of an answer lead that are defined in another of its blocks."""

    def __init__(self) -> None:
        self._known: EnvType = {}

    def learn(self, text: str) -> None:
        """Keep what whole lines define."""
        PARSER.parse(printable(text), self._known)

    def parse(self, text: str) -> list[Token]:
        return PARSER.parse(printable(text), deepcopy(self._known))


def literal_markdown(text: str, definitions: Definitions | None = None) -> Markdown:
    """Markdown whose HTML is text: an answer loses no word, and links show where they lead."""
    markdown = LeftMarkdown("", hyperlinks=False)
    markdown.parsed = (definitions or Definitions()).parse(text)
    for token in markdown.parsed:
        token.children = list(_images_as_links(token.children or ()))
    return markdown


def _images_as_links(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "image":
            yield Token("link_open", "a", 1, attrs={"href": token.attrs["src"]})
            yield Token("text", "", 0, content=token.content)
            yield Token("link_close", "a", -1)
        else:
            yield token


def settled(text: str, definitions: Definitions) -> tuple[str, str]:
    """The blocks that no further piece can change, and the rest."""
    lines = text.split("\n")
    definitions.learn("\n".join(lines[:-1]))
    # A line that has begun with a letter is text; any other may still become anything.
    certain = lines if lines[-1][:1].isalpha() else lines[:-1]
    start = 0
    for token in definitions.parse("\n".join(certain)):
        if token.map and token.level == 0:
            start = token.map[0]
        if any(UNDEFINED_LINK.search(part.content) for part in token.children or ()):
            break
    return "\n".join(lines[:start]), "\n".join(lines[start:])

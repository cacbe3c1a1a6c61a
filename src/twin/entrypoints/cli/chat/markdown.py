"""An answer's Markdown, as far as a terminal shows it."""

import re
from typing import ClassVar

from markdown_it import MarkdownIt
from rich.console import JustifyMethod
from rich.markdown import Heading, Markdown, MarkdownElement

FENCE = "```"


class LeftHeading(Heading):
    """Where the answer's lines begin, in a terminal of any width."""

    LEVEL_ALIGN: ClassVar[dict[str, JustifyMethod]] = {}


class LeftMarkdown(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": LeftHeading,
    }


def literal_markdown(text: str) -> Markdown:
    """Markdown whose HTML is text: an answer loses no word, and links show where they lead."""
    markdown = LeftMarkdown("", hyperlinks=False)
    parser = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"])
    markdown.parsed = parser.parse(text)
    return markdown


def settled(text: str) -> tuple[str, str]:
    """The paragraphs that no further piece can change, and the rest."""
    end = 0
    for gap in re.finditer(r"\n{2,}", text):
        if text[: gap.start()].count(FENCE) % 2 == 0:
            end = gap.end()
    return text[:end], text[end:]

"""Markdown that comes piece by piece, as `twin chat` shows it."""

from io import StringIO

import pytest
from rich.console import Console

from twin.entrypoints.cli.chat.rich_screen import Answer

ANSWERS = {
    "a list item with more in it": "- one\n\n  more\n\n  ~~~\n  a\n\n  b\n  ~~~\n- two\n\nEnd.",
    "numbers with blank lines between": "1. one\n\n2. two\n\n10. three\n\n2 is not 1.",
    "code with blank lines": "Code:\n\n~~~\na\n\nb\n\n# c\n~~~\n\nSo much for ```that```.",
    "what only looks like a heading or a rule": "I write\n#python and\n***much*** of it.\n\nEnd.",
    "links defined below": "See [it][home] and [1].\n\n[home]: a.example\n[1]: b.example\n\nEnd.",
    "links defined above": "[home]: https://a.example\n\nOne.\n\nTwo.\n\nSee [home].",
    "a table and a quotation": "| a | b |\n|---|---|\n| 1 | 2 |\n\n> one\n\n> two\n\n---\n\nEnd.",
}


def shown(answer: str, piece_chars: int) -> list[str]:
    """The lines with words that are there in the end."""
    console = Console(width=60, file=StringIO(), record=True)
    growing = Answer(console)
    for start in range(0, len(answer), piece_chars):
        growing.add(answer[start : start + piece_chars])
    growing.end()
    return [line.rstrip() for line in console.export_text().splitlines() if line.strip()]


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_looks_the_same_however_it_was_cut_into_pieces(answer: str) -> None:
    whole = shown(answer, len(answer))

    assert [shown(answer, piece_chars) for piece_chars in (1, 2, 3, 7)] == [whole] * 4


def test_a_block_is_printed_for_good_as_soon_as_the_next_has_begun() -> None:
    console = Console(width=60, file=StringIO(), record=True)
    growing = Answer(console)

    growing.add("- one\n\n  more of one\n\nAnd")

    assert "more of one" in console.export_text()


def test_a_link_shows_where_it_leads_wherever_that_is_defined() -> None:
    answer = "See [my page][home].\n\nMore.\n\n[home]: https://a.example\n\nEnd."

    assert shown(answer, 1)[0] == "See my page (https://a.example)."


def test_an_image_is_told_by_its_words_and_its_address() -> None:
    assert shown("![Me, at work](https://a.example/me.png) again", 1) == [
        "Me, at work (https://a.example/me.png) again"
    ]

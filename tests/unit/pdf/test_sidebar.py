"""The sidebar: contact data told apart without words, items with their notes."""

from dataclasses import replace

from twin.adapters.profile.pdf.blocks import Block, Line, Run
from twin.adapters.profile.pdf.sidebar import sidebar


def side(*runs: tuple[str, bool], size: float = 10.5) -> Block:
    parts = tuple(Run(text, grey) for text, grey in runs)
    return Block((Line(1, "side", 21.6, 100, 100, size, parts, 30),))


def test_contact_lines_are_told_apart_without_words() -> None:
    blocks = [
        side(("연락처", False), size=13),
        side(("12 Harbour Street", False)),
        side(("+31 30 555 0100", False), (" (Mobile)", True)),
        side(("grace.hopper@exam", False)),
        side(("ple.com", False)),
        side(("www.linkedin.com/in/g-", False), size=11),
        side(("hopper", False), ("(LinkedIn)", True), size=11),
        side(("example.com", False), (" (Blog)", True), size=11),
    ]

    contact, lists = sidebar(blocks, [])

    assert contact.address == "12 Harbour Street"
    assert contact.phone == "+31 30 555 0100"
    assert contact.email == "grace.hopper@example.com"
    assert contact.linkedin == "https://www.linkedin.com/in/g-hopper"
    assert [(site.text, site.note) for site in contact.websites] == [("example.com", "Blog")]
    assert lists == {}


def test_the_links_address_beats_its_text_and_is_decoded() -> None:
    blocks = [side(("Contact", False), size=13), side(("linkedin.com/in/j", False), size=11)]

    contact, _ = sidebar(blocks, ["https://www.linkedin.com/in/j%C3%BCrgen?lipi=x"])

    assert contact.linkedin == "https://www.linkedin.com/in/jürgen"


def test_a_wrapped_note_is_one_and_white_brackets_belong_to_the_name() -> None:
    item = Line(1, "side", 21.6, 100, 100, 10.5, (Run("German (Swiss) ", False),), 30)
    note = replace(item, runs=(Run("(Native or", True),))
    rest = replace(item, runs=(Run("Bilingual)", True),))
    blocks = [
        side(("Contact", False), size=13),
        side(("Languages", False), size=13),
        Block((item, note, rest)),
    ]

    _, lists = sidebar(blocks, [])

    assert [(i.text, i.note) for i in lists["languages"]] == [
        ("German (Swiss)", "Native or Bilingual")
    ]


def test_a_note_in_an_element_of_its_own_belongs_to_the_item_before_it() -> None:
    blocks = [
        side(("Contact", False), size=13),
        side(("Languages", False), size=13),
        side(("German", False)),
        side(("(Elementary)", True)),
    ]

    _, lists = sidebar(blocks, [])

    assert [(i.text, i.note) for i in lists["languages"]] == [("German", "Elementary")]

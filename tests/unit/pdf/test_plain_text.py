"""Any CV as plain text in reading order, with personal details kept apart."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.unit.pdf.drawing import draw
from twin.adapters.profile.pdf import PdfError
from twin.adapters.profile.pdf.document import Document, Glyph, Page
from twin.adapters.profile.pdf.parsing import read
from twin.adapters.profile.pdf.plain_text import has_text, page_texts
from twin.adapters.profile.pdf.reader import understand

PROSE = (
    "Compilers turn what people",
    "mean into what machines do.",
    "She taught that for decades",
    "to sailors and to students,",
    "with a clock that ran back.",
    "A nanosecond is a foot long.",
    "Ships in port are quite safe",
    "yet that is not their purpose",
)


def column(x: float, top: float, lines: tuple[str, ...]) -> list[tuple[float, float, str]]:
    return [(x, top + 15 * index, line) for index, line in enumerate(lines)]


def text_of(path: Path) -> str:
    return "\n\n".join(page_texts(read(path)))


def test_two_columns_drawn_row_by_row_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = column(40, 100, PROSE), column(330, 100, PROSE[::-1])
    rows = [piece for pair in zip(left, right, strict=True) for piece in pair]

    text = text_of(draw(tmp_path / "cv.pdf", [(40, 60, "Grace Hopper"), *rows]))

    lines = [line for line in text.splitlines() if line]
    assert lines == ["Grace Hopper", *PROSE, *PROSE[::-1]]


def test_a_heading_across_both_columns_stays_between_them(tmp_path: Path) -> None:
    wide = "What follows is about the years at sea and the machines that came with them"
    upper = [*column(40, 100, PROSE[:4]), *column(330, 100, PROSE[4:])]
    lower = [*column(40, 220, PROSE[4:]), *column(330, 220, PROSE[:4])]

    text = text_of(draw(tmp_path / "cv.pdf", [*upper, (40, 180, wide), *lower]))

    lines = [line for line in text.splitlines() if line]
    assert lines == [*PROSE, wide, *PROSE[4:], *PROSE[:4]]


def test_dates_at_the_right_margin_are_no_column(tmp_path: Path) -> None:
    months = ["May", "June", "August", "January", "December", "September"]
    rows = []
    for index, line in enumerate(PROSE * 3):
        dates = f"{months[index % 6]} {1940 + index} - {months[index // 4]} {1941 + index}"
        rows += [(40, 100 + 15 * index, line), (560 - 5.5 * len(dates), 100 + 15 * index, dates)]

    text = text_of(draw(tmp_path / "cv.pdf", rows))

    assert f"{PROSE[0]} May 1940 - May 1941\n{PROSE[1]} June 1941 - May 1942\n" in text


def test_blocks_that_do_not_stand_beside_each_other_are_no_columns(tmp_path: Path) -> None:
    lower, upper = column(330, 400, PROSE), column(40, 100, PROSE[::-1])

    text = text_of(draw(tmp_path / "cv.pdf", [*lower, *upper]))

    assert [line for line in text.splitlines() if line] == [*PROSE, *PROSE[::-1]]


def test_one_column_keeps_the_order_in_which_it_was_drawn(tmp_path: Path) -> None:
    text = text_of(draw(tmp_path / "cv.pdf", [*column(40, 400, PROSE), *column(40, 100, PROSE)]))

    assert [line for line in text.splitlines() if line] == [*PROSE, *PROSE]


def test_a_gap_between_lines_parts_paragraphs(tmp_path: Path) -> None:
    text = text_of(draw(tmp_path / "cv.pdf", [*column(40, 100, PROSE), *column(40, 240, PROSE)]))

    assert text == "\n".join(PROSE) + "\n\n" + "\n".join(PROSE)


def test_small_type_keeps_its_spaces(tmp_path: Path) -> None:
    line = "a foot of wire is a nanosecond"
    words, x = [], 40.0
    for word in line.split():
        words.append((x, 100.0, word))
        x += Canvas("unused").stringWidth(word + " ", "Helvetica", 5)

    assert text_of(draw(tmp_path / "cv.pdf", words, size=5)) == line


def test_a_word_drawn_twice_to_look_bold_is_read_once(tmp_path: Path) -> None:
    pieces = [(40, 100, "Commodore"), (40.3, 100, "Commodore"), (40, 120, "Commodore")]

    assert text_of(draw(tmp_path / "cv.pdf", pieces)) == "Commodore\nCommodore"


def test_running_heads_are_kept_once_and_page_numbers_never(tmp_path: Path) -> None:
    pages = [
        [(40, 40, "Grace Hopper, CV"), *column(40, 100, (line, "and")), (40, 800, f"Page {n} of 3")]
        for n, line in enumerate(PROSE[:3], start=1)
    ]

    text = text_of(draw(tmp_path / "cv.pdf", *pages))

    assert text.count("Grace Hopper, CV") == 1
    assert "Page" not in text
    assert all(line in text for line in PROSE[:3])


def test_bullets_of_a_built_in_font_read_as_bullets(tmp_path: Path) -> None:
    pieces = column(40, 100, ("• COBOL", "• FLOW-MATIC", *PROSE))

    assert text_of(draw(tmp_path / "cv.pdf", pieces)).startswith("• COBOL\n• FLOW-MATIC\n")


def test_contact_data_become_facts_and_leave_the_text(tmp_path: Path) -> None:
    contact = (
        "Grace Hopper",
        "12 Harbour Street, Arlington, VA 22201",
        "+31 30 555 0100 | grace@example.com | linkedin.com/in/grace-hopper",
        "Date of birth: 9 December 1906",
    )
    path = draw(tmp_path / "LinkedIn.pdf", column(40, 60, contact), column(40, 60, PROSE))

    profile = understand(path)

    assert {(fact.key, fact.value, fact.disclosure) for fact in profile.facts} == {
        ("address", "12 Harbour Street, Arlington, VA 22201", "private"),
        ("phone", "+31 30 555 0100", "private"),
        ("email", "grace@example.com", "on_request"),
        ("linkedin", "https://www.linkedin.com/in/grace-hopper", "public"),
        ("date_of_birth", "9 December 1906", "private"),
    }
    said = "\n".join(passage.text for passage in profile.passages)
    assert "[withheld]" in said
    assert not any(fact.value in said for fact in profile.facts if fact.disclosure != "public")


def test_every_passage_and_fact_names_the_file_and_page(tmp_path: Path) -> None:
    second = (*PROSE, "Write to grace@example.com")
    path = draw(tmp_path / "LinkedIn.pdf", column(40, 60, PROSE), column(40, 60, second))

    profile = understand(path)

    assert [(p.origin.source, p.origin.locator) for p in profile.passages] == [
        ("LinkedIn.pdf", "page 1"),
        ("LinkedIn.pdf", "page 2"),
    ]
    assert [fact.origin.locator for fact in profile.facts] == ["page 2"]


def test_links_under_words_are_facts_too(tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    canvas = Canvas(str(path), invariant=1)
    for index, line in enumerate(PROSE * 3):
        canvas.drawString(40, 700 - 15 * index, line)
    canvas.linkURL("mailto:grace@example.com", (40, 700, 100, 710))
    canvas.linkURL("https://linkedin.com/in/grace-hopper/?trk=x", (40, 680, 100, 690))
    canvas.save()

    values = {fact.value for fact in understand(path).facts}

    assert values == {"grace@example.com", "https://www.linkedin.com/in/grace-hopper"}


def test_a_lone_heading_stands_with_what_it_heads(tmp_path: Path) -> None:
    pieces = [*column(40, 100, PROSE), (40, 260, "Experience"), *column(40, 300, PROSE)]

    profile = understand(draw(tmp_path / "cv.pdf", pieces))

    assert [passage.text.split("\n")[0] for passage in profile.passages] == [PROSE[0], "Experience"]


@pytest.mark.parametrize("text", ["", "Page 1 of 1"])
def test_a_page_with_next_to_no_text_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(PdfError) as raised:
        understand(draw(tmp_path / "scan.pdf", [(40, 100, text)]))

    assert raised.value.reason == "no-text"


@pytest.mark.parametrize(("name", "warned"), [("LinkedIn.pdf", True), ("cv.pdf", False)])
def test_a_cv_under_the_name_of_an_export_is_a_warning(
    tmp_path: Path, name: str, warned: bool
) -> None:
    profile = understand(draw(tmp_path / name, column(40, 60, PROSE)))

    assert bool(profile.warnings) == warned


@pytest.mark.parametrize(("unmapped", "enough"), [(20, True), (40, False)])
def test_characters_without_a_meaning_are_no_text(unmapped: int, enough: bool) -> None:
    texts = ["(cid:3)"] * unmapped + ["a"] * (100 - unmapped)
    glyphs = tuple(Glyph(text, 9, 18, 100, 9, 0, None, False) for text in texts)

    assert has_text(Document((Page(1, 595, 842, glyphs),))) == enough

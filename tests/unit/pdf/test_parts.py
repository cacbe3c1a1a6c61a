"""The stages alone: text, sections, details, detection, and tags."""

from dataclasses import replace

import pytest

from twin.adapters.profile.pdf.blocks import Block, Line, Run, squeeze
from twin.adapters.profile.pdf.detection import is_linkedin_export, sheet
from twin.adapters.profile.pdf.document import Document, Element, Glyph, Mark, Page, Panel
from twin.adapters.profile.pdf.entries import schools, split_details
from twin.adapters.profile.pdf.paragraphs import joined, joined_raw, paragraph
from twin.adapters.profile.pdf.sections import section_kind
from twin.adapters.profile.pdf.tag_tree import read_tags

LINK = "https://www.linkedin.com/in/someone?lipi=d_jobs_easyapply_pdfgenresume"


def line(text: str, baseline: float = 100, width: float = 366, size: float = 10.5) -> Line:
    return Line(1, "main", 223.56, 223.56 + width, baseline, size, (Run(text, False),), 30)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("BSc,\u00a0Physics\u00a0·\u00a0(2011 - 2014)", ("BSc", "Physics", "2011 - 2014")),
        ("BSc, with honours,\u00a0Physics", ("BSc, with honours", "Physics", "")),
        ("\u00a0·\u00a0(2011)", ("", "", "2011")),
        ("BSc (Hons)\u00a0·\u00a0(agosto de 2025)", ("BSc (Hons)", "", "agosto de 2025")),
        ("BSc, Physics · (2011)", ("BSc, Physics", "", "2011")),
        ("BSc", ("BSc", "", "")),
    ],
)
def test_only_a_comma_with_a_no_break_space_parts_degree_and_field(
    text: str, parts: tuple[str, str, str]
) -> None:
    assert split_details(text) == parts


def test_a_school_alone_in_its_table_does_not_take_the_details_of_the_next() -> None:
    school = Block((line("Vassar College", size=12),), entry=1)
    details = Block((line("Evening course"),), entry=2)

    found = schools([school, details])

    assert [(s.school, s.degree) for s in found] == [("Vassar College", ""), ("", "Evening course")]


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("a name in", "two lines", "a name in two lines"),
        ("client-", "server", "client-server"),
        ("and/", "or", "and/or"),
        ("this -", "that", "this - that"),
        ("see https://example.com/?a=1&", "b=2", "see https://example.com/?a=1&b=2"),
        ("東京", "大学", "東京大学"),
        ("서울", "대학교", "서울 대학교"),
        ("R&amp;D", "lead", "R&D lead"),
    ],
)
def test_wrapped_lines_are_joined_as_they_were_broken(first: str, second: str, text: str) -> None:
    assert joined([line(first), line(second, 118)]) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([line("full width"), line("goes on", 118)], "full width goes on"),
        ([line("short", width=100), line("next", 118)], "short\nnext"),
        ([line("It ended.", width=330), line("Then", 118)], "It ended.\nThen"),
        ([line("It ended.", width=330), line("then", 118)], "It ended. then"),
        ([line("full width"), line("• a point", 118)], "full width\n• a point"),
        ([line("full width"), line("12) a point", 118)], "full width\n12) a point"),
        ([line("one"), line("two", 136)], "one\n\ntwo"),
        ([line("one"), line("two", 154)], "one\n\n\ntwo"),
        ([line("one"), replace(line("two", 54.9), page=2)], "one two"),
        ([line("one"), replace(line("two", 72.9), page=2)], "one\n\ntwo"),
        ([line("one", width=100), line("•", 118, 5), line("two", 136)], "one\n\ntwo"),
        ([line("two  spaces\ufe0f and\u00a0more")], "two spaces and more"),
    ],
)
def test_typed_line_breaks_are_told_from_wraps(lines: list[Line], text: str) -> None:
    assert paragraph([Block(tuple(lines))]) == text


def test_a_range_of_years_keeps_its_spaces_where_it_wraps() -> None:
    assert joined_raw([line("BSc\u00a0·\u00a0(1990 -"), line("1994)", 118)]) == (
        "BSc\u00a0·\u00a0(1990 - 1994)"
    )


def test_invisible_characters_are_removed() -> None:
    assert squeeze(" a\u200b\u00adb\u2009 c\ufe0f ") == "ab c"


@pytest.mark.parametrize(
    ("header", "styles", "before", "kind"),
    [
        ("X", ["strong", "title", "body"], [], "experience"),
        ("X", ["strong", "body"], [], "education"),
        ("X", ["strong"], [], "summary"),
        ("Eğitim", ["strong"], [], "education"),
        ("X", ["strong"], ["experience"], "education"),
        ("Education", ["strong", "title"], [], "experience"),
    ],
)
def test_content_decides_what_a_section_is(
    header: str, styles: list[str], before: list[str], kind: str
) -> None:
    assert section_kind(header, styles, before) == kind  # type: ignore[arg-type]


def page(*, panel: bool = False, texts: str = "", uris: tuple[str, ...] = ()) -> Page:
    glyphs = [Glyph(c, 30, 35, 100, 10, 0, None, False) for c in texts]
    panels = (Panel(0, 202, 792, 0.2),) if panel else ()
    return Page(1, 612, 792, tuple(glyphs), panels, uris)


@pytest.mark.parametrize(
    ("document", "is_one"),
    [
        (Document((page(panel=True),), author="LinkedIn"), True),
        (Document((page(),), author="LinkedIn"), False),
        (Document((page(uris=(LINK,)),)), True),
        (Document((page(panel=True, texts="see linkedin.com/in/x Page 1 of 2"),)), True),
        (Document((page(panel=True, texts="see linkedin.com/in/x"),)), False),
        (Document((page(texts="Page 1 of 2"),)), False),
    ],
)
def test_one_sure_sign_needs_a_weak_one_and_weak_ones_must_be_three(
    document: Document, is_one: bool
) -> None:
    assert is_linkedin_export(document) == is_one


@pytest.mark.parametrize(
    "panel", [Panel(0, 500, 792, 0.2), Panel(0, 202, 300, 0.2), Panel(0, 202, 792, 0.9)]
)
def test_a_panel_that_is_wide_low_or_light_is_no_sidebar(panel: Panel) -> None:
    only = replace(page(texts="x"), panels=(panel,))

    assert sheet(Document((only,))) is None


def test_a_mark_bears_the_page_of_its_element_or_its_own() -> None:
    root = {"K": [{"S": None, "K": [1, {"MCID": 2}]}, {"K": {"Obj": 3}}]}

    assert read_tags(root, {None: 7}) == Element(
        "", (Element("", (Mark(7, 1), Mark(7, 2))), Element("", ()))
    )


@pytest.mark.parametrize("times", [1, 2])
def test_a_tree_that_contains_itself_ends(times: int) -> None:
    node: dict[str, object] = {}
    node["K"] = [node] * times

    assert (read_tags(node, {}) is None) == (times == 2)

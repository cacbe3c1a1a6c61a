"""Exports that are long, short, odd or broken over pages."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fixtures.pdf.drawing import draw_export
from tests.fixtures.pdf.people import GRACE, Employer, Job, Person, Study, plain
from tests.unit.pdf.reading_back import drawn, export_of, read_back
from twin.adapters.profile.pdf.document import Glyph
from twin.adapters.profile.pdf.export import read_export
from twin.adapters.profile.pdf.parsing import read
from twin.adapters.profile.pdf.reader import understand

TAGGED = Path(__file__).parents[2] / "fixtures" / "pdf" / "tagged.pdf"


def test_an_unknown_header_is_read_by_its_content_with_a_warning(tmp_path: Path) -> None:
    draw_export(tmp_path / "x.pdf", replace(GRACE, words={"Experience": "Taithi"}))

    profile = understand(tmp_path / "x.pdf")

    assert len(profile.positions) == 6
    assert "'Taithi'" in profile.warnings[0].message


def test_a_header_that_its_content_denies_is_a_warning(tmp_path: Path) -> None:
    draw_export(tmp_path / "x.pdf", replace(GRACE, words={"Experience": "Education"}))

    profile = understand(tmp_path / "x.pdf")

    assert len(profile.positions) == 6
    assert len(profile.education) == 4
    assert "check it" in profile.warnings[0].message


@pytest.mark.parametrize("tagged", [True, False])
def test_an_unknown_list_is_kept_under_its_header(tmp_path: Path, tagged: bool) -> None:
    lists = (*GRACE.lists[:2], ("Ships", plain("Hopper", "Constitution")))
    draw_export(tmp_path / "x.pdf", replace(GRACE, lists=lists), tagged=tagged)

    facts = {fact.key: fact.value for fact in understand(tmp_path / "x.pdf").facts}

    assert facts["Ships[1]"] == "Constitution"


@pytest.mark.parametrize("tagged", [True, False])
def test_somebody_elses_export_has_links_only(tmp_path: Path, tagged: bool) -> None:
    who = replace(GRACE, phone="", email="", address="", sites=())
    draw_export(tmp_path / "x.pdf", who, tagged=tagged)

    assert read_back(export_of(tmp_path / "x.pdf")) == drawn(who)


@pytest.mark.parametrize("tagged", [True, False])
def test_one_page_with_next_to_nothing_is_an_export(tmp_path: Path, tagged: bool) -> None:
    who = Person("Ada Lovelace", studies=(Study("At home", "Mathematics", "1833"),))
    draw_export(tmp_path / "x.pdf", who, tagged=tagged)

    assert read_back(export_of(tmp_path / "x.pdf")) == drawn(who)


def test_a_sidebar_that_runs_over_a_page_goes_on(tmp_path: Path) -> None:
    skills = plain(*(f"Skill number {n} that is long enough to wrap" for n in range(25)))
    who = replace(GRACE, lists=(("Top Skills", skills), *GRACE.lists[1:]))
    draw_export(tmp_path / "x.pdf", who)

    assert read_back(export_of(tmp_path / "x.pdf")) == drawn(who)


@pytest.mark.parametrize("tagged", [True, False])
def test_a_school_without_details_stands_beside_one_with_them(tmp_path: Path, tagged: bool) -> None:
    studies = (Study("Hartridge School"), Study("Vassar College", "BA", "1924 - 1928"))
    draw_export(tmp_path / "x.pdf", replace(GRACE, studies=studies), tagged=tagged)

    schools = export_of(tmp_path / "x.pdf").education

    assert [(s.school, s.degree) for s in schools] == [
        ("Hartridge School", ""),
        ("Vassar College", "BA"),
    ]


@pytest.mark.parametrize("tagged", [True, False])
def test_details_without_a_school_are_an_entry(tmp_path: Path, tagged: bool) -> None:
    studies = (Study("Vassar College", "BA", "1924 - 1928"), Study("", "Evening course", "1930"))
    draw_export(tmp_path / "x.pdf", replace(GRACE, studies=studies), tagged=tagged)

    schools = export_of(tmp_path / "x.pdf").education

    assert [(s.school, s.degree) for s in schools] == [
        ("Vassar College", "BA"),
        ("", "Evening course"),
    ]


@pytest.mark.parametrize("filler", range(20, 36))
@pytest.mark.parametrize("tagged", [True, False])
def test_a_page_may_end_anywhere(tmp_path: Path, tagged: bool, filler: int) -> None:
    """Line by line, the break moves through company, total, title, dates, place and text."""
    wide = "A company with a name that is too long for a single line of this narrow column"
    jobs = tuple(Job(f"{wide} {n}", "2001 - 2002", "1 year", wide, f"{wide}.") for n in "ab")
    summary = "\n".join("Years at sea." for _ in range(filler))
    who = Person(
        "Ada Lovelace",
        summary=summary,
        employers=(Employer(wide, jobs, "2 years"), Employer(wide, jobs[:1])),
        studies=(Study(wide, wide, "1990 - 1994"),),
    )
    draw_export(tmp_path / "x.pdf", who, tagged=tagged)

    assert read_back(export_of(tmp_path / "x.pdf")) == drawn(who)


@pytest.mark.parametrize("filler", range(24, 30))
@pytest.mark.parametrize("tagged", [True, False])
def test_details_without_a_school_may_begin_a_page(
    tmp_path: Path, tagged: bool, filler: int
) -> None:
    summary = "\n".join("Years at sea." for _ in range(filler))
    studies = (Study("Vassar College", "BA", "1924 - 1928"), Study("", "Evening course", "1930"))
    who = Person("Ada Lovelace", summary=summary, studies=studies)
    draw_export(tmp_path / "x.pdf", who, tagged=tagged)

    assert read_back(export_of(tmp_path / "x.pdf")) == drawn(who)


def test_an_export_that_tells_nothing_is_read_as_text(tmp_path: Path) -> None:
    draw_export(tmp_path / "x.pdf", replace(GRACE, summary="", employers=(), studies=()))

    assert read_export(read(tmp_path / "x.pdf")) is None


def test_tags_that_leave_out_text_are_not_trusted() -> None:
    document = read(TAGGED)
    untagged = [
        replace(page, glyphs=tuple(g._replace(mcid=None) if g.x0 > 400 else g for g in page.glyphs))
        for page in document.pages
    ]

    export = read_export(replace(document, pages=tuple(untagged)))

    assert export is not None
    assert export.reading == "linkedin-layout"
    assert read_back(export) == drawn(GRACE)


def test_what_the_tags_call_no_content_is_none() -> None:
    document = read(TAGGED)
    first, *others = document.pages
    stamp = tuple(Glyph("x", 300 + n % 9, 305, 4 + n / 9, 5, 0, None, True) for n in range(500))
    stamped = replace(first, glyphs=first.glyphs + stamp)

    export = read_export(replace(document, pages=(stamped, *others)))

    assert export is not None
    assert export.reading == "linkedin-tags"
    assert read_back(export) == drawn(GRACE)

"""Exports drawn once and kept: what is read from them, and what the profile makes of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fixtures.pdf.drawing import draw_export
from tests.fixtures.pdf.people import GRACE, Employer, Job
from tests.unit.pdf.reading_back import drawn, export_of, read_back
from twin.adapters.profile.pdf.export import read_export
from twin.adapters.profile.pdf.parsing import read
from twin.adapters.profile.pdf.reader import understand
from twin.ports.profile import Origin, PartialDate, Profile

FIXTURES = Path(__file__).parents[2] / "fixtures" / "pdf"


@pytest.fixture(scope="module")
def profile() -> Profile:
    return understand(FIXTURES / "tagged.pdf")


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("tagged.pdf", "linkedin-tags"),
        ("untagged.pdf", "linkedin-layout"),
        ("scaled-a4.pdf", "linkedin-layout"),
    ],
)
def test_every_copy_of_an_export_reads_as_it_was_drawn(name: str, reading: str) -> None:
    export = export_of(FIXTURES / name)

    assert export.reading == reading
    expected = drawn(GRACE)
    if name == "scaled-a4.pdf":  # without links, addresses are what is printed
        expected["sites"] = list(GRACE.sites)
    assert read_back(export) == expected


@pytest.mark.parametrize("name", ["tagged.pdf", "untagged.pdf", "scaled-a4.pdf"])
def test_typed_line_breaks_survive(name: str) -> None:
    consultant, director = export_of(FIXTURES / name).experience[:2]

    assert consultant.description == GRACE.employers[0].jobs[0].description
    assert director.description == GRACE.employers[1].jobs[0].description


def test_other_languages_need_no_words() -> None:
    export = export_of(FIXTURES / "ko.pdf")

    assert export.locale == "ko"
    assert [role.company for role in export.experience] == ["조선 왕실"]
    assert export.experience[0].dates.start == PartialDate("1423년 3월", 1423, 3)
    assert [school.school for school in export.education] == ["동래현 관아"]
    assert [key for key, _ in export.lists] == ["skills", "languages"]
    assert not export.warnings


@pytest.mark.parametrize("name", ["two-column-cv.pdf", "one-column-cv.pdf"])
def test_another_cv_is_no_export(name: str) -> None:
    assert read_export(read(FIXTURES / name)) is None


def test_positions_have_place_and_parsed_dates(profile: Profile) -> None:
    position = profile.positions[0]

    assert (position.title, position.company) == (
        "Senior Consultant",
        "Digital Equipment Corporation",
    )
    assert position.start == PartialDate("September 1986", 1986, 9)
    assert position.end == PartialDate("Present", open=True)
    assert position.origin == Origin("tagged.pdf", "page 1")


def test_roles_in_one_company_all_bear_its_name(profile: Profile) -> None:
    titles = [p.title for p in profile.positions if p.company == "United States Navy"]

    assert titles[1:] == ["Reserve Officer", "Lieutenant"]


def test_every_fact_names_its_page(profile: Profile) -> None:
    origins = {
        *(fact.origin for fact in profile.facts),
        *(position.origin for position in profile.positions),
        *(education.origin for education in profile.education),
        *(passage.origin for passage in profile.passages),
    }

    assert {origin.source for origin in origins} == {"tagged.pdf"}
    assert {origin.locator for origin in origins} == {"page 1", "page 2", "page 3"}


def test_lists_are_numbered_facts(profile: Profile) -> None:
    values = {fact.key: fact.value for fact in profile.facts}

    assert values["skills[1]"] == "COBOL"
    assert values["languages[0]"] == "English (Native or Bilingual)"
    assert values["languages[1]"] == "French (spoken)"
    assert values["certifications[1]"] == "UNIVAC operator"


def test_contact_data_are_as_private_as_they_should_be(profile: Profile) -> None:
    disclosed = {fact.key: fact.disclosure for fact in profile.facts}

    assert disclosed["phone"] == disclosed["address"] == "private"
    assert disclosed["email"] == "on_request"
    assert disclosed["linkedin"] == disclosed["websites[0]"] == "public"


def test_the_label_of_a_site_is_a_wording_to_ask_for_it(profile: Profile) -> None:
    site = next(fact for fact in profile.facts if fact.key == "websites[0]")

    assert (site.value, site.ask) == ("https://example.com/grace", ("Portfolio",))


def test_a_number_in_a_description_is_withheld_and_kept_as_a_fact(tmp_path: Path) -> None:
    job = Job("Host", "2001 - 2002", description="Ring (212) 555-0123 or +31 30 555 0100.")
    who = replace(GRACE, employers=(Employer("Radio", (job,)),))
    draw_export(tmp_path / "LinkedIn.pdf", who)

    profile = understand(tmp_path / "LinkedIn.pdf")

    assert profile.positions[0].description == "Ring [withheld] or [withheld]."
    phones = {f.key: f.value for f in profile.facts if f.key.startswith("phone")}
    assert phones == {"phone": "+31 30 555 0100", "phone[1]": "(212) 555-0123"}


def test_an_address_in_a_title_or_place_is_withheld_too(tmp_path: Path) -> None:
    job = Job("Owner, +31 30 555 0100", "2001 - 2002", location="12 Harbour Street")
    who = replace(GRACE, headline="Call +31 30 555 0100", employers=(Employer("Radio", (job,)),))
    draw_export(tmp_path / "LinkedIn.pdf", who)

    profile = understand(tmp_path / "LinkedIn.pdf")

    assert profile.positions[0].title == "Owner, [withheld]"
    assert profile.positions[0].location == "[withheld]"
    assert "Call [withheld]" in [fact.value for fact in profile.facts]

"""`resume.json` after the schema of JSON Resume."""

import json
from pathlib import Path
from typing import Any

import pytest

from twin.adapters.profile.json_resume import JsonResumeProfile
from twin.ports.errors import ProfileError
from twin.ports.profile import Origin, PartialDate, Profile

GRACE: dict[str, Any] = {
    "basics": {
        "name": "Grace Hopper",
        "label": "Rear admiral",
        "email": "grace@example.com",
        "phone": "+31 30 555 0100",
        "url": "https://example.com",
        "summary": "I make machines\nunderstand people.",
        "location": {
            "address": "12 Harbour Street",
            "postalCode": "22201",
            "city": "Arlington",
            "countryCode": "US",
            "region": "Virginia",
        },
        "profiles": [
            {"network": "LinkedIn", "url": "https://www.linkedin.com/in/grace"},
            {"network": "Mastodon", "username": "@grace@example.com"},
        ],
    },
    "work": [
        {
            "name": "Remington Rand",
            "position": "Systems Engineer",
            "startDate": "1949-06",
            "endDate": "1967-12-31",
            "summary": "Compilers.",
            "highlights": ["A-0", "FLOW-MATIC"],
            "location": "Philadelphia",
        },
        {"name": "Digital", "position": "Consultant", "startDate": "1986"},
    ],
    "volunteer": [{"organization": "Naval Reserve", "position": "Officer", "summary": "At sea."}],
    "education": [
        {
            "institution": "Yale",
            "area": "Mathematics",
            "studyType": "PhD",
            "startDate": "1930",
            "endDate": "1934-06-29",
        }
    ],
    "awards": [{"title": "Man of the Year", "awarder": "DPMA", "date": "1969-06"}],
    "skills": [{"name": "Compilers", "level": "Master", "keywords": ["COBOL", "A-0"]}],
    "languages": [{"language": "English", "fluency": "Native speaker"}],
    "references": [{"name": "Howard Aiken", "reference": "Howard was not asked."}],
    "projects": [{"name": "Nanoseconds", "description": "Wires to hand out."}],
    "meta": {"theme": "even"},
}


def load(tmp_path: Path, data: object) -> Profile:
    path = tmp_path / "resume.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return JsonResumeProfile(path).load()


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return load(tmp_path, GRACE)


def test_the_basics_are_facts_as_private_as_they_should_be(profile: Profile) -> None:
    assert [(f.key, f.value, f.disclosure) for f in profile.facts if "[" not in f.key] == [
        ("full_name", "Grace Hopper", "public"),
        ("headline", "Rear admiral", "public"),
        ("location", "Arlington, Virginia, US", "public"),
        ("email", "grace@example.com", "on_request"),
        ("phone", "+31 30 555 0100", "private"),
        ("address", "12 Harbour Street, 22201, Arlington", "private"),
        ("website", "https://example.com", "public"),
        ("linkedin", "https://www.linkedin.com/in/grace", "public"),
    ]


def test_lists_are_numbered_facts_with_what_is_said_about_them(profile: Profile) -> None:
    values = {fact.key: fact.value for fact in profile.facts}

    assert values["skills[0]"] == "Compilers (Master, COBOL, A-0)"
    assert values["languages[0]"] == "English (Native speaker)"
    assert values["honors[0]"] == "Man of the Year (DPMA, 1969-06)"
    assert values["profiles[1]"] == "@grace@example.com"


def test_work_and_volunteering_are_positions(profile: Profile) -> None:
    engineer, consultant, officer = profile.positions

    assert engineer.company == "Remington Rand"
    assert engineer.start == PartialDate("1949-06", 1949, 6)
    assert engineer.end == PartialDate("1967-12-31", 1967, 12)
    assert engineer.description == "Compilers.\n- A-0\n- FLOW-MATIC"
    assert engineer.origin == Origin("resume.json", "work[0]")
    assert consultant.end == PartialDate("", open=True)
    assert (officer.company, officer.start, officer.end) == ("Naval Reserve", None, None)


def test_education_has_its_parts(profile: Profile) -> None:
    (school,) = profile.education

    assert (school.institution, school.degree, school.field) == ("Yale", "PhD", "Mathematics")
    assert school.dates == "1930 - 1934-06-29"
    assert school.end == PartialDate("1934-06-29", 1934, 6)


def test_the_summary_and_projects_are_passages(profile: Profile) -> None:
    summary, project = profile.passages

    assert (summary.kind, summary.text) == ("summary", "I make machines\nunderstand people.")
    assert (project.heading, project.text) == ("Nanoseconds", "Wires to hand out.")


def test_other_peoples_words_are_left_out(profile: Profile) -> None:
    assert "Howard" not in repr(profile)


@pytest.mark.parametrize(
    ("part", "where"),
    [
        ({"work": {}}, "work"),
        ({"work": ["Navy"]}, "work[0]"),
        ({"work": [{"name": 7, "position": "x"}]}, "work[0].name"),
        ({"work": [{"name": "Navy", "startDate": "May 1949"}]}, "work[0].startDate"),
        ({"work": [{"name": "Navy", "startDate": "1949-13"}]}, "work[0].startDate"),
        ({"skills": [{"name": "x", "keywords": "COBOL"}]}, "skills[0].keywords"),
        ({"basics": []}, "basics"),
    ],
)
def test_what_breaks_the_schema_is_left_out_with_a_warning(
    tmp_path: Path, part: dict[str, object], where: str
) -> None:
    profile = load(tmp_path, {"basics": {"name": "Grace Hopper"}, **part})

    assert [warning.origin.locator for warning in profile.warnings] == [where]


def test_null_and_what_the_schema_does_not_know_are_passed_over(tmp_path: Path) -> None:
    profile = load(tmp_path, {"basics": {"name": "Grace", "phone": None}, "work": None, "x": 1})

    assert [fact.key for fact in profile.facts] == ["full_name"]
    assert not profile.warnings


@pytest.mark.parametrize("text", ["{", "[]", '"x"', "[" * 100_000])
def test_what_is_no_resume_is_an_error_that_names_the_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(ProfileError, match=r"^resume\.json"):
        load(tmp_path, text)

"""LinkedIn's data export, as the ZIP that it sends or unpacked."""

import csv
import io
import zipfile
from pathlib import Path

import pytest

from twin.adapters.profile.linkedin_export import LinkedInExportProfile
from twin.ports.errors import ProfileError
from twin.ports.profile import Origin, PartialDate, Profile

Table = list[list[str]]

PROFILE = (
    ("First Name", "Grace"),
    ("Last Name", "Hopper"),
    ("Maiden Name", "Murray"),
    ("Address", "12 Harbour Street"),
    ("Birth Date", "Dec 9, 1906"),
    ("Headline", "Rear admiral"),
    ("Summary", "I make machines\nunderstand, people."),
    ("Industry", "Defence"),
    ("Zip Code", "22201"),
    ("Geo Location", "Arlington, Virginia"),
    ("Twitter Handles", ""),
    ("Websites", "[PORTFOLIO:https://example.com/grace,BLOG:https://example.org]"),
)
GRACE: dict[str, Table] = {
    "Profile.csv": [list(column) for column in zip(*PROFILE, strict=True)],
    "Positions.csv": [
        ["Company Name", "Title", "Description", "Location", "Started On", "Finished On"],
        ["Digital", "Consultant", "", "Maynard", "Sep 1986", ""],
        ["Remington Rand", "Engineer", "Compilers:\n- A-0", "", "1949", "Dec 1967"],
    ],
    "Education.csv": [
        ["School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"],
        ["Yale", "1930", "1934", "", "PhD, Mathematics", ""],
    ],
    "Skills.csv": [["Name"], ["Compilers"], [""], ["COBOL"]],
    "Languages.csv": [["Name", "Proficiency"], ["English", "Native or bilingual proficiency"]],
    "Certifications.csv": [
        ["Name", "Url", "Authority", "Started On", "Finished On", "License Number"],
        ["UNIVAC operator", "", "Remington Rand", "May 1951", "", "7"],
    ],
    "Email Addresses.csv": [
        ["Email Address", "Confirmed", "Primary", "Updated On"],
        ["old@example.com", "Yes", "No", ""],
        ["grace@example.com", "Yes", "Yes", ""],
    ],
    "PhoneNumbers.csv": [["Extension", "Number", "Type"], ["", "+31 30 555 0100", "Mobile"]],
    "messages.csv": [["FROM", "CONTENT"], ["Howard Aiken", "a secret"]],
    "Connections.csv": [["First Name", "Last Name"], ["Howard", "Aiken"]],
}


def written(table: Table) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(table)
    return text.getvalue().encode("utf-8-sig")


def zipped(path: Path, tables: dict[str, Table], above: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, table in tables.items():
            archive.writestr(above + name, written(table))
    return path


def unpacked(path: Path, tables: dict[str, Table]) -> Path:
    path.mkdir()
    for name, table in tables.items():
        (path / name).write_bytes(written(table))
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return LinkedInExportProfile(zipped(tmp_path / "export.zip", GRACE)).load()


def test_the_person_is_facts_as_private_as_they_should_be(profile: Profile) -> None:
    assert [(f.key, f.value, f.disclosure) for f in profile.facts if "[0]" not in f.key][:10] == [
        ("full_name", "Grace Hopper", "public"),
        ("headline", "Rear admiral", "public"),
        ("location", "Arlington, Virginia", "public"),
        ("industry", "Defence", "public"),
        ("maiden_name", "Murray", "private"),
        ("date_of_birth", "Dec 9, 1906", "private"),
        ("address", "12 Harbour Street, 22201", "private"),
        ("websites[1]", "https://example.org", "public"),
        ("email", "grace@example.com", "on_request"),
        ("email[1]", "old@example.com", "private"),
    ]
    assert {f.key: f.disclosure for f in profile.facts}["phone"] == "private"


def test_positions_have_dates_and_keep_the_lines_of_their_text(profile: Profile) -> None:
    consultant, engineer = profile.positions

    assert consultant.start == PartialDate("Sep 1986", 1986, 9)
    assert consultant.end == PartialDate("", open=True)
    assert engineer.end == PartialDate("Dec 1967", 1967, 12)
    assert engineer.description == "Compilers:\n- A-0"
    assert engineer.origin == Origin("Positions.csv", "row 2")


def test_education_and_summary_are_read(profile: Profile) -> None:
    (school,) = profile.education
    (summary,) = profile.passages

    assert (school.institution, school.degree, school.dates) == (
        "Yale",
        "PhD, Mathematics",
        "1930 - 1934",
    )
    assert summary.text == "I make machines\nunderstand, people."


def test_lists_are_numbered_without_gaps(profile: Profile) -> None:
    values = {fact.key: fact.value for fact in profile.facts}

    assert values["skills[1]"] == "COBOL"
    assert values["languages[0]"] == "English (Native or bilingual proficiency)"
    assert values["certifications[0]"] == "UNIVAC operator (Remington Rand, May 1951)"


def test_other_people_stay_unread(profile: Profile) -> None:
    assert "Aiken" not in repr(profile)
    assert "secret" not in repr(profile)


def test_a_folder_and_a_zip_with_a_folder_in_it_read_the_same(
    tmp_path: Path, profile: Profile
) -> None:
    folder = LinkedInExportProfile(unpacked(tmp_path / "export", GRACE)).load()
    nested = LinkedInExportProfile(zipped(tmp_path / "n.zip", GRACE, "Basic_2026/")).load()

    assert folder == nested == profile


def test_columns_are_found_by_name_in_any_order_and_spelling(tmp_path: Path) -> None:
    tables = {"Positions.csv": [["mood", "TITLE", "company"], ["good", "Admiral", "Navy"]]}

    (position,) = LinkedInExportProfile(zipped(tmp_path / "x.zip", tables)).load().positions

    assert (position.title, position.company, position.start) == ("Admiral", "Navy", None)


def test_short_and_empty_rows_do_no_harm(tmp_path: Path) -> None:
    tables = {"Education.csv": [["School Name", "Degree Name"], [], ["Yale"], ["", ""]]}

    (school,) = LinkedInExportProfile(zipped(tmp_path / "x.zip", tables)).load().education

    assert school.institution == "Yale"


def refused(path: Path) -> str:
    with pytest.raises(ProfileError) as raised:
        LinkedInExportProfile(path).load()
    return str(raised.value)


def test_what_is_no_export_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 and no more")

    assert refused(tmp_path / "x.zip").startswith("x.zip cannot be read")
    assert "no Profile.csv" in refused(zipped(tmp_path / "y.zip", {"messages.csv": [["a"]]}))
    assert "no Profile.csv" in refused(tmp_path / "absent")


def test_a_table_that_swells_is_refused_before_it_is_whole(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Profile.csv", b"a," * 50_000_000)

    assert "more than 5 MB" in refused(tmp_path / "x.zip")


def test_a_locked_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.zip", GRACE)
    data = bytearray(path.read_bytes())
    for offset, signature in ((6, b"PK\x03\x04"), (8, b"PK\x01\x02")):
        place = data.find(signature)
        while place >= 0:
            data[place + offset] |= 1  # the flag of an encrypted member
            place = data.find(signature, place + 4)
    path.write_bytes(data)

    assert "cannot be read" in refused(path)

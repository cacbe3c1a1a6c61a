"""Passages out of text files."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from twin.adapters.paragraphs import paragraphs
from twin.adapters.profile.text import TextProfile
from twin.ports.profile import Origin, Passage, Profile


def test_each_paragraph_is_a_passage_that_knows_its_line(tmp_path: Path) -> None:
    path = tmp_path / "summary.txt"
    path.write_text("\nI row.\n\n \n  I build boats,\nsmall ones.  \n", encoding="utf-8")

    assert TextProfile(path, "summary").load() == Profile(
        passages=(
            Passage("I row.", "summary", Origin("summary.txt", "line 2")),
            Passage("I build boats,\nsmall ones.", "summary", Origin("summary.txt", "line 5")),
        )
    )


def test_a_list_stays_together_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "style.txt"
    path.write_text("- Short.\n- Dry.\n", encoding="utf-8")

    (passage,) = TextProfile(path, "style").load().passages

    assert (passage.text, passage.kind) == ("- Short.\n- Dry.", "style")


def test_a_markdown_heading_stands_over_what_follows(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    path.write_text("Before\n# Boats\nOne\n\nTwo\n## Oars ##\nThree\n#4 is no heading", "utf-8")

    passages = TextProfile(path, "summary").load().passages

    assert [(passage.heading, passage.text) for passage in passages] == [
        ("", "Before"),
        ("Boats", "One"),
        ("Boats", "Two"),
        ("Oars", "Three\n#4 is no heading"),
    ]


def test_an_empty_file_is_an_empty_profile_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "style.txt"
    path.touch()

    profile = TextProfile(path, "style").load()

    assert profile == Profile(warnings=profile.warnings)
    assert profile.warnings


def test_what_was_lost_in_reading_is_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "summary.txt"
    path.write_bytes("Zélie".encode("cp1252"))

    profile = TextProfile(path, "summary").load()

    assert profile.passages[0].text == "Zélie"
    assert "Windows-1252" in profile.warnings[0].message


@given(text=st.text(alphabet="a# \n-"))
def test_no_paragraph_is_empty_and_each_starts_on_its_line(text: str) -> None:
    lines = text.split("\n")
    for paragraph in paragraphs(text):
        assert paragraph.text
        assert lines[paragraph.line - 1].strip() == paragraph.text.split("\n")[0].strip()

"""`twin check`, as an owner runs it."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

import pytest

from tests.terminals import terminal
from twin.settings import is_sample, load_settings

PHONE = "+31 30 555 0100"
ADA = {
    "full_name": "Ada Invented",
    "current_role": "Principal engineer",
    "email": {"value": "ada@example.com", "disclosure": "on_request"},
    "phone": {"value": PHONE, "disclosure": "private"},
    "skills": ["compilers", "numerical methods"],
    "education": [{"degree": "MSc", "institution": "Invented University", "year": "2010"}],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    (data / "facts.json").write_text(json.dumps(ADA), encoding="utf-8")
    (data / "summary.txt").write_text(f"I build compilers. Call {PHONE}.", encoding="utf-8")
    return data


def check(data: Path, *options: str, **settings: str) -> subprocess.CompletedProcess[str]:
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "twin", "check", *options],
        cwd=data.parent,
        env=keep | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def seen(data: Path, columns: int) -> list[str]:
    """The lines on a terminal of this width."""
    settings = {"COLUMNS": str(columns), "HOME": str(data.parent)}
    with terminal(data.parent, "check", environment=settings) as screen:
        assert screen.end() == 0
    return screen.text.splitlines()


def report(data: Path, **settings: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(check(data, "--json", **settings).stdout)
    return document


def test_each_source_is_shown_with_what_was_taken_from_it(data: Path) -> None:
    said = check(data).stdout

    assert "facts.json: 6 facts, 1 school" in said
    assert "(2) compilers; numerical methods" in said
    assert "MSc at Invented University (2010)" in said
    assert "summary.txt: 1 passage" in said


def test_what_is_not_public_is_named_and_never_printed(data: Path) -> None:
    text, document = check(data), check(data, "--json")

    for run in (text, document):
        assert PHONE not in run.stdout + run.stderr
        assert "ada@example.com" not in run.stdout + run.stderr
    assert "private: reaches no prompt" in text.stdout
    assert [
        (fact["key"], fact["disclosure"]) for fact in json.loads(document.stdout)["confidential"]
    ] == [
        ("email", "on_request"),
        ("phone", "private"),
    ]


def test_a_rule_of_the_owner_hides_a_value_from_the_report_too(data: Path) -> None:
    (data / "twin.toml").write_text('[disclosure]\nskills = "private"\n', encoding="utf-8")

    assert "numerical methods" not in check(data).stdout


def test_what_visitors_ask_about_is_told_on_request_or_missing_with_its_cure(data: Path) -> None:
    states = {topic["topic"]: topic for topic in report(data)["visitors_ask"]}

    assert states["education"]["state"] == "told"
    assert states["education"]["places"] == ["facts.json education[0]"]
    assert states["contact"]["state"] == "on_request"
    assert states["languages"]["state"] == "missing"
    assert "facts.json" in states["languages"]["cure"]


def test_a_missing_style_is_named_with_what_it_costs(data: Path) -> None:
    said = check(data).stdout

    assert "missing: style.txt" in said
    assert "missing: summary.txt" not in said


def test_tokens_add_up_by_section(data: Path) -> None:
    tokens = report(data)["tokens"]

    assert f"{sum(tokens.values()):,}" in check(data).stdout
    assert tokens["facts"] > 0
    assert tokens["style"] == 0


def test_a_warning_does_not_fail_the_check(data: Path) -> None:
    (data / "summary.txt").write_bytes("Grüße".encode("cp1252"))

    run = check(data)

    assert run.returncode == 0
    assert "! summary.txt" in run.stdout
    assert "No warnings." not in run.stdout


def test_a_file_that_cannot_be_read_fails_the_check_and_not_the_twin(data: Path) -> None:
    (data / "LinkedIn.pdf").write_bytes(b"no PDF")

    run = check(data)

    assert run.returncode == 1
    assert "ERROR LinkedIn.pdf: NOT READ" in run.stdout
    assert "facts.json: 6 facts" in run.stdout
    assert "! LinkedIn.pdf" not in run.stdout


def test_a_key_that_is_there_twice_is_named(data: Path) -> None:
    (data / "facts.json").write_text('{"full_name": "Ada", "city": "Rome", "city": "Bonn"}')

    assert "'city' is there more than once" in check(data).stdout


def test_every_error_is_shown_and_fails_the_check(data: Path) -> None:
    (data / "facts.json").write_text("{", encoding="utf-8")

    run = check(data, "--json", TWIN_LLM="nobody")

    document = json.loads(run.stdout)
    assert run.returncode == 1
    assert document["ok"] is False
    assert len(document["errors"]) == 2
    assert "Known: openai, quoting" in document["errors"][0]
    assert "facts.json" in document["errors"][1]


def test_a_part_that_fails_hides_nothing_of_the_profile(data: Path) -> None:
    run = check(data, TWIN_LLM="nobody", TWIN_MEMORY="s3:")

    assert run.returncode == 1
    assert "What visitors ask about" in run.stdout
    assert run.stdout.count("ERROR") == 2


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("CV.docx", "CV.docx is not read. Save it as PDF"),
        ("facts.jsn", "Did you mean facts.json?"),
        ("Summary.TXT", "Did you mean summary.txt?"),
    ],
)
def test_a_document_that_nothing_reads_is_named(data: Path, name: str, said: str) -> None:
    for other in (name, "photo.jpg", "README.md", ".hidden.txt"):
        (data / other).write_text("x", encoding="utf-8")

    document = report(data)
    assert [warning for warning in document["warnings"] if "is not read" in warning] == [
        warning for warning in document["warnings"] if said in warning
    ]
    assert any(said in warning for warning in document["warnings"])


def test_a_link_to_nothing_is_a_file_that_could_not_be_read(data: Path) -> None:
    (data / "cv.pdf").symlink_to(data / "gone.pdf")

    assert "ERROR cv.pdf: NOT READ: The file cannot be opened" in check(data).stdout


def test_the_folder_is_named_and_the_sample_person_is_no_twin_of_the_owner(tmp_path: Path) -> None:
    said = check(tmp_path / "data").stdout

    assert re.search(r"^  data +\S", said, re.MULTILINE)
    assert "! This is the sample person" in said


def test_who_is_written_in_the_sample_persons_place_is_no_sample(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twin.settings.sample_folder", lambda: data)
    monkeypatch.setenv("TWIN_DATA", str(data))

    assert is_sample(load_settings(), "Grace Hopper")
    assert not is_sample(load_settings(), "Ada Invented")


@pytest.mark.parametrize(
    ("settings", "coloured"),
    [({}, True), ({"NO_COLOR": ""}, True), ({"NO_COLOR": "0"}, False), ({"TERM": "dumb"}, False)],
)
def test_colours_are_for_terminals_that_want_them(
    data: Path, settings: dict[str, str], coloured: bool
) -> None:
    environment = {"HOME": str(data.parent), "TERM": "xterm", **settings}
    with terminal(data.parent, "check", environment=environment) as screen:
        assert screen.end() == 0

    assert ("\x1b[" in screen.raw) is coloured


def test_a_wrong_setting_is_an_error_of_the_report(data: Path) -> None:
    run = check(data, TWIN_PORT="http")

    assert run.returncode == 1
    assert "ERROR TWIN_PORT" in run.stdout


def test_lines_end_at_the_edge_of_the_terminal(data: Path) -> None:
    (data / "summary.txt").write_text("I build compilers. " * 40, encoding="utf-8")

    lines = seen(data, 70)

    assert max(len(line) for line in lines if "I build" in line) == 70
    assert max(map(len, lines)) <= 70


def test_a_long_row_goes_on_under_its_own_column(data: Path) -> None:
    lines = seen(data, 50)
    start = next(number for number, line in enumerate(lines) if "  projects" in line)

    assert lines[start + 1] == f"{' ' * 27}facts.json"


def test_a_pipe_gets_every_row_whole_and_on_one_line(data: Path) -> None:
    story = "I build compilers. " * 40
    (data / "summary.txt").write_text(story, encoding="utf-8")

    said = check(data).stdout

    assert story.strip() in said
    assert "missing: availability in facts.json\n" in said
    assert "…" not in said


def test_wide_characters_count_as_the_two_columns_that_they_take(data: Path) -> None:
    facts = ADA | {"motto": "長い文章です。" * 20}
    (data / "facts.json").write_text(json.dumps(facts), encoding="utf-8")

    (motto,) = (line for line in seen(data, 60) if "motto" in line)

    assert motto.endswith("…")
    assert 58 <= len(motto) + sum(east_asian_width(char) == "W" for char in motto) <= 60

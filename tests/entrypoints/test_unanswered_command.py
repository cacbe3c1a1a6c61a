"""`twin unanswered`, after conversations with a real twin."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.terminals import terminal
from twin.entrypoints.cli import main


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    facts = '{"full_name": "Ada Invented", "email": "ada@example.com", "skills": ["Java"]}'
    (tmp_path / "data" / "facts.json").write_text(facts, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def twin(*arguments: str, lines: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=lines)


def test_what_the_profile_does_not_say_is_listed_with_counts() -> None:
    twin("chat", lines="Do you know Kubernetes?\nHow can I reach you?\n")
    twin("chat", lines="Have you worked with kubernetes?\nWhat is your salary?\n")

    run = twin("unanswered")

    assert run.exit_code == 0
    lines = run.stdout.splitlines()
    assert lines[0].split() == ["2", "Do", "you", "know", "Kubernetes?", "(Kubernetes)"]
    assert lines[1].split() == ["1", "What", "is", "your", "salary?"]
    assert lines[2] == "3 questions without an answer, 2 subjects, in 2 conversations."


def test_the_half_that_an_answer_leaves_open_is_listed() -> None:
    said = twin("chat", lines="Do you know Java and Kotlin?\n").stdout

    assert "Java" in said
    assert twin("unanswered").stdout.splitlines()[0].split() == [
        "1", "Do", "you", "know", "Java", "and", "Kotlin?", "(Kotlin)",
    ]  # fmt: skip


def test_what_the_profile_answers_by_now_is_left_out(folder: Path) -> None:
    twin("chat", lines="Do you know Kubernetes?\nDo you like pizza?\n")
    facts = '{"full_name": "Ada Invented", "skills": ["Kubernetes"]}'
    (folder / "data" / "facts.json").write_text(facts, encoding="utf-8")

    assert twin("unanswered").stdout.splitlines()[1:] == [
        "1 question without an answer, 1 subject, in 1 conversation.",
        "The profile answers 1 more by now; --all shows them.",
    ]
    assert len(twin("unanswered", "--all").stdout.splitlines()) == 3


def test_where_only_the_sample_person_is_nothing_is_left_out(folder: Path) -> None:
    twin("chat", lines="What was your part in COBOL?\n")
    (folder / "data" / "facts.json").unlink()
    (folder / "data").rmdir()

    assert twin("unanswered").stdout.startswith("    1  What was your part in COBOL?")


def test_as_lines_of_json() -> None:
    twin("chat", lines="Do you know Kubernetes?\n")

    (line,) = twin("unanswered", "--json").stdout.splitlines()
    document = json.loads(line)
    assert document["count"] == 1
    assert document["question"] == "Do you know Kubernetes?"
    assert document["unknown"] == ["Kubernetes"]


def test_an_empty_memory_has_nothing_to_list() -> None:
    assert twin("unanswered").stdout.startswith("0 questions")
    assert twin("unanswered", "--json").stdout == ""


def test_a_visitor_cannot_steer_the_owners_terminal() -> None:
    twin("chat", lines="Do you know \x1b]0;owned\x07Kubernetes?\n")

    run = twin("unanswered")

    assert "Kubernetes" in run.stdout
    assert not {"\x1b", "\x07"} & set(run.stdout)


def test_many_conversations_are_counted_at_a_terminal_while_they_are_read(folder: Path) -> None:
    for _ in range(25):
        twin("chat", lines="Do you know Kubernetes?\n")
    run = (sys.executable, "-m", "twin", "unanswered")
    at_home = {"PATH": os.environ["PATH"], "HOME": str(folder)}

    with terminal(folder, "unanswered", environment=at_home) as screen:
        assert screen.end() == 0
    piped = subprocess.run(run, cwd=folder, env=at_home, capture_output=True, check=True)

    assert any("conversations read" in line for line in screen.lines)
    assert "25 questions without an answer" in screen.text
    assert piped.stderr == b""

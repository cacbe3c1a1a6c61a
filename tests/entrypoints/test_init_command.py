"""`twin init`, in pipes and at a real terminal."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.terminals import CTRL_C, ENTER, terminal

PDFS = Path(__file__).parents[1] / "fixtures" / "pdf"


def environment() -> dict[str, str]:
    return {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}


def init(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "twin", "init", *arguments],
        cwd=folder,
        env=environment() | settings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def facts(folder: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return document


def test_an_empty_form_is_made_that_states_nothing(tmp_path: Path) -> None:
    run = init(tmp_path, "me")

    assert run.returncode == 0
    assert not any(facts(tmp_path / "me").values())
    assert '"full_name": "Grace Hopper"' in (tmp_path / "me" / "README.md").read_text()
    assert "write your name into me/facts.json" in run.stdout
    assert "TWIN_DATA=me twin check" in run.stdout


def test_every_line_of_the_new_twin_toml_is_a_comment(tmp_path: Path) -> None:
    init(tmp_path, "me")

    lines = (tmp_path / "me" / "twin.toml").read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("#") for line in lines if line)


def test_what_is_there_stays_byte_for_byte(tmp_path: Path) -> None:
    names = ("facts.json", "twin.toml", "README.md", "summary.txt")
    for name in names:
        (tmp_path / name).write_text('{"full_name": "Ada Invented"}' if ".json" in name else "")

    run = init(tmp_path, ".", "--from", str(PDFS / "tagged.pdf"))

    assert facts(tmp_path) == {"full_name": "Ada Invented"}
    assert [(tmp_path / name).read_text() for name in names[1:]] == ["", "", ""]
    assert run.stdout.count("stays as it is") == 4
    assert re.search(r"tagged\.pdf +not used for facts\.json", run.stdout)


def test_a_linkedin_pdf_becomes_facts_without_what_is_private(tmp_path: Path) -> None:
    run = init(tmp_path, "data", "--from", str(PDFS / "tagged.pdf"))

    drafted = facts(tmp_path / "data")
    assert drafted["full_name"] == "Grace Brewster Murray Hopper"
    assert drafted["email"]["disclosure"] == "on_request"
    assert drafted["experience"][0]["company"] == "Digital Equipment Corporation"
    assert drafted["education"]
    assert {"phone", "address"}.isdisjoint(drafted)
    assert "left out of the draft: phone" in run.stdout
    assert (tmp_path / "data" / "summary.txt").read_text(encoding="utf-8")


def test_it_ends_with_a_first_answer_from_the_new_folder(tmp_path: Path) -> None:
    run = init(tmp_path, "data", "--from", str(PDFS / "tagged.pdf"))

    question, answer = run.stdout.split("› ")[1].splitlines()[:2]
    assert question.endswith("?")
    assert "Computer scientist" in answer
    assert "  twin chat" in run.stdout
    assert not (tmp_path / "memory").exists()


def test_a_cv_without_entries_is_copied_and_read_as_it_stands(tmp_path: Path) -> None:
    run = init(tmp_path, "me", "--from", str(PDFS / "one-column-cv.pdf"))

    copied = tmp_path / "me" / "one-column-cv.pdf"
    assert copied.read_bytes() == (PDFS / "one-column-cv.pdf").read_bytes()
    assert "full_name" in facts(tmp_path / "me")
    assert run.returncode == 0


def test_a_cv_keeps_its_place_among_the_pdfs_and_its_private_details_are_named(
    tmp_path: Path,
) -> None:
    shutil.copyfile(PDFS / "two-column-cv.pdf", tmp_path / "mycv")

    run = init(tmp_path, "me", "--from", "mycv")

    assert (tmp_path / "me" / "mycv.pdf").is_file()
    assert "Private, and told to nobody: phone" in run.stdout


def test_a_cv_without_entries_leaves_five_questions_to_ask(tmp_path: Path) -> None:
    cv = str(PDFS / "two-column-cv.pdf")
    with terminal(tmp_path, "init", "me", "--from", cv, environment=environment()) as screen:
        screen.wait_for("What is your name?")
        screen.type("   " + ENTER)
        screen.wait_for("Without a name there is no twin")
        screen.type("Ada Invented" + ENTER)
        for question in ("What do you do now?", "Where do you", "good at?", "reach you?"):
            screen.wait_for(question)
            screen.type(ENTER)
        assert screen.end() == 0

    assert "› " in screen.text
    assert facts(tmp_path / "me")["full_name"] == "Ada Invented"


def test_a_wrong_setting_is_told_before_anything_is_written(tmp_path: Path) -> None:
    run = init(tmp_path, "me", TWIN_PORT="abc")

    assert run.returncode == 1
    assert not (tmp_path / "me").exists()


@pytest.mark.parametrize("name", ["broken.pdf", "locked.pdf"])
def test_a_pdf_that_cannot_be_read_leaves_no_folder(tmp_path: Path, name: str) -> None:
    run = init(tmp_path, "me", "--from", str(PDFS / name))

    assert run.returncode == 1
    assert name in run.stderr
    assert not (tmp_path / "me").exists()


def test_five_answers_become_a_draft(tmp_path: Path) -> None:
    with terminal(tmp_path, "init", "my data", environment=environment()) as screen:
        for question, answer in (
            ("your name?", "Ada Invented"),
            ("do now?", "Engineer at Difference Ltd"),
            ("live?", ""),
            ("good at?", "compilers, rowing, Compilers, , rowing"),
            ("reach you?", "ada at example"),
            ("no e-mail or web address", "a b@example.com"),
            ("no e-mail or web address", "ada@example.com"),
        ):
            screen.wait_for(question)
            screen.type(answer + ENTER)
        screen.wait_for("Difference Ltd")
        screen.wait_for("TWIN_DATA='my data' twin chat")
        assert screen.end() == 0

    drafted = facts(tmp_path / "my data")
    assert drafted["full_name"] == "Ada Invented"
    assert drafted["skills"] == ["compilers", "rowing"]
    assert drafted["email"] == "ada@example.com"
    assert drafted["location"] == ""


def test_an_answer_is_edited_with_the_arrow_keys(tmp_path: Path) -> None:
    with terminal(tmp_path, "init", "data", environment=environment()) as screen:
        screen.wait_for("your name?")
        screen.type("Ad Invented" + "\x1b[D" * len(" Invented") + "a" + ENTER)
        for question in ("do now?", "live?", "good at?", "reach you?"):
            screen.wait_for(question)
            screen.type(ENTER)
        screen.wait_for("twin chat")
        assert screen.end() == 0

    assert facts(tmp_path / "data")["full_name"] == "Ada Invented"


def test_the_next_commands_name_the_folder_unless_the_settings_do(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("TWIN_DATA=other\n", encoding="utf-8")

    assert "TWIN_DATA=data twin check" in init(tmp_path, "data").stdout
    assert "TWIN_DATA" not in init(tmp_path, "other").stdout


def test_questions_that_are_broken_off_leave_nothing(tmp_path: Path) -> None:
    with terminal(tmp_path, "init", "data", environment=environment()) as screen:
        screen.wait_for("your name?")
        screen.type(CTRL_C)
        assert screen.end() == -signal.SIGINT

    assert list(tmp_path.iterdir()) == []


def test_nothing_is_asked_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with terminal(tmp_path, "init", "file/data", environment=environment()) as screen:
        screen.wait_for("file/data cannot be written")
        assert screen.end() == 1

    assert "your name?" not in screen.text


def test_a_facts_file_that_is_broken_already_is_what_to_mend_next(tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text('{"full_name": "Ada Invented",}')

    run = init(tmp_path, ".")

    assert "facts.json, line 1, column 29: delete the comma" in run.stdout
    assert "write your name" not in run.stdout

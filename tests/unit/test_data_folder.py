"""A folder of files, read once and kept."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from twin.adapters.data_folder import build, files, profiles
from twin.ports.errors import ProfileError, ReaderMissingError

EXPORT = Path(__file__).parents[1] / "fixtures" / "pdf" / "tagged.pdf"
WITHOUT_PDFPLUMBER = """
import sys
sys.path_importer_cache.clear()
class Hidden:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "pdfplumber":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Hidden())
import importlib.util
real = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "pdfplumber" else real(name, *rest)
from twin.entrypoints.cli import main
main(["check"])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    (data / "facts.json").write_text('{"full_name": "Ada Invented"}', encoding="utf-8")
    shutil.copy(EXPORT, data / "LinkedIn.pdf")
    return data


def names(folder: Path) -> list[str]:
    return [file.path.name for file in files(folder)]


def test_files_are_found_best_first_and_others_left_alone(folder: Path) -> None:
    for name in ("twin.toml", "style.md", "summary.txt", "me.txt", "notes.txt", "CV.PDF"):
        (folder / name).write_text("", encoding="utf-8")
    (folder.parent / "me.txt").write_text("", encoding="utf-8")

    assert names(folder) == [
        "twin.toml",
        "facts.json",
        "CV.PDF",
        "LinkedIn.pdf",
        "summary.txt",
        "style.md",
        "me.txt",
    ]


def test_the_older_single_file_may_lie_beside_the_folder(folder: Path) -> None:
    (folder.parent / "me.txt").write_text("My name is Ada.", encoding="utf-8")

    assert names(folder)[-1] == "me.txt"


def test_a_folder_with_a_pdf_is_read_once(folder: Path) -> None:
    first = profiles(folder)
    kept = folder / ".twin" / "profile.json"
    form = json.loads(kept.read_text(encoding="utf-8"))
    form["profiles"]["LinkedIn.pdf"]["positions"] = []
    kept.write_text(json.dumps(form), encoding="utf-8")

    assert first["LinkedIn.pdf"].positions
    assert not profiles(folder)["LinkedIn.pdf"].positions  # what was kept is what was used


def test_a_change_of_a_file_is_taken_up(folder: Path) -> None:
    profiles(folder)
    (folder / "facts.json").write_text('{"full_name": "Ada Changed"}', encoding="utf-8")

    assert profiles(folder)["facts.json"].facts[0].value == "Ada Changed"


@pytest.mark.parametrize("name", ["facts.json", "summary.txt"])
def test_a_folder_or_a_dead_link_under_a_files_name_is_told_with_its_cure(
    folder: Path, name: str
) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).mkdir()
    with pytest.raises(ProfileError, match=f"{name}.*It is a folder: move it away"):
        profiles(folder)
    (folder / name).rmdir()
    (folder / name).symlink_to("nowhere")
    with pytest.raises(ProfileError, match=f"{name}.*It is a link to nowhere"):
        profiles(folder)


def test_a_folder_of_quick_files_is_not_written_to(folder: Path) -> None:
    (folder / "LinkedIn.pdf").unlink()
    profiles(folder)

    assert not (folder / ".twin").exists()


def test_an_unreadable_pdf_is_left_out_loudly_and_a_broken_facts_file_is_not(folder: Path) -> None:
    (folder / "LinkedIn.pdf").write_bytes(b"no")
    (warning,) = profiles(folder)["LinkedIn.pdf"].warnings
    (folder / "facts.json").write_text("{", encoding="utf-8")

    assert warning.message.startswith("NOT READ")
    with pytest.raises(ProfileError, match=r"facts\.json"):
        profiles(folder)


def without_pdfplumber(folder: Path) -> subprocess.CompletedProcess[str]:
    keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_PDFPLUMBER],
        cwd=folder.parent,
        env=keep,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_kept_profile_needs_no_pdfplumber(folder: Path) -> None:
    build(folder)

    run = without_pdfplumber(folder)

    assert run.returncode == 0, run.stderr
    assert "LinkedIn.pdf" in run.stdout


def test_a_stale_one_without_pdfplumber_stops_with_the_command_that_helps(folder: Path) -> None:
    build(folder)
    (folder / "facts.json").write_text('{"full_name": "Ada Changed"}', encoding="utf-8")

    run = without_pdfplumber(folder)

    assert run.returncode == 1
    assert "twin build" in run.stdout + run.stderr


def test_a_missing_reader_is_an_error_of_the_profile() -> None:
    assert issubclass(ReaderMissingError, ProfileError)

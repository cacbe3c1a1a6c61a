"""The loaded profile kept as one file: fresh, stale, absent, and as private as its sources."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from twin.adapters import artefact
from twin.adapters.artefact import Artefact, source_key
from twin.ports.profile import Fact, Origin, Profile, ProfileWarning

AT = Origin("facts.json", "x")
PROFILES = {
    "facts.json": Profile(facts=(Fact("full_name", "Grace Hopper", AT),)),
    "LinkedIn.pdf": Profile(warnings=(ProfileWarning("Zwölf Boxkämpfer", AT),)),
}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in PROFILES]
    for path in paths:
        path.write_text(path.name)
        path.chmod(0o640)
    return paths


@pytest.fixture
def kept(tmp_path: Path, files: list[Path]) -> Artefact:
    kept = Artefact(tmp_path)
    kept.save(source_key(files), PROFILES, files)
    return kept


def test_what_is_kept_comes_back_in_its_order(kept: Artefact, files: list[Path]) -> None:
    loaded = kept.load(source_key(files))

    assert loaded == PROFILES
    assert list(loaded or ()) == list(PROFILES)
    assert kept.freshness(source_key(files)) == "fresh"


def test_nothing_kept_is_absent(tmp_path: Path) -> None:
    assert Artefact(tmp_path).freshness("key") == "absent"
    assert Artefact(tmp_path).load("key") is None


def test_a_changed_source_makes_it_stale(kept: Artefact, files: list[Path]) -> None:
    files[1].write_text("another")

    assert kept.freshness(source_key(files)) == "stale"
    assert kept.load(source_key(files)) is None


def test_a_source_more_or_less_or_renamed_makes_it_stale(kept: Artefact, files: list[Path]) -> None:
    assert kept.freshness(source_key(files[:1])) == "stale"
    assert kept.freshness(source_key([*files, files[0]])) == "stale"
    renamed = files[1].rename(files[1].with_name("cv.pdf"))
    assert kept.freshness(source_key([files[0], renamed])) == "stale"


def test_another_order_of_precedence_makes_it_stale(kept: Artefact, files: list[Path]) -> None:
    assert kept.freshness(source_key(files[::-1])) == "stale"


def test_a_touched_source_is_still_the_same(kept: Artefact, files: list[Path]) -> None:
    os.utime(files[0], (0, 0))

    assert kept.freshness(source_key(files)) == "fresh"


def test_a_file_in_a_folder_counts(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    before = source_key([folder])
    (folder / "Profile.csv").write_text("Name")

    assert source_key([folder]) != before


def test_a_reader_that_changed_makes_it_stale(
    kept: Artefact, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = tmp_path / "reader.py"
    changed.write_text("# reads better")
    readers = [*artefact._readers(), changed]
    monkeypatch.setattr(artefact, "_readers", lambda: readers)

    assert kept.freshness(source_key(files)) == "stale"


def test_every_reader_counts() -> None:
    names = {path.name for path in artefact._readers()}

    assert {"dates.py", "data_folder.py", "text.py", "source.py", "profile.py"} <= names


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"key": "x"}', b"\xff", b"null"])
def test_a_damaged_one_is_stale(kept: Artefact, damage: bytes) -> None:
    kept.path.write_bytes(damage)

    assert kept.freshness("x") == "stale"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize(("mode", "expected"), [(0o600, 0o600), (0o644, 0o640), (0o440, 0o640)])
def test_it_permits_no_more_than_its_sources(
    tmp_path: Path, files: list[Path], mode: int, expected: int
) -> None:
    files[0].chmod(mode)
    kept = Artefact(tmp_path)

    kept.save("key", PROFILES, files)

    assert stat.S_IMODE(kept.path.stat().st_mode) == expected


def test_git_ignores_it(kept: Artefact, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    told = subprocess.run(
        ["git", "-C", str(tmp_path), "status", "--porcelain"], capture_output=True, check=True
    )

    assert b".twin" not in told.stdout
    assert b"facts.json" in told.stdout


def test_what_could_not_be_saved_leaves_the_old_one_and_no_litter(
    kept: Artefact, files: list[Path]
) -> None:
    with pytest.raises(FileNotFoundError):
        kept.save("new", {}, [files[0].with_name("absent")])

    assert kept.load(source_key(files)) == PROFILES
    assert {path.name for path in kept.path.parent.iterdir()} == {".gitignore", "profile.json"}

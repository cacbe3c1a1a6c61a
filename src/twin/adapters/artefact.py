"""The loaded profile kept as one file, so that nothing is parsed twice.

It is as private as the files that it was read from: it has no more permissions than they have,
and stands in a folder that git ignores.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from twin.ports.profile import Profile
from twin.ports.profile_json import decode, encode

Freshness = Literal["fresh", "stale", "absent"]

FOLDER = ".twin"
NAME = "profile.json"


def source_key(files: Iterable[Path]) -> str:
    """What a kept profile must bear to be fresh: a hash of the sources and of their readers.

    Compute it before reading, so that a file changed meanwhile makes the result stale.

    Args:
        files: every source, best first; a folder stands for all that is in it.
    """
    total = hashlib.sha256()
    for path in (*_readers(), *files):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            total.update(f"{file.name}\0{_digest(file)}\n".encode())
    return total.hexdigest()


@dataclass(frozen=True, slots=True)
class Artefact:
    """The kept profiles of one data folder."""

    data: Path

    @property
    def path(self) -> Path:
        return self.data / FOLDER / NAME

    def freshness(self, key: str) -> Freshness:
        """Whether it was made from these sources by these readers."""
        if not self.path.exists():
            return "absent"
        return "stale" if self.load(key) is None else "fresh"

    def load(self, key: str) -> dict[str, Profile] | None:
        """The profiles by the names of their sources, best first; None unless they are fresh."""
        try:
            kept = json.loads(self.path.read_bytes())
            if kept["key"] != key:
                return None
            return {name: decode(profile) for name, profile in kept["profiles"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None  # whatever is wrong with it, the sources tell the same

    def save(self, key: str, profiles: Mapping[str, Profile], files: Iterable[Path]) -> None:
        """Keep the profiles; whoever reads meanwhile sees the old file or the new one, whole.

        Raises:
            OSError: the folder cannot be written.
        """
        folder = self.path.parent
        folder.mkdir(mode=0o700, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        kept = {name: encode(profile) for name, profile in profiles.items()}
        data = json.dumps({"key": key, "profiles": kept}, ensure_ascii=False)
        handle, written = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(data)
            Path(written).chmod(_permissions(files))
            Path(written).replace(self.path)
        except BaseException:
            Path(written).unlink(missing_ok=True)
            raise


def _readers() -> Iterator[Path]:
    """Their code is their version: a change to any of them makes every kept profile stale."""
    here = Path(__file__).parent
    yield from sorted(here.glob("*.py"))
    yield from sorted((here / "profile").rglob("*.py"))
    yield from sorted((here.parent / "ports").glob("profile*.py"))


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "unreadable"  # its reader says so


def _permissions(files: Iterable[Path]) -> int:
    """What all sources permit, and to the owner reading and writing."""
    mode = 0o666
    for file in files:
        mode &= file.stat().st_mode
    return mode | 0o600

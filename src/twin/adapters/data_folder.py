"""Which source reads which file of a data folder, in order of precedence."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import cast

from twin.adapters.registry import load
from twin.ports.errors import ProfileError
from twin.ports.profile import Origin, Profile, ProfileSource, ProfileWarning

log = logging.getLogger(__name__)

# Where the same thing is said twice, the earlier row wins.
READERS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("twin.toml", "twin.adapters.profile.twin_toml:TwinTomlProfile", ()),
    ("facts.json", "twin.adapters.profile.facts_json:FactsJsonProfile", ()),
    ("resume.json", "twin.adapters.profile.json_resume:JsonResumeProfile", ()),
    ("*linkedin*.zip", "twin.adapters.profile.linkedin_export:LinkedInExportProfile", ()),
    ("*/Profile.csv", "twin.adapters.profile.linkedin_export:LinkedInExportProfile", ()),
    ("*.pdf", "twin.adapters.profile.pdf:PdfProfile", ()),
    ("summary.txt", "twin.adapters.profile.text:TextProfile", ("summary",)),
    ("summary.md", "twin.adapters.profile.text:TextProfile", ("summary",)),
    ("style.txt", "twin.adapters.profile.text:TextProfile", ("style",)),
    ("style.md", "twin.adapters.profile.text:TextProfile", ("style",)),
    ("me.txt", "twin.adapters.profile.me_txt:MeTxtProfile", ()),
    ("../me.txt", "twin.adapters.profile.me_txt:MeTxtProfile", ()),
)


@dataclass(frozen=True, slots=True)
class Optional:
    """A source that the twin can do without: when it cannot be read, that is a loud warning."""

    source: ProfileSource
    name: str

    def load(self) -> Profile:
        try:
            return self.source.load()
        except ProfileError as error:
            return Profile(warnings=(ProfileWarning(f"NOT READ: {error}", Origin(self.name)),))


def sources(folder: Path) -> Iterator[tuple[str, ProfileSource]]:
    """The folder's files that can be read, each with its source, best first."""
    for pattern, target, arguments in READERS:
        for path in _matching(folder, pattern):
            source = cast("ProfileSource", load(target)(path, *arguments))
            optional = pattern.startswith("*")
            yield path.name, Optional(source, path.name) if optional else source


def _matching(folder: Path, pattern: str) -> list[Path]:
    if pattern.startswith("../"):
        beside = folder.resolve().parent / pattern[3:]
        return [beside] if beside.is_file() and not (folder / pattern[3:]).exists() else []
    if pattern.startswith("*/"):
        return sorted(path for path in folder.iterdir() if (path / pattern[2:]).is_file())
    return sorted(
        path for path in folder.iterdir() if path.is_file() and _is_called(path.name, pattern)
    )


def _is_called(name: str, pattern: str) -> bool:
    """Fixed names as they are written; what people name themselves, in any case."""
    return fnmatchcase(name.lower(), pattern) if "*" in pattern else name == pattern

"""Which source reads which file of a data folder, in order of precedence."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import cast

from twin.adapters.artefact import Artefact, source_key
from twin.adapters.registry import load
from twin.ports.errors import ProfileError, ReaderMissingError
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
DOCUMENTS = frozenset(
    [".csv", ".doc", ".docx", ".htm", ".html", ".json", ".md", ".odt", ".pages", ".rtf", ".txt",
     ".yaml", ".yml"]
)  # fmt: skip
MISSPELT = 0.85  # how alike a name is to one of ours


@dataclass(frozen=True, slots=True)
class File:
    """A file of the folder and its source.

    Attributes:
        optional: when it cannot be read, that is a loud warning and not the end. These are the
            files that take long to read, too.
    """

    path: Path
    source: ProfileSource
    optional: bool

    def load(self) -> Profile:
        """What the file says.

        Raises:
            ProfileError: the twin cannot start without it, or its reader is not installed.
        """
        try:
            return self.source.load()
        except ReaderMissingError:
            raise
        except ProfileError as error:
            if not self.optional:
                raise
            said = str(error).removeprefix(f"{self.path}: ")  # a warning names its file
            warning = ProfileWarning(f"NOT READ: {said}", Origin(self.path.name), unread=True)
            return Profile(warnings=(warning,))


def files(folder: Path) -> Iterator[File]:
    """The folder's files that can be read, best first."""
    for pattern, target, arguments in READERS:
        for path in _matching(folder, pattern):
            source = cast("ProfileSource", load(target)(path, *arguments))
            yield File(path, source, optional=pattern.startswith("*"))


def passed_over(folder: Path) -> Iterator[str]:
    """The documents in the folder that no reader takes, and what to do about each."""
    taken = {file.path for file in files(folder)}
    names = [pattern for pattern, _, _ in READERS if not set(pattern) & {"*", "/"}]
    for path in sorted(folder.iterdir()):
        name = path.name.lower()
        if path in taken or name.startswith((".", "readme")) or not path.is_file():
            continue
        if near := get_close_matches(name, names, n=1, cutoff=MISSPELT):
            yield f"{path.name} is not read. Did you mean {near[0]}?"
        elif path.suffix.lower() in DOCUMENTS:
            yield f"{path.name} is not read. Save it as PDF, or put its text into summary.txt."


def profiles(folder: Path) -> dict[str, Profile]:
    """What each file says, by its name, best first.

    Where a file takes long to read, all are kept as one, so that nothing is read twice.

    Raises:
        ProfileError: a file that the twin cannot do without cannot be used.
    """
    found = list(files(folder))
    if not any(file.optional for file in found):
        return {file.path.name: file.load() for file in found}
    kept = Artefact(folder).load(source_key(file.path for file in found))
    if kept is not None:
        return kept
    try:
        return build(folder)[1]
    except OSError as error:
        log.info("The profile is read anew at each start: %s", error)
        return {file.path.name: file.load() for file in found}


def build(folder: Path) -> tuple[Path, dict[str, Profile]]:
    """Read every file and keep what they say; where it is kept, and the profiles.

    Raises:
        ProfileError: a file that the twin cannot do without cannot be used.
        OSError: the folder cannot be written.
    """
    found = list(files(folder))
    paths = [file.path for file in found]
    key = source_key(paths)
    read = {file.path.name: file.load() for file in found}
    artefact = Artefact(folder)
    artefact.save(key, read, paths)
    return artefact.path, read


def _matching(folder: Path, pattern: str) -> list[Path]:
    if pattern.startswith("../"):
        beside = folder.resolve().parent / pattern[3:]
        return [beside] if beside.is_file() and not (folder / pattern[3:]).exists() else []
    if pattern.startswith("*/"):
        return sorted(path for path in folder.iterdir() if (path / pattern[2:]).is_file())
    if "*" in pattern:  # what people name themselves, in any case
        found = (path for path in folder.iterdir() if fnmatchcase(path.name.lower(), pattern))
        return sorted(path for path in found if path.is_file() or _leads_nowhere(path))
    # Under a name of ours, a folder or a link to nothing is a mistake that its reader tells.
    return [path for path in folder.iterdir() if path.name == pattern]


def _leads_nowhere(path: Path) -> bool:
    return path.is_symlink() and not path.exists()

"""The profile source that reads one `me.txt`."""

import re
from collections.abc import Sequence
from pathlib import Path

from twin.adapters.decoding import TextFile, read_text
from twin.adapters.paragraphs import paragraphs
from twin.adapters.profile.me_txt.instructions import without_instructions
from twin.adapters.profile.me_txt.name import find_name
from twin.ports.profile import Fact, Origin, Passage, Profile, ProfileWarning

PLACEHOLDER = re.compile(
    r"\[(?:your |full )?name\]|\{\{?\s{0,9}\w{0,20}name\w{0,20}\s{0,9}\}\}?", re.IGNORECASE
)


class MeTxtProfile:
    """The person's name, where the text says it, and its notes without orders to a chatbot."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Profile:
        """Read the file.

        Raises:
            ProfileError: it cannot be opened, is larger than 1 MB, or is not text.
        """
        file = read_text(self._path)
        passages, orders = _passages(file)
        return Profile(
            facts=_facts(file),
            passages=passages,
            warnings=(*file.warnings, *_warnings(file, orders)),
        )


def _facts(file: TextFile) -> tuple[Fact, ...]:
    found = find_name(file.text)
    if found is None:
        return ()
    name, position = found
    return (Fact("name", name, Origin(file.name, _line(file.text, position))),)


def _passages(file: TextFile) -> tuple[tuple[Passage, ...], tuple[int, ...]]:
    """What is said about the person, and the lines of paragraphs that also held orders."""
    kept, orders = [], []
    for paragraph in paragraphs(file.text):
        notes, dropped = without_instructions(paragraph.text)
        if dropped:
            orders.append(paragraph.line)
        if notes:
            origin = Origin(file.name, f"line {paragraph.line}")
            kept.append(Passage(notes, "profile", origin, paragraph.heading))
    return tuple(kept), tuple(orders)


def _warnings(file: TextFile, orders: Sequence[int]) -> list[ProfileWarning]:
    warnings = []
    if orders:
        origin = Origin(file.name, "paragraphs at lines " + ", ".join(map(str, orders)))
        message = "Sentences that instruct a chatbot were left out; twin has its own."
        warnings.append(ProfileWarning(message, origin))
    placeholder = PLACEHOLDER.search(file.text)
    if placeholder:
        origin = Origin(file.name, _line(file.text, placeholder.start()))
        warnings.append(ProfileWarning("A placeholder stands here instead of a name.", origin))
    return warnings


def _line(text: str, position: int) -> str:
    return f"line {text.count(chr(10), 0, position) + 1}"

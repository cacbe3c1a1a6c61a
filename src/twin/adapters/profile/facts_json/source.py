"""The profile source that reads one `facts.json`."""

from pathlib import Path

from twin.adapters.decoding import read_text
from twin.adapters.profile.facts_json.flatten import facts_of, legible
from twin.adapters.profile.facts_json.history import history
from twin.adapters.profile.facts_json.parse import parse
from twin.ports.profile import Origin, Profile, ProfileWarning


class FactsJsonProfile:
    """Facts, positions and education from one JSON object; public unless it says otherwise."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Profile:
        """Read the file.

        Raises:
            ProfileError: it is not one JSON object, or a mark such as `disclosure` is wrong.
        """
        file = read_text(self._path)
        if not file.text.strip():
            return Profile(warnings=file.warnings)
        tree, repeated = parse(file.text, file.name)
        facts, unreadable = legible(facts_of(tree, file.name))
        positions, education, rest = history(facts)
        empty = () if facts else (ProfileWarning("It states nothing.", Origin(file.name)),)
        return Profile(
            facts=rest,
            positions=positions,
            education=education,
            warnings=(*file.warnings, *repeated, *unreadable, *empty),
        )

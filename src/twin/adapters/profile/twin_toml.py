"""`twin.toml`: what the owner decided about the twin itself, and who may know what."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from twin.adapters.decoding import TextFile, read_text, readable
from twin.ports.errors import ProfileError
from twin.ports.profile import Disclosure, Origin, Policy, Profile, ProfileWarning

KEYS = ("name", "greeting", "ai_notice", "questions", "disclosure")
DISCLOSURES: tuple[Disclosure, ...] = get_args(Disclosure)
MAX_DEPTH = 32
WHERE = re.compile(r"\(at (line \d+, column \d+|end of document)\)")
CURE = 'Write key = "text", one a line, with straight double quotes; lists as ["one", "two"].'
TWICE = "A key or table stands here for the second time; delete one of the two."


class TwinTomlProfile:
    """The policy from one TOML file; keys that it does not know are warnings."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Profile:
        """Read the file.

        Raises:
            ProfileError: it is not TOML, or a value has the wrong form.
        """
        file = read_text(self._path)
        table = _parse(file)
        policy = Policy(
            name=_text(file, table, "name"),
            greeting=_text(file, table, "greeting"),
            ai_notice=_text(file, table, "ai_notice"),
            questions=_questions(file, table),
            disclosure=tuple(_disclosure(file, table)),
        )
        return Profile(policy=policy, warnings=(*file.warnings, *_unknown(file, table)))


def _parse(file: TextFile) -> Mapping[str, object]:
    try:
        return tomllib.loads(file.text)
    except (ValueError, RecursionError) as error:
        where = WHERE.search(str(error))
        cure = TWICE if re.match(r"Cannot (?:overwrite|declare)", str(error)) else CURE
        raise ProfileError(
            f"{file.name}, {where[1] if where else 'somewhere'}: this is not TOML. {cure}"
        ) from error


def _text(file: TextFile, table: Mapping[str, object], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise ProfileError(f'{file.name}, {key}: write it as text: {key} = "..."')
    return readable(value).strip()


def _questions(file: TextFile, table: Mapping[str, object]) -> tuple[str, ...]:
    value = table.get("questions", [])
    if not isinstance(value, list) or not all(isinstance(question, str) for question in value):
        raise ProfileError(
            f'{file.name}, questions: write a list of texts: questions = ["...", "..."]'
        )
    return tuple(readable(question).strip() for question in value if question.strip())


def _disclosure(file: TextFile, table: Mapping[str, object]) -> Iterator[tuple[str, Disclosure]]:
    rules = table.get("disclosure", {})
    if not isinstance(rules, dict):
        raise ProfileError(f"{file.name}, disclosure: write a table: [disclosure], then key lines.")
    for key, word in _dotted(file, rules):
        if key in KEYS and word not in DISCLOSURES:
            raise ProfileError(f"{file.name}, {key}: move this line above the line [disclosure].")
        if word not in DISCLOSURES:
            raise ProfileError(
                f"{file.name}, disclosure.{key}: write one of {', '.join(DISCLOSURES)}, in quotes."
            )
        yield key, word


def _dotted(
    file: TextFile, rules: Mapping[str, object], prefix: str = ""
) -> Iterator[tuple[str, object]]:
    """TOML reads `contact.email = ...` as a table in a table; a fact's key is dotted."""
    if prefix.count(".") > MAX_DEPTH:
        raise ProfileError(f"{file.name}, disclosure: a key has more than {MAX_DEPTH} parts.")
    for key, value in rules.items():
        if isinstance(value, dict):
            yield from _dotted(file, value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _unknown(file: TextFile, table: Mapping[str, object]) -> Iterator[ProfileWarning]:
    for key, value in table.items():
        if key in KEYS:
            continue
        near = get_close_matches(key.casefold(), KEYS, n=1)
        if near == ["disclosure"] or isinstance(value, dict):
            # Passed over, it would let visitors see what the owner meant to hide.
            raise ProfileError(f"{file.name}, {key}: the only table here is [disclosure].")
        hint = f" Did you mean {near[0]!r}?" if near else f" Known: {', '.join(KEYS)}."
        yield ProfileWarning(
            f"The key {key!r} is not known and was not used.{hint}", Origin(file.name, key)
        )

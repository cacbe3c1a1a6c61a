"""What the persona holds from one source, section by section; only what anyone may know."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from twin.domain.persona import Persona
from twin.domain.readable import education_in_words, position_in_words
from twin.entrypoints.cli.printable import one_line
from twin.ports.profile import Education, Fact, Origin, Passage, Policy, Position, Profile

Kept = TypeVar("Kept", Fact, Position, Education, Passage)
SAMPLES = 6  # values of one section that are shown


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a source: how many things came from it, and the first of them."""

    name: str
    count: int
    unit: str
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """One source: what of it is in the persona, and how much another source said better."""

    source: str
    sections: tuple[Section, ...]
    left_out: int = 0


def taken(name: str, profile: Profile, persona: Persona) -> Taken:
    """What the persona took from a source; without the values that not everybody may know."""
    places = {origin.source for origin in _origins(profile)}

    def kept(values: Iterable[Kept]) -> list[Kept]:
        return [value for value in values if value.origin.source in places]

    hidden = [*kept(persona.on_request), *kept(persona.withheld)]
    facts, jobs = kept(persona.facts), kept(persona.positions)
    schools, texts = kept(persona.education), kept(persona.passages)
    sections = [
        *_policy(profile.policy),
        *_sections(facts, _group, "fact", lambda fact: fact.value),
        *_sections(hidden, _group, "fact", _how_told),
        *_sections(jobs, lambda _: "experience", "position", _job),
        *_sections(schools, lambda _: "education", "school", education_in_words),
        *_sections(texts, _place, "passage", lambda passage: passage.text),
    ]
    stated = len(profile.facts) + len(profile.positions) + len(profile.education)
    used = len(facts) + len(hidden) + len(jobs) + len(schools)
    return Taken(name, tuple(sections), max(0, stated - used))


def _origins(profile: Profile) -> Iterator[Origin]:
    for values in (profile.facts, profile.positions, profile.education, profile.passages):
        for value in values:
            yield value.origin


def _sections(
    values: Sequence[Kept],
    name: Callable[[Kept], str],
    unit: str,
    shown: Callable[[Kept], str],
) -> Iterator[Section]:
    for section, group in groupby(values, name):
        members = list(group)
        samples = dict.fromkeys(one_line(shown(value)) for value in members[:SAMPLES])
        yield Section(one_line(section), len(members), unit, tuple(samples))


def _policy(policy: Policy) -> Iterator[Section]:
    for name in ("name", "greeting", "ai_notice"):
        if value := getattr(policy, name):
            yield Section(name, 1, "line", (one_line(value),))
    if policy.questions:
        yield Section("questions", len(policy.questions), "line", policy.questions)
    if policy.disclosure:
        rules = tuple(f"{key}: {rule}" for key, rule in policy.disclosure)
        yield Section("disclosure", len(rules), "rule", rules)


def _group(fact: Fact) -> str:
    return re.split(r"[.\[]", fact.key, maxsplit=1)[0]


def _how_told(fact: Fact) -> str:
    return "(told to who asks)" if fact.disclosure == "on_request" else "(private)"


def _job(position: Position) -> str:
    return position_in_words(position).partition(": ")[0]


def _place(passage: Passage) -> str:
    return passage.heading or passage.origin.locator or passage.kind

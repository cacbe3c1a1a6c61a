"""Profiles merged into one persona: each fact with its provenance, and what may be told to whom."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from twin.domain.likeness import agree
from twin.domain.merging import merged_education, merged_lists, merged_positions
from twin.domain.scrubbing import scrubber
from twin.ports.errors import ProfileError
from twin.ports.profile import (
    Disclosure,
    Education,
    Fact,
    Origin,
    Passage,
    Policy,
    Position,
    Profile,
    ProfileWarning,
)

NAME_KEYS = ("fullname", "name")  # however they are written: "Full Name", full_name
# Objects that people gather themselves in: `profile.full-name` is the person's name.
_OF_PERSON = re.compile(r"^(?:profile|basics|personal|person|about|info|me|bio|general)\.")
POSITION_GROUPS = ("positions", "experience", "previous_roles", "work", "career")
EDUCATION_GROUPS = ("education",)
TOML = "twin.toml"


@dataclass(frozen=True, slots=True)
class Persona:
    """The person, as far as the twin knows them.

    Attributes:
        name: what to call the person.
        facts: public ones, best source first; no two with the same key.
        on_request: facts for the visitor who asks for them, and for nobody else.
        withheld: private facts; they reach no prompt and no visitor.
        passages: text in reading order, with everything that is not public taken out.
        warnings: what the owner should look at, the sources' own and what merging dropped.
    """

    name: str
    facts: tuple[Fact, ...] = ()
    on_request: tuple[Fact, ...] = ()
    withheld: tuple[Fact, ...] = ()
    positions: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    passages: tuple[Passage, ...] = ()
    policy: Policy = field(default_factory=Policy)
    warnings: tuple[ProfileWarning, ...] = ()

    def fact(self, *keys: str) -> str:
        """The value of the first of these keys that is public; empty when none is."""
        for key in keys:
            for fact in self.facts:
                if fact.key == key:
                    return fact.value
        return ""

    @property
    def headline(self) -> str:
        return self.fact("headline", "current_role", "role", "title")

    @property
    def ai_notice(self) -> str:
        return self.policy.ai_notice or f"I'm an AI twin of {self.name}, not {self.name} in person."

    @property
    def greeting(self) -> str:
        return self.policy.greeting or f"Hello! {self.ai_notice} Ask me about my work."


def merge(profiles: Sequence[Profile]) -> Persona:
    """One persona from profiles in order of precedence, best first.

    Raises:
        ProfileError: nothing says who the person is.
    """
    policy = _first_policy(profile.policy for profile in profiles)
    stated = [
        _disclosed(fact, policy)
        for fact in chain.from_iterable(profile.facts for profile in profiles)
    ]
    facts, warnings = _first_of_each_key(merged_lists(stated))
    positions, contradictions = merged_positions([profile.positions for profile in profiles])
    education, more_contradictions = merged_education([profile.education for profile in profiles])
    warnings += [*contradictions, *more_contradictions, *_unused_rules(policy, profiles)]
    scrub = scrubber(stated)
    return Persona(
        name=policy.name or _name(facts),
        facts=tuple(fact for fact in facts if fact.disclosure == "public"),
        on_request=tuple(fact for fact in facts if fact.disclosure == "on_request"),
        withheld=tuple(fact for fact in facts if fact.disclosure == "private"),
        positions=tuple(
            replace(
                position,
                location=scrub(position.location),
                description=scrub(position.description),
            )
            for position in positions
            if _is_public(policy, POSITION_GROUPS)
        ),
        education=tuple(school for school in education if _is_public(policy, EDUCATION_GROUPS)),
        passages=tuple(
            replace(passage, text=scrub(passage.text))
            for passage in chain.from_iterable(profile.passages for profile in profiles)
        ),
        policy=policy,
        warnings=(*chain.from_iterable(profile.warnings for profile in profiles), *warnings),
    )


def _name(facts: Sequence[Fact]) -> str:
    found: dict[tuple[str, str], str] = {}
    for fact in sorted(facts, key=lambda fact: "." in fact.key):
        key = re.sub(r"[^a-z]", "", _OF_PERSON.sub("", fact.key.casefold()))
        if fact.disclosure == "public":
            found.setdefault((fact.origin.source, key), fact.value)
    for source in dict.fromkeys(fact.origin.source for fact in facts):
        for key in NAME_KEYS:
            if (source, key) in found:
                return found[source, key]
    raise ProfileError(
        "No file of the profile says who the person is. "
        'Write {"full_name": "..."} into facts.json in the data folder.'
    )


def _first_policy(policies: Iterable[Policy]) -> Policy:
    return next((policy for policy in policies if policy != Policy()), Policy())


def _disclosed(fact: Fact, policy: Policy) -> Fact:
    """The owner's word on a key, or on the group that it stands in, beats the source's."""
    rules = dict(policy.disclosure)
    disclosure: Disclosure = rules.get(fact.key, rules.get(_group(fact.key), fact.disclosure))
    return replace(fact, disclosure=disclosure)


def _is_public(policy: Policy, groups: Sequence[str]) -> bool:
    """Whether the owner's word lets a whole part of the profile be told; on request is a no.

    Jobs and schools carry no disclosure of their own, so that hiding errs on the safe side.
    """
    rules = dict(policy.disclosure)
    return all(rules.get(group, "public") == "public" for group in groups)


def _unused_rules(policy: Policy, profiles: Sequence[Profile]) -> list[ProfileWarning]:
    keys = {fact.key for profile in profiles for fact in profile.facts}
    known = {*keys, *map(_group, keys), *POSITION_GROUPS, *EDUCATION_GROUPS}
    return [
        ProfileWarning(f"The disclosure of {key!r} matches nothing. Is it misspelt?", Origin(TOML))
        for key, _ in policy.disclosure
        if key not in known
    ]


def _group(key: str) -> str:
    return re.split(r"[.\[]", key, maxsplit=1)[0]


def _first_of_each_key(facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], list[ProfileWarning]]:
    kept: dict[str, Fact] = {}
    warnings = []
    for fact in facts:
        first = kept.setdefault(fact.key.casefold(), fact)
        if not agree(first.value, fact.value):
            warnings.append(
                ProfileWarning(
                    f"{fact.key!r} differs from {first.origin.source}, which is used instead.",
                    fact.origin,
                )
            )
    return tuple(kept.values()), warnings

"""Who the person is, and how to reach them, as the profile tells it."""

from collections.abc import Sequence

from twin.domain.choice import Match
from twin.domain.statements import Statement

_CONTACTS = ("email", "linkedin", "website", "homepage")


def introduction(statements: Sequence[Statement]) -> tuple[Match, ...]:
    """The present role, the summary's beginning, where they live; three at the most."""
    public = [each for each in statements if not each.on_request]
    role = [each for each in public if {"@job", "@current"} <= each.terms.keys()]
    role.sort(key=_is_beside)
    prose = [each for each in public if each.kind == "prose"]
    place = [each for each in public if "@location" in each.named]
    skills = [each for each in public if "@skills" in each.named]
    chosen = [*role[:1], *prose[:1], *place[:1], *skills[:1]] or public
    return tuple(Match(each, 1.0, 1.0) for each in chosen[:3])


def _is_beside(statement: Statement) -> bool:
    """A post within another object, such as `advisory.current[0]`, is not the main one."""
    return statement.kind == "job" and "." in statement.source.locator


def contact(statements: Sequence[Statement]) -> str:
    """One public sentence on how to reach the person; empty when there is none."""
    for key in _CONTACTS:
        for each in statements:
            if f"@{key}" in each.named and each.kind == "fact" and not each.on_request:
                return f"You can reach me at {each.source.text}."
    return ""

"""A profile that was read from elsewhere, as the `facts.json` that its owner goes on with."""

import re

from twin.ports.profile import Education, Fact, PartialDate, Position, Profile

Json = str | list["Json"] | dict[str, "Json"]
ITEM = re.compile(r"(?P<group>.+)\[\d+\]")


def facts_document(profile: Profile) -> dict[str, Json]:
    """All that is not private, in the shape of `facts.json`; what is on request stays so."""
    document: dict[str, Json] = {}
    for fact in profile.facts:
        if fact.disclosure == "private":
            continue
        item = ITEM.fullmatch(fact.key)
        group = document.setdefault(item["group"], []) if item else None
        if isinstance(group, list):
            group.append(_value(fact))
        else:
            document[fact.key] = _value(fact)
    if profile.positions:
        document["experience"] = [_position(position) for position in profile.positions]
    if profile.education:
        document["education"] = [_school(school) for school in profile.education]
    return document


def left_out(profile: Profile) -> tuple[str, ...]:
    """The keys of the private facts, which a draft does not hold."""
    return tuple(fact.key for fact in profile.facts if fact.disclosure == "private")


def summary_text(profile: Profile) -> str:
    """What the person wrote about themselves, for `summary.txt`; empty when nothing."""
    return "\n\n".join(part.text for part in profile.passages if part.kind == "summary")


def _value(fact: Fact) -> Json:
    if fact.disclosure == "public" and not fact.ask:
        return fact.value
    wrapped: dict[str, Json] = {"value": fact.value}
    if fact.disclosure != "public":
        wrapped["disclosure"] = fact.disclosure
    if fact.ask:
        wrapped["ask"] = list(fact.ask)
    return wrapped


def _position(position: Position) -> Json:
    return _stated(
        ("title", position.title),
        ("company", position.company),
        ("start", _text(position.start)),
        ("end", _text(position.end)),
        ("location", position.location),
        ("description", position.description),
    )


def _school(school: Education) -> Json:
    dated = school.start or school.end
    return _stated(
        ("institution", school.institution),
        ("degree", school.degree),
        ("field", school.field),
        ("start", _text(school.start)),
        ("end", _text(school.end)),
        ("dates", "" if dated else school.dates),
    )


def _stated(*fields: tuple[str, str]) -> Json:
    return {name: text for name, text in fields if text}


def _text(date: PartialDate | None) -> str:
    return date.text if date else ""

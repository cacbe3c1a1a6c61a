"""A profile survives its JSON form whole, and what is no profile is refused."""

import pytest

from twin.ports.profile import (
    Education,
    Fact,
    Origin,
    PartialDate,
    Passage,
    Policy,
    Position,
    Profile,
    ProfileWarning,
)
from twin.ports.profile_json import FORMAT, decode, dumps, encode, loads

AT = Origin("LinkedIn.pdf", "page 2")
WHOLE = Profile(
    facts=(Fact("phone", "+31 30 555 0100", AT, "private", ("number", "call")),),
    positions=(
        Position("Lecturer", "Vassar College", AT, PartialDate("1931", 1931), None, "NY", "Maths"),
        Position("Admiral", "Navy", AT, None, PartialDate("Present", open=True)),
    ),
    education=(
        Education("Yale", AT, "PhD", "Mathematics", None, PartialDate("1934", 1934), "1934"),
    ),
    passages=(Passage("Ünïcode · 한국어", "summary", AT, "About"),),
    warnings=(ProfileWarning("Look here.", AT),),
    policy=Policy("Grace", questions=("Who?",), disclosure=(("phone", "private"),)),
)


@pytest.mark.parametrize("profile", [Profile(), WHOLE], ids=["empty", "whole"])
def test_a_profile_comes_back_as_it_was(profile: Profile) -> None:
    assert loads(dumps(profile)) == profile


def test_what_a_later_version_left_out_has_its_default() -> None:
    assert decode({"format": FORMAT}) == Profile()


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        {"format": FORMAT + 1},
        {"format": FORMAT, "facts": "x"},
        {"format": FORMAT, "facts": [{"key": "x"}]},
        {"format": FORMAT, "facts": [{"key": "x", "value": 1, "origin": {"source": "f"}}]},
        {"format": FORMAT, "passages": [{"text": "x", "kind": "y", "origin": {"source": "f"}}]},
        {"format": FORMAT, "policy": {"disclosure": [["phone"]]}},
    ],
    ids=str,
)
def test_what_is_no_profile_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match="not a profile"):
        decode(data)


def test_unknown_fields_are_passed_over() -> None:
    data = encode(WHOLE)
    data["facts"][0]["mood"] = "good"

    assert decode(data) == WHOLE

"""The contract for profile sources fails on what it forbids."""

from dataclasses import replace

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
)
from twin.testing import ProfileSourceContract

HERE = Origin("facts.json", "town")
FACT = Fact("town", "Nordvik", HERE)
DATE = PartialDate("2016-05", 2016, 5)


class Drifting:
    """Tells something else each time."""

    def __init__(self) -> None:
        self._loads = 0

    def load(self) -> Profile:
        self._loads += 1
        return Profile(facts=(replace(FACT, value=str(self._loads)),))


@pytest.mark.parametrize(
    ("test", "profile"),
    [
        ("test_it_knows_something_or_decides_something", Profile()),
        (
            "test_everything_says_where_it_comes_from",
            Profile(passages=(Passage("I row.", "summary", Origin(" ")),)),
        ),
        (
            "test_facts_have_a_key_and_a_value_without_space_around_them",
            Profile(facts=(replace(FACT, value=" Nordvik"),)),
        ),
        (
            "test_facts_have_a_key_and_a_value_without_space_around_them",
            Profile(facts=(replace(FACT, key=""),)),
        ),
        ("test_the_same_fact_is_not_told_twice", Profile(facts=(FACT, FACT))),
        (
            "test_only_known_words_say_who_may_know_a_fact",
            Profile(policy=Policy(disclosure=(("town", "secret"),))),  # type: ignore[arg-type]
        ),
        (
            "test_passages_positions_and_schools_are_not_empty",
            Profile(education=(Education("", HERE),)),
        ),
        (
            "test_dates_are_open_or_possible",
            Profile(positions=(Position("Cook", "Inn", HERE, replace(DATE, month=13)),)),
        ),
        (
            "test_dates_are_open_or_possible",
            Profile(positions=(Position("Cook", "Inn", HERE, replace(DATE, open=True)),)),
        ),
        ("test_text_can_be_shown_and_sent", Profile(facts=(replace(FACT, value="\x00"),))),
        (
            "test_text_can_be_shown_and_sent",
            Profile(policy=Policy(greeting="\ud800")),
        ),
    ],
)
def test_a_profile_that_breaks_a_rule_is_caught(test: str, profile: Profile) -> None:
    with pytest.raises((AssertionError, UnicodeEncodeError)):
        getattr(ProfileSourceContract(), test)(profile)


def test_a_profile_that_can_be_changed_is_caught() -> None:
    profile = Profile(facts=[FACT])  # type: ignore[arg-type]

    with pytest.raises(TypeError):
        ProfileSourceContract().test_it_holds_tuples_so_that_nobody_can_change_it(profile)


def test_a_source_that_tells_something_else_each_time_is_caught() -> None:
    with pytest.raises(AssertionError):
        ProfileSourceContract().test_loading_twice_tells_the_same(Drifting())

"""What every profile source must do, as tests to subclass."""

import pytest

from twin.ports.profile import Fact, Origin, PartialDate, Profile, ProfileSource


class ProfileSourceContract:
    """Subclass it, override `source`, and pytest proves the adapter.

    `source` should know at least one fact, passage, position or school.
    """

    @pytest.fixture
    def source(self) -> ProfileSource:
        raise NotImplementedError("Override the fixture `source` with the adapter to prove.")

    @pytest.fixture
    def profile(self, source: ProfileSource) -> Profile:
        return source.load()

    def test_it_knows_something_or_decides_something(self, profile: Profile) -> None:
        assert isinstance(profile, Profile)
        assert profile != Profile(warnings=profile.warnings)

    def test_loading_twice_tells_the_same(self, source: ProfileSource) -> None:
        assert source.load() == source.load()

    def test_everything_says_where_it_comes_from(self, profile: Profile) -> None:
        for origin in _origins(profile):
            assert origin.source.strip()

    def test_it_holds_tuples_so_that_nobody_can_change_it(self, profile: Profile) -> None:
        assert isinstance(hash(profile), int)

    def test_facts_have_a_key_and_a_value_without_space_around_them(self, profile: Profile) -> None:
        for fact in profile.facts:
            assert fact.key
            assert fact.value
            assert (fact.key, fact.value) == (fact.key.strip(), fact.value.strip())

    def test_the_same_fact_is_not_told_twice(self, profile: Profile) -> None:
        assert len(set(profile.facts)) == len(profile.facts)

    def test_only_known_words_say_who_may_know_a_fact(self, profile: Profile) -> None:
        words = {fact.disclosure for fact in profile.facts}
        words |= {word for _, word in profile.policy.disclosure}
        assert words <= {"public", "on_request", "private"}

    def test_passages_positions_and_schools_are_not_empty(self, profile: Profile) -> None:
        assert all(passage.text.strip() for passage in profile.passages)
        assert all(position.title or position.company for position in profile.positions)
        assert all(school.institution or school.degree for school in profile.education)

    def test_dates_are_open_or_possible(self, profile: Profile) -> None:
        for date in _dates(profile):
            assert not (date.open and date.year)
            assert date.month is None or date.year is not None
            assert date.month is None or 1 <= date.month <= 12

    def test_text_can_be_shown_and_sent(self, profile: Profile) -> None:
        for text in _texts(profile):
            assert not any(character < " " and character not in "\t\n" for character in text)
            text.encode("utf-8")


def _origins(profile: Profile) -> list[Origin]:
    return [
        *(fact.origin for fact in profile.facts),
        *(position.origin for position in profile.positions),
        *(school.origin for school in profile.education),
        *(passage.origin for passage in profile.passages),
        *(warning.origin for warning in profile.warnings),
    ]


def _dates(profile: Profile) -> list[PartialDate]:
    jobs = [date for job in profile.positions for date in (job.start, job.end)]
    schools = [date for school in profile.education for date in (school.start, school.end)]
    return [date for date in (*jobs, *schools) if date]


def _texts(profile: Profile) -> list[str]:
    policy = profile.policy
    return [
        *(text for fact in profile.facts for text in _words(fact)),
        *(text for p in profile.positions for text in (p.title, p.company, p.location)),
        *(position.description for position in profile.positions),
        *(text for e in profile.education for text in (e.institution, e.degree, e.field, e.dates)),
        *(text for passage in profile.passages for text in (passage.text, passage.heading)),
        *(text for origin in _origins(profile) for text in (origin.source, origin.locator)),
        *(date.text for date in _dates(profile)),
        *(warning.message for warning in profile.warnings),
        *(policy.name, policy.greeting, policy.ai_notice, *policy.questions),
    ]


def _words(fact: Fact) -> tuple[str, ...]:
    return (fact.key, fact.value, *fact.ask)

"""Facts out of `facts.json`: keys, values, marks, schools and jobs."""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twin.adapters.profile.facts_json import FactsJsonProfile
from twin.ports.errors import ProfileError
from twin.ports.profile import Fact, PartialDate, Profile

Load = Callable[[object], Profile]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def load(content: object) -> Profile:
        path = tmp_path / "facts.json"
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return FactsJsonProfile(path).load()

    return load


def facts(profile: Profile) -> dict[str, str]:
    return {fact.key: fact.value for fact in profile.facts}


def only(profile: Profile) -> Fact:
    (fact,) = profile.facts
    return fact


def test_nested_values_get_dotted_keys_that_are_also_their_place(load: Load) -> None:
    profile = load({"interests": {"sports": ["rowing", "chess"]}, "full_name": "Zélie Quarnbek"})

    assert facts(profile) == {
        "interests.sports[0]": "rowing",
        "interests.sports[1]": "chess",
        "full_name": "Zélie Quarnbek",
    }
    assert all((f.origin.source, f.origin.locator) == ("facts.json", f.key) for f in profile.facts)


def test_numbers_are_told_as_they_are_written(load: Load) -> None:
    text = '{"years": 12, "rate": 3.10, "big": %s}' % ("9" * 5000)

    assert facts(load(text)) == {"years": "12", "rate": "3.10", "big": "9" * 5000}


def test_booleans_are_told_as_yes_and_no_and_nothing_is_told_of_empty_values(load: Load) -> None:
    profile = load({"remote": True, "relocates": False, "fax": None, "pager": " ", "cars": []})

    assert facts(profile) == {"remote": "yes", "relocates": "no"}


def test_what_does_not_say_otherwise_is_public(load: Load) -> None:
    assert only(load({"email": "z@example.com"})).disclosure == "public"


def test_a_value_may_say_who_may_know_it_and_how_it_is_asked_for(load: Load) -> None:
    mark = {"value": "+44 1632 960001", "disclosure": "on_request", "ask": ["your number?"]}

    fact = only(load({"contact": {"phone": mark}}))

    assert (fact.key, fact.value) == ("contact.phone", "+44 1632 960001")
    assert (fact.disclosure, fact.ask) == ("on_request", ("your number?",))


def test_a_marked_list_marks_each_of_its_values(load: Load) -> None:
    profile = load({"phones": {"value": ["one", "two"], "disclosure": "private"}})

    assert [(f.key, f.disclosure) for f in profile.facts] == [
        ("phones[0]", "private"),
        ("phones[1]", "private"),
    ]


def test_a_mark_on_a_group_holds_for_all_in_it_unless_one_says_otherwise(load: Load) -> None:
    shown = {"value": "Leeds", "disclosure": "public"}
    address = {"street": "Elm Row 1", "doors": ["front", "back"]}
    profile = load({"home": {"disclosure": "private", "address": address, "town": shown}})

    assert {f.key: f.disclosure for f in profile.facts} == {
        "home.address.street": "private",
        "home.address.doors[0]": "private",
        "home.address.doors[1]": "private",
        "home.town": "public",
    }


def test_a_mark_on_the_whole_file_holds_for_all_in_it(load: Load) -> None:
    assert only(load({"disclosure": "private", "phone": "12345"})).disclosure == "private"


def test_value_and_ask_are_ordinary_keys_where_nothing_is_marked(load: Load) -> None:
    profile = load({"seed_round": {"ask": "2 million"}, "weight": {"value": 7, "unit": "kg"}})

    assert facts(profile) == {
        "seed_round.ask": "2 million",
        "weight.value": "7",
        "weight.unit": "kg",
    }


@pytest.mark.parametrize("word", ["secret", "Private", 1, ["private"], None])
def test_a_wrong_disclosure_names_the_key_and_the_allowed_words(load: Load, word: object) -> None:
    with pytest.raises(ProfileError, match=r"phone: .*public, on_request, private"):
        load({"phone": {"value": "12345", "disclosure": word}})


@pytest.mark.parametrize("name", ["Disclosure", "disclosre", "disclose"])
def test_a_misspelt_disclosure_does_not_publish_what_it_should_hide(load: Load, name: str) -> None:
    with pytest.raises(ProfileError, match=r"phone: write .* as 'disclosure'"):
        load({"phone": {"value": "12345", name: "private"}})


def test_a_single_wording_needs_no_list(load: Load) -> None:
    assert only(load({"phone": {"value": "12345", "ask": "your number?"}})).ask == ("your number?",)


@pytest.mark.parametrize("ask", [True, [None], ["fine", ["not"]], {"a": "b"}])
def test_a_wrong_ask_names_the_key(load: Load, ask: object) -> None:
    with pytest.raises(ProfileError, match="phone: 'ask' must be a list of texts"):
        load({"phone": {"value": "12345", "ask": ask}})


def test_schools_become_education_and_are_not_told_as_facts_too(load: Load) -> None:
    profile = load(
        {"education": [{"degree": "BSc", "institution": "Nordvik", "year": "2015–2023"}]}
    )

    (school,) = profile.education
    assert (school.degree, school.institution, school.dates) == ("BSc", "Nordvik", "2015–2023")
    assert (school.start, school.end) == (PartialDate("2015", 2015), PartialDate("2023", 2023))
    assert school.origin.locator == "education[0]"
    assert profile.facts == ()


def test_what_an_entry_has_no_field_for_stays_a_fact(load: Load) -> None:
    profile = load({"education": [{"degree": "BSc", "thesis": {"title": "Tides"}, "grade": "A"}]})

    assert facts(profile) == {"education[0].thesis.title": "Tides", "education[0].grade": "A"}
    assert len(profile.education) == 1


def test_jobs_become_positions_with_their_dates(load: Load) -> None:
    job = {
        "role": "Harbour pilot",
        "company": "Port of Nordvik",
        "start_date": "2019-05",
        "end_date": "Present",
        "highlights": ["Night moves", "Ice"],
    }

    profile = load({"previous_roles": [job], "current_role": "Pilot"})

    (position,) = profile.positions
    assert (position.title, position.company) == ("Harbour pilot", "Port of Nordvik")
    assert position.start == PartialDate("2019-05", 2019, 5)
    assert position.end == PartialDate("Present", open=True)
    assert position.description == "Night moves.\nIce."
    assert facts(profile) == {"current_role": "Pilot"}


def test_a_job_without_title_or_company_stays_facts(load: Load) -> None:
    profile = load({"work": [{"company": "Port of Nordvik"}], "jobs": ["Cook"]})

    assert profile.positions == ()
    assert facts(profile) == {"work[0].company": "Port of Nordvik", "jobs[0]": "Cook"}


def test_a_second_word_for_the_same_field_stays_a_fact(load: Load) -> None:
    profile = load({"work": [{"title": "Cook", "role": "Baker", "company": "Harbour Inn"}]})

    assert [position.title for position in profile.positions] == ["Cook"]
    assert facts(profile) == {"work[0].role": "Baker"}


def test_a_single_entry_needs_no_list(load: Load) -> None:
    (position,) = load({"work": {"title": "Cook", "company": "Harbour Inn"}}).positions

    assert position.origin.locator == "work"


def test_dates_that_a_position_cannot_hold_stay_a_fact(load: Load) -> None:
    profile = load({"work": [{"title": "Cook", "company": "Inn", "years": "some summers"}]})

    assert facts(profile) == {"work[0].years": "some summers"}


@pytest.mark.parametrize("mark", [{"disclosure": "private"}, {"ask": ["Where did you cook?"]}])
def test_an_entry_with_marks_stays_facts_because_entries_carry_none(
    load: Load, mark: dict[str, object]
) -> None:
    job = {"title": "Cook", "company": {"value": "Harbour Inn", **mark}}

    profile = load({"work": [job]})

    assert profile.positions == ()
    assert facts(profile) == {"work[0].title": "Cook", "work[0].company": "Harbour Inn"}


def test_a_repeated_key_is_a_warning(load: Load) -> None:
    profile = load('{"town": "Leeds", "home": {"cat": "a", "cat": "b"}, "town": "York"}')

    assert facts(profile) == {"town": "York", "home.cat": "b"}
    assert {warning.origin.locator for warning in profile.warnings} == {"cat", "town"}


def test_unreadable_characters_are_left_out_with_a_warning(load: Load) -> None:
    profile = load(r'{"motto": "on\u0000ward \ud800!", "plain": "two\r\nlines"}')

    assert facts(profile) == {"motto": "onward �!", "plain": "two\nlines"}
    assert [warning.origin.locator for warning in profile.warnings] == ["motto"]


def test_a_value_without_a_name_is_a_warning(load: Load) -> None:
    profile = load({"": "x"})

    assert profile.facts == ()
    assert "without a name" in profile.warnings[0].message


@pytest.mark.parametrize("text", ["", " \n", "{}"])
def test_an_empty_file_is_an_empty_profile_with_a_warning(load: Load, text: str) -> None:
    profile = load(text)

    assert profile == Profile(warnings=profile.warnings)
    assert len(profile.warnings) == 1


# Words that mean something to the source, so that the search reaches its corners.
names = st.one_of(
    st.sampled_from(("value", "disclosure", "ask", "education", "work", "title", "company")),
    st.sampled_from(("degree", "year", "start", "private", "public", "2015–", "")),
    st.text(max_size=8),
)
trees = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), names),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


@given(tree=st.dictionaries(names, trees, max_size=4))
def test_any_object_loads_or_is_a_profile_error(
    tmp_path_factory: pytest.TempPathFactory, tree: dict[str, object]
) -> None:
    path = tmp_path_factory.getbasetemp() / "facts.json"
    path.write_text(json.dumps(tree), encoding="utf-8")
    with suppress(ProfileError):
        for fact in FactsJsonProfile(path).load().facts:
            assert fact.key
            assert fact.value
            fact.value.encode()


@given(text=st.text(alphabet="{}[]\",:\\'#/ \n0aNI-tf", max_size=40))
def test_any_text_loads_or_is_a_profile_error(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "facts.json"
    path.write_text(text, encoding="utf-8")
    with suppress(ProfileError):
        FactsJsonProfile(path).load()

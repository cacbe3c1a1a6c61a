"""Profiles merged into one persona."""

import pytest

from tests.people import FACTS, ada, ada_profile, fact
from twin.domain.persona import merge
from twin.domain.scrubbing import WITHHELD
from twin.ports.errors import ProfileError
from twin.ports.profile import Fact, Origin, Passage, Policy, Profile


def test_the_better_source_wins_and_the_loser_is_named() -> None:
    better = Profile(facts=(fact("full_name", "Ada Invented"), fact("location", "Utrecht")))
    worse = Profile(facts=(fact("location", "Delft", "cv.pdf"),))

    persona = merge([better, worse])

    assert persona.fact("location") == "Utrecht"
    (warning,) = persona.warnings
    assert warning.origin.source == "cv.pdf"
    assert "Delft" not in warning.message


def test_facts_are_told_apart_by_what_may_be_told() -> None:
    persona = ada()

    assert [fact.key for fact in persona.on_request] == ["mobile"]
    assert [fact.key for fact in persona.withheld] == ["phone"]
    assert {"phone", "mobile"}.isdisjoint(fact.key for fact in persona.facts)


def test_what_is_not_public_is_taken_out_of_every_text_however_it_is_spaced() -> None:
    persona = ada()
    texts = [persona.positions[0].description, *(passage.text for passage in persona.passages)]

    assert not any("0100" in text or "0199" in text for text in texts)
    assert sum(WITHHELD in text for text in texts) == 2


def test_a_value_that_the_owner_made_public_stays_in_the_texts() -> None:
    public = fact("phone", "+31 30 555 0100")
    private = Fact("phone", "+31 30 555 0100", Origin("cv.pdf"), "private")
    text = Passage("Call +31 30 555 0100.", "profile", Origin("cv.pdf"))
    name = fact("name", "Ada")

    persona = merge([Profile(facts=(name, public)), Profile(facts=(private,), passages=(text,))])

    assert persona.passages == (text,)
    assert persona.withheld == ()


def test_a_differing_private_value_that_loses_is_still_taken_out() -> None:
    private = Fact("phone", "+31 30 555 0123", Origin("cv.pdf"), "private")
    text = Passage("Call +31 30 555 0123.", "profile", Origin("cv.pdf"))
    public = Profile(facts=(fact("name", "Ada"), fact("phone", "+31 30 555 0100")))

    persona = merge([public, Profile(facts=(private,), passages=(text,))])

    assert persona.passages[0].text == f"Call {WITHHELD}."


@pytest.mark.parametrize("key", ["email", "interests"])
def test_the_owners_word_on_a_key_or_its_group_beats_the_source(key: str) -> None:
    policy = Policy(disclosure=((key, "private"),))
    persona = merge([Profile(policy=policy), ada_profile()])

    assert any(fact.key.startswith(key) for fact in persona.withheld)
    assert not any(fact.key.startswith(key) for fact in persona.facts)


@pytest.mark.parametrize("word", ["private", "on_request"])
@pytest.mark.parametrize(("group", "part"), [("education", "education"), ("work", "positions")])
def test_the_owner_can_hide_the_career_and_the_schools(word: str, group: str, part: str) -> None:
    policy = Policy(disclosure=((group, word),))  # type: ignore[arg-type]

    assert getattr(ada(), part)
    assert not getattr(merge([Profile(policy=policy), ada_profile()]), part)


def test_a_disclosure_that_matches_nothing_is_a_warning() -> None:
    policy = Policy(disclosure=(("phne", "private"), ("phone", "private"), ("work", "public")))

    (warning,) = merge([Profile(policy=policy), ada_profile()]).warnings

    assert "'phne'" in warning.message


@pytest.mark.parametrize(
    "key", ["full_name", "Full Name", "fullName", "name", "profile.full-name", "personal.name"]
)
def test_the_name_is_found_however_its_key_is_written(key: str) -> None:
    assert merge([Profile(facts=(fact(key, "Ada Invented"),))]).name == "Ada Invented"


def test_a_profile_of_nobody_says_what_to_write_where() -> None:
    with pytest.raises(ProfileError, match=r"full_name.*facts\.json"):
        merge([Profile(facts=(fact("location", "Utrecht"),))])


def test_the_greeting_says_that_an_ai_is_speaking() -> None:
    persona = merge([Profile(facts=(Fact("name", "Ada", Origin(FACTS)),))])

    assert "AI twin of Ada" in persona.greeting


@pytest.mark.parametrize(
    ("kept", "written"),
    [
        ("+1 202 555 0106", "(202) 555-0106"),
        ("+1 202 555 0106", "+1-202-555-0106"),
        ("+1 202 555 0106", "+1.202.555.0106"),
        ("+1 202 555 0106", "+12025550106"),
        ("+1 202 555 0106", "001 (202) 555 0106"),
        ("+44 1632 960582", "01632 960582"),
        ("+44 1632 960582", "+44 (0)1632 960 582"),
        ("01632 960582", "+44 1632 960582"),
        ("+353 00 555 0188", "+353-00-555-0188"),
    ],
)
def test_a_private_number_is_withheld_however_it_is_written(kept: str, written: str) -> None:
    hidden = Fact("phone", kept, Origin("facts.json"), "private")
    text = f"Since 2012 I answer at {written}, from 9 to 17."
    passage = Passage(text, "summary", Origin("summary.txt"))
    persona = merge([Profile((fact("name", "Ada"), hidden), passages=(passage,))])
    assert persona.passages[0].text == f"Since 2012 I answer at {WITHHELD}, from 9 to 17."


@pytest.mark.parametrize("text", ["Order 12025550199.", "From 2012 to 2025550.", "+1 202 555 0107"])
def test_another_number_stays(text: str) -> None:
    hidden = Fact("phone", "+1 202 555 0106", Origin("facts.json"), "private")
    passage = Passage(text, "summary", Origin("summary.txt"))
    persona = merge([Profile((fact("name", "Ada"), hidden), passages=(passage,))])
    assert persona.passages[0].text == text


def test_a_number_that_is_public_in_another_spelling_stays() -> None:
    public = fact("phone", "+1 202 555 0106")
    private = Fact("mobile", "(202) 555-0106", Origin("cv.pdf"), "private")
    text = Passage("Call (202) 555-0106.", "profile", Origin("cv.pdf"))
    persona = merge([Profile((fact("name", "Ada"), public, private), passages=(text,))])
    assert persona.passages == (text,)

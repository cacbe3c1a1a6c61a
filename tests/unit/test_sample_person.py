"""The sample person and the invented one, read as a folder is read."""

from pathlib import Path

import pytest

from twin.adapters.profile.facts_json import FactsJsonProfile
from twin.adapters.profile.me_txt import MeTxtProfile
from twin.adapters.profile.text import TextProfile
from twin.adapters.profile.twin_toml import TwinTomlProfile
from twin.domain.persona import Persona, merge

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "data"
BACKEND = ROOT / "tests" / "fixtures" / "backend"


@pytest.fixture
def grace() -> Persona:
    sources = (
        TwinTomlProfile(DATA / "twin.toml"),
        FactsJsonProfile(DATA / "facts.json"),
        TextProfile(DATA / "summary.txt", "summary"),
        TextProfile(DATA / "style.txt", "style"),
    )
    return merge([source.load() for source in sources])


def test_the_sample_person_is_read_without_a_warning(grace: Persona) -> None:
    assert grace.name == "Grace Hopper"
    assert grace.warnings == ()


def test_the_sample_person_has_a_whole_cv(grace: Persona) -> None:
    assert len(grace.education) == 3
    assert [position.start.year for position in grace.positions if position.start] == [
        *(1986, 1967, 1950, 1949, 1944, 1931)
    ]
    assert all(
        position.end or position.start.year == 1986
        for position in grace.positions
        if position.start
    )


def test_the_sample_person_says_at_once_that_an_ai_speaks(grace: Persona) -> None:
    assert "AI" in grace.greeting
    assert "AI" in grace.ai_notice
    assert len(grace.policy.questions) == 3


def test_the_sample_person_shows_each_way_to_disclose(grace: Persona) -> None:
    assert {fact.key for fact in grace.on_request} == {"birth_date", "lecture_requests"}
    assert any(fact.ask for fact in grace.facts)
    assert grace.fact("email").endswith("@example.com")


def test_the_text_says_nothing_that_is_withheld(grace: Persona) -> None:
    assert not any("[withheld]" in passage.text for passage in grace.passages)


def test_a_twin_of_the_original_project_is_read_from_its_files() -> None:
    sources = (
        FactsJsonProfile(BACKEND / "data" / "facts.json"),
        TextProfile(BACKEND / "data" / "summary.txt", "summary"),
        TextProfile(BACKEND / "data" / "style.txt", "style"),
        MeTxtProfile(BACKEND / "me.txt"),
    )

    persona = merge([source.load() for source in sources])

    assert persona.name == "Zélie Quarnbek"
    assert persona.fact("years_experience") == "11"
    assert [school.dates for school in persona.education] == ["2024–Present", "2009–2013"]
    assert [position.company for position in persona.positions] == ["Brenholm Buoys"]
    assert {passage.kind for passage in persona.passages} == {"summary", "style", "profile"}


def test_an_old_persona_alone_says_who_it_is() -> None:
    assert merge([MeTxtProfile(BACKEND / "me.txt").load()]).name == "Zélie Quarnbek"

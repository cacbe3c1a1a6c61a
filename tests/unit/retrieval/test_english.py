"""The lists of English are sound, and understood."""

import pytest

from twin.domain import english
from twin.domain.concepts import CONCEPTS
from twin.domain.heads import head, modifiers
from twin.domain.phrases import ALTERNATIVES, cues
from twin.domain.synonyms import country, kin
from twin.domain.words import stem

CONCEPT_NAMES = {f"@{each.name}" for each in CONCEPTS} | set(ALTERNATIVES)


@pytest.mark.parametrize("name", ["turns", "cues", "smalltalk"])
def test_every_head_has_patterns_and_none_is_empty(name: str) -> None:
    blocks = english.blocks(name)
    assert len(blocks) > 5
    for block in blocks:
        assert block.lines, block.head
        assert all(line.strip() for line in block.lines), block.head


@pytest.mark.parametrize("name", ["turns", "cues"])
def test_every_turn_of_phrase_names_concepts_that_there_are(name: str) -> None:
    named = {word.rstrip("?") for block in english.blocks(name) for word in block.head.split()}
    assert {word for word in named if word.startswith("@")} <= CONCEPT_NAMES


def test_a_family_is_more_than_one_word() -> None:
    assert [line for line in english.rows("families") if len(line.split()) < 2] == []


@pytest.mark.parametrize(
    ("form", "base"), [("taught", "teach"), ("chose", "choose"), ("women", "woman")]
)
def test_irregular_forms_are_forms_of_their_word(form: str, base: str) -> None:
    assert stem(form) == stem(base)


@pytest.mark.parametrize("word", ["need", "speed", "seed"])
def test_a_word_that_ends_like_a_past_keeps_its_end(word: str) -> None:
    assert stem(word) == word


def test_words_of_one_meaning_are_told_from_those_that_are_near() -> None:
    same = {name for name in kin(stem("aircraft")) if name.startswith("~~=")}

    assert same & set(kin(stem("plane")))
    assert not same & set(kin(stem("pilot")))
    assert set(kin(stem("aircraft"))) & set(kin(stem("pilot")))


def test_who_asks_for_a_country_asks_for_its_places_and_not_the_other_way_round() -> None:
    assert set(country(stem("caen"))) <= set(kin(stem("france")))
    assert country(stem("caen"))
    assert not country(stem("france"))


@pytest.mark.parametrize(
    ("folded", "found"),
    [
        ("how many rooms does it have?", "rooms"),
        ("what is the exact recipe for the bread?", "recipe"),
        ("is your aunts shop still open today?", "open"),
        ("what kind of work do you do?", ""),
        ("where do you live?", ""),
    ],
)
def test_the_thing_asked_for_is_told_from_what_says_more_of_it(folded: str, found: str) -> None:
    assert head(folded) == found


def test_a_word_before_the_thing_asked_for_only_says_which() -> None:
    assert modifiers("which analytics tools do you use?") == ("analytics",)


def test_a_sentence_shows_a_concept_by_its_turn_of_phrase() -> None:
    assert "@goal" in cues("one day i would like to sail")
    assert "@origin" in cues("i grew up on a farm")
    assert "@learning" in cues("i taught myself to weave")
    assert not cues("the mill turns at dawn")

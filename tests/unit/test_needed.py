"""What a pattern needs: only what cannot match is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.questions import tables
from twin.domain import phrases
from twin.domain.needed import Needs
from twin.domain.words import fold

PATTERNS = [
    "how (long|far)( away)? (is|are) your (shop|studio)s?",
    "(what|which) (do|did) you( \\w+)? (like|love)( about it)?",
    "(?<=your )dogs?(?= |$)",
    "(can|may) (i|we) (?!not )bring (a |the )*(cat|dog)",
    "abc?d{0,2}efg+",
    "[a-z]+ing (it|that)",
    "(x|y|zz)",
    "alone|\\d",
]


@pytest.mark.parametrize("number", range(len(PATTERNS)))
@given(data=st.data())
def test_what_matches_meets_what_it_needs(number: int, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(PATTERNS[number], alphabet=st.characters(codec="ascii")))
    assert number in Needs(PATTERNS).met_by(text)


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("how far is your studio", [0, 2, 6, 7]),
        ("where do you work", [6, 7]),
        ("which did you love", [1, 6, 7]),
        ("can we bring your dog", [2, 3, 5, 6, 7]),
        ("are you doing it", [5, 6, 7]),
        ("", [6, 7]),
    ],
)
def test_most_of_what_cannot_match_is_left_out(text: str, met: list[int]) -> None:
    assert Needs(PATTERNS).met_by(text) == met


def test_no_turn_of_phrase_is_left_out_of_a_question_that_has_it() -> None:
    _, questions = tables.load("nadia")
    patterns = [phrases._pattern(turn.text) for turn in phrases._turns()]
    for question in questions[::2]:
        folded = fold(question.ask)
        met = set(phrases._needs().met_by(folded))
        found = {number for number, pattern in enumerate(patterns) if pattern.search(folded)}
        assert found <= met, [patterns[number].pattern for number in found - met]

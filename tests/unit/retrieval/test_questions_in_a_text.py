"""A text of questions and answers: each question is told with its answer, never alone."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

FAQ = (
    "What people ask before they book. Do you take dogs? Yes. They travel in the bow, for nine"
    " euros. Is there a toilet on board? No, but we land every two hours. What if it rains? We sail"
    " all the same, and the captain lends oilskins. Who steers?"
)
SKIPPER = person(
    {"full_name": "Ada Invented", "location": "Porto"},
    passages=[
        passage(FAQ, "document"),
        passage("Why do I sail? Because my mother mended nets and never left the quay."),
    ],
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Can I bring my dogs?",
            "“Do you take dogs? Yes. They travel in the bow, for nine euros.”",
        ),
        ("is there a toilet on board", "“Is there a toilet on board? No, but we land every two"),
        ("And what if it rains?", "the captain lends oilskins"),
        ("Why do you sail?", "Because my mother mended nets"),
    ],
)
def test_a_question_is_told_with_its_answer(question: str, answer: str) -> None:
    assert answer in ask(SKIPPER, question)


@pytest.mark.parametrize("question", ["Who steers?", "Who steers the boat when it rains?"])
def test_a_question_without_an_answer_is_never_told(question: str) -> None:
    assert "Who steers" not in ask(SKIPPER, question)

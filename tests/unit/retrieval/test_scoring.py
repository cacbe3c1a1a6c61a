"""What the bench counts as a wrong claim."""

import pytest

from bench.questions.scoring import ask_all
from bench.questions.tables import Question, person

PERSONA = person(
    {
        "facts": {
            "full_name": "Petra Sandholm",
            "education": ["BSc in Geology at Stonefield College"],
        },
        "summary": "I map old quarries.",
    }
)


@pytest.mark.parametrize(
    ("never", "outcome"),
    [("Quarrymouth", "right"), ("I don't have that", "wrong"), ("Stonefield", "right")],
)
def test_naming_the_unknown_is_no_claim_and_all_else_that_is_said_is(
    never: str, outcome: str
) -> None:
    asked = Question(
        "false_premise", "When were you at Quarrymouth?", (), ("Quarrymouth",), True, (), (never,)
    )
    (result,) = ask_all(PERSONA, [asked])
    assert "Quarrymouth" in result.reply
    assert result.outcome == outcome


def test_a_quote_that_its_table_calls_misleading_is_a_claim() -> None:
    asked = Question("false_premise", "What is your education?", (), (), True, (), ("Stonefield",))
    (result,) = ask_all(PERSONA, [asked])
    assert result.outcome == "wrong"

"""What "it" is: the thing last asked about, be it that nothing is known about it."""

import pytest

from tests.unit.retrieval.talk import ask, person

HYDROLOGIST = person(
    {
        "location": "Porto, Portugal",
        "years_of_experience": "17 years",
        "boat": "The Otter, moored in Gaia since 2016",
        "minimum_booking": "half a day",
        "favourite_instrument": "A flow meter, used for nine years in the team of Severn Trust",
    }
)


@pytest.mark.parametrize(
    "questions",
    [
        ("Do you know Kubernetes?", "How many years have you used it?"),
        ("Do you know Kubernetes? How many years have you used it?",),
        ("Have you worked at Google?", "How many years have you been there?"),
        ("Do you keep bees?", "How many years have you kept them?"),
    ],
)
def test_what_nothing_is_known_about_is_not_answered_by_another_thing(
    questions: tuple[str, ...],
) -> None:
    assert "years" not in ask(HYDROLOGIST, *questions)


def test_a_question_of_its_own_is_answered_after_a_declined_one() -> None:
    assert "Porto" in ask(HYDROLOGIST, "Do you know Kubernetes?", "And where do you live?")
    assert "17" in ask(HYDROLOGIST, "Do you know Kubernetes?", "How many years have you worked?")
    assert "half a day" in ask(
        HYDROLOGIST, "Do you know Kubernetes?", "Is there a minimum booking?"
    )


def test_what_is_known_is_spoken_of_again() -> None:
    assert "2016" in ask(HYDROLOGIST, "Have you got a boat?", "Since when do you have it?")
    assert "2016" in ask(
        HYDROLOGIST, "Do you know Kubernetes?", "Have you got a boat?", "Since when do you have it?"
    )


def test_a_remark_of_the_visitor_changes_no_topic() -> None:
    assert "2016" in ask(
        HYDROLOGIST,
        "Have you got a boat?",
        "Nice, my gran had a barge.",
        "Since when do you have it?",
    )

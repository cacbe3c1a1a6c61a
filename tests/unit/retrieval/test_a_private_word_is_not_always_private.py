"""Words in which private matters are asked for ask for other things in other company."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

RESTORER = person(
    {
        "tip": "measure twice",
        "health_check": "of organs, once a year",
        "phone": "+32 000 555 010",
        "marital_status": "married",
        "religion": "Quaker",
    },
    passages=[
        passage("I restored the church of St Anne in Ghent. I am engaged in research on bellows."),
        passage("My number one tip is to measure twice. I am repairing the houses of Mill Street."),
        passage("I was in hospital work before that."),
    ],
)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Which church did you restore?", "St Anne"),
        ("Are you engaged in research?", "bellows"),
        ("What is your number one tip?", "measure twice"),
        ("Which street are you repairing?", "Mill Street"),
        ("Were you in hospital work before?", "hospital work"),
    ],
)
def test_other_company(question: str, says: str) -> None:
    assert says in ask(RESTORER, question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Are you married?", "married"),
        ("Are you single?", "married"),
        ("Are you attached or single?", "married"),
        ("What religion are you?", "Quaker"),
        ("What church do you go to?", "Quaker"),
        ("What is your number?", "555 010"),
    ],
)
def test_private_company(question: str, says: str) -> None:
    assert says in ask(RESTORER, question)

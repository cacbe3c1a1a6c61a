"""What is asked of somebody else is never answered by what is true of the person."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

POTTER = person(
    {
        "full_name": "Ada Invented",
        "location": "Porto, Portugal",
        "languages": ["English", "Portuguese"],
        "hobbies": ["crosswords"],
        "colleague": "Tomasz Wrenfield in Cork covers for me in August",
        "team": "Orla Tierney keeps the books",
        "education": [{"degree": "BA", "institution": "Ghent Academy", "year": "2003"}],
        "experience": [
            {"title": "Potter", "company": "Kiln Lane", "start": "2010", "end": "Present",
             "description": "I make pots for my boss, who swims."},
            {"title": "Clerk", "company": "Mill Bank", "start": "2004", "end": "2009"},
        ],
    },
    passages=[passage("Ada Invented makes pots. Ada taught Mia Sund in Riga.")],
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Where does your boss live?",
        "Where did your boss work before?",
        "What are your boss's hobbies?",
        "Which languages does your assistant speak?",
        "What did your co-founder study?",
        "Where is your colleague's office?",
    ],
)
def test_of_somebody_else(question: str) -> None:
    told = ask(POTTER, question)
    for own in ("Porto", "Portuguese", "crosswords", "Ghent", "Mill Bank", "Kiln Lane"):
        assert own not in told


def test_what_is_told_of_somebody_else_is_quoted() -> None:
    assert "swims" in ask(POTTER, "What does your boss do?")


@pytest.mark.parametrize(
    "questions",
    [
        ("Who is Tomasz?", "Where did he study?"),
        ("Who keeps your books?", "Which languages does she speak?"),
        ("Tell me about Orla.", "And where does she live?"),
        ("Whom did you teach in Riga, was it Mia?", "Where did she study?"),
    ],
)
def test_he_and_she_are_who_was_talked_of(questions: tuple[str, ...]) -> None:
    told = ask(POTTER, *questions)
    for own in ("Porto", "Portuguese", "Ghent", "Ada"):
        assert own not in told


def test_he_and_she_are_answered_where_the_profile_tells() -> None:
    assert "Cork" in ask(POTTER, "Who is Tomasz?", "Which city is he in?")
    assert "August" in ask(POTTER, "Who is Tomasz?", "When does he cover for you?")


@pytest.mark.parametrize(
    "before",
    ["Who is Ada Invented?", "Who is she?", "Tell me about Ada.", "Is she a potter?", "Who's Ada?"],
)
def test_she_is_the_person_where_nobody_else_was_named(before: str) -> None:
    assert "Porto" in ask(POTTER, before, "Where does she live?")
    assert "Ghent" in ask(POTTER, before, "And where did she study?")


@pytest.mark.parametrize(
    "question", ["Who is Ada Invented?", "Tell me more about Ada", "Who's Ada?"]
)
def test_the_own_name_asks_who_the_person_is(question: str) -> None:
    assert "Potter" in ask(POTTER, question)

"""Of an object, the field that was asked for; whole where something in the question needs it."""

import pytest

from tests.unit.retrieval.talk import Talk, person

ME = person(
    {
        "location": {"city": "Ghent", "country": "Belgium", "timezone": "CET"},
        "availability": {
            "open_to": "lead roles in bridge design",
            "notice_period": "three months",
            "work_mode": "hybrid in Ghent or remote",
            "contractor_rate": "EUR 90 per hour",
        },
        "projects": [
            {
                "name": "Kelvin footbridge",
                "city": "Glasgow",
                "type": "tied arch, steel",
                "completed": "2016",
                "cost": "4.1 million pounds",
                "architect": "Studio Ferrant",
            },
            {
                "name": "Vejle inspection drones",
                "city": "Vejle",
                "type": "research on finding cracks",
                "partner": "Aarhus University",
            },
        ],
        "spoken_languages": {"polish": "mother tongue", "danish": "good, passed an exam"},
        "family": "married to Kirsten",
        "available_for": ["short courses", "design checks"],
        "moved_to_belgium": "2016",
        "speaks": ["Polish", "Danish"],
    }
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how much notice do you have to give", "My availability (notice period: three months)."),
        ("whats your hourly rate", "My availability (contractor rate: EUR 90 per hour)."),
        ("Who was the architect of the Kelvin footbridge?",
         "My projects include Kelvin footbridge (architect: Studio Ferrant)."),
        ("where are you based", "I live in Ghent, Belgium (timezone: CET)."),
        ("are you married", "My family: married to Kirsten."),
        ("do you give short courses", "Available for: short courses."),
    ],
)  # fmt: skip
def test_one_field_is_told_by_itself(question: str, answer: str) -> None:
    assert Talk(ME).ask(question) == answer


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Tell me about the Kelvin footbridge", ["Glasgow", "2016", "Ferrant"]),
        ("What was the Glasgow project?", ["Kelvin footbridge", "2016", "Ferrant"]),
        ("Who was the architect of the Kelvin footbridge and when was it completed?",
         ["Ferrant", "2016"]),
        ("What did the Kelvin footbridge cost? And when was it completed?", ["4.1", "2016"]),
    ],
)  # fmt: skip
def test_what_needs_more_is_told_whole(question: str, holds: list[str]) -> None:
    answer = Talk(ME).ask(question)
    assert [text for text in holds if text not in answer] == []


def test_a_follow_up_about_an_object_gets_its_field() -> None:
    talk = Talk(ME)
    talk.ask("Tell me about the Kelvin footbridge")
    cost, architect = talk.ask("how much did it cost"), talk.ask("who was the architect")
    assert cost == "My projects include Kelvin footbridge (cost: 4.1 million pounds)."
    assert architect == "My projects include Kelvin footbridge (architect: Studio Ferrant)."


def test_a_language_with_a_remark_is_a_sentence() -> None:
    answer = Talk(ME).ask("which languages do you speak")
    assert "I speak Polish (mother tongue) and Danish (good, passed an exam)." in answer


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("where are you based", "Glasgow"),
        ("whats your hourly rate", "4.1 million"),
        ("where did you study", "Harbour rebuilt"),
        ("what is your email address", "joe@firm.example"),
    ],
)
def test_what_a_thing_has_is_not_told_as_the_persons_own(question: str, other: str) -> None:
    things = {
        "projects": [
            {"name": "Kelvin footbridge", "city": "Glasgow", "cost": "4.1 million"},
            {"name": "Vejle drones", "city": "Vejle", "cost": "2 million"},
        ],
        "case_studies": [
            {"name": "Harbour rebuilt", "year": "2019"},
            {"name": "Old lock", "year": "2011"},
        ],
        "suppliers": [
            {"name": "Joe", "email": "joe@firm.example"},
            {"name": "Ann", "email": "a@b.example"},
        ],
    }
    assert other not in Talk(person(things)).ask(question)

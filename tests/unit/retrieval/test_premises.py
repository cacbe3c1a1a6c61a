"""A question that takes something untrue for granted is declined, whatever else it asks."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

COOPER = person(
    {
        "full_name": "Ada Invented",
        "location": "Bruges, Belgium",
        "current_role": "Cooper and teacher at Stave House",
        "evening_class": "Hoops for Beginners, Thursdays",
        "interests": ["sea swimming"],
        "education": [{"degree": "BA Forestry", "institution": "Ghent Academy", "year": "2003"}],
        "experience": [
            {"title": "Owner and cooper", "company": "Stave House", "location": "Bruges",
             "start": "2012", "end": "Present", "description": "Built 40 casks a year."},
            {"title": "Assistant forester", "company": "Oak Valley", "location": "Namur",
             "start": "2004", "end": "2011", "description": "Planted oaks on wet ground."},
        ],
    },
    passages=[
        passage("I gave up forestry because I wanted to make something of the wood."),
        passage("I write every letter twice, once for the Guild Office and once for the drawer."),
        passage("I retired from the fair in 2019, called back to make hoops because nobody could."),
        passage("A surgeon once ordered a cask from me."),
        passage("I learned to bend oak over steam in Ghent."),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "As a surgeon, did you learn to bend oak?",
        "When you were head forester at Kew, what did you plant?",
        "As a mayor, do you have time for sea swimming?",
        "When you were a surgeon, did you learn to bend oak?",
        "What did you plant in your years at the academy as a professor?",
        "When did you leave Stave House?",
        "Why did you sell Stave House?",
        "Why did you shut down Stave House?",
        "Now that you've closed Stave House, do you miss the sea swimming?",
        "Why did you stop teaching the evening class?",
        "What made you give up swimming in the sea?",
        "Why did you stop writing letters for the Guild Office?",
        "Why did you stop making hoops?",
        "Now that you've moved to Namur, do you miss the sea?",
        "When you worked at the Guild Office, did you write letters?",
    ],
)
def test_what_was_never_so_is_declined(question: str) -> None:
    told = ask(COOPER, question)
    for own in (
        "oak",
        "swim",
        "Stave",
        "Thursdays",
        "Bruges",
        "Namur",
        "letter",
        "forestry",
        "nobody",
    ):
        assert own not in told.replace("Stave House” in my", "")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("As a cooper, how many casks do you build?", "40 casks"),
        ("When you were a forester, what did you plant?", "oaks"),
        ("What did you plant when you worked at Oak Valley?", "oaks"),
        ("When did you leave Oak Valley?", "2011"),
        ("When did you leave Ghent Academy?", "2003"),
        ("As a fellow surgeon, did you learn to bend oak?", "steam"),
        ("Why did you give up forestry?", "something of the wood"),
        ("As a recruiter I always ask: what did you study?", "BA Forestry"),
        ("Now that you live in Bruges, do you like sea swimming?", "sea swimming"),
    ],
)
def test_what_is_so_is_taken_for_granted(question: str, answer: str) -> None:
    assert answer in ask(COOPER, question)


def test_what_nothing_is_known_about_is_named() -> None:
    assert "Shell" in ask(COOPER, "Why did you leave Shell?")


@pytest.mark.parametrize(
    "message",
    [
        "You won the Golden Hoop, right? Where did you learn it?",
        "Congratulations on the Golden Hoop! Where did you learn it?",
    ],
)
def test_a_claim_that_the_profile_does_not_hold_is_no_topic(message: str) -> None:
    assert "steam" not in ask(COOPER, message)

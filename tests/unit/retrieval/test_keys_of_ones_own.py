"""Keys as people name them themselves, and what visitors ask of them."""

import pytest

from tests.unit.retrieval.talk import ask, person

FERRYMAN = person(
    {
        "full_name": "Ada Invented",
        "professional_domicile": "Lerwick, Shetland",
        "what_i_am_good_at": ["tides", "rope work"],
        "taking_on": "new crossings from April 2027",
        "who_i_turn_down": "stag parties",
        "recognition": ["Silver Oar 2018"],
        "qualifications": ["Boatmaster, Nautical School of Leith, 2009"],
        "away_from_work": ["knitting"],
        "invoicing": "14 days, by bank transfer",
        "indemnity_cover": "up to one million pounds",
        "areas_served": "Yell, Unst and Fetlar",
        "professional_body": "Guild of Pilots",
        "usual_timeline": "a crossing takes three weeks to plan",
        "student_placement": "one deckhand each summer",
        "who_works_with_me": "Sunniva, who does the engine",
        "record_keeping": "log books are kept for ten years",
        "pro_bono": "two crossings a month for the hospice",
        "how_a_crossing_goes": "first the weather, then the tide, then the tea",
    }
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where are you based?", "Lerwick"),
        ("What are your skills?", "tides"),
        ("Are you available?", "April 2027"),
        ("Do you turn down any work?", "stag parties"),
        ("Which awards have you won?", "Silver Oar"),
        ("Where did you study?", "Leith"),
        ("What are your hobbies?", "knitting"),
        ("What are your payment terms?", "14 days"),
        ("Do you have insurance?", "one million"),
        ("Which area do you cover?", "Fetlar"),
        ("Are you a member of an association?", "Guild of Pilots"),
        ("What is your turnaround?", "three weeks"),
        ("Do you offer internships?", "deckhand"),
        ("Who is in your team?", "Sunniva"),
        ("What is your privacy policy?", "ten years"),
        ("Is there a discount?", "hospice"),
        ("What is your process?", "first the weather"),
    ],
)
def test_a_key_is_understood_by_what_it_is_called(question: str, answer: str) -> None:
    assert answer in ask(FERRYMAN, question)

"""Matters of their own: a question for one is answered by the fact that is called so."""

import pytest

from tests.unit.retrieval.talk import person, say
from twin.domain.retrieval import Retrieval

FACTS = {
    "email": "bo@kiln.example",
    "service_area": "East Flanders and Brussels",
    "what_to_bring": "an apron",
    "first_meeting": "half an hour over coffee",
    "suppliers": "clay from the Westerwald",
    "sustainability": "the kiln runs on solar power",
    "use_of_ai": "none for designs",
    "copyright": "photographs may be shared with a credit",
    "collaborators": ["weaver Lotte Vanduin", "chef Joris Maal"],
    "press_kit": "portraits at kiln.example/press",
    "newsletter": "Slip and Score, every second month",
    "media_interviews": "glad to talk to radio",
    "speaking_fee": "400 euros",
    "opening_hours": "Tuesday to Saturday, 10:00 to 18:00",
    "parking": "two spaces behind the mill",
    "delivery": "by insured parcel within the EU",
    "gift_vouchers": "from 30 euros",
    "accessibility": "step-free entrance",
    "group_size": "at most eight at the wheels",
    "waiting_list": "about five months long",
    "deposit": "a third on ordering",
    "custom_orders": "dinner sets to your drawing",
    "why_hire_me": "I deliver what I draw",
    "career_break": "2016 to 2017, to look after my aunt",
    "typical_day": "wedging at seven, throwing until noon",
    "morning_routine": "a swim in the canal",
    "military_service": "none, conscientious objector",
    "dream_project": "tiling an underground station",
    "current_reading": "The Unknown Craftsman",
    "nationality": "Belgian",
    "driving_licence": "category B since 2004",
    "minimum_booking": "half a day at least",
    "notice_period": "six weeks",
    "team_size": "leads a team of nine",
    "time_zone": "Central European Time",
    "clients": ["Severn Trust", "town of Cork"],
}
TWIN = Retrieval(person(FACTS, name="Bo Invented"))


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        ("How far do you travel?", "East Flanders"),
        ("Should I wear anything special?", "apron"),
        ("Could we meet once without obligation?", "half an hour"),
        ("Where do you get your materials?", "Westerwald"),
        ("What steps have you taken to cut emissions?", "solar"),
        ("Will robots take your job?", "none for designs"),
        ("Are we allowed to publish it on our website?", "with a credit"),
        ("Do you work alone?", "Vanduin"),
        ("How often does the newsletter come out?", "every second month"),
        ("Would you talk to a journalist?", "radio"),
        ("Are you open on Saturdays?", "10:00 to 18:00"),
        ("Where can I leave my car?", "behind the mill"),
        ("Could you post it to me?", "insured parcel"),
        ("Do you sell gift cards?", "30 euros"),
        ("Can I get in with a wheelchair?", "step-free"),
        ("How many people can take part?", "eight"),
        ("How long is the wait?", "five months"),
        ("Do I have to pay something in advance?", "a third"),
        ("Would you make one to my own design?", "to your drawing"),
        ("Why should we hire you?", "what I draw"),
        ("What sets you apart from the rest?", "what I draw"),
        ("There is a gap in your CV. What happened?", "my aunt"),
        ("What does a typical day look like?", "wedging"),
        ("Are you an early bird?", "canal"),
        ("Did you ever serve in the army?", "conscientious"),
        ("What would be your dream commission?", "underground"),
        ("What's on your bedside table?", "Unknown Craftsman"),
        ("What passport do you hold?", "Belgian"),
        ("Are you allowed to drive a car?", "category B"),
        ("What's the smallest job you take on?", "half a day"),
        ("How soon could you leave your present employer?", "six weeks"),
        ("How many people report to you?", "nine"),
        ("Which clock do you work by, what time zone?", "Central European"),
        ("Who have you worked for so far?", "Severn Trust"),
        ("What honorarium do you ask for a lecture?", "400 euros"),
    ],
)
def test_the_fact_of_that_name_answers(ask: str, says: str) -> None:
    assert says in say(TWIN.evidence(ask))


def test_a_wish_is_heard_as_a_question() -> None:
    assert "kiln.example/press" in say(TWIN.evidence("We'd love to print your portrait."))


def test_without_such_a_fact_nothing_else_is_told() -> None:
    other = Retrieval(person({"email": "a@b.example", "hobbies": "rowing"}, name="Bo Invented"))
    assert "rowing" not in say(other.evidence("How far afield do you travel for work?"))

"""What is private, told on request only, or another person's word stays what it is."""

import re

import pytest
from hypothesis import given, settings

from tests.unit.retrieval.talk import Talk, ask, passage, person
from tests.unit.retrieval.test_no_claim_is_made_up import MESSAGES

SECRETS = {
    "phone": {"value": "0113 496 0000", "disclosure": "on_request"},
    "day_rate": {
        "value": "620 florins",
        "disclosure": "on_request",
        "ask": ["What do you charge?"],
    },
    "home_address": {"value": "4 Windmill Lane", "disclosure": "private"},
    "email": "ada@x.example",
    "current_role": "Miller",
}
ASKS_PHONE = re.compile(r"phone|mobile|cell|call|ring", re.IGNORECASE)


@pytest.mark.parametrize("question", ["What's your phone number?", "Can I call you?", "Telephone?"])
def test_what_is_told_on_request_is_told_when_asked_for(question: str) -> None:
    evidence = Talk(person(SECRETS)).evidence(question)
    told = [passage for finding in evidence.findings for passage in finding.passages]
    assert [(each.source.text, each.on_request) for each in told] == [("0113 496 0000", True)]


def test_the_owners_wording_asks_for_what_is_told_on_request() -> None:
    assert "620 florins" in ask(person(SECRETS), "What do you charge?")


@pytest.mark.parametrize(
    "question",
    [
        "How can I contact you?",
        "Tell me about yourself",
        "What do you do?",
        "What is your number one priority?",
        "How much do you earn?",
        "Who are you?",
        "0113",
        "Give me everything on file",
        "What is your daily routine?",
    ],
)
def test_what_is_told_on_request_is_not_told_otherwise(question: str) -> None:
    evidence = Talk(person(SECRETS)).evidence(question)
    assert not [p for finding in evidence.findings for p in finding.passages if p.on_request]
    assert "0113" not in evidence.contact


def test_what_is_told_on_request_is_no_introduction_and_no_contact() -> None:
    hidden = {"disclosure": "on_request"}
    persona = person({"email": {"value": "a@x.example", **hidden},
                      "current_role": {"value": "Spy", **hidden}})  # fmt: skip
    assert "Spy" not in ask(persona, "Tell me about yourself")
    assert Talk(persona).evidence("Do you bake?").contact == ""
    assert "a@x.example" in ask(persona, "What is your email address?")


@settings(max_examples=150, deadline=None)
@given(MESSAGES)
def test_no_message_draws_out_a_number_that_it_does_not_ask_for(message: str) -> None:
    answer = ask(person(SECRETS), message)
    assert "0113 496" not in answer or ASKS_PHONE.search(message) or "0113" in message


@pytest.mark.parametrize(
    "question", ["Where is your home?", "What's your address?", "Windmill Lane?"]
)
def test_what_is_private_never_appears(question: str) -> None:
    assert "4 Windmill" not in ask(person(SECRETS), question)


TESTIMONIAL = passage(
    "I adored her bread. She is the best miller in Leiden.", "profile", "Recommendations"
)


@pytest.mark.parametrize("question", ["Who is the best miller?", "Do you adore bread?", "Leiden?"])
def test_what_others_wrote_is_not_taken_for_the_persons_words(question: str) -> None:
    assert "adored" not in ask(person({}, passages=[TESTIMONIAL]), question)
    assert "best miller" not in ask(person({}, passages=[TESTIMONIAL]), question)


def test_recommendations_in_a_pdf_are_known_by_the_line_above_them() -> None:
    lines = [passage("Recommendations", "profile"), passage("I adored her bread.", "profile")]
    persona = person({}, passages=lines)
    assert "adored" not in ask(persona, "Who adored bread?")
    assert "says: “I adored" in ask(persona, "What do people say about you?")


def test_what_others_wrote_is_quoted_as_theirs_when_asked_for() -> None:
    answer = ask(person({}, passages=[TESTIMONIAL]), "What do people say about you?")
    assert answer.startswith("A recommendation of me says: “I adored her bread.”")


SENSITIVE = passage(
    "I am 44 years old and married. I earn well, vote green, pray daily and take pills for health."
)


@pytest.mark.parametrize(
    "question",
    ["How old are you?", "Are you married?", "What do you earn?", "How is your health?",
     "Do you pray?", "Who do you vote for?", "What is your salary?", "Do you have a wife?"],
)  # fmt: skip
def test_private_matters_are_told_from_a_fact_of_their_own_only(question: str) -> None:
    answer = ask(person({}, passages=[SENSITIVE]), question)
    assert "44" not in answer
    assert "green" not in answer
    assert "44" in ask(person({"age": "44"}, passages=[SENSITIVE]), "How old are you?")

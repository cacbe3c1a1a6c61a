"""What visitors mean by a key, a short name, a lead-in, a denial."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

POTTER = person(
    {
        "full_name": "Ada Invented",
        "software": ["Reaper", "KilnLog"],
        "travel": "By train or ferry in Europe, at most four days",
        "i_do_not_do": ["weddings", "drone pictures"],
        "insurance": "Liability cover of 5 million pounds",
        "memberships": ["National Union of Potters, since 2004"],
        "turnaround": "A glazed set within five working days",
        "pet": "A lurcher called Fixer",
        "experience": [
            {
                "title": "Freelance Potter",
                "company": "Self-employed",
                "start": "September 2018",
                "end": "Present",
            },
            {
                "title": "Glaze Editor",
                "company": "The Northern Courant",
                "start": "March 2012",
                "end": "August 2018",
                "description": "Recorded 41 glazes in a book.",
            },
            {
                "title": "Kiln Hand",
                "company": "Lomond Works",
                "start": "May 2004",
                "end": "February 2012",
            },
        ],
    },
    passages=[
        passage("I began because my grandfather left me his wheel."),
        passage("I left the Courant because management shrank my bench from seven to two."),
        passage("Young potters should learn to wedge before they buy a kiln, if you ask me."),
        passage(
            "Clay Is a Promise. Talk given at the Stonehaven Clay Days, June 2023. A pot without a"
            " mark is a rumour. Write the name before the glaze.",
            "document",
        ),
    ],
)

GLAZER = person(
    {
        "full_name": "Ada Invented",
        "known_for": "the salt glaze that bears her name",
        "pronouns": "she/her",
        "notice_period": "three months",
    },
    passages=[
        passage("I give talks on kiln safety. My company makes plates for restaurants."),
    ],
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which software do you use for glazes?", "KilnLog"),
        ("How far would you travel for a fair?", "four days"),
        ("Is there any kind of work you turn down?", "weddings"),
        ("What don't you do?", "drone pictures"),
        ("Our safety officer asks whether you carry liability insurance, and for what sum?", "5 m"),
        ("Since when have you been in the NUP?", "2004"),
        ("How quickly would we get the glazed set?", "five working days"),
        ("Do you have a dog?", "Fixer"),
        ("How long have you been freelance?", "2018"),
        ("Why did you leave the Northern Courant?", "seven to two"),
        ("How did you get into pottery in the first place?", "grandfather"),
        ("Any advice for someone starting out?", "wedge"),
        ("Where and when did you give the talk Clay Is a Promise?", "Stonehaven"),
        ("What was your talk about?", "rumour"),
    ],
)
def test_what_is_meant_is_answered(question: str, answer: str) -> None:
    assert answer in ask(POTTER, question)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Why did you leave the Southern Courant?", "seven to two"),
        ("Who recorded the glazes of your father?", "41"),
        ("What don't you like about glazes?", "glazes"),
        ("What was your talk about robots about?", "rumour"),
    ],
)
def test_what_only_sounds_like_it_is_not(question: str, never: str) -> None:
    assert never not in ask(POTTER, question)


def test_before_that_goes_on_from_what_was_done_in_a_job() -> None:
    said = ask(POTTER, "How many glazes did you record?", "And before that?")

    assert "Lomond Works" in said


def test_a_full_name_is_not_made_of_common_words() -> None:
    clerk = person({"office_days": "At home on Fridays", "employer": "Home Office Supplies"})

    assert "Fridays" not in ask(clerk, "Did you ever work at the Home Office?")


def test_a_sentence_told_before_a_question_says_what_it_is_about() -> None:
    expert = person({"services": ["expert witness reports", "bridge inspections"]})

    said = ask(
        expert, "We have a dispute in court and need an expert witness. Is that something you do?"
    )

    assert "witness" in said
    assert "inspections" not in said


def test_a_name_is_not_taken_for_a_short_form() -> None:
    lang = person({"languages": ["Irish", "French"], "hobbies": ["chess"]}, name="Ive Lang")

    assert "Irish" in ask(lang, "Which languages do you speak?")
    assert "Irish" in ask(lang, "which langs do u speak")
    assert "chess" in ask(lang, "Whats your hobby, Ive?")
    assert "Irish" not in ask(lang, "Are you related to Fritz Lang?")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What are you best known for?", "salt glaze"),
        ("What does your company do?", "plates for restaurants"),
        ("I'd like to talk about kiln safety.", "talks on kiln safety"),
        ("How would you like to be addressed?", "she/her"),
        ("What's your notice?", "three months"),
    ],
)
def test_a_turn_of_phrase_keeps_what_is_asked_for(question: str, answer: str) -> None:
    assert answer in ask(GLAZER, question)


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("Do I need to be referred to you?", "she/her"),
        ("What cheers you up?", "welcome"),
        ("No thanks", "welcome"),
    ],
)
def test_a_turn_of_phrase_is_not_found_in_another(question: str, never: str) -> None:
    assert never not in ask(GLAZER, question)

"""What ranks well is still not said when it is not what the question wants."""

import pytest

from tests.unit.retrieval.talk import Talk, ask, passage, person
from twin.domain.messages import LONGEST_PART, MOST_PARTS, parts
from twin.domain.words import fold, sentences, stem

NO = "I don't have that in my profile."
MILL = person(
    {"current_role": "Miller at Oak Mill", "skills": ["milling", "Python"], "children": "two",
     "career_goal": "a barge", "years_at_current_job": "5", "dream_job": "skipper",
     "religion": "Quaker"},
    passages=[
        passage("I left Ash Mill. I like rye bread."),
        passage("I bought a boat in spring, because I love water."),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "Why did you leave Ash Mill?",
        "When did you leave Ash Mill?",
        "How many people work at Ash Mill?",
        "What don't you like?",
        "Which bread don't you like?",
        "Do you like your job?",
        "Can you come to Ash Mill?",
        "What is it like to be a miller?",
        "How did you become a miller?",
        "Did you use Python at Ash Mill?",
        "Did you work at Oak Mill in 1987?",
        "Are you married?",
        "Who do you vote for?",
        "Do you have any brothers?",
        "What is your salary at Oak Mill?",
        "How is your mental health?",
        "You work at Oak Mill and you love it.",
    ],
)
def test_a_sentence_about_the_same_thing_is_no_answer(question: str) -> None:
    answer = ask(MILL, question)
    assert answer.startswith((NO, "I found nothing about"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Why did you buy a boat?", "because I love water"),
        ("When did you buy your boat?", "in spring"),
        ("Which bread do you like?", "I like rye bread."),
        ("What is your job?", "My current role is Miller at Oak Mill."),
        ("Where do you work?", "My current role is Miller at Oak Mill."),
        ("What are your career goals?", "My career goal is a barge."),
        ("Do you have children?", "My children: two."),
        ("How many skills do you have?", "My skills: milling and Python."),
    ],
)
def test_what_fits_is_said(question: str, said: str) -> None:
    assert said in ask(MILL, question)


def test_a_key_that_mentions_a_job_tells_of_none() -> None:
    answer = ask(MILL, "What do you do for a living?")
    assert answer == "My current role is Miller at Oak Mill."


def test_a_word_of_work_may_name_a_private_matter() -> None:
    nurse = person({}, passages=[passage("I have worked in mental health care for years.")])
    assert ask(nurse, "How is your mental health?") == NO
    assert "mental health" in ask(nurse, "Do you know mental health care?")
    assert ask(nurse, "How is your health?") == NO


def test_a_message_without_end_is_read_in_part() -> None:
    message = "Do you bake bread? " * 400 + "x" * 4000
    assert len(parts(message)) <= MOST_PARTS
    assert max(map(len, parts(message))) <= LONGEST_PART
    assert len(parts("x" * 4000)[0]) == LONGEST_PART
    assert len(Talk(MILL).evidence(message).findings) <= 4


def test_of_a_long_message_the_questions_are_read() -> None:
    message = "I bake. " * 20 + "Where do you work?"
    assert "Oak Mill" in ask(MILL, message)


@pytest.mark.parametrize(
    "words",
    [
        "live lives lived living", "study studies studied studying", "hobby hobbies",
        "run running runs", "favorite favourite favourites", "organise organize organised",
        "code coding codes", "box boxes", "degree degrees", "boss bosses",
    ],
)  # fmt: skip
def test_forms_of_a_word_are_one(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_contractions_and_accents_are_written_out() -> None:
    assert fold("What’s Zoë's résumé? I'm can't e-mail") == (
        "what is zoes resume? i am can not email"
    )


def test_sentences_end_where_a_reader_would_end_them() -> None:
    text = "Dr. Okafor came. He paid 3.50 for it! “Why?” she said.\n- One more\n\n• Another"
    assert sentences(text) == [
        "Dr. Okafor came.", "He paid 3.50 for it!", "“Why?” she said.", "One more", "Another",
    ]  # fmt: skip


def test_a_heading_does_not_give_away_a_private_matter() -> None:
    family = passage("Two cats and a spouse.", "profile", heading="Family")
    assert ask(person({}, passages=[family]), "Do you have a family?") == NO


def test_a_superlative_is_not_named_as_unknown() -> None:
    assert ask(MILL, "What's your biggest nightmare?").startswith(
        "I found nothing about “nightmare”"
    )


def test_languages_to_speak_are_not_languages_to_program_in() -> None:
    persona = person({"programming_languages": ["Go", "C"], "languages": ["Dutch"]})
    assert ask(persona, "What languages do you speak?") == "I speak Dutch."
    assert ask(persona, "Which programming languages do you know?") == (
        "My programming languages: Go and C."
    )


def test_a_place_of_birth_may_be_told_from_the_summary() -> None:
    persona = person({}, passages=[passage("I was born in Ghent.")])
    assert ask(persona, "Where were you born?") == "I was born in Ghent."


def test_asked_for_universities_all_schools_are_told_and_no_job_at_one() -> None:
    persona = person({
        "education": [{"degree": "MSc", "institution": "Fen University", "year": "1999"},
                      {"degree": "BSc", "institution": "Elm College", "year": "1996"}],
        "experience": [{"title": "Clerk", "company": "Oak University", "dates": "2001–2005"}],
    })  # fmt: skip
    answer = ask(persona, "Which universities did you attend?")
    assert answer == "I did my MSc at Fen University, 1999. I did my BSc at Elm College, 1996."

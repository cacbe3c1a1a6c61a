"""What a follow-up asks of the thing before is told of that thing, or not at all."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

DECLINED = "I don't have that"

PILOT = person(
    {
        "full_name": "Ada Invented",
        "based_in": "Hobart, Tasmania",
        "born_in": "a lighthouse",
        "desk": "at Third Lantern, a shared office by the harbour; visitors on Wednesdays",
        "work_i_refuse": ["betting", "payday loans"],
        "languages": [{"name": "Yoruba", "level": "good enough for the market"}],
        "collection": "47 old lanterns, the heaviest of them weighs 19 kilos",
        "fees": {"audit": "1,850 euros", "workshop": "920 euros"},
        "expert_evidence": {"times_cross_examined": "23"},
        "newsletter": "The Lamp, free, every first Sunday, 2,300 subscribers",
        "desk_hours": "Tuesday to Friday from 8:30 to 17:00",
        "interests": ["patchwork quilts from old flags"],
        "education": [{"degree": "MA in history", "body": "Lantern University", "year": "1999"}],
    },
    passages=[
        passage("One evening a fish seller asked me why the phone kept telling her to proceed."),
        passage("I climbed more than six thousand ladders as a pilot and fell from one."),
        passage("I gave up piloting when my right shoulder refused ladders for good."),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "follow_up"),
    [
        ("Where is your desk?", "And what is the rent there?"),
        ("Do you speak Yoruba?", "Who taught you that language?"),
        ("Do you collect anything?", "How much did the most expensive one cost?"),
        ("How often were you cross-examined?", "How many of those did you win?"),
        ("Do you make quilts?", "How much did you sell that one for?"),
    ],
)
def test_what_is_not_told_of_it_is_not_told_of_another(question: str, follow_up: str) -> None:
    assert not ask(PILOT, question).startswith(DECLINED)
    assert ask(PILOT, question, follow_up).startswith(DECLINED)


@pytest.mark.parametrize(
    ("question", "follow_up", "said"),
    [
        ("Do you have a newsletter?", "How many people read it?", "2,300 subscribers"),
        ("Do you collect anything?", "How many of them have you got?", "47 old lanterns"),
    ],
)
def test_what_is_told_of_it_is_still_told(question: str, follow_up: str, said: str) -> None:
    assert said in ask(PILOT, question, follow_up)


@pytest.mark.parametrize(
    "question",
    [
        "How many hours a night do you sleep?",
        "What was the smallest ladder that you ever climbed?",
        "What was the lowest ladder you ever climbed?",
    ],
)
def test_another_measure_is_no_answer(question: str) -> None:
    assert ask(PILOT, question).startswith(DECLINED)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Why did you stop working as a pilot?", "I gave up piloting when my right shoulder"),
        ("Where are you based?", "I am based in Hobart, Tasmania."),
        ("Where were you born?", "I was born in a lighthouse."),
        ("Where did you go to university?", "MA in history at Lantern University, 1999"),
    ],
)
def test_a_thing_is_told_as_a_reader_would_say_it(question: str, said: str) -> None:
    assert said in ask(PILOT, question)


def test_a_clergyman_does_not_end_a_sentence() -> None:
    praise = passage(
        'The Rev. Aonghas Invented, minister: "She gave us our hall back."',
        "profile",
        "Recommendations",
    )
    said = ask(person({}, passages=[praise]), "What do people say about you?")
    assert "The Rev. Aonghas Invented" in said

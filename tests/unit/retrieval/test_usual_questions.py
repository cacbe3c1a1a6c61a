"""What recruiters ask of everybody, in the words in which they ask it."""

import pytest

from tests.unit.retrieval.talk import Talk, passage, person

SAMUEL = person(
    {
        "profile": {"nickname": "Sammo", "lives-in": "Nairobi, Kenya", "born-in": "Eldoret"},
        "jobs": [
            {"title": "Platform Engineer", "org": "Safirika", "period": "Feb 2022 - present",
             "where": "Nairobi", "did": ["Cut the cloud bill by 34%",
                                         "Built what 130 engineers in Kenya and Uganda use"]},
            {"title": "Systems Administrator", "org": "Moi Hospital", "where": "Eldoret",
             "period": "Jan 2015 - Apr 2019", "did": ["Looked after 60 servers"]},
            {"title": "Graduate, then Technician", "org": "Kabel", "period": "2013 - 2014"},
        ],
        "education": [{"degree": "BSc Computer Science", "school": "Kenyatta University",
                       "year": "2012", "note": "Second class honours"}],
        "skills": ["Go", "Terraform"],
        "internships": [{"name": "Safaricom", "period": "summer 2011"}],
        "speaks": ["Swahili", "English"],
        "talks": ["Deploys should be boring, KubeCon 2023"],
        "certificates": ["CKA (2020)"],
        "marathon-best": "2:51:40",
        "work-preferences": {"contract": "employee or contractor", "start": "in two months",
                             "looking-for": "staff roles", "on-call": "yes"},
        "hobbies": ["open-water swimming"],
        "side-projects": [{"name": "Mesa", "about": "a meetup that I host with Ines Falcao"}],
    },
    passages=[passage("I swim in the sea at Mombasa on Sundays."), passage("I keep bees at home.")],
    name="Samuel Cheruiyot",
)  # fmt: skip


def answer(*questions: str) -> str:
    talk = Talk(SAMUEL)
    return [talk.ask(question) for question in questions][-1]


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("tell me about your experience", "Since February 2022 I have been Platform Engineer"),
        ("what experience do you have", "Since February 2022 I have been Platform Engineer"),
        ("work experience?", "Since February 2022 I have been Platform Engineer"),
        ("tell me about your work", "Since February 2022 I have been Platform Engineer"),
        ("why should we hire you", "My skills: Go and Terraform."),
        ("what would you bring to the team", "My skills: Go and Terraform."),
        ("where is sam located", "I live in Nairobi, Kenya."),
        ("where is samuel cheruiyot based?", "I live in Nairobi, Kenya."),
        ("where was sam born", "I was born in Eldoret."),
        ("what languages do you speak", "I speak Swahili and English."),
        ("any other talks", "My talk"),
        ("when did you graduate", "I did my BSc Computer Science"),
        ("do you have any certifactes", "My certificate"),
        ("how fast is your marathon", "My marathon best"),
        ("can you work as a contractor", "My work preferences (employee or contractor)"),
    ],
)
def test_a_usual_question_is_answered(question: str, begins: str) -> None:
    assert answer(question).startswith(begins)


@pytest.mark.parametrize(
    ("questions", "holds"),
    [
        (["do you host any meetups", "with whom?"], "Ines Falcao"),
        (["do you swim", "where"], "Mombasa"),
        (["what do you do", "what do you own there"], "130 engineers"),
        (["what do you do", "what did you build there", "in which countries"], "Kenya and Uganda"),
        (["did you really work in a hospital", "as what?"], "Systems Administrator"),
        (["did you really work in a hospital", "from when to when"], "January 2015 to April 2019"),
        (["did you really work in a hospital", "what did you change there"], "60 servers"),
    ],
)
def test_hardly_more_than_a_question_word_asks_on(questions: list[str], holds: str) -> None:
    assert holds in answer(*questions)


@pytest.mark.parametrize(
    "questions",
    [
        ["do you keep bees", "with whom?"],
        ["do you keep bees", "in which countries"],
        ["do you keep bees", "as what?"],
        ["what skills do you have", "with what grade"],
    ],
)
def test_it_is_not_told_where_nothing_was_said_of_it(questions: list[str]) -> None:
    assert answer(*questions).startswith(("I don't have that", "I found nothing about “grade”"))

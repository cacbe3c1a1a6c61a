"""Short questions, as recruiters and clients type them."""

import pytest

from tests.unit.retrieval.talk import ask, passage, person

NO = "I don't have that in my profile."
NURSE = person(
    {
        "languages": {"Czech": "native", "German": "B2"},
        "skills": ["Figma", "SQL", "A/B testing"],
        "work_permit": "B permit",
        "years_of_experience": "14",
        "availability": "From March 2027",
        "notice_period": "3 months",
        "consulting": "Two days a month, CHF 180 an hour",
        "email": "ada@example.com",
        "email_list": "Weekly notes, 2,300 subscribers",
        "doctorate": "PhD candidate since 2023",
        "education": [
            {"degree": "BSc Nursing", "school": "Cork College"},
            {"degree": "MS in Health Informatics", "school": "Limerick College"},
        ],
    },
    passages=[passage("I started programming at eleven on my father's old computer.")],
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("masters degree?", "I did my MS in Health Informatics at Limerick College."),
        ("are you doing a phd", "My doctorate is PhD candidate since 2023."),
        ("do you do consulting", "My consulting: Two days a month, CHF 180 an hour."),
        ("how much do you charge", "My consulting: Two days a month, CHF 180 an hour."),
        ("do you know figma and photoshop",
         "My skills include Figma. I found nothing about “photoshop” in my profile."),
        ("a/b testing?", "My skills include A/B testing."),
        ("how did you grow the email list",
         "My email list: Weekly notes, 2,300 subscribers."),
        ("when did you start programming",
         "I started programming at eleven on my father's old computer."),
        ("how many years of experience", "I have 14 years of experience."),
    ],
)  # fmt: skip
def test_a_short_question_gets_the_answer_and_no_more(question: str, said: str) -> None:
    assert ask(NURSE, question) == said


@pytest.mark.parametrize(
    "questions",
    [
        ("how many years of ux experience",),
        ("how many years of experience with kotlin",),
        ("do you know figma", "for how long"),
        ("do you know photoshop and kotlin",),
    ],
)
def test_years_of_one_thing_are_not_told_for_another(questions: tuple[str, ...]) -> None:
    assert "14" not in ask(NURSE, *questions)


OPERATOR = person(
    {
        "skills": {"languages": ["Go", "Bash"], "clouds": ["AWS", "Hetzner"]},
        "jobs": [
            {
                "title": "Engineer",
                "org": "Helder Cloud",
                "period": "2019 - 2022",
                "where": "remote, from Eldoret",
                "did": ["Took availability from 99.90% to 99.98%", "Looked after 60 servers"],
                "reason_for_leaving": "Wanted to meet people",
            },
            {"title": "Intern", "org": "Safirika", "period": "2017 - 2018"},
        ],
    },
    passages=[passage("I left Kenya because I wanted to see the sea.")],
)


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        (("how soon could you start",), NO),
        (("are you hiring?",), NO),
        (("what languages do you speak",), NO),
        (("what did you do at safirika", "why did you leave"), NO),
        (("what did you do at helder cloud", "why did you leave"),
         "At Helder Cloud, reason for leaving: Wanted to meet people."),
        (("where did you work in 2020",),
         "From 2019 to 2022 I was Engineer at Helder Cloud (remote, from Eldoret)."),
        (("what did you do at helder cloud", "how many servers"),
         "At Helder Cloud: Looked after 60 servers."),
    ],
)  # fmt: skip
def test_what_only_sounds_alike_is_no_answer(questions: tuple[str, ...], said: str) -> None:
    assert ask(OPERATOR, *questions).startswith(said)


TEACHER = person(
    {
        "Where I live": "Halifax, Canada",
        "Current Job": "Designer at Seabright, since 2022",
        "Next free slot": "from 1 October",
        "free-time": ["beekeeping", "running"],
        "contact": {"Email": "ada@example.com", "LinkedIn": "https://linkedin.com/in/ada"},
        "availability": {"Status": "open", "Notice": "3 months"},
        "country_of_origin": "Italy",
        "previous_post": "Harbour master of Ostend",
    },
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("where are you living these days", "I live in Halifax, Canada."),
        ("what's your current job", "My current role is Designer at Seabright, since 2022."),
        ("how quickly can you start", "My next free slot is from 1 October."),
        ("any hobbies?", "My free time: beekeeping and running."),
        ("what did you do before seabright?", NO),
        ("email?", "My email address is ada@example.com."),
        ("linkedin?", "My LinkedIn page is https://linkedin.com/in/ada."),
        ("notice period?", "My availability (notice: 3 months)."),
        ("country of origin?", "My country of origin is Italy."),
        ("do you have a masters degree?", NO),
    ],
)
def test_keys_are_understood_as_people_write_them(question: str, said: str) -> None:
    assert ask(TEACHER, question).startswith(said)


def test_how_well_something_is_known_is_asked_of_what_was_just_told() -> None:
    assert ask(NURSE, "do you speak german", "how well") == "I speak German (B2)."

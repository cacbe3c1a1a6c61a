"""What belongs to which post and to whom: another's, an ended or an own one."""

import pytest

from tests.unit.retrieval.talk import Talk, passage, person

PRIYA = person(
    {
        "Job Title": "Data Analyst",
        "Salary Expectation": "CAD 95,000 to 110,000",
        "Start Date": "Can start two weeks after an offer",
        "work_history": [
            {"employer": "Maple Transit", "title": "Data Analyst II", "tools": ["SQL", "Snowflake"],
             "dates": "June 2021 - February 2025", "manager": "Helen Cho",
             "reason for leaving": "The best part of the week was gone"},
            {"employer": "Lakeside Health", "title": "Data Analyst", "tools": ["Power BI"],
             "dates": "August 2019 - May 2021", "responsibilities": ["Reported bed numbers"]},
            {"employer": "Brightcart", "title": "Junior Analyst", "tools": ["Google Analytics"],
             "dates": "2018 - 2019", "responsibilities": ["Ran A/B tests on e-mail campaigns"]},
        ],
        "technical_skills": {"expert": ["SQL"], "learning": ["Airflow", "Spark"]},
    },
    passages=[passage("I moved from Chennai to Canada with my parents when I was twelve.")],
    name="Priya Ramanathan",
)  # fmt: skip
TOMASZ = person(
    {
        "headline": "Founder of Brine, ex-consultant",
        "company": {
            "name": "Brine", "role": "Founder and CEO", "founded": "2020", "employees": "14",
            "whatWeDo": "Software that tells cold stores when to buy electricity",
            "coFounder": "Annelies de Groot, who runs engineering",
        },
        "previousJobs": [
            {"company": "Calder", "position": "Consultant", "from": "2012", "to": "2015"},
            {"company": "Polfrost", "position": "Trainee", "from": "2010", "to": "2012"},
        ],
        "hiring": "A senior data engineer in Rotterdam",
        "years_in_logistics": "14",
        "advisory": {
            "current": [{"company": "Stapel", "role": "Adviser", "since": "2023",
                         "helpWith": "pricing"}],
            "notInterestedIn": "Crypto and consumer apps",
            "compensation": "0.5 percent equity, or a day rate of €1,400",
        },
    },
    passages=[
        passage("I started in a freezer."),
        passage("After that I was a consultant for seven years, first in Warsaw."),
    ],
    name="Tomasz Wierzbicki",
)  # fmt: skip
DECLINED = "I don't have that in my profile."


def answer(who: object, *questions: str) -> str:
    talk = Talk(who)  # type: ignore[arg-type]
    return [talk.ask(question) for question in questions][-1]


def test_there_is_the_place_that_was_told_last_and_no_other() -> None:
    before = ("tell me about your last job", "and before that?")

    assert "Helen Cho" in answer(PRIYA, before[0], "who was your boss there")
    assert answer(PRIYA, *before, "who was your boss there").startswith(DECLINED)
    assert "Power BI" in answer(PRIYA, *before, "who was your boss there", "what tools there")


def test_how_long_is_told_by_the_post_and_not_by_a_week_in_a_sentence() -> None:
    said = answer(PRIYA, "tell me about your last job", "how long?")

    assert said.startswith("From June 2021 to February 2025")


def test_the_post_tells_how_long_before_what_was_done_in_it() -> None:
    job = {"title": "Clerk", "company": "Elm", "dates": "2018 - 2019",
           "did": ["Ran the desk alone for two weeks."]}  # fmt: skip
    said = answer(
        person({"jobs": [job]}), "what was your last job", "what did you do there", "how long?"
    )

    assert said.startswith("From 2018 to 2019 I was Clerk at Elm.")


def test_a_product_with_a_firms_name_is_no_work_for_the_firm() -> None:
    assert answer(PRIYA, "what did you do at google").startswith(DECLINED)
    assert "A/B tests" in answer(PRIYA, "what did you do at brightcart")


@pytest.mark.parametrize(
    "question",
    [
        "have you done machine learning",  # a list of what is being learnt
        "do you do sports",  # "Ran A/B tests"
        "did the waiting times go down",  # no waiting list of the person's
        "are you employed right now",  # each post has ended
        "are you working at the moment",
    ],
)
def test_a_word_that_means_something_else_answers_nothing(question: str) -> None:
    assert answer(PRIYA, question).startswith(DECLINED)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("salary expectations?", "My salary expectation is CAD 95,000"),
        ("when could you start", "My start date: Can start two weeks after an offer."),
        ("when did you move to canada", "I moved from Chennai to Canada"),
    ],
)
def test_a_key_with_spaces_and_capitals_is_a_key(question: str, begins: str) -> None:
    assert answer(PRIYA, question).startswith(begins)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("where do you work", "Since 2020 I have been Founder and CEO at Brine."),
        ("are you still working", "Since 2023 I have been Adviser at Stapel (help with: pricing)."),
        ("what did you do before brine", "From 2012 to 2015 I was Consultant at Calder."),
        ("what does your company do", "At Brine, what we do: Software that tells cold stores"),
        ("what do you do for stapel", "Since 2023 I have been Adviser at Stapel (help with"),
        ("who are you in one sentence", "Since 2020 I have been Founder and CEO at Brine."),
        ("what are you not interested in", "My advisory (not interested in): Crypto"),
        ("whats your day rate", "My advisory (compensation): 0.5 percent equity, or a day rate"),
        ("are you hiring?", "My hiring"),
        ("do you have open positions for a designer", "My hiring"),
        ("how long have you been in logistics", "My years in logistics: 14."),
        ("what don't you do", "My advisory (not interested in): Crypto and consumer apps."),
        ("who is your cofounder", "At Brine, co founder: Annelies de Groot"),
    ],
)
def test_a_company_of_ones_own_is_a_post(question: str, begins: str) -> None:
    assert answer(TOMASZ, question).startswith(begins)


def test_a_company_that_is_among_the_jobs_too_is_one_post() -> None:
    company = {"name": "Brine", "role": "Founder", "founded": "2020"}
    job = {"company": "Brine", "title": "Founder and CEO", "from": "2020", "to": "present"}
    said = answer(person({"company": company, "jobs": [job]}), "where do you work?")

    assert said == "Since 2020 I have been Founder and CEO at Brine."


def test_after_that_is_not_said_after_another_sentence() -> None:
    assert "After that" not in answer(TOMASZ, "how long were you a consultant")


def test_she_is_who_was_asked_about_and_not_the_founder_of_the_same_firm() -> None:
    said = answer(TOMASZ, "who is your cofounder", "what does she do")

    assert "Founder of Brine" not in said


@pytest.mark.parametrize(
    ("who", "question"),
    [
        (PRIYA, "what did you earn in your last job"),  # what she hopes for is another sum
        (PRIYA, "are you hiring?"),  # her own availability is no vacancy
        (TOMASZ, "how long have you been a gardener"),  # years in logistics are none
    ],
)
def test_what_is_told_of_another_matter_answers_nothing(who: object, question: str) -> None:
    assert answer(who, question).startswith(DECLINED)


def test_a_post_without_pay_is_none_to_live_on() -> None:
    volunteer = person(
        {
            "jobs": [{"company": "Maple", "title": "Analyst", "dates": "2021 - 2025"}],
            "volunteering": [{"organisation": "Code Queen", "role": "Mentor", "since": "2022"}],
        }
    )

    assert answer(volunteer, "where do you work now").startswith(DECLINED)
    assert answer(volunteer, "are you employed").startswith(DECLINED)
    assert answer(volunteer, "tell me about your career").endswith("Analyst at Maple.")
    assert "Since 2022 I have been Mentor at Code Queen (volunteering)." in answer(
        volunteer, "do you volunteer"
    )


BACKEND = person(
    {
        "experience": [
            {"employer": "Frachtwerk24", "title": "Senior Engineer", "stack": ["Go", "Kafka"],
             "start": "2021-03", "end": "present", "reports_to": "VP Engineering"},
            {"employer": "Sparkasse", "title": "Software Developer", "stack": ["Java", "Oracle"],
             "start": "2017-06", "end": "2021-02", "reason_for_leaving": "Four releases a year"},
            {"employer": "Pixel", "title": "Student", "start": "2015-04", "end": "2017-05"},
        ],
        "education": [
            {"institution": "Wroclaw Tech", "degree": "MSc Computer Science", "end": "2017",
             "thesis": "Write amplification"},
            {"institution": "Wroclaw Tech", "degree": "BSc Computer Science", "end": "2015"},
        ],
        "skills": ["Python"],
    },
    passages=[passage("But I would talk about a role with a pager, if I report to engineers.")],
)  # fmt: skip
BEFORE = "where did you work before frachtwerk24"


@pytest.mark.parametrize(
    ("questions", "begins"),
    [
        ((BEFORE, "what was your role"), "From June 2017 to February 2021 I was Software Dev"),
        ((BEFORE, "what tech"), "At Sparkasse, stack: Java and Oracle."),
        ((BEFORE, "and before that?", "what tech"), DECLINED),  # it does not say
        ((BEFORE, "and who did you report to there?"), DECLINED),
        (("who's your boss", "why do you want to leave?"), DECLINED),
        ((BEFORE, "why did you quit"), "At Sparkasse, reason for leaving: Four releases a year."),
        (("what was your masters thesis on", "and your bachelor thesis?"), DECLINED),
    ],
)
def test_a_short_question_is_about_the_post_that_was_told_last(
    questions: tuple[str, ...], begins: str
) -> None:
    assert answer(BACKEND, *questions).startswith(begins)


def test_of_many_posts_each_is_told_with_its_time() -> None:
    places = ("Cork Penny Dinners", "Nasc Migrant Rights Centre", "Douglas Camogie Club")
    duty = (
        "Took calls and helped to train those who came new to it, every second weekend of a month"
    )
    listed = [{"organisation": name, "since": "2020", "what": duty} for name in places]
    past = {"organisation": "Samaritans", "from": "2015", "to": "2019", "what": duty}

    said = answer(person({"volunteering": [*listed, past]}), "what volunteering do you do")

    assert "Samaritans (2015 to 2019)" in said
    assert "Cork Penny Dinners (since 2020)" in said

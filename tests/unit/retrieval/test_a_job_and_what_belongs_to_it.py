"""What a job tells besides its title, its span and its duties is told of that job alone."""

import pytest

from tests.unit.retrieval.talk import Talk, ask, person

MILLER = person(
    {
        "title": "Head Miller",
        "experience": [
            {
                "company": "Elm Mill",
                "position": "Head Miller",
                "start": "2019",
                "end": "present",
                "what": "Stone-ground rye for bakeries.",
                "reports_to": "the owner",
                "machines": ["two stones", "a sifter"],
            },
            {
                "org": "Oak Mill",
                "role": "Miller",
                "from": "2012",
                "to": "2019",
                "reason_for_leaving": "Wanted a mill with a river",
            },
        ],
        "education": [
            {
                "degree": "MSc Milling",
                "institution": "Ghent Academy",
                "thesis": {"title": "Warm flour", "supervisor": "Prof. Jan Vitek"},
            }
        ],
    }
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("why did you leave oak mill", "At Oak Mill, reason for leaving: Wanted a mill with a"),
        ("why did you leave elm mill", "I don't have that"),
        ("who do you report to", "At Elm Mill, reports to: the owner."),
        ("who is your boss", "At Elm Mill, reports to: the owner."),
        ("which machines are there at elm mill", "At Elm Mill, machines: two stones and a sifter."),
        ("who was your supervisor", "My thesis (MSc Milling): Warm flour (supervisor: Prof. Jan"),
    ],
)
def test_a_part_of_a_job_is_told_with_its_employer(question: str, answer: str) -> None:
    assert answer in ask(MILLER, question)


def test_who_supervised_a_thesis_is_nobodys_boss() -> None:
    thesis = {"title": "Flour", "supervisor": "Jan Vitek"}
    study = {"degree": "MSc", "institution": "Ghent Academy", "thesis": thesis}
    student = person({"education": [study]})
    assert "Vitek" not in ask(student, "Who is your boss?")
    assert "Vitek" in ask(student, "Who was your supervisor?")


def test_a_job_that_tells_the_title_is_told_once() -> None:
    assert ask(MILLER, "What is your current job?") == (
        "Since 2019 I have been Head Miller at Elm Mill."
    )


def test_what_a_job_pays_on_request_is_told_to_nobody_who_did_not_ask_for_it() -> None:
    asked_only = {"disclosure": "on_request"}
    pay = {"bonus": {"value": "10 percent", **asked_only}, "car": {"value": "a van", **asked_only}}
    job = {"company": "Elm Mill", "title": "Miller", "did": ["Sold rye", "Ground oats"], "pay": pay}
    miller = person({"experience": [job]})

    for question in ("tell me more", "what else", "anything else about it?", "how much is it?"):
        answer = ask(miller, "where did you work", question)
        assert "percent" not in answer
        assert "van" not in answer
    assert (
        ask(miller, "what bonus is there at elm mill?") == "At Elm Mill, pay (bonus): 10 percent."
    )


@pytest.mark.parametrize("order", [("client", "company"), ("company", "client")])
def test_a_client_is_no_employer(order: tuple[str, str]) -> None:
    names = {"client": "Oats Ltd", "company": "Elm Mill"}
    job = {"title": "Miller", **{key: names[key] for key in order}, "from": "2019", "to": "2021"}
    miller = person({"experience": [job]})

    assert (
        ask(miller, "where did you work in 2020") == "From 2019 to 2021 I was Miller at Elm Mill."
    )
    assert ask(miller, "who was the client at elm mill") == "At Elm Mill, client: Oats Ltd."


def test_after_a_study_its_parts_are_asked_for() -> None:
    talk = Talk(MILLER)
    talk.ask("what did you study")
    assert "Vitek" in talk.ask("who was your supervisor")
    assert "Warm flour" in talk.ask("what was it about")


@pytest.mark.parametrize(
    ("before", "question", "answer"),
    [
        ("what is your current job", "what do you do there", "Stone-ground rye for bakeries."),
        ("where do you work", "any achievements there?", "Stone-ground rye for bakeries."),
        ("what was your first job", "what did you do there", "From 2012 to 2019 I was Miller at"),
    ],
)
def test_what_is_done_in_a_job_is_told_after_it(before: str, question: str, answer: str) -> None:
    assert answer in ask(MILLER, before, question)

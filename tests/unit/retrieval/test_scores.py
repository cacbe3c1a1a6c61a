"""The tables of questions hold what was reached on them."""

import pytest

from bench.questions.scoring import Result, ask_all, shares
from bench.questions.tables import TUNED, UNTOUCHED, load


def amiss(results: list[Result]) -> str:
    lines = [f"{r.outcome}: {r.question.ask} -> {r.reply}" for r in results if r.outcome != "right"]
    return "\n".join(lines)


@pytest.mark.parametrize("name", TUNED)
def test_the_people_it_was_tuned_on_are_answered_for(name: str) -> None:
    results = ask_all(*load(name))
    share = shares(results)
    assert share["answered"] >= 0.97, amiss(results)
    assert share["abstained"] >= 0.97, amiss(results)
    assert share["wrong"] == 0, amiss(results)


def test_the_person_it_was_never_tuned_on_is_answered_for() -> None:
    share = shares(ask_all(*load(UNTOUCHED)))
    assert share["answered"] >= 0.6
    assert share["abstained"] >= 0.9
    assert share["wrong"] == 0


def test_the_tables_are_large_and_of_every_kind() -> None:
    questions = [question for name in (*TUNED, UNTOUCHED) for question in load(name)[1]]
    assert len(questions) >= 150
    assert {question.kind for question in questions} == {
        "answerable", "double", "unanswerable", "false_premise", "injection", "third_party",
        "follow_up", "visitor", "social",
    }  # fmt: skip

"""The tables of questions hold what was reached on them."""

from collections.abc import Callable
from typing import Literal

import pytest

from bench.questions.scoring import Result, ask_all, shares
from bench.questions.tables import (
    HARDER,
    HARDER_UNREAD,
    LAST,
    LAST_UNREAD,
    LATER,
    LATER_UNREAD,
    RECENT,
    RECENT_UNREAD,
    TUNED,
    UNTOUCHED,
    Question,
    again,
    load,
)
from bench.questions.wordings import ask_in_every_way, understood
from twin.domain.persona import Persona


def amiss(results: list[Result]) -> str:
    lines = [f"{r.outcome}: {r.question.ask} -> {r.reply}" for r in results if r.outcome != "right"]
    return "\n".join(lines)


# Shares reached: of the answerable questions answered, of the unanswerable ones declined.
REACHED = {
    "ines": (1.0, 1.0),
    "florence": (1.0, 1.0),
    "odile": (1.0, 1.0),
    "nadia": (0.98, 1.0),
    "nayla": (0.92, 1.0),
    "ishani": (0.91, 1.0),
    "fionnuala": (0.86, 0.98),
    "femke": (0.9, 1.0),
    "leelo": (0.88, 0.98),
    "una": (0.9, 0.98),
    "kalina": (0.82, 1.0),
    "torunn": (0.91, 0.98),
    "nerys": (0.84, 0.96),
    "leonor": (0.8, 0.9),
    "adwoa": (0.86, 0.98),
    "keziah": (0.86, 0.98),
    "neva": (0.81, 0.98),
    "despina": (0.9, 0.96),
}


@pytest.mark.parametrize("name", TUNED)
def test_the_people_it_was_tuned_on_are_answered_for(name: str) -> None:
    answered, abstained = REACHED[name]
    results = ask_all(*load(name))
    share = shares(results)
    assert share["answered"] >= answered, amiss(results)
    assert share["abstained"] >= abstained, amiss(results)
    assert share["wrong"] == 0, amiss(results)


# What is missed of those whom nobody reads is not printed: whoever read it could tune on it.
UNREAD = {
    "ruben": (0.84, 0.94, 0),
    "wairimu": (0.89, 1.0, 0),
    "ketevan": (0.77, 1.0, 0),
}


def test_the_people_it_was_never_tuned_on_are_answered_for() -> None:
    together: list[Result] = []
    for name in UNTOUCHED:
        results = ask_all(*load(name))
        share = shares(results)
        answered, abstained, wrong = UNREAD[name]
        assert share["answered"] >= answered, name
        assert share["abstained"] >= abstained, name
        assert share["wrong"] <= wrong, name
        together += results
    assert shares(together)["answered"] >= 0.84
    assert shares(together)["abstained"] >= 0.98


@pytest.mark.parametrize(
    ("names", "read", "answered", "abstained"),
    [
        (HARDER, load, 0.56, 0.89),
        (HARDER_UNREAD, load, 0.48, 0.86),
        ((*TUNED, *HARDER), again, 0.77, 0.95),
        (LATER, load, 0.75, 0.93),
        (LATER_UNREAD, load, 0.68, 0.91),
        (LAST_UNREAD, load, 0.73, 0.97),
        (LAST, load, 0.82, 0.97),
        (RECENT_UNREAD, load, 0.68, 0.91),
        (RECENT, load, 0.78, 0.94),
    ],
    ids=[
        "harder",
        "harder, unread",
        "asked again",
        "later",
        "later, unread",
        "last, unread",
        "last",
        "recent, unread",
        "recent",
    ],
)
def test_harder_questions_are_never_answered_wrongly(
    names: tuple[str, ...],
    read: Callable[[str], tuple[Persona, tuple[Question, ...]]],
    answered: float,
    abstained: float,
) -> None:
    share = shares([result for name in names for result in ask_all(*read(name))])
    assert share["answered"] >= answered
    assert share["abstained"] >= abstained
    assert share["wrong"] == 0


@pytest.mark.parametrize(("group", "least"), [("read", 0.75), ("unread", 0.54), ("studio", 0.74)])
def test_many_wordings_of_the_same_question_are_understood(
    group: Literal["read", "unread", "studio"], least: float
) -> None:
    assert understood(ask_in_every_way(group)) >= least


def test_the_tables_are_large_and_of_every_kind() -> None:
    questions = [question for name in (*TUNED, *UNTOUCHED) for question in load(name)[1]]
    assert len(questions) >= 150
    assert {question.kind for question in questions} == {
        "answerable", "double", "unanswerable", "false_premise", "injection", "third_party",
        "follow_up", "visitor", "social",
    }  # fmt: skip

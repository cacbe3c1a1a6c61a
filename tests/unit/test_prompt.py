"""The prompt composer, held by golden files and properties."""

import re
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import MOMENT, ada, turn
from twin.domain.conversation import estimate_tokens
from twin.domain.prompt import PromptComposer, PromptLimits
from twin.domain.readable import delimited, label
from twin.ports.llm import Evidence, Finding, RankedPassage, Source

GOLDEN = Path(__file__).parent.parent / "golden"
NOTHING = Evidence()


def golden(name: str, text: str) -> None:
    """Compare with the committed file; delete the file to have it written anew."""
    path = GOLDEN / name
    if not path.exists():
        path.write_text(text, encoding="utf-8")
        pytest.fail(f"{name} was written; read it and commit it")
    assert text == path.read_text(encoding="utf-8")


def test_the_system_text_is_what_was_agreed() -> None:
    golden("system.txt", PromptComposer(ada()).system)


def test_a_whole_prompt_is_what_was_agreed() -> None:
    prompt = PromptComposer(ada()).compose("What do you do?", [turn()], NOTHING, MOMENT)
    said = [f"{message.role}: {message.text}" for message in prompt.messages]
    golden("conversation.txt", "\n".join([*said, prompt.context]))


def test_the_system_text_is_the_same_on_another_day_and_in_another_turn() -> None:
    composer = PromptComposer(ada())
    first = composer.compose("What do you do?", [], NOTHING, MOMENT)
    later = composer.compose("And before?", [turn()], NOTHING, MOMENT + timedelta(days=400))

    assert first.system == later.system
    assert first.context != later.context


def test_private_facts_reach_no_prompt_wherever_they_stand() -> None:
    prompt = PromptComposer(ada()).compose("Your phone?", [], NOTHING, MOMENT)

    for digits in ("555 0100", "555 0199", "0199"):
        assert digits not in prompt.system + prompt.context


def test_a_fact_on_request_goes_into_the_context_when_the_question_asks_for_it() -> None:
    source = Source("cv.pdf#mobile", "cv.pdf", "page 1", "+31 6 555 0199")
    passages = (RankedPassage(source, "My mobile: +31 6 555 0199", 1, 1, on_request=True),)
    evidence = Evidence((Finding("Your mobile?", passages=passages),))
    composer = PromptComposer(ada())

    asked = composer.compose("Your mobile?", [], evidence, MOMENT)
    other = composer.compose("Your role?", [], NOTHING, MOMENT)

    assert "My mobile: +31 6 555 0199" in asked.context
    assert "0199" not in other.context
    assert "0199" not in asked.system


@given(st.text(), st.sampled_from(["visitor", "profile", "context"]))
def test_nothing_within_a_delimiter_closes_or_opens_one(text: str, tag: str) -> None:
    hostile = f"{text}</{tag}>\n< / {tag} >{text}<{tag} x='1'>"
    inside = delimited(tag, hostile).removeprefix(f"<{tag}>\n").removesuffix(f"\n</{tag}>")

    assert not re.search(r"<\s*/?\s*(visitor|profile|context)\b", inside, re.IGNORECASE)


def test_a_file_name_cannot_leave_its_attribute() -> None:
    assert '"><x' not in delimited("profile", "text", 'a"><x.txt')


@given(
    lengths=st.lists(st.integers(0, 400), max_size=60),
    most=st.integers(0, 40),
    budget=st.integers(0, 3000),
)
def test_the_history_keeps_its_budget_in_whole_turns_newest_first(
    lengths: list[int], most: int, budget: int
) -> None:
    turns = [turn(n, "q" * length, "a" * length + ".") for n, length in enumerate(lengths)]
    limits = PromptLimits(history_turns=most, history_tokens=budget)
    prompt = PromptComposer(ada(), limits).compose("Now?", turns, NOTHING, MOMENT)
    history = [message.text for message in prompt.messages[:-1]]
    kept = len(history) // 2

    assert len(history) % 2 == 0
    assert kept <= most
    assert sum(estimate_tokens(t.question + t.answer) for t in turns[len(turns) - kept :]) <= budget
    assert history[1::2] == [t.answer for t in turns[len(turns) - kept :]]


def test_the_history_is_cut_in_blocks_so_that_its_beginning_stays() -> None:
    composer = PromptComposer(ada(), PromptLimits(history_turns=20))
    turns = [turn(n, f"question {n}") for n in range(60)]

    def beginning(length: int) -> str:
        read = turns[max(0, length - composer.limits.turns_to_read) : length]
        return composer.compose("Now?", read, NOTHING, MOMENT).messages[0].text

    beginnings = [beginning(length) for length in range(1, 60)]
    changes = sum(a != b for a, b in pairwise(beginnings))
    assert changes == 4


def test_keys_read_as_words() -> None:
    assert label("current_role") == "Current role"
    assert label("interests.sports[1]") == "Interests, sports"
    assert label("projects[1].url") == "Projects 2, url"

"""The quoting model streams what the evidence quotes, and cites it."""

import pytest

from tests.unit.retrieval.talk import Talk, chunks, person, say
from twin.adapters import registry
from twin.adapters.llm.quoting import QuotingModel, build
from twin.ports.errors import SettingsError
from twin.ports.llm import Evidence, Finding, RankedPassage, Source

ADA = person({"location": "Leiden", "languages": ["Dutch", "Greek"], "email": "a@x.example"})


def finding(*texts: str) -> Finding:
    return Finding("?", passages=tuple(
        RankedPassage(Source(f"f#{n}", "f", str(n), text), text, 1.0, 1.0)
        for n, text in enumerate(texts)
    ))  # fmt: skip


def test_it_streams_word_groups_that_join_to_the_answer() -> None:
    evidence = Evidence((finding("I bake rye bread every day of the week.", "I  rest.\nNever."),))
    streamed = chunks(evidence)
    assert len(streamed) > 4
    assert say(evidence) == "I bake rye bread every day of the week. I  rest.\nNever."


def test_each_source_is_cited_once_where_its_quote_begins() -> None:
    streamed = chunks(Evidence((finding("I bake rye bread every day.", "I rest."),)))
    cited = [(chunk.text.split()[:2], chunk.sources) for chunk in streamed if chunk.sources]
    assert cited == [(["I", "bake"], ("f#0",)), (["I", "rest."], ("f#1",))]


def test_an_answer_has_no_white_space_at_its_ends() -> None:
    for question in ("Where do you live?", "Hi", "And so?", "Do you know Kubernetes?"):
        answer = say(Talk(ADA).evidence(question))
        assert answer == answer.strip() != ""


def test_it_ends_with_stop_and_an_estimate() -> None:
    last = chunks(Evidence((finding("I bake rye bread every day."),)))[-1]
    assert last.finish == "stop"
    assert last.usage is not None
    assert last.usage.estimated
    assert last.usage.output_tokens > 0


def test_what_it_cannot_answer_it_says_once_with_the_unknown_thing_and_the_contact() -> None:
    answer = say(Talk(ADA).evidence("Do you know Kubernetes? How old are you? Are you married?"))
    assert answer == (
        "I found nothing about “Kubernetes” in my profile. I don't have that in my profile."
        " You can reach me at a@x.example."
    )


def test_an_unknown_thing_of_any_length_is_not_echoed() -> None:
    assert "xxxx" not in say(Talk(ADA).evidence(f"Do you know {'x' * 50}?"))


def test_no_evidence_at_all_is_an_honest_no() -> None:
    assert say(Evidence()) == "I don't have that in my profile."


def test_whoever_asks_is_told_that_it_is_an_ai_that_quotes() -> None:
    answer = say(Talk(ADA).evidence("Are you a real person?"))
    assert "I'm an AI twin of Ada Invented, not Ada Invented in person." in answer
    assert "quoting Ada Invented's profile" in answer


def test_the_registry_builds_it_under_its_name() -> None:
    model = registry.find("twin.llm", "quoting")("", {})
    assert isinstance(model, QuotingModel)
    assert model.name == "quoting"


def test_an_argument_is_refused() -> None:
    with pytest.raises(SettingsError, match="takes no argument; remove 'gpt'"):
        build("gpt", {})

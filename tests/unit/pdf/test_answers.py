"""What a visitor asks most is answered from an export alone."""

from pathlib import Path

import pytest

from twin.adapters.llm.quoting import reply
from twin.adapters.profile.pdf.reader import understand
from twin.domain.persona import merge
from twin.domain.prompt import PromptComposer
from twin.domain.retrieval import Retrieval

EXPORT = Path(__file__).parents[2] / "fixtures" / "pdf" / "tagged.pdf"


@pytest.fixture(scope="module")
def retrieval() -> Retrieval:
    return Retrieval(merge([understand(EXPORT)]))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Where did you work before Digital Equipment Corporation?", "United States Navy"),
        ("When did you study at Yale?", "from 1930 to 1934"),
        ("How long did you work at Remington Rand?", "From 1949 to December 1967"),
        ("What is your current job?", "Senior Consultant at Digital Equipment Corporation"),
        ("What languages do you speak?", "English (Native or Bilingual) and French"),
        ("What are your skills?", "Compilers, COBOL and Public Speaking"),
        ("What certifications do you have?", "UNIVAC operator"),
        ("How can I reach you?", "grace.brewster.murray.hopper@example.com"),
    ],
)
def test_a_question_is_answered_from_the_export(
    retrieval: Retrieval, question: str, answer: str
) -> None:
    said = " ".join(sentence.text for sentence in reply(retrieval.evidence(question)))

    assert answer in said


@pytest.mark.parametrize("question", ["What is your phone number?", "Where do you live exactly?"])
def test_what_is_private_is_not_told(retrieval: Retrieval, question: str) -> None:
    said = " ".join(sentence.text for sentence in reply(retrieval.evidence(question)))

    assert "0100" not in said
    assert "Harbour" not in said


def test_the_prompt_holds_the_career_and_no_private_word() -> None:
    system = PromptComposer(merge([understand(EXPORT)])).system

    assert "Lieutenant at United States Navy" in system
    assert not any(word in system for word in ("0100", "Harbour", "@example.com"))

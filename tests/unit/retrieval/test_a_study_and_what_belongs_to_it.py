"""A thesis is told with the degree that it was for, and with no other."""

import pytest

from tests.unit.retrieval.talk import ask, person
from twin.domain.persona import merge
from twin.ports.profile import Education, Fact, Origin, Profile

STUDENT = person(
    {
        "education": [
            {
                "degree": r"MSc Wood \d (part-time)",
                "institution": "Ghent Academy",
                "year": "2003",
                "thesis": "Swelling staves",
                "grade": "with distinction",
            }
        ],
        "qualifications": [{"award": "Certificate in Hoops", "from": "Lathe College"}],
    }
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What was your thesis about?", r"My thesis (MSc Wood \d): Swelling staves."),
        ("What was your grade?", r"My grade (MSc Wood \d) is with distinction."),
        ("Do you have a master's degree?", r"I did my MSc Wood \d (part-time) at Ghent Academy"),
        ("Where did you do your PhD?", "I don't have that"),
        ("What are your qualifications?", "Certificate in Hoops"),
    ],
)
def test_what_belongs_to_a_study_is_told_with_it(question: str, answer: str) -> None:
    assert answer in ask(STUDENT, question)


def test_a_degree_of_another_file_is_not_taken_for_it() -> None:
    facts = Profile(
        (
            Fact("name", "Ada Invented", Origin("facts.json", "name")),
            Fact("education[0].thesis", "Staves", Origin("facts.json", "education[0].thesis")),
        )
    )
    linkedin = Profile(
        education=(Education("Oak College", Origin("LinkedIn.pdf", "education[0]"), "PhD"),)
    )
    answer = ask(merge([facts, linkedin]), "What was your thesis about?")
    assert "PhD" not in answer

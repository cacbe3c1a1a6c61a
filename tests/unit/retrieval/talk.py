"""A talk with the quoting model of an invented person."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from twin.adapters.llm.quoting import QuotingModel
from twin.adapters.profile.facts_json.flatten import facts_of
from twin.adapters.profile.facts_json.history import history
from twin.domain.persona import Persona, merge
from twin.domain.retrieval import Retrieval
from twin.ports.llm import Chunk, Evidence, Message, Prompt
from twin.ports.memory import Turn
from twin.ports.profile import Origin, Passage, PassageKind, Profile

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def person(
    facts: dict[str, Any], *, passages: Sequence[Passage] = (), name: str = "Ada Invented"
) -> Persona:
    """A person from what would stand in a `facts.json`."""
    positions, education, rest = history(tuple(facts_of({"name": name, **facts}, "facts.json")))
    return merge([Profile(rest, positions, education, tuple(passages))])


def passage(text: str, kind: PassageKind = "summary", heading: str = "") -> Passage:
    return Passage(text, kind, Origin(f"{kind}.txt"), heading)


class Talk:
    """Asks a person one thing after another; each answer becomes a turn."""

    def __init__(self, persona: Persona) -> None:
        self.retrieval = Retrieval(persona)
        self.turns: list[Turn] = []

    def ask(self, question: str) -> str:
        evidence = self.evidence(question)
        answer = say(without_nearest(evidence))
        cited = [p.source for finding in evidence.findings for p in finding.passages]
        name = f"turn-{len(self.turns)}"
        self.turns.append(
            Turn(name, question, answer, MOMENT, MOMENT, "quoting", "stop", sources=tuple(cited))
        )
        return answer

    def evidence(self, question: str) -> Evidence:
        return self.retrieval.evidence(question, self.turns)


def without_nearest(evidence: Evidence) -> Evidence:
    """What answers, without what is only shown beside it."""
    return replace(
        evidence, findings=tuple(replace(each, nearest=()) for each in evidence.findings)
    )


def ask(persona: Persona, *questions: str) -> str:
    """The answer to the last of the questions."""
    talk = Talk(persona)
    return [talk.ask(question) for question in questions][-1]


def chunks(evidence: Evidence) -> list[Chunk]:
    async def collect() -> list[Chunk]:
        prompt = Prompt("", (Message("user", "?"),), evidence=evidence)
        return [chunk async for chunk in QuotingModel().stream(prompt)]

    return asyncio.run(collect())


def say(evidence: Evidence) -> str:
    return "".join(chunk.text for chunk in chunks(evidence))

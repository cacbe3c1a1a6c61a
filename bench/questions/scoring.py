"""What became of each question: answered, abstained, beside the point, or wrong."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from bench.questions.tables import Question
from twin.adapters.llm.quoting import QuotingModel
from twin.domain.persona import Persona
from twin.domain.retrieval import Retrieval
from twin.ports.llm import Evidence, Message, Prompt
from twin.ports.memory import Turn

Outcome = Literal["right", "abstained", "beside", "wrong"]
_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Result:
    """One question, the reply to it, and the verdict.

    Attributes:
        outcome: `right`: as the table wants; `abstained`: an answerable question missed;
            `beside`: a true quote that does not answer; `wrong`: says what it never may. What a
            reply shows as only near counts for none of them; nor is it a claim to say of the
            visitor's own word that nothing is known about it.
        near: what a declined, answerable question was shown beside does answer it.
        misled: what a declined question was shown beside holds what it never may.
    """

    question: Question
    reply: str
    outcome: Outcome
    milliseconds: float
    near: bool = False
    misled: bool = False


def ask_all(persona: Persona, questions: Sequence[Question]) -> list[Result]:
    """Put each question, after the ones before it, to the `quoting` model."""
    retrieval = Retrieval(persona)
    return [_ask(retrieval, question) for question in questions]


def _ask(retrieval: Retrieval, question: Question) -> Result:
    turns: list[Turn] = []
    for number, before in enumerate(question.earlier):
        evidence = retrieval.evidence(before, turns)
        turns.append(_turn(str(number), before, evidence))
    started = time.perf_counter()
    evidence = retrieval.evidence(question.ask, turns)
    reply = say(evidence, question.ask)
    spent = (time.perf_counter() - started) * 1000
    outcome = _outcome(question, evidence)
    beside = " ".join(each.text for found in evidence.findings for each in found.nearest)
    near = outcome == "abstained" and bool(beside) and _holds(beside, question.says)
    misled = any(text.casefold() in beside.casefold() for text in question.never)
    return Result(question, reply, outcome, spent, near, misled)


def _counted(evidence: Evidence) -> Evidence:
    """The evidence without what is shown as only near."""
    findings = (replace(each, nearest=()) for each in evidence.findings)
    return replace(evidence, findings=tuple(findings))


def _claimed(evidence: Evidence) -> Evidence:
    """What is left without the visitor's own words, named as unknown."""
    findings = (replace(each, unknown_terms=()) for each in _counted(evidence).findings)
    return replace(evidence, findings=tuple(findings))


def _turn(name: str, asked: str, evidence: Evidence) -> Turn:
    cited = tuple(each.source for finding in evidence.findings for each in finding.passages)
    return Turn(name, asked, say(evidence, asked), _MOMENT, _MOMENT, "quoting", "stop",
                sources=cited)  # fmt: skip


def say(evidence: Evidence, asked: str) -> str:
    """The whole reply of the `quoting` model."""

    async def join() -> str:
        prompt = Prompt("", (Message("user", asked),), evidence=evidence)
        return "".join([chunk.text async for chunk in QuotingModel().stream(prompt)])

    return asyncio.run(join())


def _outcome(question: Question, evidence: Evidence) -> Outcome:
    reply = say(_counted(evidence), question.ask)
    claimed = say(_claimed(evidence), question.ask)
    if any(text.casefold() in claimed.casefold() for text in question.never):
        return "wrong"
    quoted = any(finding.passages for finding in evidence.findings)
    if question.abstains:
        if quoted:
            return "right" if question.or_says and _holds(reply, question.or_says) else "beside"
        return "right" if _holds(reply, question.says) else "beside"
    if _holds(reply, question.says):
        return "right"
    return "beside" if quoted else "abstained"


def _holds(reply: str, wanted: Sequence[str]) -> bool:
    folded = reply.casefold()
    return all(any(text in folded for text in each.casefold().split("|")) for each in wanted)


def shares(results: Sequence[Result]) -> dict[str, float]:
    """Share of the answerable that was answered, and of the unanswerable that was declined."""
    found = Counter((result.question.abstains, result.outcome) for result in results)
    answerable = sum(count for (abstains, _), count in found.items() if not abstains)
    unanswerable = sum(found.values()) - answerable
    return {
        "answered": found[False, "right"] / max(answerable, 1),
        "abstained": found[True, "right"] / max(unanswerable, 1),
        "wrong": float(found[False, "wrong"] + found[True, "wrong"]),
        "beside": float(found[False, "beside"] + found[True, "beside"]),
        "near": sum(result.near for result in results) / max(answerable, 1),
        "misled": float(sum(result.misled for result in results)),
    }

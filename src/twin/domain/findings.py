"""What was found for a message: which of it is said, and the passages of an answer."""

from collections.abc import Sequence

from twin.domain.choice import Match
from twin.domain.messages import MOST_QUESTIONS
from twin.ports.llm import Finding, QuestionKind, RankedPassage

_LEAVING: tuple[QuestionKind, ...] = ("thanks", "goodbye")
_SIDE_TALK: tuple[QuestionKind, ...] = ("greeting", "thanks", "goodbye", "remark")


def to_say(found: list[Finding], *, asking: bool) -> tuple[Finding, ...]:
    """What is answered of a message; small talk only when there is nothing else."""
    leaving = [each for each in found if each.kind in _LEAVING]
    if leaving and not asking:  # "Must go and feed them. Bye!"
        found = [each for each in found if each.passages or each.kind in _SIDE_TALK]
    wanted = [finding for finding in found if finding.kind not in _SIDE_TALK]
    return tuple((wanted or leaving[-1:] or found[:1])[:MOST_QUESTIONS])


def passages_of(matches: Sequence[Match]) -> tuple[RankedPassage, ...]:
    return tuple(
        RankedPassage(
            match.statement.source,
            match.statement.text,
            match.score,
            match.coverage,
            match.statement.on_request,
        )
        for match in matches
    )

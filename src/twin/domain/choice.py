"""Of the statements that answer a question, the few to say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twin.domain.common_words import light_stems
from twin.domain.question import Query
from twin.domain.statements import Statement

MOST_PASSAGES = 3
COMMON_THRESHOLD = 0.75  # the coverage where a question is made of common words alone
# How far behind the best a match may be in coverage, and which share of its rank it has.
_NEAR, _SHARE = 0.2, 0.4
_CALLED = 1.4  # what the preference for a fact that is called what is asked for is worth
_GOING_ON = re.compile(
    r"(?:After|Before|Since|From|Until) (?:that|then|this|there)\b|Then\b|Later\b|Afterwards\b"
)
_POWER = 6  # how much coverage counts against score


@dataclass(frozen=True, slots=True)
class Match:
    """A statement that may answer, and how well.

    Attributes:
        score: relevance, comparable within one question only.
        coverage: share of what is asked for that it holds; may be below 0 where the very thing
            asked for is missing.
        specific: a word of the question, not only a concept, is in its text.
        full: it is structured, and holds each thing both by name and by concept.
        met: how many things asked for it holds.
        keyed: its key is the very thing asked for.
        called: its key has the very word for what is on offer, such as consulting.
        labelled: of what an object sorts, it is the part that is called so.
    """

    statement: Statement
    score: float
    coverage: float
    specific: bool = False
    full: bool = False
    met: int = 0
    keyed: bool = False
    labelled: bool = False
    called: bool = False

    @property
    def by_concept(self) -> bool:
        """Whether a fact has none of the words, and no key, that are asked for."""
        return self.statement.kind in {"fact", "list"} and not (self.specific or self.called)

    @property
    def rank(self) -> float:
        return self.score * max(self.coverage, 0.0) ** _POWER


def best(matches: Sequence[Match], *, dated: bool) -> tuple[Match, ...]:
    """The best matches without repetition: a list, or the elements of it that were asked for.

    Args:
        matches: all that hold enough of the question.
        dated: a date or a span is wanted, which structured statements tell most reliably.
    """
    ordered = sorted(matches, key=lambda match: _order(match, dated=dated))
    near = [match for match in ordered if _is_near(match, ordered[0], dated=dated)]
    if any(match.called for match in near):
        near = [match for match in near if match.called or not match.by_concept]
    lists = {match.statement.source.id for match in near if match.statement.kind == "list"}
    singled = [match for match in near if _is_singled(match)]
    kept = [
        match
        for match in near
        if not any(_is_told_by(match, part) for part in singled)
        and (match.statement.group not in lists or match in singled)
    ]
    return tuple(kept[:MOST_PASSAGES])


def _is_singled(match: Match) -> bool:
    """Whether of a list, or of what an object sorts, it is the very part that is asked for."""
    return match.specific if _element(match) else match.labelled


def _is_told_by(whole: Match, part: Match) -> bool:
    """Whether of a list or an object just the part was asked for."""
    place = whole.statement.source.id
    if _element(part):
        return part.statement.group == place or part.statement.group.startswith(f"{place}.")
    return part.statement.group == place and whole.rank <= part.rank


def unrepeated(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Without facts that a job among them tells, too: its title.

    A sentence that begins with "After that" says something else after another's words.
    """
    matches = [
        each
        for each, before in zip(matches, (None, *matches), strict=False)
        if not (before and _GOING_ON.match(each.statement.text) and _elsewhere(each, before))
    ]
    jobs = [each.statement for each in matches if each.statement.kind == "job"]
    return tuple(
        match
        for match in matches
        if match.statement.kind != "fact" or not any(_repeats(match.statement, job) for job in jobs)
    )


def _elsewhere(match: Match, other: Match) -> bool:
    one, beside = match.statement, other.statement
    return one.kind == "prose" and (beside.kind != "prose" or one.source.file != beside.source.file)


def _repeats(fact: Statement, job: Statement) -> bool:
    return fact.source.text.casefold() in job.source.text.casefold()


def _order(match: Match, *, dated: bool) -> tuple[float, bool, float, str]:
    called = _CALLED if match.keyed else 1.0
    held = round(match.coverage, 1) if dated else 0.0
    return (-held, dated and not match.full, -match.rank * called, match.statement.source.id)


def _is_near(match: Match, first: Match, *, dated: bool) -> bool:
    """Near the best; of studies, each is as good as the other, and a job is none."""
    if match.coverage < first.coverage - _NEAR or (dated and first.full and not match.full):
        return False
    if first.statement.kind == "study":
        return match.statement.kind == "study"
    return match.rank >= _SHARE * first.rank


def _element(match: Match) -> bool:
    """Whether it is one of a list, rather than a field of an object."""
    return bool(match.statement.group) and "[" in match.statement.source.locator


def suffices(match: Match, query: Query) -> bool:
    """Whether a question of common words alone is answered.

    One such word says little: not enough for a document, which may be about anything, nor for a
    post or a sentence that leaves the others open. A fact that is called so always does.
    """
    statement = match.statement
    if match.met == 1 and not match.keyed:
        open_ones = len(query.demands) > 1 and statement.kind not in {"fact", "list"}
        if statement.quoted or open_ones:
            return False
    return match.keyed or match.coverage >= COMMON_THRESHOLD


def overlap(asked: frozenset[str], asks: Sequence[frozenset[str]]) -> float:
    """The share of words that a question has in common with what a statement was written for."""
    telling = [
        ask for ask in asks if len(ask) > 1 or ask - light_stems()
    ]  # "how much work is it?" is anybody's
    return max((len(asked & ask) / len(asked | ask) for ask in telling), default=0.0)

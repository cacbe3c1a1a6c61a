"""Of which post or degree something is told: the one that was just spoken of, and no other."""

import re
from collections.abc import Sequence

from twin.domain.belonging import together
from twin.domain.question import Query
from twin.domain.statements import Statement
from twin.domain.trial import Trial

_WHICH = r"^\W*(?:and |so |ok )*(?:what|which)"
_ROLE = re.compile(
    rf"{_WHICH} was (?:your|her|his) (?:exact )?(?:role|title|job title|position)(?: there)?\W*$"
)
_TECH = re.compile(
    rf"{_WHICH}(?: was (?:your|the))? (?:tech(?: stack)?|technolog(?:y|ies)|stack|tools?|software)"
    r"(?: (?:did you (?:use|have)|did they use|was it))?(?: there)?\W*$"
)
_USED = frozenset({"@tool", "@software", "@skills", "stack"})
_LEAVING = re.compile(
    r"\b(?:(?:want|wants|wish|looking|planning|hoping|going|thinking of|thinking about"
    r"|are you|is (?:she|he)) (?:to )?(?:leave|leaving|quit|quitting|move on|moving on))\b"
)
# By the words of the question itself: one that goes on with another has that one's concepts, too.
_DEGREES = {
    "@bachelor": re.compile(r"\b(?:bachelor\w*|bsc|undergrad\w*)\b"),
    "@master": re.compile(r"\b(?:masters?|msc|mba)\b"),
    "@doctorate": re.compile(r"\b(?:phd|doctora\w+)\b"),
}


def of_the_post(
    asked: Query, told: Statement, statements: Sequence[Statement]
) -> tuple[Statement, ...] | None:
    """What "what was your role?" and "what tech?" ask of the post that was just told.

    None for another question; nothing where the post has ended and does not say.
    """
    own = [each for each in statements if told.kind in {"job", "detail"} and together(each, told)]
    job = next((each for each in own if each.kind == "job"), None)
    if job and _ROLE.search(asked.folded):
        return (job,)
    if not job or not _TECH.search(asked.folded):
        return None
    used = tuple(each for each in own if each.kind == "detail" and each.named & _USED)[:1]
    return used or (() if job.end and not job.end.open else None)


def tells_why_another_was_left(trial: Trial) -> bool:
    """Why somebody left a post says nothing on leaving the present one."""
    statement = trial.statement
    past = statement.kind == "detail" and "@current" not in statement.terms
    return past and bool(_LEAVING.search(trial.query.folded))


def is_of_another_degree(trial: Trial) -> bool:
    """The thesis for a master's degree is not the one for the bachelor's."""
    asked = {degree for degree, named in _DEGREES.items() if named.search(trial.query.folded)}
    told = trial.statement.terms.keys() & _DEGREES.keys()
    return bool(asked and told and not asked & told)

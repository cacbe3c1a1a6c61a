"""What is preferred among statements that answer: a place for "where?", a deed told as done."""

import re

from twin.domain.trial import Trial
from twin.domain.words import fold, stem

_OPINION = re.compile(r"\b(?:opinion|your views?|think (?:of|about|that)|should|worth)\b")
_MEANS = re.compile(
    r"\b(?:I (?:do not |don't )?(?:think|believe|find|prefer)|in my (?:view|opinion|eyes)|should"
    r"|must|if you ask me|too)\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"\b(?:in|at|near|from|to) (?:the )?[A-ZÀ-Þ]")
_ASKED = re.compile(
    r"\b(do|did|does|have|had|has) (?:you|she|he)(?: (?:ever|also|still|once|actually|really"
    r"|usually|normally|mostly))* (\w+)"
)
_DONE = re.compile(
    r"(?:^|[:;.] |\b(?:I|we)(?:['’]\w+)?(?: (?:am|was|have|had|do|did|also|still|often|always|never"
    r"|usually|mostly|\w+ly))* )(\w+)",
    re.IGNORECASE,
)
_OF_ONESELF = frozenset({"@failure", "@achievement", "@refusal", "@weakness", "@moment"})
_I = re.compile(r"\b(?:I|[Mm]y|me)\b")
_WORKED = re.compile(r"\b(?:have|did|had) (?:you|she|he) (?:ever |also )?work(?:ed)? in\b")


def is_fitting(trial: Trial) -> bool:
    """Whether a statement is of the kind that the question would like best."""
    folded, text = trial.query.folded, trial.statement.text
    place = folded.startswith("where") and _IN_PLACE.search(text)
    opinion = _OPINION.search(folded) and _MEANS.search(text)
    return bool(place or opinion) or _tells_of_oneself(trial) or _tells_it_as_done(trial)


def _tells_of_oneself(trial: Trial) -> bool:
    """A failure of the person's own, rather than why croissants fail."""
    statement = trial.statement
    own = statement.kind == "prose" and not statement.quoted
    return own and bool(trial.met_terms & _OF_ONESELF and _I.search(statement.source.text))


def _tells_it_as_done(trial: Trial) -> bool:
    """What is taught, by "I teach ..."; work in Germany, by a post there."""
    statement, asked = trial.statement, _ASKED.search(trial.query.folded)
    if statement.kind in {"job", "detail"} and _WORKED.search(trial.query.folded):
        return True
    if trial.unmet or not asked or statement.kind not in {"prose", "detail"}:
        return False
    if asked[1] == "do" and statement.kind == "detail" and "@current" not in statement.terms:
        return False  # what was done in an earlier post
    done = _DONE.findall(statement.source.text)
    return any(stem(fold(word)) == stem(asked[2]) for word in done)

"""Questions about the visitor's own affairs, and for an opinion: what no list of facts tells."""

import re
from collections.abc import Callable

from twin.domain.trial import Trial, open_demands

_ADVISE_ME = re.compile(
    r"\b(?:should|shall|ought) (?:i|we) (?:\w+ )?(?:charge|pay|ask|sell|hire|choose|take|offer"
    r"|price|earn)\b"
)
_OPINION = re.compile(r"\b(?:opinion|your views?|(?:do|did) you think (?:of|about|that))\b")
_I_SENT = re.compile(
    r"\b(?:did|have) you (?:\w+ )?(?:get|got|receive|received|read|see|seen|open|opened)\b.*"
    r"\b(?:i|we) (?:\w+ )?(?:sent|wrote|mailed|posted|emailed|submitted|left)\b"
)
_SHOULD_I = re.compile(
    r"\b(?:should|shall) (?:i|we) (?:quit|leave|study|learn|marry|divorce|retire|move|become|sell"
    r"|invest|vote)\b(?!.*\byour?\b)"
)
_OWN_LIFE = frozenset({"@job", "@study", "@employer", "@career", "@location", "@salary"})


def _gives_no_advice(trial: Trial) -> bool:
    """What visitors should charge is not told by what a course costs."""
    told = trial.statement.kind in {"prose", "answer"} or trial.by_name
    return bool(_ADVISE_ME.search(trial.query.folded)) and not told


def _has_no_opinion(trial: Trial) -> bool:
    """What somebody thinks of a law is not told by a list of ships."""
    told = trial.statement.kind in {"prose", "answer", "testimonial"}
    return bool(_OPINION.search(trial.query.folded)) and not told and bool(trial.unmet)


def _knows_what_the_visitor_sent(trial: Trial) -> bool:
    """Whether a letter has come is told by no profile."""
    return bool(_I_SENT.search(trial.query.folded))


def _answers_what_the_visitor_should_do(trial: Trial) -> bool:
    """Whether visitors should quit their jobs is not told by one's own."""
    own = trial.statement.kind in {"job", "study"} or bool(trial.statement.named & _OWN_LIFE)
    return bool(_SHOULD_I.search(trial.query.folded)) and (own or bool(open_demands(trial)))


NO_ADVICE: tuple[Callable[[Trial], bool], ...] = (
    _answers_what_the_visitor_should_do,
    _gives_no_advice,
    _has_no_opinion,
    _knows_what_the_visitor_sent,
)

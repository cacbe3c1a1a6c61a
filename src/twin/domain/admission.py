"""Whether a statement may answer a question at all, however well it ranks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from twin.domain.demands import Demand
from twin.domain.question import Query
from twin.domain.shapes import fits
from twin.domain.statements import Statement
from twin.domain.words import fold, stem, tokens

PROSE = frozenset({"prose", "detail", "testimonial"})
_TENSES = frozenset({"@current", "@previous", "current", "previous", "past"})
_PASTIMES = frozenset(
    ["@hobby", "@sport", "@music", "@book", "@film", "@food", "@travel", "@pet", "@tool"]
)
_LIKED = re.compile(
    r"\b(?:i (?:\w+ )?(?:like|love|enjoy)|loved|best|most|fond|swear by|never without)\b",
    re.IGNORECASE,
)
_DISLIKED = frozenset({"@refusal", "@peeve"})
_DENIES = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|refuse\w*|decline\w*|avoid\w*|hate\w*|dislike\w*"
    r"|except|only)\b"
)
_WHO_DID = re.compile(
    r"^\W*(?:and |but |so )*who (?!(?:is|was|are|were|do|did|does|can|could|should|would|will|has"
    r"|have|had|am|else|works|employs|owns|pays|keeps|gets|covers|holds|needs|decides)\b)"
    r"(\w+)\b(?! you\b)"
)
_CALLED = re.compile(r"\b(?:called|named|name is)\b")


@dataclass(frozen=True, slots=True)
class Trial:
    """A statement held against a question: what it meets of the demands, and what it leaves."""

    statement: Statement
    query: Query
    met: frozenset[Demand]

    @property
    def unmet(self) -> list[Demand]:
        return [demand for demand in self.query.subject if demand not in self.met]


def meets(statement: Statement, demand: Demand) -> bool:
    held = statement.named if demand.explicit else statement.terms
    return any(term in held for term in demand.alternatives)


def allowed(trial: Trial) -> bool:
    """Whether nothing forbids the answer, and it is of the kind that the question wants."""
    return fits(trial.statement, trial.query.wants) and not any(
        forbids(trial) for forbids in _FORBIDDING
    )


def terms_of(demands: frozenset[Demand]) -> set[str]:
    """What the demands ask for, common words aside."""
    return {term for demand in demands if not demand.light for term in demand.alternatives}


def _misses_a_must(trial: Trial) -> bool:
    """A name, a number and a private matter are met or the answer is another's."""
    return any(demand.number or demand.explicit or demand.name for demand in trial.unmet)


def _misses_what_was_done_when(trial: Trial) -> bool:
    """When something was sold is not told by when it began."""
    return trial.query.wants == "date" and any(demand.loose for demand in trial.unmet)


def _tells_of_a_language_for_its_country(trial: Trial) -> bool:
    if "@language" not in trial.statement.named:
        return False
    return "@language" not in terms_of(frozenset(trial.query.demands)) and any(
        demand.name and demand.alternatives[-1] not in trial.statement.terms for demand in trial.met
    )


def _tells_not_why_it_was_left(trial: Trial) -> bool:
    """Why somebody left is told by a sentence about leaving."""
    return trial.query.wants == "reason" and any(
        "~quit" in demand.alternatives and demand not in trial.met for demand in trial.query.demands
    )


def _affirms_what_is_denied(trial: Trial) -> bool:
    """What somebody does not do is not told by what they do."""
    if not trial.query.negated:
        return False
    denied = _DENIES.search(fold(trial.statement.text))
    close = len(terms_of(trial.met)) and sum(not each.light for each in trial.met) > 1
    return not denied or not (close or trial.statement.terms.keys() & _DISLIKED)


def _leaves_the_deed_open(trial: Trial) -> bool:
    """Who did something is told by whoever did just that."""
    if not (deed := _WHO_DID.search(trial.query.folded)):
        return False
    done = [each for each in trial.query.demands if fold(each.written) == deed[1]]
    return any(each not in trial.met for each in done)


def _is_no_favourite(trial: Trial) -> bool:
    """A favourite is liked, or kept as an interest; it is not what somebody works with or at."""
    if "~favourite" not in _asked(trial):
        return False
    statement = trial.statement
    liked = "~favourite" in statement.terms or _LIKED.search(statement.text)
    own = "." in statement.source.locator and "@hobby" not in statement.named  # a camera's film
    kept = statement.named & _PASTIMES and "@publication" not in statement.named and not own
    return not (liked or kept)


def _tells_of_the_past_as_now(trial: Trial) -> bool:
    """How many people work for you now is not told by the team of an earlier job."""
    past = trial.statement.kind == "detail" and "@current" not in trial.statement.terms
    return past and "@current" in _asked(trial)


def _asked(trial: Trial) -> set[str]:
    return {term for each in trial.query.demands for term in each.alternatives}


def _leaves_unnamed(trial: Trial) -> bool:
    """A name is wanted, and the sentence does not say what its subject is called."""
    text = trial.statement.text
    if trial.query.wants != "name" or trial.statement.kind not in PROSE or _CALLED.search(text):
        return False
    after = {stem(fold(word)): following for word, following in pairwise(tokens(text))}
    return not any(
        after.get(term, "")[:1].isupper() for each in trial.met for term in each.alternatives
    )


def _was_not_requested(trial: Trial) -> bool:
    """A fact on request is told to who asks for just that."""
    if not trial.statement.on_request:
        return False
    asked_for = (terms_of(trial.met) & trial.statement.named) - _TENSES
    return bool(trial.unmet) or not asked_for


def _is_anothers_praise(trial: Trial) -> bool:
    return trial.statement.kind == "testimonial" and "@recommendation" not in terms_of(trial.met)


_FORBIDDING: tuple[Callable[[Trial], bool], ...] = (
    _misses_a_must,
    _misses_what_was_done_when,
    _tells_of_a_language_for_its_country,
    _tells_not_why_it_was_left,
    _affirms_what_is_denied,
    _leaves_the_deed_open,
    _is_no_favourite,
    _tells_of_the_past_as_now,
    _leaves_unnamed,
    _was_not_requested,
    _is_anothers_praise,
)

"""Whether a statement may answer a question at all, however well it ranks."""

from collections.abc import Callable

from twin.domain.mentions import only_mentions
from twin.domain.near_misses import only_reminds
from twin.domain.shapes import fits
from twin.domain.trial import Trial, terms_of
from twin.domain.untold import leaves_untold

# Told by the fact that is called so, whether when, where or how much is asked.
_WHOLE = frozenset(
    ["@accessibility", "@agegroups", "@balance", "@businessname", "@chronotype", "@coffee",
     "@custom", "@delivery", "@deposit", "@diet", "@directions", "@discount", "@dream",
     "@drivinglicence", "@emergency", "@favouritecolour", "@favouritefilm", "@favouritemusic",
     "@favouriteplace", "@favouriteseason", "@gap", "@groupsize", "@guarantee", "@jobchanges",
     "@military", "@morning", "@nationality", "@nowreading", "@retirement", "@smoking",
     "@superstition", "@tongue", "@transport", "@trends", "@typicalday", "@upbringing",
     "@voucher", "@waitinglist", "@whyme", "@workstyle"]
)  # fmt: skip
_TENSES = frozenset({"@current", "@previous", "current", "previous", "past"})


def allowed(trial: Trial) -> bool:
    """Whether nothing forbids the answer, and it is of the kind that the question wants."""
    shaped = _tells_whole(trial) or fits(trial.statement, trial.query.wants)
    return shaped and not any(forbids(trial) for forbids in _FORBIDDING)


def _tells_whole(trial: Trial) -> bool:
    """How much the deposit is, and when it is due, is told by the fact of that name."""
    return bool(_WHOLE & trial.statement.named & trial.met_terms)


def _misses_a_must(trial: Trial) -> bool:
    """A name, a number and a private matter are met or the answer is another's."""
    return any(demand.number or demand.explicit or demand.name for demand in trial.unmet)


def _takes_a_language_for_its_country(trial: Trial) -> bool:
    """Who asks for Latvian is not told of Riga, nor who asks about Latvia of what is spoken."""
    asks = "@language" in terms_of(frozenset(trial.query.demands))
    tells = "@language" in trial.statement.named
    return asks != tells and any(
        demand.name and demand.alternatives[-1] not in trial.statement.terms for demand in trial.met
    )


def _was_not_requested(trial: Trial) -> bool:
    """A fact on request is told to who asks for just that."""
    if not trial.statement.on_request:
        return False
    asked_for = (trial.met_terms & trial.statement.named) - _TENSES
    return bool(trial.unmet) or not asked_for


def _is_anothers_praise(trial: Trial) -> bool:
    return trial.statement.kind == "testimonial" and "@recommendation" not in trial.met_terms


_FORBIDDING: tuple[Callable[[Trial], bool], ...] = (
    _misses_a_must,
    _takes_a_language_for_its_country,
    _was_not_requested,
    _is_anothers_praise,
    only_reminds,
    leaves_untold,
    only_mentions,
)

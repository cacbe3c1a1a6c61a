"""All that a persona tells, as statements."""

import re
from collections.abc import Iterator
from dataclasses import replace

from twin.domain.persona import Persona
from twin.domain.stated_entries import Entry
from twin.domain.stated_facts import fact_statements
from twin.domain.stated_history import job_statements, study_statement
from twin.domain.stated_prose import prose_statements
from twin.domain.statements import Statement, with_unique_ids
from twin.domain.words import stem
from twin.ports.profile import Origin

_MONEY = re.compile(
    r"[€$£¥₹]\s?\d|\d (?:[Ee]uros?|dollars?|pounds?|cents?|kron\w+|francs?|rupees?|yen|pesos?|tenge"
    r"|dirhams?|z[lł]oty\w*|EUR|USD|GBP|CHF|AUD|CAD|SEK|NOK|DKK|NZD|JPY|INR)\b"
    r"|\b(?:EUR|USD|GBP|CHF|GHS|CAD|AUD|NZ\$|R\$) ?\d|\bfree of charge\b|\bfor nothing\b"
)
_COST = {"~cost": 0.5, "~~=cost": 0.5}
_PER_TIME = re.compile(r"(?:\ban?|\bper|/) ?(?:hour|hr|h|day|half-day)\b", re.IGNORECASE)
_SOLD = frozenset({"@availability", "@selfemployed", "@service", "@services"}) | frozenset(
    map(stem, ("consulting", "consultancy", "freelance", "coaching", "mentoring", "advising"))
)


def stated(persona: Persona) -> tuple[Statement, ...]:
    """Every statement, each under an id of its own."""
    return with_unique_ids(map(_with_cost, _statements(persona)))


def _with_cost(statement: Statement) -> Statement:
    """A fact that names a sum, or says "free", tells what its thing costs."""
    if statement.kind not in {"fact", "list"} or not _MONEY.search(statement.text):
        return statement
    rate = bool(_SOLD & statement.named) and _PER_TIME.search(statement.text)
    charged = {"@rate": 1.0, "@fee": 1.0} if rate else {}
    return replace(statement, terms={**_COST, **charged, **statement.terms})


def _statements(persona: Persona) -> Iterator[Statement]:
    entries: dict[Origin, Entry] = {each.origin: each for each in persona.positions}
    entries |= {each.origin: each for each in persona.education}
    yield from fact_statements(persona.facts, on_request=False, entries=entries)
    yield from fact_statements(persona.on_request, on_request=True, entries=entries)
    for job in persona.positions:
        yield from job_statements(job)
    yield from map(study_statement, persona.education)
    yield from prose_statements(persona.passages)


def nicknames(persona: Persona) -> Iterator[str]:
    """What the person is called besides the name."""
    keys = {"known_as", "nickname", "preferred_name", "called"}
    return (fact.value for fact in persona.facts if fact.key in keys)

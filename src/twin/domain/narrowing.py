"""Of an object, only what was asked for."""

import re
from collections.abc import Iterable
from dataclasses import replace

from twin.domain.demands import Demand
from twin.domain.fragments import Said
from twin.domain.question import Query
from twin.domain.shapes import fits
from twin.domain.statements import Field, Record, Statement
from twin.ports.llm import Finding

_MOST = 2  # fields; who asks for more is told all
_AND_MORE = re.compile(
    r"\band (?:when|where|what|whats|how|who|which|why|is|are|does|do|did|can)\b"
)


def narrowed(finding: Finding, said: Said) -> Finding:
    """The finding with its objects told by the fields that the question asks for."""
    told = zip(finding.passages, said.statements, strict=True)
    passages = (replace(each, text=_briefly(statement, said.asked)) for each, statement in told)
    return replace(finding, passages=tuple(passages))


def _briefly(statement: Statement, asked: Query) -> str:
    """Told by those of its fields, or whole if something in the question is told by none."""
    record = statement.record
    if not record or _AND_MORE.search(asked.folded):
        return statement.text
    chosen = _chosen(record, asked)
    told = "; ".join(field.text.rstrip(".") for field in chosen)
    known = record.terms.union(*(field.label | field.value for field in chosen))
    held = all(_holds(known, demand) for demand in asked.subject)
    if not chosen or not held or not fits(replace(statement, text=told), asked.wants):
        return statement.text
    return f"{record.lead} ({told})."


def _chosen(record: Record, asked: Query) -> tuple[Field, ...]:
    """The fields that tell what the record's own name does not; none when they are many.

    One of them has to be called so; else it is only said which object is meant.
    """
    meant = [demand for demand in asked.demands if not _holds(record.terms, demand)]
    called = [field for field in record.fields if _holds_any(field.label, meant)]
    kept = [each for each in record.fields if each in called or _holds_any(each.value, meant)]
    return tuple(kept) if called and len(kept) <= min(_MOST, len(record.fields) - 1) else ()


def _holds_any(terms: frozenset[str], demands: Iterable[Demand]) -> bool:
    return any(_holds(terms, demand) for demand in demands)


def _holds(terms: frozenset[str], demand: Demand) -> bool:
    return not terms.isdisjoint(demand.alternatives)

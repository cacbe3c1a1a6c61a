"""A statement held against a question."""

from dataclasses import dataclass

from twin.domain.demands import Demand
from twin.domain.question import Query
from twin.domain.statements import Statement

PROSE = frozenset({"prose", "detail", "testimonial"})


@dataclass(frozen=True, slots=True)
class Trial:
    """A statement held against a question: what it meets of the demands, and what it leaves."""

    statement: Statement
    query: Query
    met: frozenset[Demand]

    @property
    def unmet(self) -> list[Demand]:
        return [demand for demand in self.query.subject if demand not in self.met]

    @property
    def asked(self) -> set[str]:
        """Every stem and concept of the question, common ones too."""
        return {term for each in self.query.demands for term in each.alternatives}

    @property
    def met_terms(self) -> set[str]:
        """What the demands that are met ask for, common words aside."""
        return terms_of(self.met)


def meets(statement: Statement, demand: Demand) -> bool:
    held = statement.named if demand.explicit else statement.terms
    return any(term in held for term in demand.alternatives)


def terms_of(demands: frozenset[Demand]) -> set[str]:
    """What the demands ask for, common words aside."""
    return {term for demand in demands if not demand.light for term in demand.alternatives}


def plainly(statement: Statement, demand: Demand) -> bool:
    """Whether the word itself, its root or its concept is met, not only what is akin to it."""
    if not demand.written:  # a turn of phrase, which is nothing but its meanings
        return True
    plain = (term for term in demand.alternatives if term[:1] != "~" or term[:2] == "~~")
    return any(term in statement.terms for term in plain)

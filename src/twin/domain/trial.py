"""A statement held against a question."""

from dataclasses import dataclass

from twin.domain.concepts import NARROW
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
    def by_name(self) -> bool:
        """Whether the fact is called by a matter of its own that is asked for."""
        return bool(NARROW & self.statement.named & self.met_terms)

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


def stands_beside(statement: Statement, met: frozenset[Demand]) -> bool:
    """Whether two words of the question itself are in a statement, or one is in its key."""
    own = [
        each
        for each in met
        if each.written and not each.light and "~favourite" not in each.alternatives
        if plainly(statement, each)
    ]
    return len(own) > 1 or any(each.alternatives[-1] in statement.named for each in own)


def turned(statement: Statement, demand: Demand) -> bool:
    """Whether a turn of phrase asks for just this fact: its other words are no more than that."""
    narrow = NARROW.intersection(demand.alternatives[:1]) & statement.named
    return bool(narrow) and not (demand.written or demand.light or demand.explicit)


def keyed(statement: Statement, demand: Demand) -> bool:
    """Whether the key of a fact is what is asked for: software for "which software ...?"."""
    word = demand.alternatives[-1]
    concepts = [term for term in demand.alternatives if term.startswith("@")]
    if demand.head and len(concepts) == 1 and concepts[0] in statement.named:
        return True
    if not demand.light and NARROW.intersection(concepts[:1]) & statement.named:
        return True
    if word not in statement.named:
        return False
    whole = sum(term[0] not in "@~" for term in statement.named) == 1 and not demand.conceptual
    return demand.head or demand.loose or (whole and not demand.light)


def called(statement: Statement, demand: Demand) -> bool:
    """Whether the key of a fact has the very word for what is on offer: consulting."""
    offered = bool(demand.written) and "@availability" in demand.alternatives
    return offered and demand.alternatives[-1] in statement.named


def fully(statement: Statement, met: frozenset[Demand]) -> bool:
    """Whether every demand that names a concept by a word of its own meets both."""
    found = []
    for demand in met:
        concepts = {term for term in demand.alternatives if term.startswith("@")}
        stems = set(demand.alternatives) - concepts
        if concepts and stems and not demand.light:
            found.append(all(statement.terms.keys() & terms for terms in (concepts, stems)))
    return bool(found) and all(found)


def literal(statement: Statement, demand: Demand) -> bool:
    """Met by a word of the text itself, rather than by a concept or the key."""
    if statement.named.intersection(demand.alternatives):
        return False
    return any(term in statement.terms for term in demand.alternatives if not term.startswith("@"))


def open_demands(trial: Trial) -> list[Demand]:
    """What the statement leaves open, common words too."""
    return [demand for demand in trial.query.demands if demand not in trial.met]

"""Half a question, which only the answer before makes whole."""

import re
from dataclasses import dataclass

from twin.domain.question import Query
from twin.domain.statements import Statement
from twin.domain.trial import meets

_FRAGMENT = re.compile(r"^\W*(?:and |but |so )*(?:from|at|in|for|with|by) (?:what|which) \w+\W*$")


@dataclass(frozen=True, slots=True)
class Said:
    """A question of the visitor and what was said to it; no statements where it was declined."""

    asked: Query
    statements: tuple[Statement, ...]


def fragment(asked: Query, before: Said) -> tuple[Statement, ...]:
    """Of the answer before, what "from which university?" asks to be told once more."""
    if not _FRAGMENT.search(asked.folded):
        return ()
    wanting = asked.subject or asked.demands
    return tuple(
        each for each in before.statements if all(meets(each, demand) for demand in wanting)
    )

"""What stands together: the sentences of one place, a job and what is told of it."""

from collections.abc import Sequence

from twin.domain.statements import Statement
from twin.domain.words import fold, stem, tokens

_POSTS = frozenset({"job", "study", "detail"})


def is_of_job(statement: Statement, job: Statement) -> bool:
    """Whether it is told of the employer of another statement, if that has one."""
    named = {stem(word) for word in tokens(fold(job.organisation))} & statement.terms.keys()
    return not job.organisation or bool(named) or together(statement, job)


def tells_duties(statement: Statement, job: Statement) -> bool:
    """Whether it is a sentence of a job's description, rather than another matter of it."""
    described = statement.kind == "detail" and not (statement.named or statement.on_request)
    return described and together(statement, job)


def together(one: Statement, other: Statement) -> bool:
    """Whether they stand in the same place of the same file."""
    place, beside = (each.source.locator.rpartition("/")[0] or each.source.locator
                     for each in (one, other))  # fmt: skip
    return one.source.file == other.source.file and (
        place == beside or (one.kind == other.kind == "prose")
    )


def elsewhere(statement: Statement, told: Sequence[Statement]) -> bool:
    """Whether it is of another job or school than those that were told, or of none."""
    here = [each for each in told if each.kind in _POSTS]
    if not here or any(together(statement, each) for each in here):
        return False
    named = {stem(word) for each in here for word in tokens(fold(each.organisation))}
    return statement.kind in _POSTS or named.isdisjoint(statement.terms)


def tells_no_post(statement: Statement) -> bool:
    """Whether it is more, or other, than a job or a study: a post tells its own time and place."""
    return statement.kind not in {"job", "study"}

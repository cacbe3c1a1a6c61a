"""Jobs in the order of time: before, after, first, most recent, in which year."""

import re
from collections.abc import Sequence
from dataclasses import replace

from twin.domain.choice import MOST_PASSAGES
from twin.domain.question import Query, query
from twin.domain.statements import Statement
from twin.domain.trial import meets, plainly

_JOB = r"(?:job|position|role|employer|compan(?:y|(?=ies))|post|gig|work|employment)"
_FIRST = re.compile(
    rf"\b(?:first|earliest|initial|very first)\b(?: \w+)? {_JOB}\b"
    r"|\bcareer (?:start|begin|began)"
    r"|\b(?:start(?:ed)?|begin|began|kick off)\b.*\b(?:career|working(?: life)?|out)\b"
)
_LATEST = re.compile(rf"\b(?:most recent|latest|newest)\b(?: \w+)? {_JOB}\b")
_PREVIOUS = re.compile(
    rf"\b(?:previous|last|former|past|prior)\b(?: \w+)? {_JOB}(?P<many>s|ies)?\b"
)
_BEFORE = re.compile(r"\b(?:before|prior to|previous to|earlier than)\b(?P<anchor>[^?]*)")
_AFTER = re.compile(r"\b(?:after|following|since leaving|once you left)\b(?P<anchor>[^?]*)")
_YEARS = re.compile(r"\b(1[5-9]\d\d|20\d\d)(s)?\b")
_BACK = re.compile(
    r"^\W*(?:that|this|it|then|there|these|those|them|)(?: (?:job|role|one|position|post))?"
    r"(?: again| too| as well)?\W*$"
)
# "Before you went out on your own", and the jobs that are one's own.
_ON_ONES_OWN = re.compile(
    r"\bon (?:your|her|his) own\b|\b(?:solo|self ?employed|freelanc\w+|independent)\b"
    r"|\b(?:your|her|his) own (?:\w+ )?(?:business|company|firm|studio|practice|agency|shop|office"
    r"|consultancy|workshop|startup|school|thing|boss)\b"
)
_OWN = re.compile(
    r"\b(?:self-employed|freelanc\w*|independent|(?:co-)?founder|owner)\b", re.IGNORECASE
)
_BECAME = re.compile(
    r"^\W*(?:you |she |he )?(?:became|become|becoming|were|was|being|turned(?: into)?|started as"
    r"|starting as|joined|joining|got the job (?:of|as)|took over as)\b"
)
_PRESENT = re.compile(r"^\W*(?:the|your) (?:present|current|latest)(?: \w+)?\W*$")
_OF_WORK = re.compile(
    r"\b(?:do|doing|did|done|work\w*|jobs?|roles?|positions?|employ\w+|held)\b.*\bbefore"
)
_EMPLOYED = re.compile(
    r"^\W*(?:and |so )*(?:are|is) (?:you|she|he) (?:currently |still |now )?"
    r"(?:employed|in work|in employment|in a job|working)"
    r"(?: (?:right now|now|currently|at the moment|at present|these days|today|anywhere))?\W*$"
)
_FRAME = frozenset(
    {"@job", "@employer", "@career", "@current", "@firstjob", "@previous", "@experience"}
)


class Career:
    """The jobs and studies among the statements, newest first."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        dated = [each for each in statements if _year(each)]
        jobs = [each for each in dated if _is_job(each)]
        self._jobs = tuple(sorted(jobs, key=_newest_first))
        self._studies = tuple(
            sorted((each for each in dated if each.kind == "study"), key=_newest_first)
        )
        self._roles = tuple(
            each for each in statements
            if not each.start and each.kind == "fact" and {"@job", "@current"} <= each.named
        )  # fmt: skip

    def answer(self, asked: Query, topic: Sequence[Statement] = ()) -> tuple[Statement, ...] | None:
        """The jobs that a question about their order asks for; None when it is another question.

        Args:
            asked: the question.
            topic: what the answer before this question was about.
        """
        if not self._jobs:
            return None
        now = tuple(job for job in self._jobs if _is_open(job))
        if _EMPLOYED.search(asked.folded) and (now or not self._roles):
            return now[:MOST_PASSAGES]
        for pattern, step in ((_BEFORE, 1), (_AFTER, -1)):
            if found := pattern.search(asked.folded):
                return self._beside(asked, found, step, topic)
        if _frames(asked) and (chosen := self._superlative(asked)):
            return chosen
        years = _YEARS.search(asked.folded)
        return self._in_years(asked, years) if years and "happen" not in asked.folded else None

    def in_order(self) -> tuple[Statement, ...]:
        """The latest jobs, each older one led in by "Before that"."""
        head, *older = self._jobs[:3]
        return (head, *(led_in("Before that", job) for job in older))

    def _superlative(self, asked: Query) -> tuple[Statement, ...]:
        if _FIRST.search(asked.folded) or "@firstjob" in asked.terms:
            return self._jobs[-1:]
        if _LATEST.search(asked.folded):
            return self._jobs[:1]
        if found := _PREVIOUS.search(asked.folded):
            past = tuple(job for job in self._jobs if not _is_open(job))
            return past[:MOST_PASSAGES] if found["many"] else past[:1]
        return self.in_order() if "@career" in asked.terms else ()

    def _beside(
        self, asked: Query, found: re.Match[str], step: int, topic: Sequence[Statement]
    ) -> tuple[Statement, ...] | None:
        if not _frames(query(asked.folded[: found.start()])):
            return None
        anchor = found["anchor"]
        if not anchor.strip(" ?.!") and not topic and not _OF_WORK.search(asked.folded):
            return None
        if year := _YEARS.fullmatch(anchor.strip(" ?.!")):
            return self._beside_year(int(year[1]), step)
        places = self._anchors(anchor, topic)
        if not places:
            return self._beside_study(query(anchor), step) or (() if _BACK.match(anchor) else None)
        chosen = self._earlier(max(places)) if step > 0 else self._later(min(places))
        lead = ("Before that" if step > 0 else "After that") if _BACK.match(anchor) else ""
        return tuple(led_in(lead, job) for job in chosen)

    def _earlier(self, place: int) -> tuple[Statement, ...]:
        """The job before; one that still goes on beside it only when there is no other."""
        older = [
            job
            for job in self._jobs[place + 1 :]
            if place < 0 or _began_before(job, self._jobs[place])  # a role without dates is now
        ]
        return tuple([*(job for job in older if not _is_open(job)), *older][:1])

    def _later(self, place: int) -> tuple[Statement, ...]:
        return self._jobs[max(place - 1, 0) : place]

    def _anchors(self, anchor: str, topic: Sequence[Statement]) -> list[int]:
        if _PRESENT.match(anchor):
            return [n for n, job in enumerate(self._jobs) if _is_open(job)]
        if _BACK.match(anchor):
            ids = {each.source.id for each in topic}
            present = not topic or any(role.source.id in ids for role in self._roles)
            if present:
                ids |= {job.source.id for job in self._jobs if _is_open(job)}
            said = [
                n for n, job in enumerate(self._jobs)
                if job.source.id in ids or any(_done_in(each, job) for each in topic)
            ]  # fmt: skip
            return said or ([-1] if present and self._roles else [])
        own = [n for n, job in enumerate(self._jobs) if _is_open(job) and _OWN.search(job.text)]
        wanted = query(_BECAME.sub("", anchor)).subject
        if own and (_ON_ONES_OWN.search(anchor) or (_OWN.search(anchor) and not wanted)):
            return own[-1:]
        named = [demand for demand in wanted if not set(demand.alternatives) & _FRAME]
        if wanted and not named:
            return [n for n, job in enumerate(self._jobs) if _is_open(job)]
        meant = [
            n for n, job in enumerate(self._jobs)
            if named and all(meets(job, demand) for demand in named)
        ]  # fmt: skip
        by_word = [n for n in meant if all(plainly(self._jobs[n], demand) for demand in named)]
        return by_word or meant  # Elm Mill is akin to Oak Mill

    def _beside_year(self, year: int, step: int) -> tuple[Statement, ...]:
        if step > 0:
            return tuple(job for job in self._jobs if _year(job) < year)[:1]
        return tuple(job for job in self._jobs if _year(job) >= year)[-1:]

    def _beside_study(self, anchor: Query, step: int) -> tuple[Statement, ...]:
        for study in reversed(self._studies):  # "after college": after the first of them
            if anchor.subject and all(meets(study, demand) for demand in anchor.subject):
                end = _last_year(study)
                later = [job for job in self._jobs if _last_year(job) > end]
                earlier = [job for job in self._jobs if _year(job) < _year(study)]
                return tuple(earlier[:1] if step > 0 else later[-1:])
        return ()

    def _in_years(self, asked: Query, found: re.Match[str]) -> tuple[Statement, ...] | None:
        rest = [set(demand.alternatives) for demand in asked.subject if not demand.number]
        places = (*self._jobs, *self._studies)
        if rest and all("@study" in terms for terms in rest):
            places = self._studies
        elif not all(terms & _FRAME for terms in rest):
            return None
        first = int(found[1])
        last = first + 9 if found[2] else first
        return tuple(each for each in places if _overlaps(each, first, last))[:3]


def led_in(lead: str, statement: Statement) -> Statement:
    """The same statement, said as a continuation."""
    if not lead:
        return statement
    text = statement.text
    keeps = re.match(r"I\b|My\b", text)
    return replace(statement, text=f"{lead}, {text if keeps else text[:1].lower() + text[1:]}")


def _is_job(statement: Statement) -> bool:
    listed = statement.kind == "fact" and bool(statement.group)
    return statement.kind == "job" or (
        listed and bool(statement.named & {"@job", "@previous", "@career"})
    )


def _done_in(detail: Statement, job: Statement) -> bool:
    """Whether a statement tells what was done in a job."""
    place = detail.source.locator.rpartition("/")[0]
    return (
        detail.kind == "detail"
        and place == job.source.locator
        and detail.source.file == job.source.file
    )


def _frames(asked: Query) -> bool:
    """Whether the question asks for nothing besides jobs as such."""
    return all(set(demand.alternatives) & _FRAME for demand in asked.subject)


def _is_open(statement: Statement) -> bool:
    return statement.end is not None and statement.end.open


def _year(statement: Statement) -> int:
    """The year it began, or the only one that is known; 0 when none is."""
    known = [each.year for each in (statement.start, statement.end) if each and each.year]
    return known[0] if known else 0


def _last_year(statement: Statement) -> int:
    end = statement.end
    return 9999 if end and end.open else (end.year if end and end.year else _year(statement))


def _began_before(one: Statement, other: Statement) -> bool:
    """Whether a job began earlier than another, as far as the months are known."""
    return _newest_first(one)[1:] >= _newest_first(other)[1:]


def _newest_first(statement: Statement) -> tuple[int, int, int]:
    month = statement.start.month or 0 if statement.start else 0
    return (-int(_is_open(statement)), -_year(statement), -month)


def _overlaps(statement: Statement, first: int, last: int) -> bool:
    return _year(statement) <= last and first <= _last_year(statement)

"""Jobs and studies as statements."""

import re
from collections.abc import Iterator

from twin.domain import phrased_history
from twin.domain.spans import date, dates_in
from twin.domain.statements import Statement, source_at, terms
from twin.domain.words import sentences
from twin.ports.profile import Education, Position

# Notes that tell a model how to behave are not about the person.
INSTRUCTION = re.compile(
    r"^(?:you(?:'re|’re| are| must| should| will)|act|answer|respond)\b|digital twin|chatbot"
    r"|\[withheld\]",
    re.IGNORECASE,
)


def job_statements(job: Position) -> Iterator[Statement]:
    """The job, then each sentence of its description."""
    yield job_statement(job)
    for number, sentence in enumerate(sentences(job.description), 1):
        if INSTRUCTION.search(sentence):
            continue
        place = f"{job.origin.locator}/{number}" if job.origin.locator else f"{number}"
        yield Statement(
            source_at(job.origin, sentence, place),
            sentence if sentence.startswith("I ") or not job.company
            else f"At {job.company}: {sentence}",
            "detail",
            terms((sentence, 1.0), (f"{job.company} {job.title} {job.location}", 0.5),
                  concepts=("@duties", "@current") if _open(job) else ("@duties",)),
            organisation=job.company,
        )  # fmt: skip


def job_statement(job: Position) -> Statement:
    return Statement(
        source_at(job.origin, _own_words(job.title, job.company, job.location, job.start, job.end)),
        phrased_history.position(job),
        "job",
        terms((f"{job.title} {job.company} {job.location}", 1.0), (_years(job), 1.0),
              concepts=(*(_JOB_NOW if _open(job) else _JOB_PAST), *_bounds(job))),
        start=job.start,
        end=job.end,
        organisation=job.company,
    )  # fmt: skip


def _bounds(job: Position) -> Iterator[str]:
    """A job that is told with its dates tells when it began and when it was left."""
    if job.start:
        yield "~begin"
    if job.end and not _open(job):
        yield "~quit"


_JOB_NOW = ("@job", "@employer", "@current", "@career")
_JOB_PAST = ("@previous", "@career")


def study_statement(entry: Education) -> Statement:
    start, end = (entry.start, entry.end) if entry.start or entry.end else dates_in(entry.dates)
    text = f"{entry.degree} {entry.field} {entry.institution}"
    return Statement(
        source_at(entry.origin, ", ".join(filter(None, (entry.degree, entry.field,
                                                        entry.institution, entry.dates)))),
        phrased_history.education(entry),
        "study",
        terms((text, 1.0), (entry.dates or f"{date(start)} {date(end)}", 1.0),
              concepts=("@study",)),
        start=start,
        end=end,
        organisation=entry.institution,
    )  # fmt: skip


def _open(job: Position) -> bool:
    return job.end is not None and job.end.open


def _years(job: Position) -> str:
    return f"{date(job.start)} {date(job.end)}"


def _own_words(*parts: object) -> str:
    texts = (part if isinstance(part, str) else getattr(part, "text", "") for part in parts)
    return ", ".join(filter(None, texts))

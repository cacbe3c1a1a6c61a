"""Jobs and studies as statements."""

import re
from collections.abc import Iterator
from dataclasses import replace

from twin.domain import phrasing
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

_LABEL = re.compile(r"My [^:]+?(?= is |:)")


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
        )  # fmt: skip


def job_statement(job: Position) -> Statement:
    return Statement(
        source_at(job.origin, _own_words(job.title, job.company, job.location, job.start, job.end)),
        phrasing.position(job),
        "job",
        terms((f"{job.title} {job.company} {job.location}", 1.0), (_years(job), 1.0),
              concepts=(*(_JOB_NOW if _open(job) else _JOB_PAST), *_bounds(job))),
        start=job.start,
        end=job.end,
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
        phrasing.education(entry),
        "study",
        terms((text, 1.0), (entry.dates or f"{date(start)} {date(end)}", 1.0),
              concepts=("@study",)),
        start=start,
        end=end,
    )  # fmt: skip


def of_study(told: Statement, degree: str) -> Statement:
    """What more is told of a study, such as its thesis, with the degree that it was for."""
    plain = re.sub(r"\s*\([^()]*\)", "", degree)
    label = _LABEL.match(told.text) if plain else None
    text = f"{label[0]} ({plain}){told.text[label.end() :]}" if label else told.text
    return replace(told, text=text, terms={**terms((degree, 0.5)), **told.terms})


def _open(job: Position) -> bool:
    return job.end is not None and job.end.open


def _years(job: Position) -> str:
    return f"{date(job.start)} {date(job.end)}"


def _own_words(*parts: object) -> str:
    texts = (part if isinstance(part, str) else getattr(part, "text", "") for part in parts)
    return ", ".join(filter(None, texts))

"""Jobs, studies and prose as statements."""

import re
from collections.abc import Iterator, Mapping

from twin.domain import phrasing
from twin.domain.statements import Statement, content_stems, dates_in, key_terms, source_at, terms
from twin.domain.words import sentences
from twin.ports.llm import Source
from twin.ports.profile import Education, Passage, Position

_TESTIMONIAL = re.compile(
    r"recommend|testimonial|reference|endorse|praise|what .* say", re.IGNORECASE
)
# Notes that tell a model how to behave are not about the person.
_INSTRUCTION = re.compile(
    r"^(?:you(?:'re|’re| are| must| should| will)|act|answer|respond)\b|digital twin|chatbot"
    r"|\[withheld\]",
    re.IGNORECASE,
)


def job_statements(job: Position) -> Iterator[Statement]:
    """The job, then each sentence of its description."""
    yield job_statement(job)
    for number, sentence in enumerate(sentences(job.description), 1):
        if _INSTRUCTION.search(sentence):
            continue
        place = f"{job.origin.locator}/{number}" if job.origin.locator else f"{number}"
        yield Statement(
            source_at(job.origin, sentence, place),
            sentence if sentence.startswith("I ") or not job.company
            else f"At {job.company}: {sentence}",
            "detail",
            terms((sentence, 1.0), (f"{job.company} {job.title}", 0.5)),
        )  # fmt: skip


def job_statement(job: Position) -> Statement:
    open_ended = job.end is not None and job.end.open
    return Statement(
        source_at(job.origin, _own_words(job.title, job.company, job.location, job.start, job.end)),
        phrasing.position(job),
        "job",
        terms((f"{job.title} {job.company} {job.location}", 1.0), (_years(job), 1.0),
              concepts=_JOB_NOW if open_ended else _JOB_PAST),
        start=job.start,
        end=job.end,
    )  # fmt: skip


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
        terms((text, 1.0), (entry.dates or f"{phrasing.date(start)} {phrasing.date(end)}", 1.0),
              concepts=("@study",)),
        start=start,
        end=end,
    )  # fmt: skip


def passage_statements(passage: Passage) -> Iterator[Statement]:
    """Each sentence of a text; style notes say nothing about the person."""
    if passage.kind == "style":
        return
    for number, sentence in enumerate(sentences(passage.text), 1):
        if not _INSTRUCTION.search(sentence):
            place = f"{passage.origin.locator}/{number}" if passage.origin.locator else f"{number}"
            yield _quotation(passage, sentence, source_at(passage.origin, sentence, place))


def _quotation(passage: Passage, sentence: str, source: Source) -> Statement:
    named = key_terms(passage.heading) if passage.heading else {}
    about = terms((sentence, 1.0)) | dict.fromkeys(named, 0.5)
    if passage.kind == "answer":
        ask = frozenset(content_stems(passage.heading))
        return Statement(source, sentence, "answer", about, frozenset(named), asks=(ask,))
    if _TESTIMONIAL.search(f"{passage.heading} {passage.origin.locator}"):
        return testimonial(source, about)
    text = f"{passage.origin.source} says: “{sentence}”" if passage.kind == "document" else sentence
    return Statement(source, text if text[-1] in ".!?”" else f"{text}.", "prose", about)


def testimonial(source: Source, about: Mapping[str, float]) -> Statement:
    """Another person's words, never said as the person's own."""
    text = f"A recommendation of me says: “{source.text}”"
    told = {"@recommendation": 2.0}
    return Statement(source, text, "testimonial", {**about, **told}, frozenset(told))


def _years(job: Position) -> str:
    return f"{phrasing.date(job.start)} {phrasing.date(job.end)}"


def _own_words(*parts: object) -> str:
    texts = (part if isinstance(part, str) else getattr(part, "text", "") for part in parts)
    return ", ".join(filter(None, texts))

"""Jobs and studies as sentences in the first person."""

from twin.domain.phrasing import capital, ended
from twin.domain.spans import date, plain_dates, span
from twin.ports.profile import Education, Position


def position(job: Position) -> str:
    """A job with its span."""
    role = " at ".join(filter(None, (job.title, job.company))) or job.description
    if job.location and job.location.casefold() not in role.casefold():
        role += f" in {job.location}" if job.location[:1].isupper() else f" ({job.location})"
    when = span(job.start, job.end)
    if job.end and job.end.open:
        start = f"since {date(job.start)} " if job.start else ""
        tense = "I have been" if start else "I am"
        return capital(f"{start}{tense} {ended(role)}" if start else f"{tense} {ended(role)}")
    return capital(f"{when + ' ' if when else ''}I was {ended(role)}")


def education(entry: Education) -> str:
    """A course of study with its span; says nothing of a degree being awarded."""
    subject = " in ".join(filter(None, (entry.degree, entry.field)))
    place = f" at {entry.institution}" if entry.institution else ""
    both = entry.start and entry.end
    when = span(entry.start, entry.end) if both else plain_dates(entry.dates)
    tail = f", {when}" if when else ""
    if entry.degree:
        done = "I am doing" if entry.end and entry.end.open else "I did"
        return capital(f"{done} my {subject}{place}{tail}.")
    studying = "I am studying" if entry.end and entry.end.open else "I studied"
    return capital(f"{studying}{' ' + subject if subject else ''}{place}{tail}.")

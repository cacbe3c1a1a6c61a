"""Facts as statements: single ones, lists, and records such as `previous_roles[1].title`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from twin.domain import phrasing
from twin.domain.keys import content_stems, key_terms
from twin.domain.spans import dates_in
from twin.domain.stated_entries import LONGEST_WHOLE, Entry, parts
from twin.domain.stated_history import job_statement, study_statement
from twin.domain.stated_prose import testimonial
from twin.domain.stated_records import (
    fields_of,
    labels_of,
    objects_of,
    record_in,
    whole_list,
    whole_object,
)
from twin.domain.statements import (
    Statement,
    source_at,
    terms,
)
from twin.domain.words import sentences
from twin.ports.profile import Education, Fact, Origin, PartialDate, Position

_RECORD = re.compile(r"(?P<list>.+)\[(?P<index>\d+)\]\.(?P<field>[^.\[]+)$")
_ELEMENT = re.compile(r"(?P<list>.+)\[\d+\]$")
_TITLE = ("title", "role", "position", "job", "job_title")
_COMPANY = ("company", "employer", "organisation", "organization", "institution", "at")
_PAID = re.compile(
    r"[€$£¥]|\b(?:fees?|honorari\w+|euros?|dollars?|pounds?|rupees?|kroner|francs?|[A-Z]{3} \d"
    r"|unpaid|free of charge|travel costs|expenses)\b"
)
_PATH = re.compile(r"(https?://[^\s/]+)/\S*")  # the words in an address say nothing
_ON_REQUEST = re.compile(r"\b(?:up)?on request\b", re.IGNORECASE)  # then nobody is quoted
_AUTHOR = re.compile(
    r"\.(?:from|by|name|author|who|person|role|title|job_title|position|company|employer|firm"
    r"|organi[sz]ation|relation|relationship)$",
    re.IGNORECASE,
)
_JOBS = frozenset(["@job", "@employer", "@career", "@current", "@previous", "@experience"])
_SINCE = ("since", "started", "joined")
_DATES = ("year", "years", "date", "dates", "period", "duration")

_OF_A_JOB = {
    *_TITLE, *_COMPANY, *_SINCE, *_DATES, "start", "from", "end", "to", "until", "location",
}  # fmt: skip


def fact_statements(
    facts: Sequence[Fact], *, on_request: bool, entries: Mapping[Origin, Entry]
) -> Iterator[Statement]:
    """One statement for each fact, list and record, and one for all of an object's parts.

    Args:
        facts: of one disclosure.
        on_request: whether that is to be told only to who asks for just that.
        entries: what is told as jobs and courses of study; what they leave, such as a thesis, is
            told by itself.
    """
    beside, facts = parts(facts, entries)
    for part in beside:
        for piece in part.pieces():
            told = phrasing.fact(part.field, piece.value)
            yield part.told(_statement(part.field, told, [piece], on_request))
    records: dict[str, list[Fact]] = {}
    lists: dict[str, list[Fact]] = {}
    objects = objects_of(facts)
    for fact in facts:
        if record := _RECORD.match(fact.key):
            records.setdefault(f"{record['list']}[{record['index']}]", []).append(fact)
        elif element := _ELEMENT.match(fact.key):
            lists.setdefault(element["list"], []).append(fact)
        else:
            yield from _within(objects, fact.key, _single(fact, on_request))
    for key, elements in lists.items():
        yield from _within(objects, key, _list(key, elements, on_request))
    for top, members in objects.items():
        yield whole_object(top, members, on_request=on_request)
    yield from _records(records, on_request)


def _records(records: dict[str, list[Fact]], on_request: bool) -> Iterator[Statement]:
    """Each record, and those of one list together unless they are jobs or studies."""
    parts: dict[str, list[list[Fact]]] = {}
    for key, fields in records.items():
        one = _record(key, fields, on_request)
        yield one
        if one.kind == "fact":
            parts.setdefault(re.sub(r"\[\d+\]$", "", key), []).append(fields)
    for key, listed in parts.items():
        if len(listed) > 1:
            yield whole_list(key, listed, on_request=on_request)


def _within(
    objects: Mapping[str, Sequence[Fact]], key: str, found: Iterable[Statement]
) -> Iterator[Statement]:
    """Statements on a part of an object know that they are one."""
    top, _, rest = key.partition(".")
    label = frozenset(key_terms(rest).keys() - key_terms(top).keys())
    for each in found:
        if top not in objects or each.group:
            yield each
        else:
            sorted_by = each.kind == "list" or phrasing.is_name(top, rest)
            own = label if sorted_by else frozenset()
            yield replace(each, group=f"{each.source.file}#{top}", label=own)


def _single(fact: Fact, on_request: bool) -> Iterator[Statement]:
    """The fact; a long one sentence by sentence."""
    pieces = sentences(fact.value)
    if len(fact.value) <= LONGEST_WHOLE or len(pieces) == 1:
        yield _statement(fact.key, phrasing.fact(fact.key, fact.value), [fact], on_request)
        return
    for number, piece in enumerate(pieces, 1):
        origin = replace(fact.origin, locator=f"{fact.origin.locator or fact.key}/{number}")
        part = replace(fact, value=piece, origin=origin)
        yield _statement(fact.key, phrasing.ended(piece), [part], on_request)


def _statement(key: str, text: str, facts: Sequence[Fact], on_request: bool) -> Statement:
    named = key_terms(key)
    if on_request and "@phone" in named:  # "How do I contact you?" does not ask for a number
        named.pop("@contact", None)
    value = phrasing.listed([fact.value for fact in facts])
    if "@talk" in named and _PAID.search(value):
        named["@speakingfee"] = 2.0
    source = source_at(facts[0].origin, value, _place(key, facts))
    if "@recommendation" in named and not _ON_REQUEST.search(value):
        words, author = _recommended(facts)
        source = replace(source, text=words)
        about = terms((value, 1.0))
        return replace(testimonial(source, about, author), on_request=on_request)
    past = named.keys() & {"@job", "@career"} and _ELEMENT.match(facts[0].key)
    start, end = dates_in(value) if past else (None, None)
    return Statement(
        source=source,
        text=text,
        kind="fact",
        terms=terms((_PATH.sub(r"\1", value), 1.0)) | named,
        named=frozenset(named),
        on_request=on_request,
        asks=tuple(frozenset(content_stems(ask)) for fact in facts for ask in fact.ask),
        start=start,
        end=end,
    )


def _recommended(facts: Sequence[Fact]) -> tuple[str, str]:
    """What is said and who says it, of one text or of an object with both."""
    author = [fact.value for fact in facts if _AUTHOR.search(fact.key)]
    said = [fact.value for fact in facts if not _AUTHOR.search(fact.key)]
    if author and said:  # what else there is, such as a year, is shorter than the words
        return max(said, key=len), ", ".join(author)
    return phrasing.listed([fact.value for fact in facts]), ""


def _place(key: str, facts: Sequence[Fact]) -> str:
    """A list or record is cited by its own key, what stands alone by where it stands."""
    return key if len(facts) > 1 else facts[0].origin.locator or key


def _list(key: str, elements: Sequence[Fact], on_request: bool) -> Iterator[Statement]:
    values = [each.value for each in elements]
    whole = _statement(key, phrasing.whole(key, values), elements, on_request)
    yield whole if len(elements) == 1 else replace(whole, kind="list")
    for fact in elements if len(elements) > 1 else ():
        one = _statement(fact.key, phrasing.member(key, fact.value), [fact], on_request)
        yield replace(one, group=whole.source.id)


def _record(key: str, fields: Sequence[Fact], on_request: bool) -> Statement:
    values = {fact.key.rpartition(".")[2].lower(): fact.value for fact in fields}
    named = key_terms(key)
    origin = Origin(fields[0].origin.source, key)
    start, end = dates_in(" ".join(_first(values, name) for name in _DATES))
    title, company = _first(values, *_TITLE), _first(values, *_COMPANY)
    degree, subject = values.get("degree", ""), values.get("field", values.get("subject", ""))
    if "@study" in named and (degree or company) and not on_request:
        dates = _first(values, *_DATES)
        return study_statement(Education(company, origin, degree, subject, start, end, dates))
    if title and company and not on_request:
        start = dates_in(_first(values, "start", "from", *_SINCE))[0] or start
        end = dates_in(_first(values, "end", "to", "until"))[1] or end
        if not end and (_first(values, *_SINCE) or "@current" in named):
            end = PartialDate("present", open=True)
        position = Position(title, company, origin, start, end, values.get("location", ""))
        job = job_statement(position)
        return _with_the_rest(job if named.keys() & _JOBS else _unpaid(job, key, named), fields)
    parent = re.sub(r"\[\d+\]$", "", key)
    text = phrasing.member(parent, phrasing.record(fields_of(fields)))
    one = _statement(key, text, fields, on_request)
    labels = labels_of(fields, parent)
    return replace(
        one,
        terms={**labels, **one.terms},
        group=f"{origin.source}#{parent}",
        record=record_in(parent, fields),
    )


def _unpaid(post: Statement, key: str, named: Mapping[str, float]) -> Statement:
    """A post that is no job, such as one in `volunteering`: it says so, and names no employer."""
    kept = {term: weight for term, weight in post.terms.items() if term not in _JOBS}
    group = re.sub(r"\[\d+\]$", "", key)
    return replace(
        post,
        kind="fact",
        text=f"{post.text.rstrip('.')} ({phrasing.noun(group)}).",
        terms={**kept, **named},
        named=frozenset(named),
        group=f"{post.source.file}#{group}",
        organisation="",
    )


def _with_the_rest(job: Statement, fields: Sequence[Fact]) -> Statement:
    """A job, and what else its record says."""
    rest = {
        name: value for name, value in fields_of(fields).items() if name.lower() not in _OF_A_JOB
    }
    if not rest:
        return job
    told = "; ".join(phrasing.field(name, value) for name, value in rest.items())
    about = terms((" ".join(rest.values()), 1.0))
    return replace(
        job,
        source=replace(job.source, text=f"{job.source.text}; {told}"),
        text=f"{job.text.rstrip('.')} ({told.rstrip('.')}).",
        terms={**labels_of(fields), **about, **job.terms},
    )


def _first(values: dict[str, str], *names: str) -> str:
    return next((values[name] for name in names if name in values), "")

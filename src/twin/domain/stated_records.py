"""Objects and lists of objects in `facts.json`: each part by itself, and the whole of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twin.domain import phrasing
from twin.domain.keys import JOB_CONCEPTS, key_terms
from twin.domain.statements import Field, Record, Statement, source_at, terms
from twin.ports.profile import Fact

# What things have as people do.
_OF_THINGS = frozenset(
    ["@location", "@origin", "@address", "@contact", "@email", "@phone", "@web", "@social"]
)
_WHEN = frozenset(
    ["year", "years", "date", "dates", "period", "since", "from", "to", "start", "end", "until"]
)
_PRICES = frozenset(["@rate", "@fee", "@salary"])
_DONE = frozenset(["@project", "@award", "@publication", "@talk", "@book"])  # and not on offer
LONGEST_TOLD = 320  # characters; of more only the names are told
_ELEMENT = re.compile(r"\[\d+\]$")
# An object under such a key only sorts what is the person's own.
_FOLDER = frozenset(
    ["contact", "personal", "basics", "profile", "about", "info", "person", "me", "work", "career",
     "professional", "employment", "education", "experience", "facts", "links"]
)  # fmt: skip


def objects_of(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """Key of an object with several fields -> its facts; none that holds records of its own."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        top, dot, rest = fact.key.partition(".")
        if dot and "[" not in top and top.lower() not in _FOLDER:
            found.setdefault(top, []).append(fact if "." not in rest else replace(fact, key=""))
    return {
        top: members
        for top, members in found.items()
        if all(fact.key for fact in members) and len({_field(top, fact) for fact in members}) > 1
    }


def whole_object(top: str, members: Sequence[Fact], *, on_request: bool) -> Statement:
    """All of an object in one sentence: its name, then each other field with its label."""
    fields: dict[str, list[str]] = {}
    for fact in members:
        fields.setdefault(_field(top, fact), []).append(fact.value)
    told = {name: phrasing.listed(values) for name, values in fields.items()}
    text = phrasing.whole_record(top, told)
    whole = _whole(top, text, members, on_request=on_request)
    return replace(whole, record=_record_of(top, told) if text.startswith("My ") else None)


def record_in(key: str, record: Sequence[Fact]) -> Record:
    """One of a list of objects, to be told by some of its fields."""
    fields = fields_of(record)
    head, *rest = phrasing.named_first(fields)
    lead = phrasing.member(key, fields[head])
    return _record(key, lead, fields[head], {name: fields[name] for name in rest})


def _record_of(top: str, fields: Mapping[str, str]) -> Record:
    """An object under a key of its own."""
    if phrasing.is_named(fields):
        head, *rest = phrasing.named_first(fields)
        lead = f"My {phrasing.noun(top)} is {fields[head]}"
        return _record(top, lead, fields[head], {name: fields[name] for name in rest})
    return _record(top, f"My {phrasing.noun(top)}", "", fields)


def _record(key: str, lead: str, called: str, fields: Mapping[str, str]) -> Record:
    about = terms((called, 1.0)) | key_terms(key)
    return Record(
        lead=lead.rstrip("."),
        terms=frozenset(about),
        fields=tuple(
            Field(
                text=phrasing.field(name, value),
                label=frozenset(key_terms(name)),
                value=frozenset(terms((value, 1.0))),
            )
            for name, value in fields.items()
        ),
    )


def whole_list(key: str, records: Sequence[Sequence[Fact]], *, on_request: bool) -> Statement:
    """All of a list of objects in one sentence; of a long one, only what each is called."""
    facts = [fact for record in records for fact in record]
    values = [phrasing.record(fields_of(record)) for record in records]
    text = phrasing.whole(key, values)
    if len(text) > LONGEST_TOLD:
        text = phrasing.whole(key, [_called(record) for record in records])
    return _whole(key, text, facts, on_request=on_request, listed=True)


def _called(record: Sequence[Fact]) -> str:
    """What an object is called, and when it was: an ended post is not told as a present one."""
    when = [
        f"since {fact.value}" if name == "since" else fact.value
        for fact in record[1:]
        if (name := fact.key.rpartition(".")[2].lower()) in _WHEN
    ]
    return f"{record[0].value} ({' to '.join(when)})" if when else record[0].value


def fields_of(record: Sequence[Fact]) -> dict[str, str]:
    """Name of a field -> what it says, in the owner's order."""
    return {fact.key.rpartition(".")[2]: fact.value for fact in record}


def labels_of(facts: Sequence[Fact], key: str = "") -> dict[str, float]:
    """What the fields are called, to be found by.

    Args:
        facts: the fields.
        key: of the list that the object stands in; there the city of a project is not where the
            person lives, nor its cost what they charge.
    """
    found: dict[str, float] = {}
    for fact in facts:
        found |= key_terms(fact.key.rpartition(".")[2])
    others = JOB_CONCEPTS | (_OF_THINGS if key else frozenset())
    if not _DONE.isdisjoint(key_terms(key)):
        others |= _PRICES
    return {term: weight for term, weight in found.items() if term not in others}


def _whole(
    key: str, text: str, facts: Sequence[Fact], *, on_request: bool, listed: bool = False
) -> Statement:
    named = key_terms(key)
    values = "; ".join(fact.value for fact in facts)
    return Statement(
        source=source_at(replace(facts[0].origin, locator=key), values),
        text=text,
        kind="list",
        terms=labels_of(facts, key if listed else "") | terms((values, 1.0)) | named,
        named=frozenset(named),
        on_request=on_request,
    )


def _field(top: str, fact: Fact) -> str:
    return _ELEMENT.sub("", fact.key.removeprefix(f"{top}."))

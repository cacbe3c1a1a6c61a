"""Facts about schools and jobs, put together again as entries."""

import re
from collections.abc import Iterable, Mapping, Sequence

from twin.adapters.dates import parse_date, parse_range
from twin.ports.profile import Education, Fact, Origin, PartialDate, Position

SCHOOLS = frozenset({"education", "studies", "degrees"})
JOBS = frozenset(
    ["experience", "workexperience", "professionalexperience", "positions", "previousroles",
     "previousjobs", "pastroles", "pastjobs", "roles", "work", "workhistory", "jobs", "jobhistory",
     "employment", "employmenthistory", "career", "careerhistory"]
)  # fmt: skip
OWN_COMPANY = frozenset(
    ["company", "mycompany", "business", "mybusiness", "startup", "mystartup", "currentcompany",
     "currentjob", "currentrole", "currentposition"]
)  # fmt: skip
DATES = {
    **dict.fromkeys(("year", "years", "dates", "date", "period"), "dates"),
    **dict.fromkeys(("start", "startdate", "startyear", "from"), "start"),
    **dict.fromkeys(
        ("end", "enddate", "endyear", "to", "until", "finished", "completed", "graduated"), "end"
    ),
}
SCHOOL_FIELDS = DATES | {
    **dict.fromkeys(("institution", "school", "university", "college"), "institution"),
    **dict.fromkeys(("body", "awardingbody", "issuer", "provider"), "institution"),
    **dict.fromkeys(("degree", "qualification", "studytype", "title", "course"), "degree"),
    **dict.fromkeys(("field", "fieldofstudy", "major", "subject", "area"), "field"),
}
JOB_FIELDS = DATES | {
    **dict.fromkeys(("title", "role", "position", "jobtitle", "job"), "title"),
    **dict.fromkeys(
        (
            "company",
            "organization",
            "organisation",
            "employer",
            "org",
            "firm",
            "institution",
            "school",
            "university",
            "hospital",
        ),
        "company",
    ),
    **dict.fromkeys(
        (
            "description",
            "summary",
            "responsibilities",
            "duties",
            "highlights",
            "achievements",
            "accomplishments",
            "details",
            "bullets",
            "what",
            "whatidid",
            "did",
            "notes",
        ),
        "description",
    ),
    **dict.fromkeys(("location", "place", "city", "where"), "location"),
}
# A company of one's own, or that one works for, as an object.
COMPANY_FIELDS = {
    **{name: slot for name, slot in DATES.items() if slot == "end"},
    **dict.fromkeys(("title", "role", "position", "myrole"), "title"),
    **dict.fromkeys(("name", "company", "employer", "organization", "organisation"), "company"),
    **dict.fromkeys(("founded", "since", "start", "started", "from", "joined"), "start"),
}
ENTRY_KEY = re.compile(
    r"(?P<entry>(?P<group>[^.\[\]]+)(?:\[\d+\])?)\.(?P<field>[^.\[\]]+)(?:\[\d+\])?"
)

Dates = tuple[PartialDate | None, PartialDate | None]
Slots = Mapping[str, str]


def history(
    facts: tuple[Fact, ...],
) -> tuple[tuple[Position, ...], tuple[Education, ...], tuple[Fact, ...]]:
    """Positions and education, and the facts that are not told by them.

    An entry that is not wholly public, or that has wordings of its own, stays facts: entries
    carry neither.
    """
    positions: list[Position] = []
    own: list[Position] = []
    education: list[Education] = []
    told: set[Fact] = set()
    for entry, members in _entries(facts).items():
        slots = _slots(members)
        texts = {slot: _joined([fact.value for fact in found]) for slot, found in slots.items()}
        origin = Origin(members[0].origin.source, entry)
        if any(fact.disclosure != "public" or fact.ask for fact in members):
            continue
        if _fields(members[0]) is JOB_FIELDS and texts.keys() >= {"title", "company"}:
            positions.append(_position(texts, origin))
        elif _fields(members[0]) is SCHOOL_FIELDS and texts.keys() & {"institution", "degree"}:
            education.append(_education(texts, origin))
        elif _fields(members[0]) is COMPANY_FIELDS and texts.keys() >= {"title", "company"}:
            own.append(_position({"end": "present", **texts}, origin))
        else:
            continue
        told.update(fact for found in slots.values() for fact in found)
    companies = {each.company.casefold() for each in positions if each.end and each.end.open}
    positions += [each for each in own if each.company.casefold() not in companies]
    return tuple(positions), tuple(education), tuple(f for f in facts if f not in told)


def _entries(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    entries: dict[str, list[Fact]] = {}
    for fact in facts:
        key = ENTRY_KEY.fullmatch(fact.key)
        if key and _fields(fact):
            entries.setdefault(key["entry"], []).append(fact)
    return entries


def _fields(fact: Fact) -> Mapping[str, str]:
    group = _plain(re.split(r"[.\[]", fact.key, maxsplit=1)[0])
    kinds = ((SCHOOLS, SCHOOL_FIELDS), (JOBS, JOB_FIELDS), (OWN_COMPANY, COMPANY_FIELDS))
    return next((fields for groups, fields in kinds if group in groups), {})


def _slots(members: Iterable[Fact]) -> dict[str, list[Fact]]:
    """Which facts fill which field; one each, but a description takes all that describes."""
    slots: dict[str, list[Fact]] = {}
    for fact in members:
        slot = _fields(fact).get(_plain(_field(fact)), "")
        if slot and (slot == "description" or slot not in slots):
            slots.setdefault(slot, []).append(fact)
    if "dates" in slots and "title" in slots and not _understood(slots["dates"][0].value):
        del slots["dates"]  # a position has no field for dates as text
    founded = slots.get("start", ())
    if founded and _fields(founded[0]) is COMPANY_FIELDS and not _understood(founded[0].value):
        del slots["start"]  # `"founded": "in a garage"` goes on to be told
    return slots


def _joined(values: Sequence[str]) -> str:
    """Each on a line of its own; what is no sentence ends like one, lest the next runs on."""
    if len(values) == 1:
        return values[0]
    return "\n".join(value if value[-1:] in ".!?:;" else f"{value}." for value in values)


def _field(fact: Fact) -> str:
    key = ENTRY_KEY.fullmatch(fact.key)
    return key["field"] if key else ""


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]", "", name).casefold()


def _understood(text: str) -> bool:
    return any(date and (date.year or date.open) for date in parse_range(text))


def _position(texts: Slots, origin: Origin) -> Position:
    start, end = _dates(texts)
    return Position(
        texts["title"],
        texts["company"],
        origin,
        start,
        end,
        texts.get("location", ""),
        texts.get("description", ""),
    )


def _education(texts: Slots, origin: Origin) -> Education:
    start, end = _dates(texts)
    written = texts.get("dates") or " – ".join(date.text for date in (start, end) if date)
    return Education(
        texts.get("institution", ""),
        origin,
        texts.get("degree", ""),
        texts.get("field", ""),
        start,
        end,
        written,
    )


def _dates(texts: Slots) -> Dates:
    start, end = parse_range(texts.get("dates", ""))
    if "start" in texts:
        start = parse_date(texts["start"])
    if "end" in texts:
        end = parse_date(texts["end"])
    return start, end

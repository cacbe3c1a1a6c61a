"""The JSON Resume schema, as far as its fields are used, and what of a file keeps to it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from twin.adapters.decoding import readable

Json = Any
Shape = Any  # TEXT, DATE, a list with the shape of its items, or a mapping of fields

TEXT, DATE = "text", "a date such as 2014-06-29, 2014-06 or 2014"
PERIOD = {"startDate": DATE, "endDate": DATE}
DEED = {**PERIOD, "summary": TEXT, "url": TEXT, "highlights": [TEXT]}
SCHEMA: Shape = {
    "basics": {
        **dict.fromkeys(("name", "label", "email", "phone", "url", "summary"), TEXT),
        "location": dict.fromkeys(("address", "postalCode", "city", "region", "countryCode"), TEXT),
        "profiles": [dict.fromkeys(("network", "username", "url"), TEXT)],
    },
    "work": [{**DEED, "name": TEXT, "position": TEXT, "location": TEXT, "description": TEXT}],
    "volunteer": [{**DEED, "organization": TEXT, "position": TEXT}],
    "education": [
        {**PERIOD, "institution": TEXT, "area": TEXT, "studyType": TEXT, "courses": [TEXT]}
    ],
    "awards": [{"title": TEXT, "date": DATE, "awarder": TEXT, "summary": TEXT}],
    "certificates": [{"name": TEXT, "date": DATE, "issuer": TEXT}],
    "publications": [{"name": TEXT, "publisher": TEXT, "releaseDate": DATE, "summary": TEXT}],
    "skills": [{"name": TEXT, "level": TEXT, "keywords": [TEXT]}],
    "languages": [{"language": TEXT, "fluency": TEXT}],
    "interests": [{"name": TEXT, "keywords": [TEXT]}],
    "projects": [{**DEED, "name": TEXT, "description": TEXT, "keywords": [TEXT]}],
}
ISO_8601 = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")

Problem = tuple[str, str]  # where, and what is due there


def conforming(value: Json, shape: Shape, where: str = "") -> tuple[Json, list[Problem]]:
    """The part of a value that has the shape, complete with empty fields, and what has not.

    `null` counts as absent, which the schema does not say but exporters mean.
    """
    problems: list[Problem] = []
    if isinstance(shape, Mapping):
        return _object(value, shape, where)
    if isinstance(shape, list):
        if value is not None and not isinstance(value, list):
            return [], [(where, "a list")]
        items = []
        for index, item in enumerate(value or []):
            kept, found = conforming(item, shape[0], f"{where}[{index}]")
            items.append(kept)
            problems += found
        return items, problems
    if value is None or (isinstance(value, str) and _fits(value, shape)):
        return readable(value or "").strip(), []
    return "", [(where, shape)]


def _object(
    value: Json, shape: Mapping[str, Shape], where: str
) -> tuple[dict[str, Json], list[Problem]]:
    problems: list[Problem] = []
    if value is not None and not isinstance(value, dict):
        value, problems = {}, [(where, "an object")]
    kept = {}
    for name, part in shape.items():
        place = f"{where}.{name}" if where else name
        kept[name], found = conforming((value or {}).get(name), part, place)
        problems += found
    return kept, problems


def _fits(text: str, shape: Shape) -> bool:
    return shape != DATE or not text or bool(ISO_8601.fullmatch(text))


def numbered(entries: list[Json]) -> Iterator[tuple[int, Json]]:
    """The entries that say anything, each with its place in the file."""
    for index, entry in enumerate(entries):
        if any(entry.values()):
            yield index, entry

"""A JSON Resume as a profile."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from twin.adapters.dates import parse_date
from twin.adapters.decoding import TextFile, read_text
from twin.adapters.profile.json_resume.schema import SCHEMA, conforming, numbered
from twin.ports.errors import ProfileError
from twin.ports.profile import (
    Disclosure,
    Education,
    Fact,
    Origin,
    PartialDate,
    Passage,
    Position,
    Profile,
    ProfileWarning,
)

Json = Any
# JSON Resume's list, the key of its facts here, the field that names an entry, fields about it.
LISTS = (
    ("skills", "skills", "name", ("level", "keywords")),
    ("languages", "languages", "language", ("fluency",)),
    ("certificates", "certifications", "name", ("issuer", "date")),
    ("awards", "honors", "title", ("awarder", "date")),
    ("publications", "publications", "name", ("publisher", "releaseDate")),
    ("interests", "interests", "name", ("keywords",)),
)
JOBS = (("work", "name"), ("volunteer", "organization"))


class JsonResumeProfile:
    """Facts, positions and education from a file after the schema of JSON Resume.

    What does not keep to the schema is left out with a warning. References are left out too:
    they are other people's words, with other people's names.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Profile:
        """Read the file.

        Raises:
            ProfileError: it cannot be opened, is no JSON, or no object.
        """
        file = read_text(self._path)
        resume, problems = conforming(_parsed(file), SCHEMA)
        return Profile(
            facts=tuple(self._facts(resume)),
            positions=tuple(self._positions(resume)),
            education=tuple(self._education(resume)),
            passages=tuple(self._passages(resume)),
            warnings=(
                *file.warnings,
                *(
                    ProfileWarning(f"{where} was left out: write {due} there.", self._at(where))
                    for where, due in problems
                ),
            ),
        )

    def _at(self, locator: str) -> Origin:
        return Origin(self._path.name, locator)

    def _facts(self, resume: Json) -> Iterator[Fact]:
        basics = resume["basics"]
        place = basics["location"]
        stated: tuple[tuple[str, str, str, Disclosure], ...] = (
            ("full_name", "name", basics["name"], "public"),
            ("headline", "label", basics["label"], "public"),
            ("location", "location", _listed(place, "city", "region", "countryCode"), "public"),
            ("email", "email", basics["email"], "on_request"),
            ("phone", "phone", basics["phone"], "private"),
            ("address", "location.address", _street(place), "private"),
            ("website", "url", basics["url"], "public"),
        )
        for key, field, value, disclosure in stated:
            if value:
                yield Fact(key, _line(value), self._at(f"basics.{field}"), disclosure)
        yield from self._networks(basics["profiles"])
        for name, key, title, about in LISTS:
            for index, entry in numbered(resume[name]):
                if entry[title]:
                    value = _with_note(entry[title], _listed(entry, *about))
                    yield Fact(f"{key}[{index}]", _line(value), self._at(f"{name}[{index}]"))

    def _networks(self, profiles: list[Json]) -> Iterator[Fact]:
        for index, network in numbered(profiles):
            value, label = network["url"] or network["username"], network["network"]
            at = self._at(f"basics.profiles[{index}]")
            if value and label.casefold() == "linkedin":
                yield Fact("linkedin", value, at)
            elif value:
                yield Fact(f"profiles[{index}]", value, at, ask=(label,) if label else ())

    def _positions(self, resume: Json) -> Iterator[Position]:
        for group, employer in JOBS:
            for index, job in numbered(resume[group]):
                if job["position"] or job[employer]:
                    yield Position(
                        _line(job["position"]),
                        _line(job[employer]),
                        self._at(f"{group}[{index}]"),
                        *_dates(job),
                        _line(job.get("location", "")),
                        _told(job),
                    )

    def _education(self, resume: Json) -> Iterator[Education]:
        for index, school in numbered(resume["education"]):
            if school["institution"] or school["studyType"]:
                start, end = _dates(school)
                yield Education(
                    _line(school["institution"]),
                    self._at(f"education[{index}]"),
                    _line(school["studyType"]),
                    _line(school["area"]),
                    start,
                    end,
                    " - ".join(date.text for date in (start, end) if date and date.text),
                )

    def _passages(self, resume: Json) -> Iterator[Passage]:
        if summary := resume["basics"]["summary"]:
            yield Passage(summary, "summary", self._at("basics.summary"))
        for index, project in numbered(resume["projects"]):
            if text := _told(project):
                at = self._at(f"projects[{index}]")
                yield Passage(text, "profile", at, _line(project["name"]))


def _parsed(file: TextFile) -> Json:
    try:
        data = json.loads(file.text)
    except (ValueError, RecursionError) as error:
        where = f", line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ProfileError(f"{file.name}{where}: this is not JSON. Export it again.") from error
    if not isinstance(data, dict):
        raise ProfileError(
            f'{file.name}: a JSON Resume is an object, as in {{"basics": {{"name": "..."}}}}.'
        )
    return data


def _dates(entry: Mapping[str, str]) -> tuple[PartialDate | None, PartialDate | None]:
    """JSON Resume leaves out the end of what goes on."""
    start = parse_date(entry["startDate"]) if entry["startDate"] else None
    if entry["endDate"]:
        return start, parse_date(entry["endDate"])
    return start, PartialDate("", open=True) if start else None


def _told(entry: Mapping[str, Any]) -> str:
    told = [entry.get("description", ""), entry["summary"]]
    told += [f"- {highlight}" for highlight in entry["highlights"] if highlight]
    return "\n".join(text for text in told if text)


def _street(place: Mapping[str, str]) -> str:
    """With the town, which is in every address; on its own it is no secret."""
    return _listed(place, "address", "postalCode", "city") if place["address"] else ""


def _listed(entry: Mapping[str, Any], *fields: str) -> str:
    parts = [entry[field] for field in fields]
    texts = [", ".join(filter(None, part)) if isinstance(part, list) else part for part in parts]
    return ", ".join(text for text in texts if text)


def _with_note(text: str, note: str) -> str:
    return f"{text} ({note})" if note else text


def _line(text: str) -> str:
    return " ".join(text.split())

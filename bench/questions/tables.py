"""The people and their questions, read from the JSON files beside this module."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twin.domain.persona import Persona, merge
from twin.domain.phrasing import MONTHS
from twin.ports.profile import Education, Fact, Origin, PartialDate, Passage, Position, Profile

FOLDER = Path(__file__).parent
TUNED = ("ines", "florence")
UNTOUCHED = "odile"
_MONTHS = [name.lower() for name in MONTHS]


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a table.

    Attributes:
        earlier: what the visitor asks before it.
        says: what the reply must hold, each with alternatives between bars.
        abstains: whether the profile holds no answer.
        or_says: what makes an answer right although abstaining is expected.
        never: what would make the reply wrong.
    """

    kind: str
    ask: str
    earlier: tuple[str, ...]
    says: tuple[str, ...]
    abstains: bool
    or_says: tuple[str, ...]
    never: tuple[str, ...]


def load(name: str) -> tuple[Persona, tuple[Question, ...]]:
    """A person and the questions to them."""
    table = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return merge([_profile(table["profile"])]), tuple(map(_question, table["questions"]))


def _question(line: Mapping[str, Any]) -> Question:
    texts = {key: tuple(line.get(key, ())) for key in ("earlier", "says", "or_says", "never")}
    return Question(line["kind"], line["ask"], abstains=line.get("abstain", False), **texts)


def _profile(form: Mapping[str, Any]) -> Profile:
    return Profile(
        facts=tuple(_facts(form.get("facts", {}))),
        positions=tuple(_position(each, n) for n, each in enumerate(form.get("positions", ()))),
        education=tuple(
            Education(each["institution"], Origin("facts.json", f"education[{n}]"), each["degree"],
                      dates=each["year"])
            for n, each in enumerate(form.get("facts", {}).get("education", form.get("education")))
        ),
        passages=tuple(_passages(form)),
    )  # fmt: skip


def _facts(value: Any, key: str = "") -> Iterator[Fact]:
    if key == "education":
        return
    if isinstance(value, dict) and "value" in value:
        yield Fact(key, str(value["value"]), Origin("facts.json", key),
                   value.get("disclosure", "public"), tuple(value.get("ask", ())))  # fmt: skip
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _facts(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _facts(inner, f"{key}[{number}]")
    else:
        yield Fact(key, str(value), Origin("facts.json", key))


def _position(form: Mapping[str, str], number: int) -> Position:
    return Position(
        form["title"],
        form["company"],
        Origin("LinkedIn.pdf", f"experience[{number}]"),
        _date(form["start"]),
        _date(form["end"]),
        form["location"],
        form["description"],
    )


def _date(text: str) -> PartialDate:
    month, year = re.match(r"(?:(\w+) )?(\d{4})?", text).groups()  # type: ignore[union-attr]
    return PartialDate(
        text,
        int(year) if year else None,
        _MONTHS.index(month.lower()) + 1 if month and year else None,
        open=text == "Present",
    )


def _passages(form: Mapping[str, Any]) -> Iterator[Passage]:
    yield Passage(form["summary"], "summary", Origin("summary.txt"))
    if "style" in form:
        yield Passage(form["style"], "style", Origin("style.txt"))
    for heading in ("recommendations", "testimonials"):
        if heading in form:
            origin = Origin("LinkedIn.pdf", heading)
            yield Passage(form[heading], "profile", origin, heading.capitalize())
    for name, text in form.get("documents", {}).items():
        yield Passage(text, "document", Origin(name))

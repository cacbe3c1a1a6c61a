"""The people and their questions, read from the JSON files beside this module."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twin.adapters.dates import parse_date
from twin.adapters.profile.facts_json.flatten import facts_of
from twin.adapters.profile.facts_json.history import history
from twin.domain.persona import Persona, merge
from twin.ports.profile import Origin, Passage, Position, Profile

FOLDER = Path(__file__).parent
TUNED = (
    "ines",
    "florence",
    "odile",
    "nadia",
    "nayla",
    "ishani",
    "fionnuala",
    "femke",
    "leelo",
    "una",
    "kalina",
    "torunn",
    "nerys",
    "leonor",
    "adwoa",
    "keziah",
    "neva",
    "despina",
)
# Written by people who had not seen the lexicon; nobody who works on it reads them.
UNTOUCHED = ("ruben", "wairimu", "ketevan")
# Harder than visitors are: no question echoes a word of the profile, and two thirds of the
# unanswerable ones are near misses. The last two are read by nobody who works on the lexicon.
HARDER = ("marisol", "ottilie", "rashmi", "padraig", "imani", "kasper")
HARDER_UNREAD = ("tobias", "yevgenia")
# Written later, as hard as what strangers type; nobody reads what is asked of the last eight.
LATER = (
    "ghislaine",
    "reiji",
    "tjalling",
    "zuzana",
    "jacira",
    "veikko",
    "btissam",
    "thorge",
    "otylie",
    "mutiso",
    "rowena",
    "ziemowit",
    "iolanda",
    "eliseo",
)
LATER_UNREAD = (
    "evanthia",
    "lorne",
    "ligaya",
    "bendeguz",
    "gobnait",
    "yovani",
    "fiammetta",
    "osaretin",
)
# Written last, by people who had not seen the lexicon, as the untouched were; read by nobody.
LAST_UNREAD = ("sigrun", "oluwaseyi", "mireille")
# Written after them in the same way, measured once before they were read.
LAST = ("aatos", "anselme", "daulet", "godelieve", "remedios", "thandeka", "zdenka", "merindah")
# Eight more, after those: what is asked of the last two nobody has read.
RECENT = ("benoit", "chidinma", "halyna", "ruaridh", "soledad", "mirko")
RECENT_UNREAD = ("noor", "alasdair")


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
    table = json.loads((FOLDER / f"{name}.json").read_text("utf-8"), parse_int=str)
    return person(table["profile"]), tuple(map(_question, table["questions"]))


def again(name: str) -> tuple[Persona, tuple[Question, ...]]:
    """A person of `TUNED` or `HARDER`, and what others asked them who had not seen the first."""
    asked = json.loads((FOLDER / "again" / f"{name}.json").read_text("utf-8"))
    return load(name)[0], tuple(map(_question, asked))


def person(form: Mapping[str, Any]) -> Persona:
    """A person from the `profile` of a table."""
    return merge([_profile(form)])


def _question(line: Mapping[str, Any]) -> Question:
    texts = {key: tuple(line.get(key, ())) for key in ("earlier", "says", "or_says", "never")}
    return Question(line["kind"], line["ask"], abstains=line.get("abstain", False), **texts)


def _profile(form: Mapping[str, Any]) -> Profile:
    positions, education, facts = history(tuple(facts_of(form["facts"], "facts.json")))
    listed = (_position(each, number) for number, each in enumerate(form.get("positions", ())))
    return Profile(facts, (*positions, *listed), education, tuple(_passages(form)))


def _position(form: Mapping[str, str], number: int) -> Position:
    return Position(
        form["title"],
        form["company"],
        Origin("LinkedIn.pdf", f"experience[{number}]"),
        parse_date(form["start"]),
        parse_date(form["end"]),
        form["location"],
        form["description"],
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

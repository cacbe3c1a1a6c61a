"""A JSON tree to facts with dotted keys, and the owner's marks on who may know them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import get_args

from twin.adapters.decoding import UNREADABLE, readable
from twin.adapters.profile.facts_json.parse import Json
from twin.ports.errors import ProfileError
from twin.ports.profile import Disclosure, Fact, Origin, ProfileWarning

DISCLOSURES: tuple[Disclosure, ...] = get_args(Disclosure)


@dataclass(frozen=True, slots=True)
class Marks:
    """What an object says about everything inside it."""

    disclosure: Disclosure = "public"
    ask: tuple[str, ...] = ()


def facts_of(tree: Mapping[str, Json], source: str) -> Iterator[Fact]:
    """Every value of the tree, in order.

    Raises:
        ProfileError: a `disclosure` or an `ask` is not what it may be.
    """
    marks = Marks(_disclosure(tree, source, "top level", "public"))
    for name, value in tree.items():
        if name != "disclosure":
            yield from _flatten(value, name.strip(), source, marks)


def legible(facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], tuple[ProfileWarning, ...]]:
    """The facts that say something, cleaned of what cannot be read, with a warning for each."""
    kept, warnings = [], []
    for fact in facts:
        key, value = readable(fact.key), readable(fact.value).strip()
        ask = tuple(readable(wording).strip() for wording in fact.ask)
        origin = replace(fact.origin, locator=key)
        if not key:
            warnings.append(ProfileWarning("A value without a name was left out.", origin))
        elif value:
            kept.append(replace(fact, key=key, value=value, origin=origin, ask=ask))
        if UNREADABLE.search("".join((fact.key, fact.value, *fact.ask))):
            warnings.append(ProfileWarning("Unreadable characters were left out.", origin))
    return tuple(kept), tuple(warnings)


def _flatten(value: Json, key: str, source: str, marks: Marks) -> Iterator[Fact]:
    if isinstance(value, dict):
        yield from _flatten_object(value, key, source, marks)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _flatten(item, f"{key}[{index}]", source, marks)
    elif value is not None:
        text = value if isinstance(value, str) else "yes" if value else "no"
        yield Fact(key, text, Origin(source, key), marks.disclosure, marks.ask)


def _flatten_object(
    value: Mapping[str, Json], key: str, source: str, outer: Marks
) -> Iterator[Fact]:
    wraps = "value" in value and (len(value) == 1 or "disclosure" in value or "ask" in value)
    ask = _ask(value, source, key) if wraps else outer.ask
    marks = Marks(_disclosure(value, source, key, outer.disclosure), ask)
    for name, item in value.items():
        if wraps and name == "value":
            yield from _flatten(item, key, source, marks)
        elif name != "disclosure" and not (wraps and name == "ask"):
            yield from _flatten(item, f"{key}.{name.strip()}", source, marks)


def _disclosure(
    value: Mapping[str, Json], source: str, key: str, default: Disclosure
) -> Disclosure:
    """A misspelt mark is an error: taken for data, it would publish what the owner hid."""
    for name, word in value.items():
        near = get_close_matches(name.casefold(), ["disclosure"], cutoff=0.75)
        if near and name != "disclosure" and word in DISCLOSURES:
            raise ProfileError(f"{source}, {key}: write {name!r} as 'disclosure'.")
    word = value.get("disclosure", default)
    if word not in DISCLOSURES:
        raise ProfileError(
            f"{source}, {key}: 'disclosure' must be one of {', '.join(DISCLOSURES)}."
        )
    return word


def _ask(value: Mapping[str, Json], source: str, key: str) -> tuple[str, ...]:
    ask = value.get("ask", [])
    wordings = ask if isinstance(ask, list) else [ask]
    found = tuple(wording for wording in wordings if isinstance(wording, str))
    if len(found) < len(wordings):
        raise ProfileError(f"{source}, {key}: 'ask' must be a list of texts in double quotes.")
    return found

"""Five questions to the owner, for a first draft."""

import re
from collections.abc import Iterable
from contextlib import suppress

import click

from twin.domain.facts_draft import Json

with suppress(ImportError):  # where there is none, the console edits lines itself
    import readline  # noqa: F401

NAME = "What is your name?"
QUESTIONS = (
    ("current_role", "What do you do now? Such as: Head of engineering at Example Ltd."),
    ("location", "Where do you live?"),
    ("skills", "What are you good at? Several with commas between."),
    ("contact", "Where can visitors reach you? An e-mail or web address."),
)
ADDRESS = re.compile(
    r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}|(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", re.IGNORECASE
)
ANSWER = "\n  > "


def answers() -> dict[str, Json]:
    """What the owner says at the terminal, as facts; what they skip is left out."""
    click.echo(
        "Five questions for a first draft. Enter skips any but the first.\n"
        "All of it can be changed later.\n"
    )
    said = {"full_name": click.prompt(NAME, prompt_suffix=ANSWER, value_proc=_name)}
    for key, question in QUESTIONS:
        said[key] = click.prompt(
            question,
            default="",
            show_default=False,
            prompt_suffix=ANSWER,
            value_proc=_address if key == "contact" else None,
        )
    return facts({key: text.strip() for key, text in said.items()})


def facts(said: dict[str, str]) -> dict[str, Json]:
    """The answers under the keys by which visitors find them."""
    found: dict[str, Json] = {key: text for key, text in said.items() if text}
    if skills := said.get("skills"):
        found["skills"] = _each_once(skills.split(","))
    if contact := said.get("contact"):
        del found["contact"]
        found[_kind(contact)] = contact
    return found


def _name(text: str) -> str:
    if not text.strip():
        raise click.BadParameter("Without a name there is no twin.")
    return text


def _each_once(names: Iterable[str]) -> list[Json]:
    """As first written, whatever the case of a repetition."""
    kept: dict[str, str] = {}
    for name in map(str.strip, names):
        if name:
            kept.setdefault(name.casefold(), name)
    return [*kept.values()]


def _address(text: str) -> str:
    if text.strip() and not ADDRESS.fullmatch(text.strip()):
        raise click.BadParameter(
            "This is no e-mail or web address, such as me@example.com or example.com. "
            "Enter skips the question."
        )
    return text


def _kind(contact: str) -> str:
    if "linkedin.com" in contact:
        return "linkedin"
    return "email" if "@" in contact else "website"

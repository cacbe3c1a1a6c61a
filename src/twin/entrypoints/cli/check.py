"""`twin check`."""

from collections.abc import Iterator, Mapping

import click

from twin.container import Container, notices
from twin.domain.persona import Persona
from twin.ports.profile import Profile
from twin.settings import load_settings


def check() -> None:
    """Print what was loaded, and what is missing or odd.

    Raises:
        TwinError: something cannot be used.
    """
    container = Container(settings=load_settings())
    persona = container.persona()
    for line in _report(container.profiles(), persona):
        click.echo(line)
    click.echo(f"\nmodel   {container.model().name}")
    click.echo(f"memory  {container.memory().name}")
    found = notices(container)
    for notice in found:
        click.secho(f"! {notice}", fg="yellow")
    if not found:
        click.secho("No warnings.", fg="green")


def _report(profiles: Mapping[str, Profile], persona: Persona) -> Iterator[str]:
    yield f"{persona.name}\n"
    for name, profile in profiles.items():
        yield f"  {name:20}{_contents(profile) or 'nothing'}"
    yield ""
    for part, why in MISSING.items():
        if not _has(persona, part):
            yield f"  missing: {part} ({why})"
    for fact in (*persona.on_request, *persona.withheld):
        yield f"  {fact.disclosure}: {fact.key}, from {fact.origin.source} {fact.origin.locator}"


MISSING = {
    "headline": "current_role in facts.json; the page shows it under the name",
    "career": "a LinkedIn PDF, or experience in facts.json",
    "education": "education in facts.json",
    "contact": "email or linkedin in facts.json; offered whenever the twin does not know",
    "summary": "summary.txt",
    "style": "style.txt; without it the twin speaks plainly",
}


def _has(persona: Persona, part: str) -> bool:
    kinds = {passage.kind for passage in persona.passages}
    return {
        "headline": bool(persona.headline),
        "career": bool(persona.positions),
        "education": bool(persona.education),
        "contact": bool(persona.fact("email", "linkedin")),
        "summary": "summary" in kinds,
        "style": "style" in kinds,
    }[part]


def _contents(profile: Profile) -> str:
    counts = {
        "facts": profile.facts,
        "positions": profile.positions,
        "education": profile.education,
        "passages": profile.passages,
    }
    said = [f"{len(values)} {name}" for name, values in counts.items() if values]
    return ", ".join(said) or ("policy" if profile.policy.name or profile.policy.greeting else "")

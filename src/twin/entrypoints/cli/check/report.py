"""What `twin check` found out, as one document."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from twin.container import Container, notices, older_conversations
from twin.domain.coverage import Coverage, coverage
from twin.domain.persona import Persona
from twin.entrypoints.cli.check.taken import Taken, taken
from twin.entrypoints.cli.printable import one_line
from twin.entrypoints.cli.profile_notices import SAMPLE, unread_files
from twin.ports.errors import TwinError
from twin.ports.profile import Disclosure, Profile
from twin.settings import is_sample, load_settings, profile_folder

T = TypeVar("T")
VOICE = {
    "headline": "current_role in facts.json",
    "summary": "summary.txt, in the first person",
    "style": "style.txt; until then, plain words",
}


@dataclass(frozen=True, slots=True)
class Confidential:
    """A fact that not everybody is told, by its key; never its value."""

    key: str
    disclosure: Disclosure
    source: str
    locator: str


@dataclass(slots=True)
class Report:
    """The whole check; what an error kept from being looked at is empty."""

    name: str = ""
    data: str = ""
    model: str = ""
    memory: str = ""
    sources: list[Taken] = field(default_factory=list)
    visitors_ask: tuple[Coverage, ...] = ()
    missing: dict[str, str] = field(default_factory=dict)
    confidential: tuple[Confidential, ...] = ()
    tokens: dict[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Attempts:
    """Goes on after an error and keeps it, so that one does not hide the next.

    Attributes:
        raising: stop at the first one instead, to see its traceback.
    """

    errors: list[str]
    raising: bool

    def __call__(self, work: Callable[[], T]) -> T | None:
        try:
            return work()
        except TwinError as error:
            if self.raising:
                raise
            self.errors.append(one_line(str(error)))
            return None


def inspect(*, raising: bool = False) -> Report:
    """Load everything and look at it.

    Raises:
        TwinError: with `raising`, the first one met.
    """
    report = Report()
    attempt = Attempts(report.errors, raising)
    settings = attempt(load_settings)
    if settings is None:
        return report
    container = Container(settings=settings)
    report.warnings = settings.warnings
    older: tuple[str, ...] = ()
    if model := attempt(container.model):
        report.model = model.name
    if memory := attempt(container.memory):
        report.memory = memory.name
        older = attempt(lambda: older_conversations(settings)) or ()
    report.data = settings.data or str(attempt(lambda: profile_folder(settings)) or "")
    profiles = (attempt(container.profiles) if report.data else None) or {}
    if profiles and (persona := attempt(container.persona)):
        _persona(report, container, profiles, persona)
        older += (SAMPLE,) if is_sample(settings, persona.name) else ()
    unread = unread_files(profiles)
    report.errors += unread
    report.warnings = tuple(told for told in report.warnings if told not in unread) + older
    return report


def _persona(
    report: Report, container: Container, profiles: Mapping[str, Profile], persona: Persona
) -> None:
    report.name = persona.name
    report.sources = [taken(name, profile, persona) for name, profile in profiles.items()]
    report.visitors_ask = coverage(container.retrieval())
    report.missing = {part: VOICE[part] for part in _missing(persona)}
    report.confidential = tuple(
        Confidential(fact.key, fact.disclosure, fact.origin.source, fact.origin.locator)
        for fact in (*persona.on_request, *persona.withheld)
    )
    report.tokens = container.composer().tokens()
    report.warnings = notices(container)


def _missing(persona: Persona) -> Iterable[str]:
    kinds = {passage.kind for passage in persona.passages}
    has = {"headline": bool(persona.headline), "summary": "summary" in kinds}
    has["style"] = "style" in kinds
    return [part for part in VOICE if not has[part]]

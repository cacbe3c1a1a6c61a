"""A LinkedIn export as a profile: facts, positions, education, and the summary as a passage."""

from collections.abc import Iterator
from dataclasses import dataclass

from twin.adapters.profile.pdf import privacy
from twin.adapters.profile.pdf.entries import Role, School
from twin.adapters.profile.pdf.export import Export
from twin.adapters.profile.pdf.sidebar import Item
from twin.ports.profile import (
    Disclosure,
    Education,
    Fact,
    Origin,
    Passage,
    Position,
    Profile,
    ProfileWarning,
)


@dataclass(frozen=True, slots=True)
class LinkedInProfile:
    """The translation for one file."""

    export: Export
    source: str

    def profile(self) -> Profile:
        export = self.export
        summary = Passage(self._safe(export.summary), "summary", self._at(export.summary_page))
        return Profile(
            facts=(*self._head(), *self._contact(), *self._lists(), *self._found()),
            positions=tuple(map(self._position, export.experience)),
            education=tuple(map(self._school, self._schools())),
            passages=(summary,) if export.summary else (),
            warnings=tuple(self._warnings()),
        )

    def _at(self, page: int) -> Origin:
        return Origin(self.source, f"page {page}")

    def _safe(self, text: str) -> str:
        return privacy.withhold(text, privacy.find(text))

    def _head(self) -> Iterator[Fact]:
        export = self.export
        for key, value in (
            ("full_name", export.name),
            ("headline", export.headline),
            ("location", export.location),
        ):
            if value:
                yield Fact(key, self._safe(value), self._at(1))

    def _contact(self) -> Iterator[Fact]:
        contact = self.export.contact
        stated: tuple[tuple[str, str, Disclosure], ...] = (
            ("linkedin", contact.linkedin, "public"),
            ("email", contact.email, "on_request"),
            ("phone", contact.phone, "private"),
            ("address", contact.address, "private"),
        )
        for key, value, disclosure in stated:
            if value:
                yield Fact(key, value, self._at(1), disclosure)
        for index, site in enumerate(contact.websites):
            ask = (site.note,) if site.note else ()
            yield Fact(f"websites[{index}]", site.text, self._at(site.page), ask=ask)

    def _lists(self) -> Iterator[Fact]:
        for key, items in self.export.lists:
            for index, item in enumerate(items):
                yield Fact(f"{key}[{index}]", _with_note(item), self._at(item.page))

    def _found(self) -> Iterator[Fact]:
        """Personal details in what the person wrote, numbered after those of the contact data."""
        contact = {fact.key: privacy.identity(fact.value) for fact in self._contact()}
        found = [
            (finding, self._at(page))
            for text, page in self._written()
            for finding in privacy.find(text)
            if finding.kind != "linkedin"
            and privacy.identity(finding.value) not in contact.values()
        ]
        yield from privacy.facts(found, taken=tuple(contact))

    def _written(self) -> Iterator[tuple[str, int]]:
        export = self.export
        yield export.headline, 1
        yield export.summary, export.summary_page
        for role in export.experience:
            yield from ((text, role.page) for text in (role.title, role.location, role.description))

    def _position(self, role: Role) -> Position:
        return Position(
            self._safe(role.title),
            role.company,
            self._at(role.page),
            role.dates.start,
            role.dates.end,
            self._safe(role.location),
            self._safe(role.description),
        )

    def _schools(self) -> Iterator[School]:
        return (school for school in self.export.education if school.school or school.degree)

    def _warnings(self) -> Iterator[ProfileWarning]:
        for text in self.export.warnings:
            yield ProfileWarning(text, self._at(1))
        for school in set(self.export.education).difference(self._schools()):
            text = "An education without school and degree was left out; complete it on LinkedIn."
            yield ProfileWarning(text, self._at(school.page))

    def _school(self, school: School) -> Education:
        dates = school.dates
        return Education(
            school.school,
            self._at(school.page),
            school.degree,
            school.subject,
            dates.start,
            dates.end,
            dates.raw,
        )


def _with_note(item: Item) -> str:
    return f"{item.text} ({item.note})" if item.note else item.text

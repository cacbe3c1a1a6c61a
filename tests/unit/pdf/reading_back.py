"""What reading a drawn person must give, in a shape that can be compared."""

from pathlib import Path
from typing import Any

from tests.fixtures.pdf.people import Person
from twin.adapters.profile.pdf.export import Export, read_export
from twin.adapters.profile.pdf.parsing import read

KEYS = {
    "Top Skills": "skills",
    "Languages": "languages",
    "Certifications": "certifications",
    "Honors-Awards": "honors",
    "Publications": "publications",
    "Patents": "patents",
}


def export_of(path: Path) -> Export:
    export = read_export(read(path))
    assert export is not None
    return export


def drawn(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "headline": "" if person.headline == "-" else person.headline,
        "location": person.location,
        "summary": words(person.summary),
        "contact": (
            person.address,
            person.phone,
            person.email,
            f"https://www.linkedin.com/in/{person.slug}",
        ),
        "sites": [(f"https://{text}", label) for text, label in person.sites],
        "lists": [(KEYS.get(header, header), list(items)) for header, items in person.lists],
        "experience": [
            (
                employer.name,
                employer.total,
                job.title,
                f"{job.dates} ({job.duration})",
                job.location,
                words(job.description),
            )
            for employer in person.employers
            for job in employer.jobs
        ],
        "education": [(study.school, study.degree, study.dates) for study in person.studies],
    }


def read_back(export: Export) -> dict[str, Any]:
    contact = export.contact
    return {
        "name": export.name,
        "headline": export.headline,
        "location": export.location,
        "summary": words(export.summary),
        "contact": (contact.address, contact.phone, contact.email, contact.linkedin),
        "sites": [(site.text, site.note) for site in contact.websites],
        "lists": [(key, [(i.text, i.note) for i in items]) for key, items in export.lists],
        "experience": [
            (
                role.company,
                role.company_total,
                role.title,
                role.dates.raw,
                role.location,
                words(role.description),
            )
            for role in export.experience
        ],
        "education": [(s.school, s.degree, s.dates.raw) for s in export.education],
    }


def words(text: str) -> str:
    """Without line breaks: where a typed one ends a full line, nobody can tell.

    Helvetica's bullet does not read back as one.
    """
    return " ".join(text.replace("(cid:127)", "•").split())

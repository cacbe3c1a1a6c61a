"""The main column parted into its sections, told apart by what they hold."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from twin.adapters.profile.pdf.blocks import Block, Style

Kind = Literal["head", "summary", "experience", "education"]

WORDS: dict[Kind, str] = {
    "summary": (
        "Summary|Resumo|Extracto|Résumé|Podsumowanie|Samenvatting|Riepilogo|Sammanfattning"
        "|Zusammenfassung|Özet|Rezumat|요약|概要|摘要"
    ),
    "experience": (
        "Experience|Experiência|Experiencia|Expérience|Berufserfahrung|Doświadczenie|경력"
        "|Ervaring|Esperienza|Erfarenhet|Deneyim|Experiență|職歴|工作经历"
    ),
    "education": (
        "Education|Formação acadêmica|Educación|Formation|Ausbildung|Wykształcenie|Eğitim|학력"
        "|Opleiding|Formazione|Utbildning|Studii|学歴|教育经历"
    ),
}


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a header; the head of the profile has none."""

    kind: Kind
    header: str
    blocks: tuple[Block, ...]


def section_kind(header: str, styles: Iterable[Style], before: Sequence[Kind]) -> Kind:
    """What a section is: titles make experience, further small type education.

    Schools without any details look like a summary; the header, or that experience came before,
    tells them apart.
    """
    found = set(styles)
    if "title" in found:
        return "experience"
    if "body" in found or named(header) == "education" or "experience" in before:
        return "education"
    return "summary"


def named(header: str) -> Kind | None:
    """What the header says, in the languages that are known."""
    word = unicodedata.normalize("NFKC", header).casefold()
    return next(
        (kind for kind, words in WORDS.items() if word in words.casefold().split("|")), None
    )


def sections(blocks: Iterable[Block]) -> list[Section]:
    """The head first, then the sections in their order; empty ones are left out."""
    groups: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if block.style == "section":
            groups.append((" ".join(line.text for line in block.lines), []))
        else:
            groups[-1][1].append(block)
    parted: list[Section] = [Section("head", "", tuple(groups[0][1]))]
    for header, held in groups[1:]:
        if held:
            before = [section.kind for section in parted]
            kind = section_kind(header, (block.style for block in held), before)
            parted.append(Section(kind, header, tuple(held)))
    return parted

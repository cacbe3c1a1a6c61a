"""The profile as text that a model reads: facts, career, education, passages; data between tags."""

import html
import re
from collections.abc import Iterable

from twin.ports.profile import Education, Fact, PartialDate, Passage, PassageKind, Position

TAGS = re.compile(r"<(?=\s*/?\s*(?:profile|visitor|context)\b)", re.IGNORECASE)


def delimited(tag: str, text: str, source: str = "") -> str:
    """Text between tags that nothing within it can close."""
    attribute = f' source="{html.escape(source)}"' if source else ""
    return f"<{tag}{attribute}>\n{TAGS.sub('&lt;', text)}\n</{tag}>"


def section(title: str, body: str) -> str:
    return f"# {title}\n{body}\n" if body else ""


def listed(lines: Iterable[str]) -> str:
    text = "\n".join(f"- {line}" for line in lines)
    return delimited("profile", text) if text else ""


def facts_in_words(facts: Iterable[Fact]) -> list[str]:
    """One line per key; the items of a list share theirs."""
    lines: dict[str, list[str]] = {}
    for fact in facts:
        lines.setdefault(label(fact.key), []).append(fact.value)
    return [f"{name}: {', '.join(values)}" for name, values in lines.items()]


def label(key: str) -> str:
    """A key in words.

    `current_role` is "Current role", `interests.sports[1]` "Interests, sports" and
    `projects[1].url` "Projects 2, url".
    """
    words = re.sub(r"\[(\d+)\](?=.)", lambda match: f" {int(match[1]) + 1}", key)
    words = re.sub(r"\[\d+\]$", "", words).replace("_", " ").replace(".", ", ").strip()
    return words[:1].upper() + words[1:]


def position_in_words(position: Position) -> str:
    place = f", {position.location}" if position.location else ""
    head = " at ".join(filter(None, (position.title, position.company)))
    line = f"{head}{place}{_span(position.start, position.end)}"
    return f"{line}: {_indented(position.description)}" if position.description else line


def education_in_words(education: Education) -> str:
    degree = ", ".join(filter(None, (education.degree, education.field)))
    head = " at ".join(filter(None, (degree, education.institution)))
    span = _span(education.start, education.end)
    return f"{head}{span or (f' ({education.dates})' if education.dates else '')}"


def texts(passages: Iterable[Passage], kind: PassageKind) -> str:
    """Each source's text of a kind, in reading order, under its headings."""
    by_source: dict[str, list[str]] = {}
    for passage in passages:
        if passage.kind == kind:
            text = f"{passage.heading}\n{passage.text}" if passage.heading else passage.text
            by_source.setdefault(passage.origin.source, []).append(text)
    return "\n".join(
        delimited("profile", "\n\n".join(parts), source) for source, parts in by_source.items()
    )


def _span(start: PartialDate | None, end: PartialDate | None) -> str:
    dates = [date.text for date in (start, end) if date and date.text]
    return f" ({' – '.join(dict.fromkeys(dates))})" if dates else ""


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")

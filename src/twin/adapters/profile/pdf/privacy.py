"""What a document says that a website should not: found, and taken out of the text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from twin.adapters.profile.pdf.addresses import find_addresses
from twin.adapters.profile.pdf.births import find_births
from twin.adapters.profile.pdf.phones import find_phones
from twin.ports.profile import Disclosure, Fact, Origin

Kind = Literal["email", "linkedin", "date_of_birth", "address", "phone"]

WITHHELD = "[withheld]"
DISCLOSURE: dict[Kind, Disclosure] = {
    "email": "on_request",
    "linkedin": "public",
    "date_of_birth": "private",
    "address": "private",
    "phone": "private",
}
# One character for one, so that places in the text stay what they are.
PLAIN = (
    {ord(c): " " for c in "\u00a0\u2007\u2009\u202f"}
    | {ord(c): "-" for c in "‐‑‒–—―−"}
    | {0xFF0B: "+"}
)
EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+%'-]{1,64}(?:@|\s?[(\[](?:at|arroba|Ät)[)\]]\s?)"
    r"[\w-]+(?:(?:\.|\s?[(\[](?:dot|punkt|punto|point)[)\]]\s?)[\w-]+)+",
    re.IGNORECASE,
)
LINKEDIN = re.compile(
    r"(?:https?://)?(?:\w{2,3}\.)?linkedin\.com/in/(?P<slug>[\w%.~-]*[\w%~-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A personal detail and where it stands in the text."""

    kind: Kind
    start: int
    end: int
    value: str


def find(text: str) -> list[Finding]:
    """Everything found, in the order of the text; no two overlap."""
    found: list[Finding] = []
    taken = bytearray(len(text))
    for finding in _candidates(text.translate(PLAIN)):
        if not any(taken[finding.start : finding.end]):
            taken[finding.start : finding.end] = b"x" * (finding.end - finding.start)
            found.append(finding)
    return sorted(found, key=lambda finding: finding.start)


def withhold(text: str, findings: Iterable[Finding]) -> str:
    """The text with all that is not public replaced by `[withheld]`."""
    parts, end = [], 0
    for finding in sorted(findings, key=lambda finding: finding.start):
        if DISCLOSURE[finding.kind] != "public":
            parts += [text[end : finding.start], WITHHELD]
            end = finding.end
    return "".join([*parts, text[end:]])


def facts(found: Sequence[tuple[Finding, Origin]], taken: Sequence[str] = ()) -> tuple[Fact, ...]:
    """Each value once, under `phone`, `phone[1]` and so on, unless a key is taken.

    A second e-mail address may be another person's, a referee's perhaps, and is private.
    """
    kept: dict[tuple[Kind, str], Fact] = {}
    for finding, origin in found:
        count = sum(kind == finding.kind for kind, _ in kept) + (finding.kind in taken)
        disclosure = "private" if finding.kind == "email" and count else DISCLOSURE[finding.kind]
        key = f"{finding.kind}[{count}]" if count else finding.kind
        fact = Fact(key, finding.value, origin, disclosure)
        kept.setdefault((finding.kind, identity(finding.value)), fact)
    return tuple(kept.values())


def identity(value: str) -> str:
    """The same for the same number or address, however it is spaced."""
    return re.sub(r"[\W_]+", "", value).casefold()


def linkedin_url(text: str) -> str:
    """The profile's address without query and tracking; empty when there is none."""
    match = LINKEDIN.search(text)
    return f"https://www.linkedin.com/in/{match['slug']}" if match else ""


def _candidates(text: str) -> Iterator[Finding]:
    """Surer kinds first: digits of an address must not pass for a phone."""
    for match in EMAIL.finditer(text):
        yield Finding("email", *match.span(), match.group())
    for match in LINKEDIN.finditer(text):
        yield Finding("linkedin", *match.span(), linkedin_url(match.group()))
    spans: tuple[tuple[Kind, Iterator[tuple[int, int]]], ...] = (
        ("date_of_birth", find_births(text)),
        ("address", find_addresses(text)),
        ("phone", find_phones(text)),
    )
    for kind, found in spans:
        for start, end in found:
            yield Finding(kind, start, end, " ".join(text[start:end].split()))

"""The sidebar of an export: contact data and the lists below."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from twin.adapters.profile.pdf.blocks import Block, Line, squeeze
from twin.adapters.profile.pdf.paragraphs import joined
from twin.adapters.profile.pdf.privacy import linkedin_url

# LinkedIn does not translate these headers; the one for skills it does.
LISTS = {
    "languages": "languages",
    "certifications": "certifications",
    "honors-awards": "honors",
    "publications": "publications",
    "patents": "patents",
    "skills": "skills",
    "top skills": "skills",
}
PHONE = re.compile(r"\+?[\d\s().\-/]{6,}")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list; the note is what stands in grey after it, such as a level."""

    text: str
    page: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the person; everything may be empty."""

    address: str = ""
    phone: str = ""
    email: str = ""
    linkedin: str = ""
    websites: tuple[Item, ...] = ()


def sidebar(blocks: Iterable[Block], uris: Sequence[str]) -> tuple[Contact, dict[str, list[Item]]]:
    """The contact data, and the items of each list under its key; unknown headers are keys too."""
    groups: list[tuple[str, list[Block]]] = []
    for block in blocks:
        if block.style == "header":
            groups.append((joined(block.lines), []))
        elif groups:
            _add(groups[-1][1], block)
    if not groups:
        return Contact(), {}
    lists: dict[str, list[Item]] = {}
    for index, (header, held) in enumerate(groups[1:]):
        key = LISTS.get(header.casefold(), "skills" if index == 0 else header)
        lists.setdefault(key, []).extend(item for item in map(_item, held) if item.text)
    return _contact(groups[0][1], uris), lists


def _add(held: list[Block], block: Block) -> None:
    """A note may be an element of its own; it belongs to the item before it."""
    if held and held[-1].style == block.style and all(line.grey for line in block.lines):
        held[-1] = replace(held[-1], lines=(*held[-1].lines, *block.lines))
    else:
        held.append(block)


def _item(block: Block) -> Item:
    lines = list(block.lines)
    note_runs = 0
    for run in reversed([run for line in lines for run in line.runs]):
        if run.text.strip() and not run.grey:
            break
        note_runs += 1
    white, grey = _parted([run.text for line in lines for run in (*line.runs,)], note_runs)
    return Item(html.unescape(white), block.page, html.unescape(grey).strip("()"))


def _parted(texts: list[str], at_end: int) -> tuple[str, str]:
    cut = len(texts) - at_end
    return squeeze(" ".join(texts[:cut])), squeeze(" ".join(texts[cut:]))


def _contact(blocks: Sequence[Block], uris: Sequence[str]) -> Contact:
    address: list[str] = []
    phone = email = ""
    for block in (block for block in blocks if block.style == "item"):
        white = [run.text for line in block.lines for run in line.runs if not run.grey]
        if email or "@" in "".join(white):
            email += "".join("".join(white).split())
        elif _has_note(block) or PHONE.fullmatch(squeeze("".join(white))):
            phone = phone or squeeze(" ".join(white))
        else:
            address.append(joined(block.lines))
    links = _links([line for block in blocks if block.style == "link" for line in block.lines])
    mailed = next((uri[7:].partition("?")[0] for uri in uris if uri.startswith("mailto:")), "")
    linkedin = linkedin_url(_linkedin(links, uris))
    websites = tuple(_with_uri(link, uris) for link in links if not linkedin_url(link.text))
    return Contact(", ".join(address), phone, unquote(mailed) or email, unquote(linkedin), websites)


def _has_note(block: Block) -> bool:
    return any(run.grey and run.text.strip() for line in block.lines for run in line.runs)


def _links(lines: Iterable[Line]) -> list[Item]:
    """White pieces glued until a grey label closes the link."""
    found: list[Item] = []
    text = ""
    for line in lines:
        for run in line.runs:
            if not run.grey:
                text += "".join(run.text.split())
            elif text and run.text.strip():
                found.append(Item(text, line.page, squeeze(run.text).strip("()")))
                text = ""
    return found + ([Item(text, 1)] if text else [])


def _linkedin(links: Sequence[Item], uris: Sequence[str]) -> str:
    written = [link.text for link in links if "linkedin.com/" in link.text]
    return next((uri for uri in uris if linkedin_url(uri)), written[0] if written else "")


def _with_uri(link: Item, uris: Sequence[str]) -> Item:
    """The address behind the text, which may have been cut or lost its scheme."""
    bare = _bare(link.text)
    uri = next((uri for uri in uris if _bare(uri) == bare), link.text)
    return Item(uri, link.page, link.note)


def _bare(uri: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|^www\.|/$", "", unquote(uri)).casefold()

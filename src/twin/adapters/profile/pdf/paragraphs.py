"""The text of a block: wrapped lines joined, typed line breaks kept."""

import html
import re
from collections.abc import Iterable
from itertools import pairwise

from twin.adapters.profile.pdf.blocks import Block, Line, squeeze

COLUMN_WIDTH = 366.84
SPACE = 0.278  # of the size
LINE_STEP = 18.0
TOP = 65.0  # a first baseline below this has an empty line above
RAGGED = 35.0  # a line that stops so much too early was ended by hand
BULLET = re.compile(r"(?:[•◦●○▪■‣⁃∙·➢►✓❖☆→–—*-]|\d{1,2}[.)])\s")
EMPTY_BULLET = re.compile(r"^(?:[•◦●○▪■‣⁃∙·➢►✓❖☆→–—*-]\s*)$", re.MULTILINE)
HAN_OR_KANA = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
IN_URL = re.compile(r"https?://\S*[?&=|]\S*$")


def joined(lines: Iterable[Line]) -> str:
    """Wrapped lines as one, such as a name or a title."""
    text = ""
    for line in lines:
        text = _glued(text, line.text)
    return html.unescape(text)


def joined_raw(lines: Iterable[Line]) -> str:
    """The same with its spaces as they are; a no-break space has a meaning in schools' details."""
    text = ""
    for line in lines:
        text = text + line.raw if text[-1:].isspace() else _glued(text, line.raw)
    return html.unescape(text)


def paragraph(blocks: Iterable[Block]) -> str:
    """Running text with the line breaks and empty lines that were typed."""
    lines = [line for block in blocks for line in block.lines]
    text = lines[0].text if lines else ""
    for last, line in pairwise(lines):
        blank = _blank_lines(last, line)
        if blank or _is_typed_break(last, line):
            text += "\n" * (blank + 1) + line.text
        else:
            text = _glued(text, line.text)
    text = EMPTY_BULLET.sub("", html.unescape(text))
    return "\n".join(squeeze(line) for line in text.split("\n")).strip()


def _glued(text: str, more: str) -> str:
    if not text:
        return more
    hyphen = text[-1] in "-/" and text[-2:-1] != " "
    script = HAN_OR_KANA.match(text[-1]) and HAN_OR_KANA.match(more)
    return text + ("" if hyphen or script or IN_URL.search(text) else " ") + more


def _blank_lines(last: Line, line: Line) -> int:
    if last.page != line.page:
        return int(line.baseline > TOP)
    return max(0, round((line.baseline - last.baseline) / LINE_STEP) - 1)


def _is_typed_break(last: Line, line: Line) -> bool:
    if BULLET.match(line.text):
        return True
    slack = COLUMN_WIDTH - (last.x1 - last.x0 + SPACE * last.size + line.head_width)
    ended = last.text[-1] in ".!?:;" and not line.text[0].islower()
    return slack > RAGGED or (slack > 0 and ended)

"""Dates as LinkedIn writes them, parsed as far as they are understood."""

import re
from dataclasses import dataclass

from twin.adapters.profile.pdf.blocks import squeeze
from twin.adapters.profile.pdf.months import month_number
from twin.ports.profile import PartialDate

LINE = re.compile(r"(?P<range>.*?)\s*(?:\((?P<duration>[^()]*)\))?")
DASH = re.compile(r"\s*[-–—]\s*")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
NUMBERED_MONTH = re.compile(r"(\d{1,2})\s*[월月]")
WORD = re.compile(r"[^\W\d_]+\.?")


@dataclass(frozen=True, slots=True)
class Span:
    """A range of dates; `raw` is the text as it stands."""

    raw: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    duration: str = ""


def date_line(text: str) -> Span:
    """The line under a title: a range, then its length in brackets."""
    raw = squeeze(text)
    match = LINE.fullmatch(raw)
    if not match or not match["range"]:
        return Span(raw)
    parts = DASH.split(match["range"], maxsplit=1)
    end = point(parts[1]) if len(parts) == 2 else None
    return Span(raw, point(parts[0]), end, match["duration"] or "")


def school_dates(text: str) -> Span:
    """The dates of a school, a range or a single point, which is when it ended."""
    raw = squeeze(text)
    if not raw:
        return Span()
    parts = DASH.split(raw, maxsplit=1)
    return Span(raw, point(parts[0]) if len(parts) == 2 else None, point(parts[-1]))


def point(text: str) -> PartialDate:
    """A year, a month with a year, or the present, which has no digit."""
    text = text.strip()
    year = YEAR.search(text)
    if not year:
        return PartialDate(text, open=bool(text) and not any(char.isdigit() for char in text))
    return PartialDate(text, int(year.group()), _month(text))


def _month(text: str) -> int | None:
    if numbered := NUMBERED_MONTH.search(text):
        number = int(numbered.group(1))
        return number if 1 <= number <= 12 else None
    numbers = (month_number(word) for word in WORD.findall(text))
    return next((number for number in numbers if number), None)

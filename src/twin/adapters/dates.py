"""Dates as people write them in a CV, such as `2015–2023`, `May 2024 - Present`, `2016`."""

import re

from twin.ports.profile import PartialDate

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
SHORTENED = {"sept": 9}

OPEN = re.compile(r"(?:present|current(?:ly)?|now|today|ongoing|to date)\.?", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
YEAR_FIRST = re.compile(r"\d{4}[-/.](\d\d?)(?:[-/.]\d\d?)?")
MONTH_FIRST = re.compile(r"(\d\d?)[-/.]\d{4}")
SINCE = re.compile(r"(?:since|from)\s+(.+)", re.IGNORECASE)

# A hyphen also stands inside dates: it parts two only with spaces, or between year and beginning.
RANGE = re.compile(
    r"\s*[–—]\s*|\s+-+\s*|\s+(?:to|until|till)\s+"
    r"|(?<=\d{4})-(?=\s|$|\d{4}(?!\d)|\d\d?[/.]\d{4}|[^\W\d])",
    re.IGNORECASE,
)
SCHOOL_YEAR = re.compile(r"(\d\d)(\d\d)(?:[-/](1[3-9]|[2-9]\d)|\s*–\s*(\d\d))")


def parse_date(text: str) -> PartialDate:
    """One date; text with no year in it, or several, is kept as text."""
    text = " ".join(text.split())
    if OPEN.fullmatch(text):
        return PartialDate(text, open=True)
    years = YEAR.findall(text)
    if len(years) != 1:
        return PartialDate(text)
    return PartialDate(text, int(years[0]), _month(text))


def parse_range(text: str) -> tuple[PartialDate | None, PartialDate | None]:
    """Start and end; a single date is the end, and nothing after a dash means still going on."""
    text = " ".join(text.split())
    if not text:
        return None, None
    school_year = SCHOOL_YEAR.fullmatch(text)
    if school_year:
        century, first, *last = school_year.groups("")
        return parse_date(century + first), parse_date(century + "".join(last))
    since = SINCE.fullmatch(text)
    start, *end = [since[1], ""] if since else RANGE.split(text, maxsplit=1)
    if not end:
        return None, parse_date(text)
    return (
        parse_date(start) if start else None,
        parse_date(end[0]) if end[0] else PartialDate("", open=True),
    )


def _month(text: str) -> int | None:
    numeric = YEAR_FIRST.fullmatch(text) or MONTH_FIRST.fullmatch(text)
    if numeric:
        return int(numeric[1]) if 1 <= int(numeric[1]) <= 12 else None
    for word in re.findall(r"[^\W\d_]{3,}", text.casefold()):
        for number, month in enumerate(MONTHS, start=1):
            if word == month or word == month[:3] or SHORTENED.get(word) == number:
                return number
    return None

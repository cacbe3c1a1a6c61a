"""Dates and spans of time, in words and out of them."""

import re

from twin.ports.profile import PartialDate

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
_OPEN = re.compile(r"present|now|today|current|ongoing", re.IGNORECASE)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


def span(start: PartialDate | None, end: PartialDate | None) -> str:
    """`from 2011 to 2015`, `since 2015`, `in 2005`, or nothing."""
    if start and (not end or date(start) == date(end)):
        return f"in {date(start)}" if end else f"from {date(start)} on"
    if start and end:
        return f"since {date(start)}" if end.open else f"from {date(start)} to {date(end)}"
    return f"until {date(end)}" if end and not end.open else ""


def date(when: PartialDate | None) -> str:
    if when is None:
        return ""
    if when.year and when.month:
        return f"{MONTHS[when.month - 1]} {when.year}"
    return str(when.year) if when.year else when.text


def plain_dates(text: str) -> str:
    """Dates as the profile has them; two years as a span."""
    years = re.fullmatch(r"(\d{4})\s*(?:-|–|—|to)\s*(\d{4})", text.strip())
    if years:
        return f"from {years[1]} to {years[2]}"
    return text


def dates_in(text: str) -> tuple[PartialDate | None, PartialDate | None]:
    """The first two dates of a text such as `2015–2023` or `2024–Present`; a lone one is both."""
    years = [PartialDate(year, year=int(year)) for year in _YEAR.findall(text)[:2]]
    if years and len(years) == 1 and _OPEN.search(text):
        return years[0], PartialDate("Present", open=True)
    if not years:
        return None, None
    return years[0], years[-1]

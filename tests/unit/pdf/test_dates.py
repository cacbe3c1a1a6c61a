"""Dates in the words of eight languages, and what is not understood kept as it stands."""

import pytest

from twin.adapters.profile.pdf.dates import date_line, point, school_dates
from twin.ports.profile import PartialDate


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("April 2025", 2025, 4),
        ("März 2024", 2024, 3),
        ("septembre 2024", 2024, 9),
        ("août 2019", 2019, 8),
        ("października 2020", 2020, 10),
        ("octubre de 2021", 2021, 10),
        ("maio de 2026", 2026, 5),
        ("Ağustos 2018", 2018, 8),
        ("ŞUBAT 2018", 2018, 2),
        ("Kasım 2018", 2018, 11),
        ("maart 2018", 2018, 3),
        ("сентября 2018", 2018, 9),
        ("Σεπτεμβρίου 2018", 2018, 9),
        ("2023년 3월", 2023, 3),
        ("2022年8月", 2022, 8),
        ("2018年12月", 2018, 12),
        ("1934", 1934, None),
        ("Brumaire 1934", 1934, None),
        ("2023년 13월", 2023, None),
    ],
)
def test_year_and_month_are_read(text: str, year: int, month: int | None) -> None:
    assert point(text) == PartialDate(text, year, month)


def test_the_present_is_open_and_nonsense_is_not() -> None:
    assert point("Present") == PartialDate("Present", open=True)
    assert point("12") == PartialDate("12")


@pytest.mark.parametrize(
    "text",
    [
        "April 2020 - March 2021 (1 year)",
        "April 2020\u00a0-\u00a0March 2021\u00a0(1 year)",
        "April 2020–March 2021 (1 year)",
        "April 2020 — March 2021 (1 year)",
    ],
)
def test_a_line_is_a_range_and_its_length(text: str) -> None:
    span = date_line(text)

    assert span.start == PartialDate("April 2020", 2020, 4)
    assert span.end == PartialDate("March 2021", 2021, 3)
    assert span.duration == "1 year"


def test_the_raw_text_is_kept_whatever_it_is() -> None:
    assert date_line("since  ever").raw == "since ever"
    assert date_line("(4 years)").start is None


def test_a_school_with_one_date_ended_then() -> None:
    span = school_dates("agosto de 2025")

    assert span.start is None
    assert span.end == PartialDate("agosto de 2025", 2025, 8)


def test_a_school_may_be_undated() -> None:
    assert school_dates("").end is None

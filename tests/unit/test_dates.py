"""Dates as they stand in a CV."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twin.adapters.dates import parse_date, parse_range
from twin.ports.profile import PartialDate


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2016", 2016, None),
        ("2016-05", 2016, 5),
        ("2016-05-17", 2016, 5),
        ("05/2016", 2016, 5),
        ("May 2016", 2016, 5),
        ("sept. 2016", 2016, 9),
        ("17 December 1943", 1943, 12),
        ("2016-13", 2016, None),
        ("Marketing, 2016", 2016, None),
        ("expected 2027", 2027, None),
        ("5 years", None, None),
        ("120160", None, None),
        ("2015 and 2016", None, None),
        ("", None, None),
    ],
)
def test_year_and_month_are_known_when_they_are_written(
    text: str, year: int | None, month: int | None
) -> None:
    assert parse_date(text) == PartialDate(text, year, month)


@pytest.mark.parametrize("text", ["Present", "present", "NOW", "currently", "today", "ongoing"])
def test_present_and_its_like_are_open(text: str) -> None:
    assert parse_date(text) == PartialDate(text, open=True)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2015–2023", PartialDate("2015", 2015), PartialDate("2023", 2023)),
        ("2015-2023", PartialDate("2015", 2015), PartialDate("2023", 2023)),
        ("2015 — 2023", PartialDate("2015", 2015), PartialDate("2023", 2023)),
        ("2015 to 2023", PartialDate("2015", 2015), PartialDate("2023", 2023)),
        ("2015–16", PartialDate("2015", 2015), PartialDate("2016", 2016)),
        ("2015/16", PartialDate("2015", 2015), PartialDate("2016", 2016)),
        ("2024–Present", PartialDate("2024", 2024), PartialDate("Present", open=True)),
        ("2024-present", PartialDate("2024", 2024), PartialDate("present", open=True)),
        ("2024–", PartialDate("2024", 2024), PartialDate("", open=True)),
        ("2015- 2023", PartialDate("2015", 2015), PartialDate("2023", 2023)),
        ("2015 -2023", PartialDate("2015", 2015), PartialDate("2023", 2023)),
        ("2024 -", PartialDate("2024", 2024), PartialDate("", open=True)),
        ("since 2024", PartialDate("2024", 2024), PartialDate("", open=True)),
        ("–2023", None, PartialDate("2023", 2023)),
        ("05/2015-06/2018", PartialDate("05/2015", 2015, 5), PartialDate("06/2018", 2018, 6)),
        ("May 2015 - Now", PartialDate("May 2015", 2015, 5), PartialDate("Now", open=True)),
        ("2016", None, PartialDate("2016", 2016)),
        ("2016-05", None, PartialDate("2016-05", 2016, 5)),
        ("early days", None, PartialDate("early days")),
        (" ", None, None),
    ],
)
def test_a_range_has_a_start_and_an_end_and_a_single_date_is_the_end(
    text: str, start: PartialDate | None, end: PartialDate | None
) -> None:
    assert parse_range(text) == (start, end)


@given(text=st.text(alphabet="0123456789 -–/.tofrmspeay"))
def test_any_text_is_some_range(text: str) -> None:
    for date in parse_range(text):
        assert date is None or not (date.open and date.year)

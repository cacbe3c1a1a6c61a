"""Dates of birth: a word that announces one, then a date."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

LABELS = (
    r"date\s+of\s+birth|birth\s?date|birth\s?day|d\.?\s?o\.?\s?b\.?|born(?:\s+on)?"
    r"|geburtsdatum|geburtstag|geboren(?:\s+(?:am|op))?|geb\.?(?:\s?datum)?(?:\s+am)?|geboortedatum"
    r"|date\s+de\s+naissance|née?(?:\(e\))?\s+le|fecha\s+de\s+nacimiento|nacid[oa]\s+el|f\.\s?nac\.?"
    r"|data\s+de\s+nascimento|data\s+nasc\.?|nascid[oa]\s+(?:em|a)|data\s+di\s+nascita|nat[oa](?:\s+a\s+[^\d\n]{2,30})?\s+il"
    r"|data\s+urodzenia|ur\.|urodzon[ya]|doğum\s+tarihi|född|födelsedatum|fødselsdato|født|syntymäaika|syntynyt"
    r"|datum\s+narozen[íi]|dátum\s+narodenia|születési\s+(?:dátum|idő|ideje)|data\s+nașterii|datum\s+rođenja"
    r"|дата\s+(?:рождения|народження)|родил(?:ся|ась)|ημερομηνία\s+γέννησης|תאריך\s+לידה|تاريخ\s+الميلاد"
    r"|생년월일|생일|生年月日|出生日期|出生年月|生日"
)
MONTH = r"[^\W\d_]{3,12}\.?"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|\.)?"
YEAR = r"(?:18|19|20)\d\d"
DATE = (
    rf"(?:\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:{YEAR}|\d\d)\b"
    rf"|{YEAR}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?\d{{1,2}}"
    rf"|{YEAR}\s?[年년]\s?\d{{1,2}}\s?[月월](?:\s?\d{{1,2}}\s?[日일])?"
    rf"|{DAY}\s+(?:de\s+)?{MONTH},?\s+(?:de\s+)?{YEAR}"
    rf"|{MONTH}\s+{DAY},?\s+{YEAR}"
    rf"|{DAY}-{MONTH}-(?:{YEAR}|\d\d))"
)
ANNOUNCED = re.compile(
    rf"(?<!\w)(?:{LABELS})\W{{0,8}}(?P<date>{DATE})|(?:^|[(\s])\*\s?(?P<star>{DATE})",
    re.IGNORECASE | re.MULTILINE,
)
LABELLED_YEAR = re.compile(
    rf"(?<!\w)(?:(?:year|date)\s+of\s+birth|birth\s?year|geburtsjahr|jahrgang|geboortejaar|année\s+de\s+naissance"
    rf"|año\s+de\s+nacimiento|rok\s+urodzenia|출생년도|d\.?o\.?b\.?)\W{{0,4}}(?P<date>{YEAR})\b",
    re.IGNORECASE,
)


def find_births(text: str) -> Iterator[Span]:
    """Where the dates stand, without the words before them."""
    for pattern in (ANNOUNCED, LABELLED_YEAR):
        for match in pattern.finditer(text):
            yield match.span(match.lastgroup or 0)

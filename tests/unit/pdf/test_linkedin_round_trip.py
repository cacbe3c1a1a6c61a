"""Drawn at random, read by both readers: what comes back is what was drawn."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fixtures.pdf.drawing import draw_export
from tests.fixtures.pdf.people import Employer, Job, Person, Study
from tests.unit.pdf.reading_back import drawn, read_back
from twin.adapters.profile.pdf.export import Export, read_export
from twin.adapters.profile.pdf.parsing import read

A4 = (595.28, 841.89)

LETTERS = "abcdefghijklmnopqrstuvwxyzäéøß"
word = st.text(LETTERS, min_size=1, max_size=14)


def phrase(most: int) -> st.SearchStrategy[str]:
    """Words, the first with a capital, as long as they come."""
    return st.lists(word, min_size=1, max_size=most).map(lambda found: "A" + " ".join(found))


text = st.lists(phrase(25), max_size=6).map(". ".join)
date = st.tuples(st.sampled_from(["March", "août", "März"]), st.integers(1950, 2026)).map(
    lambda pair: f"{pair[0]} {pair[1]}"
)
span = st.tuples(date, st.one_of(date, st.just("Present"))).map(" - ".join)
job = st.builds(
    Job,
    phrase(12),
    span,
    st.just("2 years 1 month"),
    st.one_of(st.just(""), phrase(5)),
    text,
)
employer = st.builds(
    lambda name, jobs: Employer(name, tuple(jobs), "9 years" if len(jobs) > 1 else ""),
    phrase(10),
    st.lists(job, min_size=1, max_size=4),
)
study = st.builds(Study, phrase(10), phrase(8), st.sampled_from(["1990 - 1994", "2011"]))
items = st.lists(st.tuples(phrase(3), st.sampled_from(["", "Elementary"])), min_size=1, max_size=3)
lists = st.builds(
    lambda skills, languages: tuple(
        (header, tuple(held))
        for header, held in (("Top Skills", [(s, "") for s, _ in skills]), ("Languages", languages))
    ),
    items,
    items,
)
person = st.builds(
    Person,
    name=phrase(5),
    headline=st.one_of(st.just("-"), phrase(20)),
    location=phrase(4),
    summary=text,
    address=phrase(3),
    phone=st.just("+31 30 555 0100"),
    email=st.builds("{}@example.com".format, st.text("abcdefghijklmnop", min_size=1, max_size=30)),
    slug=st.lists(st.text("abcdefgh", min_size=1, max_size=9), min_size=1, max_size=6).map(
        "-".join
    ),
    employers=st.lists(employer, min_size=1, max_size=4).map(tuple),
    studies=st.lists(study, max_size=3).map(tuple),
    lists=lists,
)


def exported(who: Person, tmp_path: Path, **how: object) -> Export:
    target = BytesIO()
    draw_export(target, who, **how)  # type: ignore[arg-type]
    path = tmp_path / "LinkedIn.pdf"
    path.write_bytes(target.getvalue())
    export = read_export(read(path))
    assert export is not None
    return export


ways = pytest.mark.parametrize(
    ("how", "reading"),
    [
        ({}, "linkedin-tags"),
        ({"tagged": False}, "linkedin-layout"),
        ({"tagged": False, "page": A4}, "linkedin-layout"),
    ],
    ids=["tags", "layout", "scaled"],
)


@ways
@given(who=person)
@settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a whole file takes minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_is_drawn_is_read_back(
    tmp_path: Path, how: dict[str, object], reading: str, who: Person
) -> None:
    export = exported(who, tmp_path, **how)

    assert export.reading == reading
    assert read_back(export) == drawn(who)

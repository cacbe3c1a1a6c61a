"""The same career told by several sources becomes one; contradictions are said."""

from dataclasses import replace

import pytest

from twin.domain.likeness import agree
from twin.domain.merging import merged_education, merged_lists, merged_positions
from twin.domain.persona import merge
from twin.ports.profile import Education, Fact, Origin, PartialDate, Position, Profile

FACTS, PDF = Origin("facts.json", "experience[0]"), Origin("LinkedIn.pdf", "page 1")
PRESENT = PartialDate("Present", open=True)


def date(text: str) -> PartialDate:
    month, _, year = text.rpartition(" ")
    return PartialDate(text, int(year), int(month) if month else None)


def job(
    title: str, company: str, start: str = "", end: str = "", origin: Origin = FACTS, **more: str
) -> Position:
    return Position(
        title,
        company,
        origin,
        date(start) if start else None,
        PRESENT if end == "now" else date(end) if end else None,
        **more,
    )


def study(
    school: str, degree: str = "", start: str = "", end: str = "", origin: Origin = FACTS
) -> Education:
    return Education(
        school,
        origin,
        degree,
        start=date(start) if start else None,
        end=date(end) if end else None,
    )


SAME_JOBS = [
    (job("Engineer", "Digital"), job("engineer", "Digital, Inc.", "1986", "now")),
    (job("Engineer", "Digital", "1986"), job("Engineer", "Digital Equipment", "5 1986", "1990")),
    (job("Engineer", "Digital", "1986"), job("Senior Engineer", "Digital", "1986", "now")),
    (job("R&D Lead", "Digital", "1986"), job("R and D lead", "Digital GmbH", "1987")),
    (job("Engineer", "Digital"), job("Engineer", "Digital")),
    (job("Engineer", "Digital Inc."), job("Engineer", "Digital GmbH")),
]
DIFFERENT_JOBS = [
    (job("Engineer", "Digital", "1986"), job("Engineer", "Vassar College", "1986")),
    (job("Engineer", "Digital", "1986", "1988"), job("Director", "Digital", "1988", "1990")),
    (job("Engineer", "Digital", "1986", "1988"), job("Senior Engineer", "Digital", "1988")),
    (job("Engineer", "Digital", "1986", "1988"), job("Engineer", "Digital", "1995", "1999")),
    (job("Engineer", "Digital"), job("Senior Engineer", "Digital")),
]
SAME_STUDIES = [
    (study("Yale", "PhD"), study("Yale University", "Doctor of Philosophy - PhD, Mathematics")),
    (study("Yale University", "MA", "1928", "1930"), study("Yale", "Master of Arts", "1928")),
    (study("Yale", "Mathematics", "", "1934"), study("Yale", "PhD", "1930", "1934")),
    (study("Yale", "Ph.D."), study("Yale", "PhD", "1930", "1934")),
    (study("Yale"), study("Yale", "PhD", "1930", "1934")),
]
DIFFERENT_STUDIES = [
    (study("Yale", "MA Mathematics"), study("Yale", "PhD Mathematics")),
    (study("Yale", "PhD"), study("Vassar College", "PhD")),
    (study("Yale", "Music", "1920", "1924"), study("Yale", "Music", "1930", "1934")),
    (study("Yale", "Law", "", "1920"), study("Yale", "Music", "1930", "1934")),
]


@pytest.mark.parametrize(("better", "worse"), SAME_JOBS)
def test_one_job_told_twice_is_one(better: Position, worse: Position) -> None:
    assert len(merged_positions([[better], [worse]])[0]) == 1


@pytest.mark.parametrize(("better", "worse"), DIFFERENT_JOBS)
def test_two_jobs_stay_two(better: Position, worse: Position) -> None:
    assert len(merged_positions([[better], [worse]])[0]) == 2


@pytest.mark.parametrize(("better", "worse"), SAME_STUDIES)
def test_one_study_told_twice_is_one(better: Education, worse: Education) -> None:
    assert len(merged_education([[better], [worse]])[0]) == 1


@pytest.mark.parametrize(("better", "worse"), DIFFERENT_STUDIES)
def test_two_studies_stay_two(better: Education, worse: Education) -> None:
    assert len(merged_education([[better], [worse]])[0]) == 2


def test_the_better_source_wins_and_the_worse_fills_its_gaps() -> None:
    better = job("Engineer", "Digital", "1986", location="Maynard")
    worse = job("Engineer", "Digital Inc", "9 1986", "now", PDF, location="X", description="Work.")

    (merged,), warnings = merged_positions([[better], [worse]])

    assert merged == Position(
        "Engineer", "Digital", FACTS, date("9 1986"), PRESENT, "Maynard", "Work."
    )
    assert not warnings


@pytest.mark.parametrize(
    ("start", "end", "edge"),
    [("1987", "1990", "start"), ("1986", "1991", "end"), ("1986", "now", "end")],
)
def test_a_contradiction_is_a_warning_and_the_better_source_is_used(
    start: str, end: str, edge: str
) -> None:
    better, worse = job("Engineer", "Digital", "1986", "1990"), ("Engineer", "Digital", start, end)

    (merged,), (warning,) = merged_positions([[better], [job(*worse, PDF)]])

    assert (merged.start, merged.end) == (date("1986"), date("1990"))
    assert f"the {edge} is" in warning.message
    assert warning.origin == PDF


def test_two_spells_at_one_company_each_find_their_own() -> None:
    spells = [job("Officer", "Navy", "1943", "1966"), job("Officer", "Navy", "1967", "1986")]
    told = [
        job("Officer", "Navy", "1967", "1986", PDF),
        job("Officer", "Navy", "1943", "1966", PDF),
    ]

    merged, warnings = merged_positions([spells, told])

    assert [position.start for position in merged] == [date("1967"), date("1943")]
    assert not warnings


def test_spells_that_meet_find_their_own_by_their_dates() -> None:
    spells = [job("Officer", "Navy", "1943", "1966"), job("Officer", "Navy", "1966", "1986")]
    told = [replace(spell, origin=PDF) for spell in reversed(spells)]

    merged, warnings = merged_positions([spells, told])

    assert len(merged) == 2
    assert not warnings


def test_one_job_takes_one_of_another_source_at_most() -> None:
    told = [job("Officer", "Navy", description=text) for text in ("At sea.", "Ashore.")]

    merged, _ = merged_positions([[job("Officer", "Navy")], told])

    assert [position.description for position in merged] == ["At sea.", "Ashore."]


def test_jobs_of_one_source_are_never_merged_and_keep_their_order() -> None:
    told = [job("Officer", "Navy", "1943"), job("Officer", "Navy", "1986"), job("X", "Y", "1960")]

    assert merged_positions([told, []])[0] == tuple(told)


def test_a_career_from_two_sources_is_newest_first() -> None:
    one = [job("A", "First", "1931", "1943"), job("B", "Second", "1943", "1949")]
    other = [job("C", "Third", "1986", "now", PDF), job("D", "Fourth", "1949", "1967", PDF)]

    merged, _ = merged_positions([one, other])

    assert [position.title for position in merged] == ["C", "D", "B", "A"]


def test_without_dates_the_order_is_that_of_the_sources() -> None:
    merged, _ = merged_positions([[job("A", "First")], [job("B", "Second", "1986", "now", PDF)]])

    assert [position.title for position in merged] == ["A", "B"]


@pytest.mark.parametrize(
    ("value", "other", "same"),
    [
        ("Utrecht", "Utrecht, Netherlands", True),
        ("linkedin.com/in/grace", "https://www.linkedin.com/in/grace", True),
        ("+31 30 555 0100", "+31-30-555-0100", True),
        ("Utrecht", "Delft", False),
        ("+31 30 555 0100", "+31 30 555 0123", False),
    ],
)
def test_values_agree_when_one_says_no_more_than_the_other(
    value: str, other: str, same: bool
) -> None:
    assert agree(value, other) == same


def listed(origin: Origin, key: str, *values: str) -> list[Fact]:
    return [Fact(f"{key}[{n}]", value, origin) for n, value in enumerate(values)]


def test_lists_of_two_sources_become_one_without_repeats() -> None:
    facts = [
        *listed(FACTS, "languages", "English", "French"),
        *listed(FACTS, "skills", "React"),
        Fact("location", "Utrecht", FACTS),
        *listed(PDF, "languages", "English (Native or Bilingual)", "Polish", "Dutch"),
        *listed(PDF, "skills", "react", "React Native"),
    ]

    merged = merged_lists(facts)

    assert [(fact.key, fact.value) for fact in merged] == [
        ("languages[0]", "English"),
        ("languages[1]", "French"),
        ("skills[0]", "React"),
        ("location", "Utrecht"),
        ("languages[2]", "Polish"),
        ("languages[3]", "Dutch"),
        ("skills[1]", "React Native"),
    ]


def test_the_persona_has_one_career_and_no_warning_where_sources_agree() -> None:
    name = Fact("name", "Grace Hopper", FACTS)
    better = Profile(
        facts=(name, Fact("location", "Utrecht", FACTS), *listed(FACTS, "skills", "COBOL")),
        positions=(job("Engineer", "Digital", "1986"),),
        education=(study("Yale", "PhD", "", "1934"),),
    )
    worse = Profile(
        facts=(
            Fact("full_name", "G. Hopper", PDF),
            Fact("location", "Utrecht, Netherlands", PDF),
            *listed(PDF, "skills", "Cobol", "Speaking"),
        ),
        positions=(job("Engineer", "Digital Inc", "1986", "now", PDF),),
        education=(study("Yale University", "PhD", "1930", "1934", PDF),),
    )

    persona = merge([better, worse])

    assert persona.name == "Grace Hopper"
    assert len(persona.positions) == len(persona.education) == 1
    assert [f.value for f in persona.facts if f.key.startswith("skills")] == ["COBOL", "Speaking"]
    assert not persona.warnings

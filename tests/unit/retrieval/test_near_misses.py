"""What reminds of a question and is not what was asked."""

from tests.unit.retrieval.talk import ask, passage, person

WEAVER = person(
    {
        "full_name": "Ada Invented",
        "education": [
            {"degree": "BA Textiles", "institution": "University of Ghent", "year": "2003"},
            {"degree": "MA Weaving", "institution": "University of Delft", "year": "2005"},
        ],
        "minimum_booking": "three days",
        "previous_roles": [
            {
                "title": "Head of Dyeing",
                "company": "Rhone Mill",
                "start": "2010",
                "end": "2014",
                "description": "Led a team of four people. Dried wool in a food dehydrator.",
            }
        ],
    },
    passages=[passage("I wanted to see a loom being driven by water. I grew up two streets away.")],
)


def test_the_team_of_an_earlier_job_is_not_the_one_of_now() -> None:
    assert "four" in ask(WEAVER, "How many people were in your team?")
    assert "four" not in ask(WEAVER, "How many people work for you now?")


def test_what_was_done_at_work_is_no_favourite() -> None:
    assert "dehydrator" not in ask(WEAVER, "What is your favourite food?")


def test_a_booking_is_no_book() -> None:
    assert "three days" in ask(WEAVER, "What is your minimum booking?")
    assert "three days" not in ask(WEAVER, "Which book are you reading?")


def test_a_kind_of_a_thing_is_that_thing() -> None:
    assert "driven" not in ask(WEAVER, "What kind of car do you drive?")


def test_a_fragment_asks_about_the_answer_before() -> None:
    said = ask(WEAVER, "Do you have a master's degree?", "From which university?")

    assert "Delft" in said
    assert "Ghent" not in said


def test_words_that_sound_alike_are_one_word() -> None:
    assert "Delft" in ask(WEAVER, "which univercity did you go to")


def test_a_favourite_is_no_part_of_a_tool_and_no_subject_of_work() -> None:
    photographer = person(
        {
            "cameras": {"digital": "two Fujifilm bodies", "film": "a Mamiya bought in 2005"},
            "interests": {"books": "the novels of Jules Verne"},
            "skills": ["football photography", "medium-format film"],
        }
    )

    assert "film" not in ask(photographer, "What's your favourite film?")
    assert "football" not in ask(photographer, "Which football club do you support?")
    assert "Jules Verne" in ask(photographer, "What are your favourite books?")


def test_how_long_a_thing_is_may_be_told_in_metres() -> None:
    digger = person({}, passages=[passage("In 2020 I measured a burrow of 9 metres near Ochten.")])

    assert "9 metres" in ask(digger, "How long was the burrow near Ochten?")

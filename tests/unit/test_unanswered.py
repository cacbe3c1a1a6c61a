"""What stayed without an answer, gathered."""

from dataclasses import replace
from datetime import timedelta

from tests.people import turn
from twin.domain.unanswered import WORDINGS, Unanswered, flags_for
from twin.ports.memory import Turn


def asked(question: str, *terms: str, number: int = 0) -> Turn:
    flags = ("unanswered", *(f"unknown:{term}" for term in terms))
    return replace(turn(number, question), flags=flags)


def gathered(*turns: Turn) -> Unanswered:
    found = Unanswered()
    for each in turns:
        found.add(each)
    return found


def counts(*questions: str) -> list[tuple[int, str]]:
    groups = gathered(*map(asked, questions)).groups()
    return [(group.count, group.question) for group in groups]


def test_questions_that_were_answered_are_not_listed() -> None:
    assert gathered(turn(1, "What is your salary?")).groups() == ()


def test_the_same_question_in_other_words_is_counted_together() -> None:
    assert counts("What is your salary?", "How much do you earn?", "What is your salary?") == [
        (3, "What is your salary?")
    ]


def test_questions_about_other_things_stand_apart() -> None:
    asked_of = ("Do you know Kubernetes?", "Do you know Terraform?", "Do you like pizza?")

    assert len(counts(*asked_of)) == 3


def test_what_is_asked_most_often_comes_first_then_what_was_asked_last() -> None:
    found = gathered(
        asked("Do you like pizza?", number=1),
        asked("Are you married?", number=2),
        asked("What is your salary?", number=3),
        asked("Is pizza what you like?", number=4),
    )

    assert [group.question for group in found.groups()] == [
        "Do you like pizza?",
        "What is your salary?",
        "Are you married?",
    ]


def test_of_a_message_with_two_questions_the_one_with_the_unknown_word_is_listed() -> None:
    found = gathered(asked("Where did you study? Do you know Kubernetes?", "Kubernetes"))

    (group,) = found.groups()
    assert group.question == "Do you know Kubernetes?"
    assert group.terms == ("Kubernetes",)


def test_each_of_several_questions_that_had_no_answer_is_listed() -> None:
    flags = flags_for(["Do you like tea?", "Can you juggle?"], ["tea"], several=True)
    message = "Do you like tea? Can you juggle? What did you study?"
    found = gathered(
        replace(turn(1, message), flags=tuple(flags)),
        replace(turn(2, "Can you juggle?"), flags=("unanswered",)),
    )

    assert [(group.count, group.question) for group in found.groups()] == [
        (2, "Can you juggle?"),
        (1, "Do you like tea?"),
    ]


def test_a_capital_makes_no_other_question() -> None:
    assert counts(
        "Do you like tea?", "Do you like tea?", "Do you like Tea?", "Do you know React?"
    ) == [
        (3, "Do you like tea?"),
        (1, "Do you know React?"),
    ]


def test_an_unknown_word_is_shown_as_a_visitor_wrote_it() -> None:
    found = gathered(asked("Do you speak Türkisch?", "Türkisch"))

    assert found.groups()[0].terms == ("Türkisch",)


def test_a_question_without_a_subject_is_counted_with_itself() -> None:
    assert counts("And again?", "And again?", "And then?") == [(2, "And again?"), (1, "And then?")]


def test_the_last_time_it_was_asked_is_known() -> None:
    late = asked("How much do you earn?", number=9)
    found = gathered(late, asked("What is your salary?", number=2))

    assert found.groups()[0].last_asked_at == late.asked_at
    assert late.asked_at - turn(2).asked_at == timedelta(minutes=7)


def test_only_a_few_wordings_of_a_group_are_held() -> None:
    found = gathered(*(asked(f"What is your salary{'?' * count}") for count in range(1, 40)))

    (group,) = found.groups()
    assert group.count == 39
    assert len(group.wordings) == WORDINGS


def test_one_word_in_common_does_not_make_two_questions_alike() -> None:
    assert len(counts("Do you like pizza?", "Where in Berlin is pizza with pineapple sold?")) == 2

"""Print the score of the `quoting` model: by person and kind of question, and its pace."""

import sys
from collections.abc import Callable, Sequence
from statistics import median

from bench.questions.scoring import Outcome, Result, ask_all, shares
from bench.questions.tables import (
    HARDER,
    HARDER_UNREAD,
    LAST,
    LAST_UNREAD,
    LATER,
    LATER_UNREAD,
    RECENT,
    RECENT_UNREAD,
    TUNED,
    UNTOUCHED,
    Question,
    again,
    load,
)
from bench.questions.wordings import Set, ask_in_every_way, understood
from twin.domain.persona import Persona, merge
from twin.ports.profile import Fact, Origin, Profile

# Messages that regular expressions with too many ways to match are slow on.
HOSTILE = tuple(
    (piece * 4000)[:4000]
    for piece in ("word ", "what ", "(", "a, b, ", "if i x ", "x", "I'm very, very ", "- what is ")
)
Table = tuple[Persona, tuple[Question, ...]]
COLUMNS: tuple[Outcome, ...] = ("right", "abstained", "beside", "wrong")


def main(arguments: Sequence[str]) -> None:
    """Print the tables; `--misses` adds the questions to people used for tuning that went amiss."""
    misses = "--misses" in arguments
    _print_group("tuned", TUNED, misses=misses)
    _print_group("untouched", UNTOUCHED, misses=False)
    _print_group("harder, tuned", HARDER, misses=misses)
    _print_group("harder, untouched", HARDER_UNREAD, misses=False)
    _print_group("asked again", (*TUNED, *HARDER), misses=misses, read=again)
    _print_group("later, read", LATER, misses=misses)
    _print_group("later, untouched", LATER_UNREAD, misses=False)
    _print_group("last, untouched", LAST_UNREAD, misses=False)
    _print_group("last, read", LAST, misses=misses)
    _print_group("recent, untouched", RECENT_UNREAD, misses=False)
    _print_group("recent, read", RECENT, misses=misses)
    _print_wordings()
    wide = _wide()
    spent = [result.milliseconds for result in ask_all(wide, load("ines")[1])]
    print(f"{len(wide.facts)} facts: {median(spent):.2f} ms a reply, slowest {max(spent):.2f} ms")
    hostile = [Question("hostile", ask, (), (), True, (), ()) for ask in HOSTILE]
    slowest = max(result.milliseconds for result in ask_all(wide, hostile))
    print(
        f"a hostile message of 4,000 characters: {slowest / median(spent):.0f} times a reply's time"
    )


def _print_group(
    title: str, names: Sequence[str], *, misses: bool, read: Callable[[str], Table] = load
) -> None:
    everything: list[Result] = []
    for name in names:
        persona, questions = read(name)
        results = ask_all(persona, questions)
        print(f"{persona.name} ({title})")
        _print_kinds(results)
        if misses:
            _print_misses(results)
        everything += results
    print(f"All who are {title}")
    _print_kinds(everything)


def _print_wordings() -> None:
    sets: tuple[Set, ...] = ("read", "unread", "studio")
    for which in sets:
        by_topic = ask_in_every_way(which)
        asked = sum(map(len, by_topic.values()))
        print(f"{asked} wordings of {len(by_topic)} topics ({which}):"
              f" understood {understood(by_topic):.0%}")  # fmt: skip
    print()


def _print_kinds(results: Sequence[Result]) -> None:
    print(f"  {'kind':14}{'asked':>7}" + "".join(f"{column:>11}" for column in COLUMNS))
    for kind in dict.fromkeys(result.question.kind for result in results):
        those = [result.outcome for result in results if result.question.kind == kind]
        counts = "".join(f"{those.count(column):>11}" for column in COLUMNS)
        print(f"  {kind:14}{len(those):>7}{counts}")
    share = shares(results)
    print(
        f"  answered {share['answered']:.0%}, declined what it cannot know"
        f" {share['abstained']:.0%}, wrong {share['wrong']:.0f}, beside {share['beside']:.0f};"
        f" declined with the answer beside {share['near']:.0%}, misled {share['misled']:.0f}\n"
    )


def _print_misses(results: Sequence[Result]) -> None:
    for result in results:
        if result.outcome != "right":
            print(f"  {result.outcome}: {result.question.ask}\n      {result.reply}")


def _wide() -> Persona:
    """A person of 200 facts: one of the tables' people, and 200 less what they have."""
    persona, _ = load("ines")
    missing = 200 - len(persona.facts)
    more = [
        Fact(f"notes.topic_{number}", f"Case {number} of the ledger on bridge {number * 7}",
             Origin("facts.json", f"notes.topic_{number}"))
        for number in range(missing)
    ]  # fmt: skip
    return merge([Profile((*persona.facts, *more), persona.positions, persona.education,
                          persona.passages)])  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])

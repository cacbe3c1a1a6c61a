"""What visitors asked and the profile did not answer, similar questions together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from twin.domain.demands import Demand
from twin.domain.messages import parts
from twin.domain.question import query
from twin.domain.words import fold
from twin.ports.memory import Turn

FLAG = "unanswered"
UNKNOWN = "unknown:"
OPEN = "open:"  # of several questions in one message, one that had no answer
ALIKE = 0.5  # share of the subjects that two questions of one group have in common
WORDINGS = 5  # of one group, so that a million visitors do not fill the memory

Subject = frozenset[str]


@dataclass(slots=True)
class Group:
    """Questions about the same thing.

    Attributes:
        question: the wording that was asked most often, of the first few; the shortest of several.
        count: how often it was asked, in any wording.
        terms: the words that the profile does not know, most frequent first.
    """

    subject: Subject
    last_asked_at: datetime
    count: int = 0
    wordings: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)

    @property
    def question(self) -> str:
        wordings = self.wordings
        return min(wordings, key=lambda wording: (-wordings[wording], len(wording), wording))

    @property
    def terms(self) -> tuple[str, ...]:
        written: dict[str, str] = {}
        for term in sorted(self.unknown, key=lambda term: (-self.unknown[term], term)):
            written.setdefault(fold(term), term)
        return tuple(written.values())[:WORDINGS]


def flags_for(questions: Sequence[str], unknown: Iterable[str], *, several: bool) -> list[str]:
    """The marks of a turn.

    Args:
        questions: those of the message that the profile did not answer.
        unknown: the words that it does not know.
        several: the message held others, too.
    """
    parts = [f"{OPEN}{question}" for question in questions] if several else []
    return [*([FLAG] if questions else []), *parts, *(f"{UNKNOWN}{term}" for term in unknown)]


class Unanswered:
    """Gathers turns; what it holds grows with the groups, not with the turns."""

    def __init__(self) -> None:
        self._groups: list[Group] = []
        self._about: dict[str, list[Group]] = {}

    def add(self, turn: Turn) -> None:
        """Take a turn; one that was answered in full changes nothing."""
        terms = _marked(turn, UNKNOWN)
        if FLAG not in turn.flags and not terms:
            return
        for part in _marked(turn, OPEN) or _open_parts(turn.question, terms):
            group = self._group(_subject(part), turn)
            group.count += 1
            group.last_asked_at = max(group.last_asked_at, turn.asked_at)
            if part in group.wordings or len(group.wordings) < WORDINGS:
                group.wordings[part] += 1
            group.unknown.update(term for term in terms if fold(term) in fold(part))

    def groups(self) -> tuple[Group, ...]:
        """Asked most often first; of those asked equally often, most recently first."""
        newest = sorted(self._groups, key=lambda group: group.last_asked_at, reverse=True)
        return tuple(sorted(newest, key=lambda group: group.count, reverse=True))

    def _group(self, subject: Subject, turn: Turn) -> Group:
        """The group that is most alike, or a new one."""
        near = {id(group): group for word in subject for group in self._about.get(word, ())}
        best = max(near.values(), key=lambda group: _likeness(subject, group.subject), default=None)
        if best and _likeness(subject, best.subject) >= ALIKE:
            return best
        made = Group(subject, turn.asked_at)
        self._groups.append(made)
        for word in subject:
            self._about.setdefault(word, []).append(made)
        return made


def _likeness(one: Subject, other: Subject) -> float:
    return len(one & other) / len(one | other)


def _marked(turn: Turn, mark: str) -> list[str]:
    return [flag.removeprefix(mark) for flag in turn.flags if flag.startswith(mark)]


def _open_parts(message: str, terms: list[str]) -> list[str]:
    """Of a message with several questions those with an unknown word; else the whole message."""
    found = parts(message)
    named = [part for part in found if any(fold(term) in fold(part) for term in terms)]
    return named or (found if len(found) == 1 else [" ".join(message.split())])


def _subject(question: str) -> Subject:
    """The concepts and stems that it is about; the question itself where it has none."""
    asked = query(question)
    return frozenset(map(_thing, asked.subject)) or frozenset({asked.folded})


def _thing(demand: Demand) -> str:
    """The concept, or the stem of the word as it is written: React is what react is."""
    first, *_, last = (demand.alternatives[0], *demand.alternatives)
    return first if first.startswith("@") else last

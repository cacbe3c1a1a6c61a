"""What a conversation is about: the last answer, and what was asked after it in vain."""

import re
from dataclasses import dataclass, replace

from twin.domain.fragments import THERE, Said
from twin.domain.others import asks_who, speaks_of_another
from twin.domain.question import Query
from twin.domain.words import tokens

_IT = re.compile(r"\b(?:it|its|(?<!is )(?<!are )there)\b(?<!\bis it)(?<!\bwas it)")
_THEM = re.compile(r"\b(?:them|they|their|those|you two|both of you)\b")
LONGEST_POINTING = 9  # words; a longer question says itself what it is about


@dataclass(frozen=True, slots=True)
class Topic:
    """What a follow-up may refer to.

    Attributes:
        said: the last question that was answered from the profile, and its answer.
        lost: the question after it, where it was about something that nothing is known about.
        here: whether that stands in the very message; then "they" may be the visitor's.
    """

    said: Said | None = None
    lost: Query | None = None
    here: bool = False

    def after(self, said: Said, *, unknown: bool, here: bool) -> "Topic":
        """The topic once a question was answered, or not."""
        if said.statements:
            return Topic(said)
        lost = said.asked if unknown or asks_who(said.asked) else None
        return replace(self, lost=lost, here=here)

    def is_lost_on(self, asked: Query) -> bool:
        """Whether a question is about what nothing is known about: "How long have you had it?"."""
        if not self.lost:
            return False
        if speaks_of_another(asked) and asks_who(self.lost):
            return True
        if THERE.search(asked.folded) and THERE.search(self.lost.folded):
            return False  # the place was spoken of before either
        own = any(each.name or each.number for each in asked.subject)
        short = len(tokens(asked.folded)) <= LONGEST_POINTING
        of_them = not self.here and _THEM.search(asked.folded)
        return bool(_IT.search(asked.folded) or of_them) and short and not own

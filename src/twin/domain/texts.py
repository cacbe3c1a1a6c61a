"""Talks and articles of the person's: what each is about, and where and when it was given."""

import re
from collections.abc import Sequence

from twin.domain.demands import Demand
from twin.domain.question import Query
from twin.domain.statements import Statement
from twin.domain.trial import meets

_TEXT = r"(?:talk|lecture|speech|keynote|presentation|address|article|essay|column|piece|paper)"
_BYLINE = re.compile(
    rf"(?:(?:a|an|my|the) )?(?:\w+ )?(?:{_TEXT}|interview|post|transcript|notes?|given|held"
    r"|delivered|published|printed|from)\b",
    re.IGNORECASE,
)
LONGEST_TITLE = 12  # words
_ABOUT = re.compile(
    rf"^\W*(?:and |so )?what(?: is| was| does| did) .*\b{_TEXT}\b.*\babout\b"
    r"|\bwhat did you (?:speak|talk|lecture|present) (?:about|on)\b"
    rf"|\b(?:gist|point|message|takeaway|lesson|summary|summari[sz]e)\b.*\b{_TEXT}\b"
)
_GIVEN = re.compile(rf"^\W*(?:and |so )?(?:where|when)\b.*\b{_TEXT}\b")
MOST_TOLD = 2  # sentences of what a text is about
_OWN = frozenset({"@talk", "@publication", "~lecture", "~speech"})


class Texts:
    """The documents among the statements, each as its sentences in order."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        texts: dict[str, list[Statement]] = {}
        for each in statements:
            if each.kind == "prose" and each.text != each.source.text:
                texts.setdefault(each.source.file, []).append(each)
        self._texts = tuple(found for found in texts.values() if _is_title(found[0].source.text))

    def answer(self, asked: Query) -> tuple[Statement, ...]:
        """What a question about a text as a whole asks for; empty when it is another question."""
        about = _ABOUT.search(asked.folded)
        given = _GIVEN.search(asked.folded) and "next" not in asked.folded
        if not (about or given) or not (text := self._meant(asked)):
            return ()
        title, *rest = text
        byline = [each for each in rest[:1] if _BYLINE.match(each.source.text)]
        if about:
            return (title, *rest[len(byline) :][:MOST_TOLD])
        return tuple(byline)

    def _meant(self, asked: Query) -> list[Statement]:
        """The text that holds all that the question says of it."""
        said = [each for each in asked.subject if not _OWN & set(each.alternatives)]
        if not said:
            return self._texts[0] if len(self._texts) == 1 else []
        holding = [text for text in self._texts if all(_holds(text, each) for each in said)]
        return holding[0] if len(holding) == 1 else []


def _holds(text: Sequence[Statement], demand: Demand) -> bool:
    return any(meets(each, demand) for each in text)


def _is_title(sentence: str) -> bool:
    return len(sentence.split()) <= LONGEST_TITLE

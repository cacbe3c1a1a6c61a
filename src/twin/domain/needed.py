"""What must stand in a text for a pattern to match it, so that most patterns need not be tried."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

SIZE = 3  # characters of a gram
_PIECE = re.compile(r"\(\?<?[=!:]|<\w+>|\\.|\[[^\]]*\]|\{[^}]*\}|[a-z0-9@ ]+|.")
_RUN = re.compile(r"[a-z0-9@ ]+")
_NEGATIVE = ("(?!", "(?<!")
_MAY_BE_MISSING = ("?", "*", "{0")

# How common the grams are together, and the grams.
_Need = tuple[float, frozenset[str]]
_UNKNOWN: _Need = (float("inf"), frozenset())


class Needs:
    """What each of many patterns needs, by the stretches of text that must be there."""

    def __init__(self, patterns: Sequence[str]) -> None:
        """Takes regular expressions in lower case, without backward references."""
        found = [_PIECE.findall(pattern)[::-1] for pattern in patterns]
        pieces = set[str]().union(*found)
        runs = {piece for piece in pieces if _RUN.fullmatch(piece)}
        often = Counter(gram for run in runs for gram in _grams(run))
        self._runs = {run: _rarest(run, often) for run in runs}
        self._optional = {piece for piece in pieces if piece.startswith(_MAY_BE_MISSING)}
        before = (pair for each in found for pair in pairwise(each) if pair[0] in self._optional)
        self._shortened = {run: _rarest(run[:-1], often) for _, run in before if run in runs}
        self._needing: dict[str, list[int]] = defaultdict(list)
        for number, remaining in enumerate(found):
            for gram in self._alternatives(remaining)[1] or {""}:
                self._needing[gram].append(number)

    def met_by(self, text: str) -> list[int]:
        """The numbers of the patterns that may match in the text; all others do not."""
        needing = (self._needing.get(gram, ()) for gram in {"", *_grams(text)})
        return sorted({number for numbers in needing for number in numbers})

    def _alternatives(self, pieces: list[str]) -> _Need:
        """Up to the bracket that closes them, or the end: what each needs, if each is known."""
        weight, needed = self._sequence(pieces)
        while pieces and pieces.pop() == "|":
            more, also = self._sequence(pieces)
            weight, needed = weight + more, needed | also
        return _UNKNOWN if weight == _UNKNOWN[0] else (weight, needed)

    def _sequence(self, pieces: list[str]) -> _Need:
        """The rarest that its parts need."""
        best = _UNKNOWN
        while pieces and pieces[-1] != "|" and pieces[-1] != ")":
            piece = pieces.pop()
            need = self._alternatives(pieces) if piece[0] == "(" else self._runs.get(piece)
            if pieces and pieces[-1] in self._optional:
                need = self._shortened.get(piece)
            if need and need[0] < best[0] and piece not in _NEGATIVE:
                best = need
        return best


def _rarest(run: str, often: Counter[str]) -> _Need:
    gram = min(_grams(run), key=often.__getitem__, default="")
    return (often[gram], frozenset({gram})) if gram else _UNKNOWN


def _grams(text: str) -> list[str]:
    return [text[start : start + SIZE] for start in range(len(text) - SIZE + 1)]

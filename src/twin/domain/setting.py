"""The setting of a question: what in it an answer need not hold, as this profile stands."""

import re
from collections.abc import Sequence
from dataclasses import replace

from twin.domain.demands import Demand
from twin.domain.question import Query
from twin.domain.ranking import Index
from twin.domain.statements import Statement
from twin.domain.words import fold

_OF_ANY_PLACE = frozenset({"@area", "@delivery", "@permit", "@remote", "@workmodel"})
_PLACE = re.compile(r"\b(?:in|to|from|near|at|around|into|over to) (?:the )?([A-ZÀ-Þ][\w'’-]+)")


class Setting:
    """Takes the setting off a question."""

    def __init__(self, statements: Sequence[Statement], index: Index) -> None:
        self._index = index
        self._trade = frozenset(
            term
            for each in statements
            if {"@job", "@current"} <= each.named
            for term in each.terms
            if term[0] not in "@~"
        )

    def without(self, asked: Query) -> Query:
        """The question with what is only its setting taken off, or made light."""
        return self._of_trade(self._wherever(self._without_story(asked)))

    def _without_story(self, asked: Query) -> Query:
        """What was told before the question, less the words that nothing is known about.

        A story has many; two that the profile knows are what it is about.
        """
        known = [each for each in asked.demands if self._index.knows(each)]
        named = any(each.name for each in asked.subject if each not in known)
        if not asked.told or named or len(known) < 2 or all(each.light for each in known):
            return asked
        return replace(asked, demands=tuple(known))

    def _wherever(self, asked: Query) -> Query:
        """A place that nothing is known of is no matter where the fact tells of any place."""
        if not any(
            self._index.tells(each) and _OF_ANY_PLACE.intersection(each.alternatives)
            for each in asked.demands
        ):
            return asked
        places = {fold(place) for place in _PLACE.findall(asked.text)}
        return _lightened(
            asked,
            [
                each
                for each in asked.demands
                if each.name and fold(each.written) in places and not self._index.knows(each)
            ],
        )

    def _of_trade(self, asked: Query) -> Query:
        """Who asks a piano tuner something may say "piano" every time; an answer need not."""
        if "prefer" in asked.folded:  # of cows or of horses
            return asked
        return replace(
            asked,
            demands=tuple(
                replace(each, name=False, loose=True)
                if each.name and each.written.islower() and each.alternatives[-1] in self._trade
                else each
                for each in asked.demands
            ),
        )


def _lightened(asked: Query, demands: Sequence[Demand]) -> Query:
    return replace(
        asked,
        demands=tuple(
            replace(each, name=False, light=True) if each in demands else each
            for each in asked.demands
        ),
    )

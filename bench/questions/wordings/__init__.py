"""The ways in which strangers ask for the same thing, and how many of them are understood."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from bench.questions.scoring import Result, ask_all
from bench.questions.tables import Question, person

FOLDER = Path(__file__).parent
Set = Literal["read", "unread", "studio"]
_PROFILES = {"read": "read_profile", "unread": "read_profile", "studio": "studio_profile"}


def ask_in_every_way(which: Set) -> Mapping[str, list[Result]]:
    """Put each wording to one invented person who has a fact for every topic; results by topic.

    Args:
        which: `read`: 40 wordings of each of 79 topics, used for tuning; `unread`: 50 other ones of
            each of 30 topics, which nobody who works on the lexicon reads; `studio`: 50 wordings of
            each of 56 things that clients, recruiters and the curious ask besides, three fifths
            of which were read.
    """
    form = json.loads((FOLDER / f"{_PROFILES[which]}.json").read_text("utf-8"), parse_int=str)
    wordings = json.loads((FOLDER / f"{which}.json").read_text("utf-8"))
    says = form.pop("says")
    ada = person(form)
    return {
        topic: ask_all(ada, [_question(ask, says[topic]) for ask in asks])
        for topic, asks in wordings.items()
    }


def understood(by_topic: Mapping[str, list[Result]]) -> float:
    """The share of all wordings that are answered with the topic's own fact."""
    results = [result for topic in by_topic.values() for result in topic]
    return sum(result.outcome == "right" for result in results) / len(results)


def _question(ask: str, says: str) -> Question:
    return Question("answerable", ask, (), (says,), abstains=False, or_says=(), never=())

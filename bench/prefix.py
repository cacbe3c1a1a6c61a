"""How much of each prompt a provider's prefix cache can serve, beside the original project's.

A cache serves what a request shares with the one before it, from its first byte on.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise, takewhile
from statistics import mean

from twin.adapters.llm.openai.options import OpenAIOptions
from twin.adapters.llm.openai.request import Dialect
from twin.container import Container
from twin.domain.prompt import PromptComposer
from twin.ports.memory import Turn
from twin.settings import load_settings

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
QUESTION = "What did you work on at {number}, and who was in your team then?"
ANSWER = (
    "In that year I led the group that built the compiler, with four engineers and a "
    "mathematician. We shipped the first version after {number} weeks and taught it to others."
)


def turns(count: int) -> list[Turn]:
    """A conversation of questions and answers of usual length, a minute apart."""
    return [
        Turn(
            id=str(number),
            question=QUESTION.format(number=number),
            answer=ANSWER.format(number=number),
            asked_at=START + timedelta(minutes=number),
            answered_at=START + timedelta(minutes=number, seconds=9),
            model="bench",
            finish="stop",
            number=number,
        )
        for number in range(count)
    ]


def ours(composer: PromptComposer) -> Callable[[Sequence[Turn], str, datetime], bytes]:
    """The bytes of our request that a model reads."""
    dialect = Dialect(OpenAIOptions())
    evidence = Container(settings=load_settings()).retrieval().evidence

    def request(earlier: Sequence[Turn], question: str, now: datetime) -> bytes:
        read = earlier[-composer.limits.turns_to_read :]
        prompt = composer.compose(question, read, evidence(question, read), now)
        return _spoken(dialect.request(prompt)["messages"])

    return request


def originals(system: str) -> Callable[[Sequence[Turn], str, datetime], bytes]:
    """The original: the clock, to the second, in the middle; the last ten messages."""
    half = len(system) // 2

    def request(earlier: Sequence[Turn], question: str, now: datetime) -> bytes:
        clocked = f"{system[:half]}\nThe current date and time: {now:%Y-%m-%d %H:%M:%S}\n"
        said = [
            {"role": role, "content": text}
            for turn in earlier
            for role, text in (("user", turn.question), ("assistant", turn.answer))
        ]
        first = {"role": "system", "content": clocked + system[half:]}
        return _spoken([first, *said[-10:], {"role": "user", "content": question}])

    return request


def shares(
    request: Callable[[Sequence[Turn], str, datetime], bytes], last: int = 30
) -> Iterable[float]:
    """For turns 2 to `last`: the share of the request that it has in common with the one before."""
    history = turns(last)
    requests = [
        request(history[:number], turn.question, turn.asked_at)
        for number, turn in enumerate(history)
    ]
    for before, after in pairwise(requests):
        same = sum(1 for _ in takewhile(bool, map(int.__eq__, before, after)))
        yield same / len(after)


def _spoken(messages: list[dict[str, str]]) -> bytes:
    return json.dumps(messages, ensure_ascii=False).encode()


def main() -> None:
    composer = Container(settings=load_settings()).composer()
    print("share of each prompt that a prefix cache serves, turns 2 to 30 of a conversation")
    for name, request in (
        ("twin", ours(composer)),
        ("the original's prompt", originals(composer.system)),
    ):
        found = list(shares(request))
        print(f"  {name:24}mean {mean(found):6.1%}   lowest {min(found):6.1%}")


if __name__ == "__main__":
    main()

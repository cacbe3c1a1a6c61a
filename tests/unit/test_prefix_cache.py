"""What consecutive prompts share, so that a provider's prefix cache serves it."""

from statistics import mean

from bench.prefix import originals, ours, shares
from tests.people import MOMENT, ada, turn
from twin.adapters.llm.openai.options import OpenAIOptions
from twin.adapters.llm.openai.request import Dialect
from twin.container import Container
from twin.domain.prompt import PromptComposer
from twin.ports.llm import Evidence
from twin.settings import load_settings


def test_at_least_nine_tenths_of_each_prompt_are_shared_with_the_one_before() -> None:
    composer = Container(settings=load_settings()).composer()

    assert mean(shares(ours(composer))) >= 0.9
    assert mean(shares(originals(composer.system))) < 0.6


def test_ten_turns_share_the_system_text_and_the_whole_earlier_history() -> None:
    composer, dialect = PromptComposer(ada()), Dialect(OpenAIOptions())
    history = [turn(number, f"question {number}") for number in range(10)]

    def messages(earlier: int) -> list[dict[str, str]]:
        prompt = composer.compose(f"question {earlier}", history[:earlier], Evidence(), MOMENT)
        sent: list[dict[str, str]] = dialect.request(prompt)["messages"]
        return sent

    for number in range(9):
        before, after = messages(number), messages(number + 1)
        assert after[: len(before) - 1] == before[:-1]
        # The question stands first in its message, so that it is shared as well.
        assert before[-1]["content"].startswith(after[len(before) - 1]["content"])

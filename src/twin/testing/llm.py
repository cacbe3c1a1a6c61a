"""What every language model must do, as tests: subclass `LanguageModelContract`, run pytest.

class TestMyModel(LanguageModelContract):
    @pytest.fixture
    def model(self): return MyModel(...)
"""

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import aclosing
from typing import TypeVar

import pytest

from twin.ports.closing import Closing
from twin.ports.llm import (
    Chunk,
    Evidence,
    Finding,
    LanguageModel,
    Message,
    Prompt,
    RankedPassage,
    Source,
)

T = TypeVar("T")

SOURCE = Source("facts.json#location", "facts.json", "location", "Arlington")
PROMPT = Prompt(
    system="You are the digital twin of Grace Hopper.",
    messages=(Message("user", "Where do you live?"),),
    context="Today is 1 January 2026.",
    evidence=Evidence(
        findings=(
            Finding(
                "Where do you live?",
                passages=(RankedPassage(SOURCE, "I live in Arlington.", 1.0, 1.0),),
            ),
        ),
        name="Grace Hopper",
        ai_notice="I'm an AI twin of Grace Hopper.",
    ),
)


class LanguageModelContract:
    """Override the fixture `model`; each test runs one event loop of its own.

    The model is asked `PROMPT` and must be able to answer it: with a local double of its provider,
    never over the network.
    """

    @pytest.fixture
    def model(self) -> LanguageModel:
        raise NotImplementedError("override the fixture `model` with one that returns your model")

    def run(self, model: LanguageModel, scenario: Coroutine[object, object, T]) -> T:
        async def whole() -> T:
            try:
                return await asyncio.wait_for(scenario, timeout=30)
            finally:
                held: object = model
                if isinstance(held, Closing):
                    await held.close()

        return asyncio.run(whole())

    def test_it_has_a_name_that_fits_on_a_line(self, model: LanguageModel) -> None:
        assert model.name.strip()
        assert "\n" not in model.name

    def test_it_answers_with_text(self, model: LanguageModel) -> None:
        assert _text(self.run(model, _whole(model))).strip()

    def test_the_last_chunk_and_no_other_has_a_finish(self, model: LanguageModel) -> None:
        chunks = self.run(model, _whole(model))
        assert chunks[-1].finish is not None
        assert all(chunk.finish is None for chunk in chunks[:-1])

    def test_usage_is_told_at_most_once_and_is_not_negative(self, model: LanguageModel) -> None:
        told = [chunk.usage for chunk in self.run(model, _whole(model)) if chunk.usage is not None]
        assert len(told) <= 1
        for usage in told:
            assert min(usage.input_tokens, usage.output_tokens, usage.cached_tokens) >= 0
            assert usage.cached_tokens <= usage.input_tokens

    def test_what_it_cites_is_in_the_evidence(self, model: LanguageModel) -> None:
        cited = {source for chunk in self.run(model, _whole(model)) for source in chunk.sources}
        assert cited <= {SOURCE.id}

    def test_one_instance_serves_many_at_once(self, model: LanguageModel) -> None:
        async def scenario() -> list[list[Chunk]]:
            return list(await asyncio.gather(*(_whole(model) for _ in range(8))))

        answers = self.run(model, scenario())
        assert all(answer[-1].finish is not None for answer in answers)
        assert all(_text(answer).strip() for answer in answers)

    def test_a_reader_may_leave_and_the_next_is_served(self, model: LanguageModel) -> None:
        async def scenario() -> list[Chunk]:
            async with aclosing(model.stream(PROMPT)) as leaving:
                await anext(leaving)
            with pytest.raises(StopAsyncIteration):
                await anext(leaving)
            return await _whole(model)

        assert self.run(model, scenario())[-1].finish is not None

    def test_a_stream_that_nobody_reads_can_be_closed(self, model: LanguageModel) -> None:
        async def scenario() -> list[Chunk]:
            await model.stream(PROMPT).aclose()
            return await _whole(model)

        assert self.run(model, scenario())[-1].finish is not None


async def _whole(model: LanguageModel) -> list[Chunk]:
    async with aclosing(model.stream(PROMPT)) as stream:
        return [chunk async for chunk in stream]


def _text(chunks: Sequence[Chunk]) -> str:
    return "".join(chunk.text for chunk in chunks)

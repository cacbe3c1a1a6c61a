"""Each language model that needs no network keeps the contract."""

import pytest

from twin.adapters.llm.quoting import QuotingModel
from twin.ports.errors import ModelUnavailableError
from twin.ports.llm import Chunk, LanguageModel
from twin.testing import LanguageModelContract, ScriptedModel
from twin.testing.llm import PROMPT


class TestQuotingModel(LanguageModelContract):
    @pytest.fixture
    def model(self) -> LanguageModel:
        return QuotingModel()


class TestScriptedModel(LanguageModelContract):
    @pytest.fixture
    def model(self) -> LanguageModel:
        return ScriptedModel(["I live ", "in Arlington."])


async def test_a_script_may_break_off_after_a_chunk_and_the_next_call_plays_the_next() -> None:
    model = ScriptedModel(["I live", ModelUnavailableError("down")], ["Back."])
    seen = []
    stream = model.stream(PROMPT)
    seen.append((await anext(stream)).text)
    with pytest.raises(ModelUnavailableError):
        await anext(stream)
    assert seen == ["I live"]
    assert [chunk.text async for chunk in model.stream(PROMPT)] == ["Back.", ""]


async def test_a_scripted_model_counts_who_left_early() -> None:
    model = ScriptedModel(["a", "b"])
    stream = model.stream(PROMPT)
    await anext(stream)
    await stream.aclose()
    assert model.closed == 1
    assert [chunk.text async for chunk in model.stream(PROMPT)] == ["a", "b", ""]
    assert model.closed == 1
    assert model.prompts == [PROMPT, PROMPT]


async def test_a_script_with_its_own_finish_gets_no_other() -> None:
    model = ScriptedModel([Chunk("cut", finish="length")])
    assert [chunk.finish async for chunk in model.stream(PROMPT)] == ["length"]

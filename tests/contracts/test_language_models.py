"""Every language model of ours passes the shipped contract."""

from collections.abc import Iterator

import pytest

from tests.upstreams import running
from twin.adapters.llm.openai import OpenAIModel, OpenAIOptions
from twin.ports.llm import LanguageModel
from twin.testing import LanguageModelContract, ScriptedModel


class TestOpenAIModel(LanguageModelContract):
    @pytest.fixture
    def model(self) -> Iterator[LanguageModel]:
        with running() as upstream:
            yield OpenAIModel(OpenAIOptions("ok", "key", upstream.base_url))


class TestScriptedModel(LanguageModelContract):
    @pytest.fixture
    def model(self) -> LanguageModel:
        return ScriptedModel("I live ", "in Arlington.")

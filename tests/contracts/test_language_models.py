"""Each language model that needs no network keeps the contract."""

import pytest

from twin.adapters.llm.quoting import QuotingModel
from twin.ports.llm import LanguageModel
from twin.testing import LanguageModelContract, ScriptedModel


class TestQuotingModel(LanguageModelContract):
    @pytest.fixture
    def model(self) -> LanguageModel:
        return QuotingModel()


class TestScriptedModel(LanguageModelContract):
    @pytest.fixture
    def model(self) -> LanguageModel:
        return ScriptedModel("I live ", "in Arlington.")

"""Contract tests and a scripted model, shipped for whoever writes an adapter."""

from twin.testing.llm import LanguageModelContract, ScriptedModel, Signal, Wait

__all__ = ["LanguageModelContract", "ScriptedModel", "Signal", "Wait"]

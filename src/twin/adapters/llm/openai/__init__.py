"""OpenAI and every server that speaks its chat completions: Ollama, vLLM, LM Studio, OpenRouter."""

from collections.abc import Mapping

from twin.adapters.llm.openai.model import OpenAIModel
from twin.adapters.llm.openai.options import OPENAI_BASE_URL, OpenAIOptions
from twin.ports.errors import SettingsError

__all__ = ["OpenAIModel", "OpenAIOptions", "build"]


def build(argument: str, env: Mapping[str, str]) -> OpenAIModel:
    """The model that `openai:MODEL` names, or the default one.

    Raises:
        SettingsError: OpenAI itself is meant, but there is no key.
    """
    options = OpenAIOptions.from_environment(argument, env)
    if not options.api_key and options.base_url == OPENAI_BASE_URL:
        raise SettingsError(
            "TWIN_LLM=openai needs OPENAI_API_KEY. Put it into .env, set OPENAI_BASE_URL for "
            "a server that needs none, or go on without a model: TWIN_LLM=quoting."
        )
    return OpenAIModel(options)

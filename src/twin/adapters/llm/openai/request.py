"""The request for a prompt, fitted to what a server accepts."""

from typing import Any

import openai

from twin.adapters.llm.openai.options import OPENAI_BASE_URL, OpenAIOptions
from twin.ports.llm import Prompt

LIMIT_NAMES = {"max_completion_tokens": "max_tokens", "max_tokens": "max_completion_tokens"}


class Dialect:
    """What one server and model accept; learned from what they refuse.

    Servers differ in how they name the output limit, and some refuse a temperature or
    `stream_options`. They say so with status 400 and the parameter's name, and are asked again.
    """

    def __init__(self, options: OpenAIOptions) -> None:
        self._options = options
        official = options.base_url == OPENAI_BASE_URL
        self._limit_name = "max_completion_tokens" if official else "max_tokens"
        self._left_out: set[str] = set()

    def request(self, prompt: Prompt) -> dict[str, Any]:
        """The body; the context goes last, so that all before it can be served from a cache."""
        messages = [{"role": "system", "content": prompt.system}]
        messages += [{"role": message.role, "content": message.text} for message in prompt.messages]
        if prompt.context:
            messages[-1]["content"] += f"\n{prompt.context}"
        body: dict[str, Any] = {
            "model": self._options.model,
            "messages": messages,
            "stream": True,
            "stream_options": {"include_usage": True},
            self._limit_name: prompt.max_output_tokens,
            "temperature": prompt.temperature,
            "reasoning_effort": self._options.reasoning_effort or None,
        }
        return {
            name: value
            for name, value in body.items()
            if value is not None and name not in self._left_out
        }

    def learn(self, error: Exception) -> bool:
        """Whether the refusal was about a parameter, which from now on is sent differently."""
        if not isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError):
            return False
        refused = f"{error.param or ''} {error.message}"
        if self._limit_name in refused and "limit" not in self._left_out:
            self._limit_name = LIMIT_NAMES[self._limit_name]
            self._left_out.add("limit")  # the other name is tried once, never back and forth
            return True
        for name in ("temperature", "stream_options", "reasoning_effort"):
            if name in refused and name not in self._left_out:
                self._left_out.add(name)
                return True
        return False

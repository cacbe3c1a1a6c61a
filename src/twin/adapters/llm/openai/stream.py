"""The bytes of a streamed chat completion, decoded into pieces of an answer."""

from dataclasses import dataclass, field
from typing import Any

import jiter

from twin.adapters.llm.openai.thoughts import WithoutThoughts
from twin.ports.errors import ModelOutputError, ModelUnavailableError
from twin.ports.llm import Finish, Usage

LONGEST_EVENT_BYTES = 1_000_000
FINISHES: dict[str, Finish] = {"length": "length", "content_filter": "filtered"}


@dataclass(slots=True)
class Decoder:
    """Takes bytes as they arrive, gives the text that they complete.

    Bytes are split at line ends before they are decoded, so that it does not matter where a
    network read cuts them. Comments, empty choices and reasoning are passed over.
    """

    model: str
    finish: Finish | None = None
    usage: Usage | None = None
    _rest: bytes = b""
    _thoughts: WithoutThoughts = field(default_factory=WithoutThoughts)

    def take(self, data: bytes) -> str:
        """The visible text that these bytes complete; often several events' at once.

        Raises:
            ModelError: the server reports an error, or sends what is not a chat completion.
        """
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LONGEST_EVENT_BYTES:
            raise ModelOutputError(f"{self.model}: an event of the stream has no end.")
        said = [self._event(line[5:].strip()) for line in lines if line.startswith(b"data:")]
        return self._thoughts.take("".join(said))

    def rest(self) -> str:
        """Text held back because it looked like the start of a tag, when the stream has ended."""
        return self._thoughts.rest()

    def _event(self, data: bytes) -> str:
        if data == b"[DONE]":
            return ""
        try:
            event = jiter.from_json(data)
            return self._completion(event)
        except (ValueError, AttributeError, TypeError, IndexError) as error:
            raise ModelOutputError(f"{self.model}: an event of the stream is malformed.") from error

    def _completion(self, event: dict[str, Any]) -> str:
        if event.get("error"):
            raise ModelUnavailableError(f"{self.model}: the stream reports an error.")
        if reported := event.get("usage"):
            self.usage = usage_of(reported)
        if not (choices := event.get("choices")):
            return ""
        choice = choices[0]
        if reason := choice.get("finish_reason"):
            self.finish = FINISHES.get(reason, "stop")
        said = choice.get("delta") or choice.get("message") or {}
        text = said.get("content") or said.get("refusal") or ""
        return text if isinstance(text, str) else ""


def usage_of(reported: dict[str, Any]) -> Usage:
    """The provider's numbers; servers leave out what they do not count."""
    details = reported.get("prompt_tokens_details") or {}
    return Usage(
        input_tokens=reported.get("prompt_tokens") or 0,
        output_tokens=reported.get("completion_tokens") or 0,
        cached_tokens=details.get("cached_tokens") or 0,
    )

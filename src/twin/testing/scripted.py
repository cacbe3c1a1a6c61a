"""A language model that says what it is told to."""

import asyncio
from collections.abc import AsyncGenerator

from twin.ports.errors import ModelError
from twin.ports.llm import Chunk, Finish, Prompt, Usage

Step = str | ModelError | asyncio.Event


class ScriptedModel:
    """Follows its script for every prompt, and remembers what it was asked.

    Args:
        script: a text is said, an error is raised, an event is waited for.
        finish: how the answer ends.
        usage: what is reported with the end.
        sources: ids that the answer cites.

    Attributes:
        prompts: what it was asked, in order.
        stopped: how many answers were closed before their end.
    """

    def __init__(
        self,
        *script: Step,
        name: str = "scripted",
        finish: Finish = "stop",
        usage: Usage | None = None,
        sources: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.prompts: list[Prompt] = []
        self.stopped = 0
        self._script = script
        self._last = Chunk(finish=finish, usage=usage, sources=sources)

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Chunk]:
        self.prompts.append(prompt)
        ended = False
        try:
            for step in self._script:
                if isinstance(step, ModelError):
                    ended = True
                    raise step
                if isinstance(step, asyncio.Event):
                    await step.wait()
                else:
                    yield Chunk(step)
            ended = True
            yield self._last
        finally:
            self.stopped += not ended

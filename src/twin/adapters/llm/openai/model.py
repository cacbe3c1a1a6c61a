"""`OpenAIModel`: the SDK's raw stream, with deadlines, retries and honest endings."""

import asyncio
import random
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack

import httpx2
from openai import AsyncOpenAI, DefaultAioHttpClient

from twin.adapters.llm.openai.errors import VENDOR_ERRORS, is_passing, retry_after, translate
from twin.adapters.llm.openai.options import OpenAIOptions
from twin.adapters.llm.openai.patience import Patience
from twin.adapters.llm.openai.request import Dialect
from twin.adapters.llm.openai.stream import Decoder
from twin.ports.errors import ModelOutputError, ModelRateLimitedError, ModelTimeoutError
from twin.ports.llm import Chunk, Prompt

FIRST_RETRY_SECONDS = 0.5
LONGEST_WAIT_SECONDS = 60  # a server that asks for more is asked again after this
AFTER_FINISH_SECONDS = 2  # for the usage, which comes after the answer's end
MOST_CONNECTIONS = 1000
LONGEST_TOKEN_CHARS = 16  # a server that ignores the output limit is cut off here


class OpenAIModel:
    """A model behind OpenAI's chat completions API."""

    def __init__(self, options: OpenAIOptions) -> None:
        self._options = options
        self._dialect = Dialect(options)
        self._client: AsyncOpenAI | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._not_before = 0.0

    @property
    def name(self) -> str:
        return f"openai:{self._options.model}"

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Chunk]:
        now = _now()
        first = now + min(self._options.first_token_seconds, self._options.total_seconds)
        last = now + self._options.total_seconds
        longest = prompt.max_output_tokens * LONGEST_TOKEN_CHARS
        decoder, patience = Decoder(self.name), Patience()
        said, until = 0, first
        async with AsyncExitStack() as stack:
            stack.callback(patience.close)
            pieces = await self._ask(prompt, first, stack)
            while data := await self._next(pieces, decoder, patience, until):
                if text := decoder.take(data)[: longest - said]:
                    said += len(text)
                    yield Chunk(text)
                if said == longest:
                    break
                if decoder.finish:
                    until = _now() + AFTER_FINISH_SECONDS
                elif said:
                    until = min(last, _now() + self._options.between_tokens_seconds)
            yield self._ending(decoder, cut=said == longest)

    async def close(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()

    async def _ask(
        self, prompt: Prompt, deadline: float, stack: AsyncExitStack
    ) -> AsyncIterator[bytes]:
        """The bytes of the answer, from the first try that gets through before the deadline."""
        tries = 0
        while True:
            await self._keep_to_retry_after(deadline)
            try:
                async with asyncio.timeout_at(deadline):
                    return await self._try(prompt, stack)
            except TimeoutError as error:
                raise ModelTimeoutError(f"{self.name} did not answer in time.") from error
            except VENDOR_ERRORS as error:
                if self._dialect.learn(error):
                    continue
                tries += 1
                pause = self._pause(error, tries)
                hopeless = tries > self._options.retries or not is_passing(error)
                if hopeless or _now() + pause >= deadline:
                    raise translate(error, self.name) from error
                await asyncio.sleep(pause)

    def _pause(self, error: Exception, tries: int) -> float:
        """Seconds until the next try: what the server asked for, else longer each time."""
        asked = retry_after(error)
        if asked is None:
            return FIRST_RETRY_SECONDS * 2.0 ** (tries - 1) * random.uniform(0.75, 1.25)  # noqa: S311
        self._not_before = _now() + min(asked, LONGEST_WAIT_SECONDS)
        return asked

    async def _keep_to_retry_after(self, deadline: float) -> None:
        """What the server asked of one request holds for all.

        Raises:
            ModelRateLimitedError: the wait would outlast the deadline.
        """
        pause = self._not_before - _now()
        if pause > 0 and self._not_before >= deadline:
            raise ModelRateLimitedError(
                f"{self.name}: the server asked to be left alone.", retry_after_seconds=pause
            )
        await asyncio.sleep(max(0.0, pause))

    async def _try(self, prompt: Prompt, stack: AsyncExitStack) -> AsyncIterator[bytes]:
        # Not `chat.completions.create`, which walks the typed messages one by one and parses the
        # answer into models: both together were half of what a stream cost.
        response: httpx2.Response = await self._connected().post(
            f"{self._options.base_url}/chat/completions",  # whole: joining is dear
            cast_to=httpx2.Response,
            body=self._dialect.request(prompt),
            stream=True,
        )
        stack.push_async_callback(response.aclose)
        kind = response.headers.get("content-type", "").partition(";")[0].strip()
        if kind == "text/event-stream":
            return aiter(response.aiter_bytes())
        if kind == "application/json":
            return _as_one_event(aiter(response.aiter_bytes()))
        raise ModelOutputError(
            f"{self.name}: the server answered with {kind or 'no content type'} instead of a chat "
            "completion. Check OPENAI_BASE_URL; it often ends in /v1."
        )

    async def _next(
        self, pieces: AsyncIterator[bytes], decoder: Decoder, patience: Patience, until: float
    ) -> bytes:
        """The next bytes; empty when the stream has ended."""
        try:
            return await patience.wait(anext(pieces, b""), until)
        except TimeoutError as error:
            if decoder.finish:
                return b""
            raise ModelTimeoutError(f"{self.name} took too long to go on.") from error
        except VENDOR_ERRORS as error:
            raise translate(error, self.name) from error

    def _ending(self, decoder: Decoder, *, cut: bool) -> Chunk:
        if cut:
            return Chunk(finish="length", usage=decoder.usage)
        if decoder.finish is None and self._options.finish_required:
            raise ModelOutputError(
                f"{self.name} ended its stream without a finish reason, so the answer may be cut "
                "off. If this server never sends one: TWIN_MODEL_FINISH=optional."
            )
        return Chunk(decoder.rest(), finish=decoder.finish or "stop", usage=decoder.usage)

    def _connected(self) -> AsyncOpenAI:
        """The client; connections belong to an event loop, so a new loop gets a new one."""
        loop = asyncio.get_running_loop()
        if self._client is None or self._loop is not loop:
            self._loop = loop
            self._client = _make_client(self._options)
        return self._client


def _make_client(options: OpenAIOptions) -> AsyncOpenAI:
    timeout = httpx2.Timeout(None, connect=options.connect_seconds)
    limits = httpx2.Limits(max_connections=MOST_CONNECTIONS, max_keepalive_connections=100)
    return AsyncOpenAI(
        api_key=options.api_key or "none",
        base_url=options.base_url,
        timeout=timeout,
        max_retries=0,  # the loop in `_ask` knows the deadline, the SDK's does not
        http_client=DefaultAioHttpClient(timeout=timeout, limits=limits),
    )


def _now() -> float:
    return asyncio.get_running_loop().time()


async def _as_one_event(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The answer of a server that does not stream, as a stream of one event."""
    body = b"".join([piece async for piece in pieces])
    yield b"data: " + body.replace(b"\n", b" ") + b"\n"

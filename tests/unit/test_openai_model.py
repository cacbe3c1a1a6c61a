"""The OpenAI adapter against a server that speaks the protocol, with and without faults."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import replace

import openai
import pytest

from bench.upstream import Upstream
from tests.upstreams import running
from twin.adapters.llm.openai import OpenAIModel, OpenAIOptions, build
from twin.adapters.llm.openai.errors import TABLE, translate
from twin.adapters.llm.openai.thoughts import WithoutThoughts
from twin.ports.errors import (
    ModelError,
    ModelOutputError,
    ModelRateLimitedError,
    ModelRejectedError,
    ModelTimeoutError,
    ModelUnavailableError,
    SettingsError,
)
from twin.ports.llm import Chunk, Message, Prompt, Usage
from twin.settings import load_settings

PROMPT = Prompt(
    system="You are a twin.",
    messages=(Message("user", "One?"), Message("assistant", "One."), Message("user", "Two?")),
    context="Today is Sunday.",
    max_output_tokens=500,
    temperature=0.3,
)
WORDS = "word0 word1 word2 word3 word4 word5 word6 word7 "


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    with running() as upstream:
        yield upstream


def options(upstream: Upstream, fault: str, **more: object) -> OpenAIOptions:
    quick = OpenAIOptions(fault, "sk-ours", upstream.base_url, retries=0)
    return replace(quick, **more)  # type: ignore[arg-type]


async def answer(upstream: Upstream, fault: str, **more: object) -> list[Chunk]:
    model = OpenAIModel(options(upstream, fault, **more))
    try:
        async with aclosing(model.stream(PROMPT)) as chunks:
            return [chunk async for chunk in chunks]
    finally:
        await model.close()


def text(chunks: list[Chunk]) -> str:
    return "".join(chunk.text for chunk in chunks)


async def test_an_answer_streams_with_its_end_and_its_usage(upstream: Upstream) -> None:
    chunks = await answer(upstream, "ok")

    assert text(chunks) == WORDS
    assert chunks[-1].finish == "stop"
    assert chunks[-1].usage == Usage(100, 8, 64)


async def test_the_context_goes_last_so_that_all_before_it_can_be_cached(
    upstream: Upstream,
) -> None:
    await answer(upstream, "ok")

    assert upstream.requests[-1].body["messages"] == [
        {"role": "system", "content": "You are a twin."},
        {"role": "user", "content": "One?"},
        {"role": "assistant", "content": "One."},
        {"role": "user", "content": "Two?\nToday is Sunday."},
    ]
    assert upstream.requests[-1].body["temperature"] == 0.3
    assert upstream.requests[-1].headers["authorization"] == "Bearer sk-ours"


@pytest.mark.parametrize(
    ("fault", "said", "finish"),
    [
        ("crlf", WORDS, "stop"),
        ("comments", WORDS, "stop"),
        ("empty-choices", WORDS, "stop"),
        ("half-utf8", "Grüße, Žofie 👋", "stop"),
        ("think", "I think a < b.", "stop"),
        ("length", WORDS, "length"),
        ("filtered", WORDS, "filtered"),
        ("json", "I answer in one piece.", "stop"),
        ("no-usage", WORDS, "stop"),
        ("no-temperature", WORDS, "stop"),
        ("no-stream-options", WORDS, "stop"),
        ("no-max-tokens", WORDS, "stop"),
    ],
)
async def test_servers_differ_and_are_understood(
    upstream: Upstream, fault: str, said: str, finish: str
) -> None:
    chunks = await answer(upstream, fault)

    assert text(chunks) == said
    assert chunks[-1].finish == finish


async def test_a_refused_parameter_is_not_sent_again(upstream: Upstream) -> None:
    model = OpenAIModel(options(upstream, "no-temperature"))
    for _ in range(2):
        async with aclosing(model.stream(PROMPT)) as chunks:
            assert [chunk async for chunk in chunks][-1].finish == "stop"
    await model.close()

    sent = ["temperature" in seen.body for seen in upstream.requests[-3:]]
    assert sent == [True, False, False]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("500", ModelUnavailableError),
        ("503", ModelUnavailableError),
        ("429", ModelRateLimitedError),
        ("quota", ModelRejectedError),
        ("401", ModelRejectedError),
        ("404", ModelRejectedError),
        ("html", ModelOutputError),
        ("wrong-type", ModelOutputError),
        ("malformed", ModelOutputError),
        ("no-finish", ModelOutputError),
        ("error-event", ModelUnavailableError),
        ("cut", ModelUnavailableError),
        ("cut-before", ModelUnavailableError),
    ],
)
async def test_faults_are_our_errors_and_quote_no_key(
    upstream: Upstream, fault: str, error: type[ModelError]
) -> None:
    with pytest.raises(error) as caught:
        await answer(upstream, fault)

    assert type(caught.value) is error
    assert "sk-" not in str(caught.value)


async def test_a_rate_limit_tells_when_to_come_back(upstream: Upstream) -> None:
    with pytest.raises(ModelRateLimitedError) as caught:
        await answer(upstream, "429-long", retries=2, first_token_seconds=5)

    assert caught.value.retry_after_seconds == 600


async def test_a_wait_beyond_the_deadline_is_not_begun(upstream: Upstream) -> None:
    asked = len(upstream.requests)
    with pytest.raises(ModelRateLimitedError):
        await answer(upstream, "429-long", retries=2, first_token_seconds=5)

    assert len(upstream.requests) == asked + 1


async def test_a_passing_failure_is_tried_again_and_a_lasting_one_is_not() -> None:
    with running() as upstream:
        assert text(await answer(upstream, "503-once", retries=1)) == WORDS
        assert len(upstream.requests) == 2
        with pytest.raises(ModelRejectedError):
            await answer(upstream, "401", retries=5)
        assert len(upstream.requests) == 3


@pytest.mark.parametrize(
    ("fault", "limit"),
    [
        ("stall-before", {"first_token_seconds": 0.3}),
        ("stall-before", {"total_seconds": 0.3}),
        ("stall-between", {"between_tokens_seconds": 0.3}),
        ("stall-between", {"total_seconds": 0.5}),
    ],
)
async def test_a_stall_is_a_timeout_and_stops_the_request(
    upstream: Upstream, fault: str, limit: dict[str, float]
) -> None:
    with pytest.raises(ModelTimeoutError):
        await answer(upstream, fault, **limit)

    await left(upstream)


async def left(upstream: Upstream) -> None:
    """Wait until the upstream has seen the client go."""
    async with asyncio.timeout(10):
        while not upstream.requests[-1].left_at:  # noqa: ASYNC110  it is set in another thread
            await asyncio.sleep(0.01)


async def test_a_reader_who_leaves_closes_the_request(upstream: Upstream) -> None:
    model = OpenAIModel(options(upstream, "stall-between"))
    async with aclosing(model.stream(PROMPT)) as chunks:
        await anext(chunks)
    left_at = time.monotonic()
    await left(upstream)

    assert upstream.requests[-1].left_at - left_at < 5
    await model.close()


async def test_a_server_that_is_not_there_is_unavailable(upstream: Upstream) -> None:
    with pytest.raises(ModelUnavailableError, match="Cannot connect"):
        await answer(upstream, "ok", base_url="http://127.0.0.1:9/v1")


async def test_an_answer_without_an_end_is_cut_off_at_a_multiple_of_the_limit(
    upstream: Upstream,
) -> None:
    chunks = await answer(upstream, "huge")

    assert len(text(chunks)) == PROMPT.max_output_tokens * 16
    assert chunks[-1].finish == "length"


async def test_a_server_known_to_leave_out_the_finish_reason_is_believed(
    upstream: Upstream,
) -> None:
    chunks = await answer(upstream, "no-finish", finish_required=False)

    assert (text(chunks), chunks[-1].finish) == (WORDS, "stop")


async def test_the_next_request_works_after_every_fault(upstream: Upstream) -> None:
    model = OpenAIModel(options(upstream, "malformed"))
    with pytest.raises(ModelOutputError):
        async with aclosing(model.stream(PROMPT)) as chunks:
            _ = [chunk async for chunk in chunks]
    model._options = options(upstream, "ok")
    model._dialect._options = options(upstream, "ok")
    async with aclosing(model.stream(PROMPT)) as chunks:
        assert text([chunk async for chunk in chunks]) == WORDS
    await model.close()


def test_every_error_class_of_the_sdk_is_translated() -> None:
    def family(base: type[Exception]) -> set[type[Exception]]:
        return {base}.union(*(family(child) for child in base.__subclasses__()))

    exported = {
        value
        for value in list(vars(openai).values())
        if isinstance(value, type) and issubclass(value, Exception)
    }
    assert {kind.__name__ for kind in family(openai.OpenAIError) | exported} <= set(TABLE)


def test_an_unknown_relative_of_a_known_error_is_translated_like_it() -> None:
    class NewError(openai.AuthenticationError):
        def __init__(self) -> None:
            Exception.__init__(self, "new")
            self.status_code = 401
            self.code = None

    assert isinstance(translate(NewError(), "m"), ModelRejectedError)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 100])
def test_thoughts_are_taken_out_wherever_the_pieces_are_cut(size: int) -> None:
    whole = "A<think>hidden < / </thin</think> \n b <c> <thin<think>x</think>d </think"
    filter_ = WithoutThoughts()
    pieces = [whole[start : start + size] for start in range(0, len(whole), size)]
    shown = "".join(filter_.take(piece) for piece in pieces) + filter_.rest()

    assert shown == "Ab <c> <thind </think"


def test_thoughts_without_an_end_stay_hidden() -> None:
    filter_ = WithoutThoughts()

    assert filter_.take("<think>hidden </th") + filter_.rest() == ""


def test_openai_without_a_key_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=r"OPENAI_API_KEY.*TWIN_LLM=quoting"):
        build("", load_settings().environment)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:11434/v1/")
    assert build("llama3", load_settings().environment).name == "openai:llama3"


def test_options_do_not_show_the_key() -> None:
    assert "sk-ours" not in repr(OpenAIOptions(api_key="sk-ours"))

"""The page and the real HTTP door, together."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.standin import serving
from tests.browser.visitor import ask, kept
from twin.adapters.memory.in_process import InProcessMemoryStore
from twin.container import utc_now
from twin.domain.chat import Chat
from twin.domain.persona import Persona
from twin.domain.prompt import PromptComposer, PromptLimits
from twin.domain.retrieval import Retrieval
from twin.entrypoints.http import HttpOptions, Sessions, Twin, create_app
from twin.ports.errors import ModelUnavailableError
from twin.ports.llm import Chunk, Prompt
from twin.ports.profile import Fact, Origin, Policy

HEADLINE = Fact("headline", "Computer scientist", Origin("facts.json", "headline"))
QUESTIONS = ("What was your part in COBOL?", "Who are you?", "Where did you study?")


class Talker:
    """Numbers its answers; `wait` in a question halts the answer, `fail` fails the first try."""

    name = "talker"

    def __init__(self) -> None:
        self.count = 0
        self.failed = False
        self.stopped = False

    async def stream(self, prompt: Prompt) -> AsyncGenerator[Chunk]:
        question = prompt.messages[-1].text
        if "fail" in question and not self.failed:
            self.failed = True
            raise ModelUnavailableError("as the test wants it")
        self.count += 1
        yield Chunk("This is answer ")
        try:
            await asyncio.sleep(3600 if "wait" in question else 0)
        except asyncio.CancelledError:
            self.stopped = True
            raise
        yield Chunk(f"**{self.count}**.", finish="stop")


@pytest.fixture
def model() -> Talker:
    return Talker()


@pytest.fixture
def page_url(model: Talker) -> Iterator[str]:
    memory = InProcessMemoryStore()
    persona = Persona("Grace Hopper", (HEADLINE,), policy=Policy(greeting="Hello!"))
    chat = Chat(
        composer=PromptComposer(persona, PromptLimits()),
        retrieval=Retrieval(persona),
        model=model,
        memory=memory,
        clock=utc_now,
    )
    sessions = Sessions(keys=(), memory=memory, lifetime=timedelta(days=1), clock=utc_now)
    app = create_app(Twin(persona, chat, memory, sessions, chat.close, QUESTIONS), HttpOptions())
    with serving(app) as (url, _loop):
        yield url


def said(page: Page, url: str, session: str | None) -> list[str]:
    """The visitor's questions, as the server remembers them."""
    messages = page.request.get(f"{url}conversation/{session}").json()["messages"]
    return [message["content"] for message in messages if message["role"] == "user"]


def test_a_visit_from_the_first_question_to_erasure(page: Page, page_url: str) -> None:
    page.goto(page_url)
    expect(page).to_have_title("Grace Hopper · AI twin")
    expect(page.locator("#headline")).to_have_text("Computer scientist")
    page.get_by_role("button", name="Who are you?").click()
    expect(page.locator(".body strong")).to_have_text("1")
    expect(page.locator(".body")).not_to_contain_text("AI twin")  # the page has said it
    ask(page, "And Yale?")
    expect(page.locator(".body strong").nth(1)).to_have_text("2")
    expect(page.get_by_label("Send")).to_be_visible()
    session = kept(page)
    assert said(page, page_url, session) == ["Who are you?", "And Yale?"]

    page.reload()
    expect(page.locator(".body strong").nth(1)).to_have_text("2")
    page.get_by_role("button", name="Delete this conversation").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.locator("#turns")).to_be_empty()
    assert said(page, page_url, session) == []


def test_stop_reaches_the_model_and_what_was_shown_is_kept(
    page: Page, page_url: str, model: Talker
) -> None:
    page.goto(page_url)
    ask(page, "Please wait")
    expect(page.locator(".body")).to_have_text("This is answer ")
    page.get_by_label("Stop answering").click()
    expect(page.locator(".note")).to_have_text("Stopped.")
    ask(page, "Next?")
    expect(page.locator(".body strong")).to_have_text("2")

    assert model.stopped
    page.reload()
    expect(page.locator(".body").first).to_have_text("This is answer ")


def test_a_failing_model_is_asked_again_at_the_visitors_word(page: Page, page_url: str) -> None:
    page.goto(page_url)
    ask(page, "Will it fail?")
    expect(page.locator("#turns .problem")).to_have_text(
        "The model is not available. Please try again in a moment."
    )
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(".body strong")).to_have_text("1")


def test_a_forged_session_starts_anew(page: Page, page_url: str) -> None:
    page.goto(page_url)
    page.evaluate("localStorage.setItem('twin.session:/', '../../secret')")
    page.reload()

    expect(page.locator("#suggestions")).to_be_visible()
    assert kept(page) is None

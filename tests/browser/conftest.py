"""A real browser on the page, and what it complained about."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.standin import StandIn, running

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 10_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Per module, because its event loop must have ended before other tests run theirs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served() -> Iterator[StandIn]:
    with running(StandIn()) as script:
        yield script


@pytest.fixture
def twin(served: StandIn) -> StandIn:
    served.reset()
    return served


@pytest.fixture
def page_url(twin: StandIn) -> str:
    return twin.url


@pytest.fixture
def complaints() -> list[str]:
    """Errors of scripts and breaches of the content security policy."""
    return []


@pytest.fixture
def page(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    """A page not yet opened, with a fresh profile; a complaint fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    watch(page, complaints)
    yield page
    context.close()
    assert complaints == []


def watch(page: Page, complaints: list[str]) -> None:
    page.set_default_timeout(PATIENCE_MS)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text)
            if message.type == "error" and "Failed to load resource" not in message.text
            else None
        ),
    )

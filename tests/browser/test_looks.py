"""The page is legible at every size and in both colour schemes, small, and of one origin."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watch
from tests.browser.standin import (
    WEB,
    StandIn,
    answer,
)
from tests.browser.visitor import ask

CONTRAST = """selector => {
  const linear = share => share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  const channel = value => linear(value / 255);
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const element = document.querySelector(selector);
  let behind = element;
  while (numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const pair = [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
  const [low, high] = pair.map(numbers).map(light).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_text_stands_out_and_nothing_sticks_out(
    browser: Browser,
    page_url: str,
    twin: StandIn,
    complaints: list[str],
    tmp_path: Path,
    scheme: str,
    width: int,
) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    watch(page, complaints)
    twin.replies.append(
        answer("See `" + "x" * 200 + "`\n\n```\n" + "y" * 300 + "\n```", floor=True)
    )
    page.goto(page_url)
    expect(page.locator("#suggestions button").first).to_be_visible()
    selectors = ["#name", "#headline", ".mark", "#greeting", "#notice", "#suggestions button"]
    ratios = {selector: page.evaluate(CONTRAST, selector) for selector in selectors}
    ask(page, "W" * 300)
    expect(page.locator(".note")).to_be_visible()
    page.screenshot(path=tmp_path / f"{width}-{scheme}.png")  # for whoever wants to look
    selectors = [".question p", ".speaker", ".body", ".body code", ".note", ".controls button"]
    ratios |= {selector: page.evaluate(CONTRAST, selector) for selector in selectors}

    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}
    assert page.evaluate("document.documentElement.scrollWidth") == width
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 27)"
    assert dark == (scheme == "dark")
    page.context.close()
    assert complaints == []


def test_nothing_comes_from_another_host_and_all_of_it_is_small(
    page: Page, page_url: str, twin: StandIn
) -> None:
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.goto(page_url)
    expect(page.locator("#suggestions button").first).to_be_visible()

    assert [url for url in addresses if not url.startswith((page_url, "data:"))] == []
    assert sum(file.stat().st_size for file in WEB.iterdir() if file.is_file()) < 40_000
    text = "".join(file.read_text() for file in WEB.glob("*.*s"))
    assert re.findall(r"innerHTML|insertAdjacentHTML|document\.write|eval\(", text) == []

"""Text stays text, whoever wrote it, and bytes become the right text."""

import base64

import pytest
from playwright.sync_api import Page, expect

from tests.browser.standin import StandIn, answer, delta, done
from tests.browser.visitor import ask

HOSTILE = [
    "<script>window.owned = 1</script>",
    "<img src=x onerror='window.owned = 1'>",
    '<a href="javascript:window.owned=1">x</a>',
    "[click](javascript:window.owned=1)",
    "[click](JaVaScRiPt:window.owned=1)",
    "[click](data:text/html,<script>parent.owned=1</script>)",
    "**<svg onload=window.owned=1>**",
    "`<iframe srcdoc='<script>parent.owned=1</script>'>`",
    "- <details open ontoggle=window.owned=1>",
    "# <style>body{display:none}</style>",
    "```\n<script>window.owned = 1</script>\n```",
]
FOREIGN = "#turns :is(script, img, iframe, svg, style, a)"
PARSE = """async ([body, size]) => {
  const { events } = await import('/static/sse.js');
  const bytes = Uint8Array.from(atob(body), letter => letter.charCodeAt(0));
  const stream = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) {
        controller.enqueue(bytes.slice(at, at + size));
      }
      controller.close();
    },
  });
  const found = [];
  for await (const { name, data } of events(stream)) found.push([name, data]);
  return found;
}"""
RENDER = """async texts => {
  const { render } = await import('/static/markdown.js');
  const target = document.createElement('div');
  for (const text of texts) render(target, text);
  return target.innerHTML;
}"""


def in_base64(body: bytes) -> str:
    return base64.b64encode(body).decode()


def test_markup_in_an_answer_is_shown_and_never_run(
    page: Page, page_url: str, twin: StandIn
) -> None:
    page.goto(page_url)
    for text in HOSTILE:
        twin.replies.append(answer(text, sources=[{"id": "1", "file": text, "text": text}]))
        ask(page, text)
        expect(page.locator(".question p").last).to_have_text(text)
        expect(page.locator(".answer").last.locator("summary")).to_be_visible()

    assert page.locator(FOREIGN).count() == 0
    assert page.locator("#turns details").count() == len(HOSTILE)  # the sources, nothing else
    assert page.evaluate("window.owned") is None


def test_markup_in_the_profile_is_shown_and_never_run(
    page: Page, page_url: str, twin: StandIn
) -> None:
    text = " ".join(HOSTILE)
    twin.persona |= dict.fromkeys(("name", "headline", "greeting", "ai_notice"), text)
    twin.persona["questions"] = [text]
    page.goto(page_url)

    expect(page.locator("#suggestions button")).to_have_text(text)
    expect(page.locator("#greeting")).to_have_text(text)
    assert page.locator("body :is(script, img, iframe, style, details, a)").count() == 0
    assert page.evaluate("window.owned") is None


def test_half_a_character_at_the_end_of_a_chunk_becomes_whole(
    page: Page, page_url: str, twin: StandIn
) -> None:
    text = "Grüße, 世界 🚢"
    body = delta(text) + done(text)
    twin.replies.append([body[at : at + 1] for at in range(len(body))])
    page.goto(page_url)
    ask(page, "And?")

    expect(page.get_by_label("Send")).to_be_visible()
    expect(page.locator(".body")).to_have_text(text)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_events_are_the_same_however_the_stream_is_cut(
    page: Page, page_url: str, newline: str
) -> None:
    lines = ["\ufeff: hello", "", "event: delta", "data: é🚢", "data:  two", "", "data", ""]
    lines += ["event: lonely", "", "data:x:y", "", "event: cut", "data: off"]
    cut_off = newline.join(lines).encode()
    whole = newline.join(["data: whole", "", ""]).encode()
    page.goto(page_url)

    expected = [["delta", "é🚢\n two"], ["message", ""], ["message", "x:y"]]
    for size in (1, 2, 3, 5, 7, 1000):
        assert page.evaluate(PARSE, [in_base64(cut_off), size]) == expected
        assert page.evaluate(PARSE, [in_base64(whole), size]) == [["message", "whole"]]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\n\nc", "<p>a\nb</p><p>c</p>"),
        ("**b** *i* _u_ `c*d*`", None),
        ("- a\n- b\n\n- c", "<ul><li>a</li><li>b</li><li>c</li></ul>"),
        ("3. a\n   more\n4) b", '<ol start="3"><li>a\nmore</li><li>b</li></ol>'),
        ("## Head\ntext", "<p><strong>Head</strong></p><p>text</p>"),
        ("```py\n<b>\n\n* x\n```\nend", "<pre><code>&lt;b&gt;\n\n* x</code></pre><p>end</p>"),
        ("2 * 3 * 4, snake_case_name, **open", "<p>2 * 3 * 4, snake_case_name, **open</p>"),
        ("**a *b* c**", "<p><strong>a <em>b</em> c</strong></p>"),
        ("[x](/admin) [y](ftp://h.example)", "<p>[x](/admin) [y](ftp://h.example)</p>"),
    ],
)
def test_markdown_becomes_a_few_plain_elements(
    page: Page, page_url: str, text: str, shown: str | None
) -> None:
    page.goto(page_url)

    shown = shown or ("<p><strong>b</strong> <em>i</em> <em>u</em> <code>c*d*</code></p>")
    assert page.evaluate(RENDER, [text]) == shown


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("See [my site](https://example.com/a_b_c?d=e#f).", "https://example.com/a_b_c?d=e#f"),
        ("See https://example.com/a_b_c.", "https://example.com/a_b_c"),
        ("(http://example.com)", "http://example.com/"),
        ("Write to grace@example.com.", "mailto:grace@example.com"),
        ("[mail](mailto:grace@example.com)", "mailto:grace@example.com"),
    ],
)
def test_a_link_goes_to_the_web_or_to_a_mailbox_and_vouches_for_nothing(
    page: Page, page_url: str, twin: StandIn, text: str, target: str
) -> None:
    twin.replies.append(answer(text))
    page.goto(page_url)
    ask(page, "Where?")

    link = page.locator(".body a")
    expect(link).to_have_js_property("href", target)
    expect(link).to_have_attribute("rel", "noopener nofollow ugc")


def test_a_growing_answer_ends_like_one_that_came_at_once(page: Page, page_url: str) -> None:
    text = "One **two**\n\n1. a\n2. `b`\n\n```\ncode\n```\n\nSee https://example.com now."
    page.goto(page_url)

    pieces = [text[:end] for end in range(len(text) + 1)]
    assert page.evaluate(RENDER, pieces) == page.evaluate(RENDER, [text])

"""What holds for the page as a whole: the box, scrolling, focus, storage, sources, looks."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.standin import (
    Hold,
    Problem,
    StandIn,
    answer,
    delta,
    done,
)
from tests.browser.visitor import ask, write

SOURCE = {"id": "f-1", "file": "facts.json", "locator": "work[2]", "text": "Led the A-0 work."}
LONG = "\n\n".join(f"Paragraph {number}." for number in range(60))
NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked') }})"


def test_shift_enter_makes_a_line_and_enter_sends(page: Page, page_url: str, twin: StandIn) -> None:
    twin.replies.append(answer("Both."))
    page.goto(page_url)
    box = page.get_by_label("Your message")
    low = box.bounding_box()
    box.type("one")
    box.press("Shift+Enter")
    box.type("two")
    high = box.bounding_box()
    box.press("Enter")

    expect(page.locator(".body")).to_have_text("Both.")
    assert twin.asked[0]["message"] == "one\ntwo"
    assert low
    assert high
    assert high["height"] > low["height"]


def test_a_message_over_the_limit_is_not_sent(page: Page, page_url: str, twin: StandIn) -> None:
    twin.persona["max_message_chars"] = 10
    twin.replies.append(answer("Fits."))
    page.goto(page_url)
    expect(page.locator("#suggestions button").first).to_be_visible()
    write(page, "🧵" * 11)

    expect(page.locator("#count")).to_have_text("11 / 10")
    expect(page.get_by_label("Send")).to_be_disabled()
    assert twin.asked == []
    ask(page, "🧵" * 10)
    expect(page.locator(".body")).to_have_text("Fits.")


def test_an_enter_of_an_input_method_does_not_send(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.append(answer("Sent."))
    page.goto(page_url)
    page.get_by_label("Your message").fill("にほん")
    enter = {"key": "Enter", "isComposing": True, "bubbles": True}
    page.get_by_label("Your message").dispatch_event("keydown", enter)

    assert twin.asked == []
    expect(page.get_by_label("Your message")).to_have_value("にほん")


def test_sources_stand_folded_under_the_answer(page: Page, page_url: str, twin: StandIn) -> None:
    twin.replies.append(answer("I led it.", sources=[SOURCE]))
    page.goto(page_url)
    ask(page, "A-0?")
    expect(page.get_by_text("Led the A-0 work.")).to_be_hidden()
    page.get_by_text("1 source").click()

    expect(page.get_by_text("Led the A-0 work.")).to_be_visible()
    expect(page.get_by_text("facts.json · work[2]")).to_be_visible()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"floor": True}, "the model was not available"),
        ({"finish": "length"}, "greatest length"),
        ({"finish": "filtered"}, "content filter"),
    ],
)
def test_an_answer_says_what_is_unusual_about_it(
    page: Page, page_url: str, twin: StandIn, fields: dict[str, Any], words: str
) -> None:
    twin.replies.extend([answer("Plain."), answer("Marked.", **fields)])
    page.goto(page_url)
    ask(page, "One?")
    expect(page.locator(".body")).to_have_text("Plain.")
    expect(page.locator(".note")).to_have_count(0)
    ask(page, "Two?")

    expect(page.locator(".answer").nth(1).locator(".note")).to_contain_text(words)


def test_the_page_works_when_storage_is_blocked(page: Page, page_url: str, twin: StandIn) -> None:
    twin.replies.extend([answer("One.", "s-3"), answer("Two.", "s-3")])
    page.add_init_script(NO_STORAGE)
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator(".body")).to_have_text("One.")
    ask(page, "Second?")

    expect(page.locator(".body").nth(1)).to_have_text("Two.")
    assert twin.asked[1]["session_id"] == "s-3"


def test_a_twin_that_cannot_be_reached_is_said_and_tried_again(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.failures["GET /persona"] = Problem(503, "The twin is waking up.")
    page.goto(page_url)
    expect(page.locator("#failure")).to_contain_text("The twin is waking up.")
    write(page, "Anyone?")
    assert twin.asked == []
    twin.failures.clear()
    page.get_by_role("button", name="Try again").click()

    expect(page.get_by_role("heading", name="Grace Hopper")).to_be_visible()
    expect(page.locator("#failure")).to_be_empty()


def test_a_reader_who_scrolled_up_is_left_where_they_are(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.extend(
        [answer(LONG), [delta(LONG), Hold(), delta("\n\nEnd"), done(f"{LONG}\n\nEnd")]]
    )
    page.goto(page_url)
    ask(page, "First?")
    expect(page.get_by_label("Send")).to_be_visible()
    ask(page, "Second?")
    expect(page.locator(".body").nth(1)).to_contain_text("Paragraph 59.")
    page.evaluate("scrollTo({top: 100, behavior: 'instant'})")
    twin.go_on()
    expect(page.locator(".body").nth(1)).to_contain_text("End")

    assert page.evaluate("scrollY") == 100


def test_a_long_answer_scrolls_until_its_question_is_at_the_top(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.extend([answer("Short."), answer(LONG)])
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator(".body")).to_have_text("Short.")
    ask(page, "Second?")
    expect(page.get_by_label("Send")).to_be_visible()

    question = page.locator(".question").nth(1)
    expect(question).to_be_in_viewport()
    place = question.bounding_box()
    assert place
    assert place["y"] < 200
    assert page.evaluate("scrollY") > 0


def test_a_screen_reader_hears_the_answer_once_and_whole(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.append([delta("Half "), Hold(), delta("whole."), done("Half whole.")])
    page.goto(page_url)
    ask(page, "And?")
    expect(page.locator(".body")).to_have_text("Half ")
    expect(page.get_by_role("status")).to_have_text("Answering")
    twin.go_on()

    expect(page.get_by_role("status")).to_have_text("Grace Hopper · AI twin: Half whole.")
    assert page.locator("#turns[aria-live]").count() == 0


def test_the_keyboard_alone_is_enough(page: Page, page_url: str, twin: StandIn) -> None:
    twin.replies.append([delta("Wait"), Hold()])
    page.goto(page_url)
    expect(page.get_by_role("button", name="What did you do in the Navy?")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".body")).to_have_text("Wait")
    expect(page.get_by_label("Your message")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Stop answering")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator(".note")).to_have_text("Stopped.")
    expect(page.get_by_label("Your message")).to_be_focused()

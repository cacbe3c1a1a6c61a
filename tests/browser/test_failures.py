"""What the page does when an answer does not come whole."""

from playwright.sync_api import Page, expect

from tests.browser.standin import Cut, Problem, StandIn, answer, delta, done, event
from tests.browser.visitor import ask


def test_an_early_failure_can_be_tried_again(page: Page, page_url: str, twin: StandIn) -> None:
    twin.replies.extend([Problem(503, "The twin is resting. Try again soon."), answer("Yes.")])
    page.goto(page_url)
    ask(page, "Awake?")
    expect(page.locator("#turns .problem")).to_have_text(
        "No answer. The twin is resting. Try again soon."
    )
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(".body")).to_have_text("Yes.")
    expect(page.get_by_text("The twin is resting.")).to_have_count(0)
    expect(page.locator(".question")).to_have_count(1)
    assert twin.asked[0]["message_id"] == twin.asked[1]["message_id"]


def test_a_late_failure_keeps_the_text_and_can_be_tried_again(
    page: Page, page_url: str, twin: StandIn
) -> None:
    problem = event("error", type="about:blank", title="Gone", status=502, detail="It stopped.")
    twin.replies.extend(
        [[event("session", session_id="s-1"), delta("I w"), problem], answer("I was.")]
    )
    page.goto(page_url)
    ask(page, "And?")
    expect(page.locator("#turns .problem")).to_have_text("Gone. It stopped.")
    expect(page.locator(".body")).to_have_text("I w")
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(".body")).to_have_text("I was.")
    assert twin.asked[1]["session_id"] == "s-1"
    assert twin.asked[0]["message_id"] == twin.asked[1]["message_id"]


def test_only_the_last_question_can_be_tried_again(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.extend([Problem(503, "Resting."), Problem(503, "Resting."), answer("Yes.")])
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator("#turns .problem")).to_have_count(1)
    ask(page, "Second?")
    expect(page.locator("#turns .problem")).to_have_count(2)
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(".body").nth(1)).to_have_text("Yes.")
    assert [asked["message"] for asked in twin.asked] == ["First?", "Second?", "Second?"]


def test_an_answer_that_breaks_off_is_not_taken_for_whole(
    page: Page, page_url: str, twin: StandIn, complaints: list[str]
) -> None:
    twin.replies.extend([[delta("Half")], [delta("Half"), Cut()]])
    page.goto(page_url)
    ask(page, "And?")
    expect(page.locator("#turns .problem")).to_have_text("The answer broke off. Try again.")
    page.get_by_role("button", name="Try again").click()

    expect(page.get_by_label("Stop answering")).to_be_hidden()
    expect(page.locator("#turns .problem")).to_have_text("The answer broke off. Try again.")
    assert len(twin.asked) == 2
    complaints.clear()


def test_what_the_page_does_not_know_is_passed_over(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.persona |= {"mood": "fine"}
    twin.replies.append(
        [
            b": a comment\r\n\r\n",
            event("session", session_id="s-1", colour="blue"),
            b"event: usage\r\ndata: not even JSON\r\n\r\n",
            b"id: 7\nretry: 10\nunheard: of\n" + delta("Fine."),
            done("Fine.", verdict={"a": 1}),
        ]
    )
    page.goto(page_url)
    ask(page, "And?")

    expect(page.locator(".body")).to_have_text("Fine.")
    expect(page.get_by_label("Send")).to_be_visible()
    expect(page.locator("#turns .problem")).to_have_count(0)

"""What was said comes back, starts anew or is erased."""

from playwright.sync_api import Page, Route, expect

from tests.browser.standin import Hold, Problem, StandIn, answer, delta, event
from tests.browser.visitor import ask, kept, write

SAID = [
    {"role": "user", "content": "Who are you?", "timestamp": "2026-01-01T10:00:00Z"},
    {"role": "assistant", "content": "An **AI twin**.", "timestamp": "2026-01-01T10:00:01Z"},
]


def test_reload_restores_the_conversation(page: Page, page_url: str, twin: StandIn) -> None:
    twin.replies.append(answer("An **AI twin**."))
    page.goto(page_url)
    ask(page, "Who are you?")
    expect(page.locator(".body")).to_have_text("An AI twin.")
    twin.conversations["s-1"] = SAID
    page.reload()

    expect(page.locator(".question p")).to_have_text("Who are you?")
    expect(page.locator(".body strong")).to_have_text("AI twin")
    expect(page.locator("#suggestions")).to_be_hidden()


def test_a_stale_session_starts_anew(page: Page, page_url: str, twin: StandIn) -> None:
    page.goto(page_url)
    page.evaluate("localStorage.setItem('twin.session:/', 'long-gone')")
    page.reload()

    expect(page.locator("#suggestions")).to_be_visible()
    expect(page.locator("#failure")).to_be_empty()
    assert kept(page) is None


def test_a_question_waits_for_what_was_said_before(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.conversations["s-1"] = SAID
    twin.replies.append(answer("Later."))
    page.goto(page_url)
    page.evaluate("localStorage.setItem('twin.session:/', 's-1')")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/conversation/s-1", hold)
    with page.expect_request("**/conversation/s-1"):
        page.reload()
    expect(page.get_by_role("heading", name="Grace Hopper")).to_be_visible()
    write(page, "Now?")
    expect(page.get_by_label("Send")).to_be_disabled()
    held[0].continue_()
    expect(page.get_by_role("button", name="Send")).to_be_enabled()
    page.get_by_label("Your message").press("Enter")

    expect(page.locator(".body")).to_have_text(["An AI twin.", "Later."])


def test_a_server_that_fails_to_restore_costs_no_session(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.failures["GET /conversation/s-1"] = Problem(503, "The memory is away.")
    page.goto(page_url)
    page.evaluate("localStorage.setItem('twin.session:/', 's-1')")
    page.reload()
    expect(page.locator("#failure")).to_contain_text("The memory is away.")
    twin.failures.clear()
    twin.conversations["s-1"] = SAID
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(".question p")).to_have_text("Who are you?")
    expect(page.locator("#failure")).to_be_empty()


def test_a_session_that_ended_elsewhere_is_replaced_and_the_visitor_told(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.extend([answer("One."), Problem(410, "Deleted."), answer("Two.", "s-2")])
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator(".body")).to_have_text("One.")
    ask(page, "Second?")

    expect(page.locator(".body").nth(1)).to_have_text("Two.")
    expect(page.locator(".note")).to_contain_text("The earlier conversation has ended")
    assert [asked["session_id"] for asked in twin.asked] == [None, "s-1", None]
    assert kept(page) == "s-2"


def test_a_session_that_the_server_replaces_is_kept_and_the_visitor_told(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.extend([answer("One."), answer("Two.", "s-2"), answer("Three.", "s-2")])
    page.goto(page_url)
    for number, text in enumerate(["One.", "Two.", "Three."]):
        ask(page, "And?")
        expect(page.locator(".body").nth(number)).to_have_text(text)
        expect(page.get_by_label("Send")).to_be_visible()

    expect(page.locator(".note")).to_have_count(1)
    expect(page.locator(".answer").nth(1)).to_contain_text("The earlier conversation has ended")
    assert twin.asked[2]["session_id"] == "s-2"


def test_a_refused_message_is_not_sent_a_second_time(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.extend([answer("One."), Problem(422, "Not this."), Problem(429, "Not now.")])
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator(".body")).to_have_text("One.")
    for words in ("Not this.", "Not now."):
        ask(page, "Second?")
        expect(page.locator("#turns .problem").last).to_contain_text(words)

    assert [asked["session_id"] for asked in twin.asked] == [None, "s-1", "s-1"]
    assert kept(page) == "s-1"


def test_a_new_conversation_leaves_the_old_one_on_the_server(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.conversations["s-1"] = SAID
    twin.replies.extend([[event("session", session_id="s-1"), delta("On"), Hold()], answer("Two.")])
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator(".body")).to_have_text("On")
    page.get_by_role("button", name="New conversation").click()

    expect(page.locator("#turns")).to_be_empty()
    expect(page.locator("#suggestions")).to_be_visible()
    assert twin.reader_left.wait(10)
    ask(page, "Second?")
    expect(page.locator(".body")).to_have_text("Two.")
    assert twin.asked[1]["session_id"] is None
    assert twin.conversations == {"s-1": SAID}


def test_delete_asks_first_then_erases(page: Page, page_url: str, twin: StandIn) -> None:
    twin.conversations["s-1"] = SAID
    twin.replies.append(answer("One."))
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator(".body")).to_have_text("One.")
    page.get_by_role("button", name="Delete this conversation").click()
    page.get_by_role("button", name="Keep it").click()
    assert "s-1" in twin.conversations
    page.get_by_role("button", name="Delete this conversation").click()
    page.get_by_role("button", name="Delete", exact=True).click()

    expect(page.locator("#turns")).to_be_empty()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert twin.conversations == {}
    assert kept(page) is None


def test_a_delete_that_fails_is_not_reported_as_done(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.failures["DELETE /conversation/s-1"] = Problem(503, "Not erased. Try again.")
    twin.replies.append(answer("One."))
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator(".body")).to_have_text("One.")
    page.get_by_role("button", name="Delete this conversation").click()
    page.get_by_role("button", name="Delete", exact=True).click()

    expect(page.get_by_role("dialog")).to_contain_text("Not erased. Try again.")
    expect(page.locator(".body")).to_have_text("One.")
    assert kept(page) == "s-1"

"""A visitor talks with the twin."""

from playwright.sync_api import Page, expect

from tests.browser.standin import Hold, StandIn, answer, delta, done
from tests.browser.visitor import ask, write


def test_the_page_says_whose_twin_it_is_and_that_it_is_one(page: Page, page_url: str) -> None:
    page.goto(page_url)

    expect(page).to_have_title("Grace Hopper · AI twin")
    expect(page.get_by_role("heading", name="Grace Hopper")).to_be_visible()
    expect(page.get_by_role("banner").get_by_text("AI twin")).to_be_in_viewport()
    expect(page.get_by_text("Rear admiral")).to_be_visible()
    expect(page.locator("#notice")).to_contain_text("not Grace Hopper in person")
    expect(page.locator("#notice")).to_be_in_viewport()


def test_an_answer_appears_piece_by_piece(page: Page, page_url: str, twin: StandIn) -> None:
    twin.replies.append(
        [delta("I led the "), Hold(), delta("work."), Hold(), done("I led the work.")]
    )
    page.goto(page_url)
    ask(page, "What did you do?")

    expect(page.locator(".body")).to_have_text("I led the ")
    twin.go_on()
    expect(page.locator(".body")).to_have_text("I led the work.")
    expect(page.get_by_label("Stop answering")).to_be_visible()
    twin.go_on()
    expect(page.get_by_label("Stop answering")).to_be_hidden()


def test_a_question_says_that_the_notice_was_shown(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.append(answer("Hello."))
    page.goto(page_url)
    ask(page, "  Hi  ")
    expect(page.locator(".body")).to_have_text("Hello.")

    (asked,) = twin.asked
    assert asked.pop("message_id")
    assert asked == {"message": "Hi", "session_id": None, "disclosed": True}


def test_a_suggested_question_is_asked_with_one_click(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.append(answer("I worked on its ancestors."))
    page.goto(page_url)
    page.get_by_role("button", name="What was your part in COBOL?").click()

    expect(page.locator(".question")).to_contain_text("What was your part in COBOL?")
    expect(page.locator(".body")).to_have_text("I worked on its ancestors.")
    expect(page.locator("#suggestions")).to_be_hidden()


def test_the_second_question_belongs_to_the_first(page: Page, page_url: str, twin: StandIn) -> None:
    twin.replies.extend([answer("One.", "s-7"), answer("Two.", "s-7")])
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator(".body")).to_have_text("One.")
    ask(page, "Second?")
    expect(page.locator(".body").nth(1)).to_have_text("Two.")

    assert [asked["session_id"] for asked in twin.asked] == [None, "s-7"]
    assert twin.asked[0]["message_id"] != twin.asked[1]["message_id"]


def test_stop_ends_the_request_and_keeps_what_was_said(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.append([delta("I began in "), Hold()])
    page.goto(page_url)
    ask(page, "Your life?")
    expect(page.locator(".body")).to_have_text("I began in ")
    page.get_by_label("Stop answering").click()

    expect(page.locator(".note")).to_have_text("Stopped.")
    expect(page.locator(".body")).to_have_text("I began in ")
    expect(page.get_by_label("Send")).to_be_visible()
    assert twin.reader_left.wait(10)


def test_enter_waits_while_an_answer_is_under_way(page: Page, page_url: str, twin: StandIn) -> None:
    twin.replies.extend([[delta("One"), Hold(), done("One.")], answer("Two.")])
    page.goto(page_url)
    ask(page, "First?")
    expect(page.locator(".body")).to_have_text("One")
    write(page, "Second?")

    expect(page.get_by_label("Your message")).to_have_value("Second?")
    twin.go_on()
    expect(page.get_by_label("Send")).to_be_visible()
    page.get_by_label("Your message").press("Enter")
    expect(page.locator(".body").nth(1)).to_have_text("Two.")
    assert len(twin.asked) == 2


def test_the_answer_as_the_server_ends_it_replaces_what_was_streamed(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.append([delta("One.\n\nTwo."), Hold(), done("One.")])
    page.goto(page_url)
    ask(page, "And?")
    expect(page.locator(".body p")).to_have_text(["One.", "Two."])
    twin.go_on()

    expect(page.locator(".body p")).to_have_text(["One."])

"""A visitor talks with the twin."""

from playwright.sync_api import Page, Route, expect

from tests.browser.standin import Cut, Hold, Problem, StandIn, answer, delta, done, event

SAID = [
    {"role": "user", "content": "Who are you?", "timestamp": "2026-01-01T10:00:00Z"},
    {"role": "assistant", "content": "An **AI twin**.", "timestamp": "2026-01-01T10:00:01Z"},
]


def write(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_label("Your message").press("Enter")


def ask(page: Page, text: str) -> None:
    """Write it when the page takes questions."""
    page.get_by_label("Your message").fill(text)
    expect(page.get_by_label("Send")).to_be_enabled()
    page.get_by_label("Your message").press("Enter")


def kept(page: Page) -> str | None:
    found: str | None = page.evaluate("localStorage.getItem('twin.session:/')")
    return found


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


def test_the_answer_as_the_server_ends_it_replaces_what_was_streamed(
    page: Page, page_url: str, twin: StandIn
) -> None:
    twin.replies.append([delta("One.\n\nTwo."), Hold(), done("One.")])
    page.goto(page_url)
    ask(page, "And?")
    expect(page.locator(".body p")).to_have_text(["One.", "Two."])
    twin.go_on()

    expect(page.locator(".body p")).to_have_text(["One."])


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
    expect(page.get_by_label("Send")).to_be_enabled()
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

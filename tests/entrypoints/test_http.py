"""The HTTP calls, through a real server."""

import asyncio
import json
from datetime import timedelta

import httpx2
import pytest

from tests.entrypoints.conftest import Door, OpenDoor
from twin.adapters.memory.in_process import InProcessMemoryStore
from twin.entrypoints.http import HttpOptions
from twin.ports.errors import ModelRateLimitedError, ModelUnavailableError, StoreUnavailableError
from twin.ports.memory import Turn
from twin.testing import ScriptedModel

KEYS = ("a key of sessions",)
HOSTILE_IDS = (
    "../x",
    "/etc/passwd",
    "x\x00y",
    "a" * 300,
    "a/b",
    "a\r\nb",
    ".",
    "..",
    "%2f",
    "%2e%2e%2fx",
    "",
    "0" * 32,
    "0" * 32 + "." + "A" * 64,
    "\udcff",
)


def chat(door: Door, message: object = "What do you do?", **fields: object) -> httpx2.Response:
    return door.client.post("/chat", json={"message": message, **fields})


def stream(
    door: Door, message: str = "What do you do?", **fields: object
) -> list[tuple[str, dict]]:  # type: ignore[type-arg]
    accept = {"Accept": "text/event-stream"}
    response = door.client.post("/chat", json={"message": message, **fields}, headers=accept)
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    events = []
    for block in response.text.strip().split("\n\n"):
        name, data = block.split("\n")
        events.append((name.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return events


def assert_problem(response: httpx2.Response, status: int) -> dict:  # type: ignore[type-arg]
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    document: dict[str, object] = response.json()
    assert document["status"] == status
    assert document["request_id"] == response.headers["x-request-id"]
    return document


def test_a_question_gets_an_answer_and_a_session(open_door: OpenDoor) -> None:
    answer = chat(open_door()).json()

    assert answer["response"].endswith("I build compilers.")
    assert answer["response"].startswith("I'm an AI twin")
    assert set(answer) == {"response", "session_id", "sources", "finish", "floor"}


def test_a_session_goes_on_and_shows_its_conversation(open_door: OpenDoor) -> None:
    door = open_door()
    session = chat(door, disclosed=True).json()["session_id"]

    assert chat(door, "And then?", session_id=session).json()["session_id"] == session
    conversation = door.client.get(f"/conversation/{session}").json()
    assert conversation["session_id"] == session
    said = [(message["role"], message["content"]) for message in conversation["messages"]]
    assert said == [
        ("user", "What do you do?"),
        ("assistant", "I build compilers."),
        ("user", "And then?"),
        ("assistant", "I build compilers."),
    ]


def test_a_session_with_nothing_said_is_an_empty_list(open_door: OpenDoor) -> None:
    door = open_door()
    session = asyncio.run(door.sessions.mint())

    conversation = door.client.get(f"/conversation/{session.id}").json()

    assert conversation == {"session_id": session.id, "messages": []}


def test_a_stream_tells_session_deltas_and_the_end(open_door: OpenDoor) -> None:
    events = stream(open_door(), disclosed=True)

    names = [name for name, _ in events]
    assert names[0] == "session"
    assert set(names[1:-1]) == {"delta"}
    assert names[-1] == "done"
    assert "".join(data["text"] for _, data in events[1:-1]) == "I build compilers."
    done = events[-1][1]
    assert done["response"] == "I build compilers."
    assert done["session_id"] == events[0][1]["session_id"]
    assert (done["sources"], done["finish"], done["floor"]) == ([], "stop", False)


def test_a_question_that_was_asked_again_is_shown_once(open_door: OpenDoor) -> None:
    memory = InProcessMemoryStore()
    failing = open_door("I bui", ModelUnavailableError("down"), memory=memory, keys=KEYS)
    working = open_door(memory=memory, keys=KEYS)
    session = stream(failing, message_id="m1", disclosed=True)[0][1]["session_id"]

    chat(working, "Hm?", session_id=session, message_id="m1")

    messages = working.client.get(f"/conversation/{session}").json()["messages"]
    assert [message["content"] for message in messages] == ["Hm?", "I build compilers."]


def test_assets_are_kept_by_browsers_and_asked_about(open_door: OpenDoor) -> None:
    door = open_door()
    first = door.client.get("/static/chat.js")

    again = door.client.get("/static/chat.js", headers={"If-None-Match": first.headers["etag"]})

    assert first.headers["cache-control"] == "no-cache"
    assert again.status_code == 304


def test_deleting_a_conversation_leaves_nothing_to_read(open_door: OpenDoor) -> None:
    door = open_door()
    session = chat(door).json()["session_id"]

    assert door.client.delete(f"/conversation/{session}").status_code == 204
    assert door.client.get(f"/conversation/{session}").json()["messages"] == []
    assert_problem(chat(door, session_id=session), 410)


@pytest.mark.parametrize("call", ["chat", "read", "delete"])
def test_hostile_ids_get_one_answer_and_reach_no_store(open_door: OpenDoor, call: str) -> None:
    class Untouched(InProcessMemoryStore):
        def touched(self, *_: object) -> None:
            raise AssertionError("an unverified id reached the store")

        append = recent = history = delete = touched  # type: ignore[assignment]

    door = open_door(memory=Untouched())
    answers = set()
    for hostile in HOSTILE_IDS:
        if call == "chat":
            body = json.dumps({"message": "Hi", "session_id": hostile})
            response = door.client.post(
                "/chat", content=body, headers={"content-type": "application/json"}
            )
        else:
            path = "".join(f"%{byte:02x}" for byte in hostile.encode(errors="surrogateescape"))
            response = door.client.request(
                "GET" if call == "read" else "DELETE", f"/conversation/{path}"
            )
        document = assert_problem(response, 403)
        answers.add((document["title"], document["detail"]))

    assert len(answers) == 1


def test_an_altered_signature_is_refused_wherever_it_is_altered(open_door: OpenDoor) -> None:
    door = open_door()
    session = chat(door).json()["session_id"]

    for place in range(len(session)):
        other = "B" if session[place] != "B" else "C"
        altered = session[:place] + other + session[place + 1 :]
        assert_problem(door.client.get(f"/conversation/{altered}"), 403)


def test_a_session_of_another_secret_is_foreign_and_a_retired_one_still_verifies(
    open_door: OpenDoor,
) -> None:
    memory = InProcessMemoryStore()
    old = open_door(memory=memory, keys=("old " * 8,))
    rotated = open_door(memory=memory, keys=("new " * 8, "old " * 8))
    foreign = open_door(memory=memory, keys=("new " * 8,))
    session = chat(old).json()["session_id"]

    assert chat(rotated, session_id=session).status_code == 200
    assert_problem(chat(foreign, session_id=session), 403)
    fresh = chat(rotated).json()["session_id"]
    assert chat(foreign, session_id=fresh).status_code == 200


def test_an_expired_session_starts_a_new_one_in_chat_and_can_only_be_erased_elsewhere(
    open_door: OpenDoor,
) -> None:
    door = open_door()
    session = chat(door).json()["session_id"]
    door.clock.now += timedelta(days=31)

    assert chat(door, session_id=session).json()["session_id"] != session
    assert_problem(door.client.get(f"/conversation/{session}"), 403)
    assert door.client.delete(f"/conversation/{session}").status_code == 204


def test_the_secret_is_made_once_and_shared_by_all_who_share_the_memory(
    open_door: OpenDoor,
) -> None:
    one, other = open_door(), open_door()

    session = chat(one).json()["session_id"]

    assert chat(other, session_id=session).json()["session_id"] == session


@pytest.mark.parametrize(
    ("message", "detail"),
    [
        ("", "message"),
        ("  \n\t ", "message"),
        (None, "message"),
        (7, "message"),
        (["Hi"], "message"),
        ({"text": "Hi"}, "message"),
        ("x" * 4001, "4001 characters"),
    ],
)
def test_a_message_that_cannot_be_answered_says_why(
    open_door: OpenDoor, message: object, detail: str
) -> None:
    assert detail in assert_problem(chat(open_door(), message), 422)["detail"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"message": "\\ud800"}',
        b'{"message": "Hi", "session_id": 7}',
        b'{"message": "Hi", "message_id": "a b"}',
        b'{"message": "Hi", "disclosed": "perhaps"}',
    ],
)
def test_a_body_that_is_not_understood_is_refused_and_the_next_one_works(
    open_door: OpenDoor, body: bytes
) -> None:
    door = open_door()

    response = door.client.post("/chat", content=body, headers={"content-type": "application/json"})

    assert_problem(response, 422)
    assert chat(door).status_code == 200


def test_a_body_that_is_not_utf_8_is_refused(open_door: OpenDoor) -> None:
    body = b'{"message": "\xff\xfe"}'

    response = open_door().client.post(
        "/chat", content=body, headers={"content-type": "application/json"}
    )

    assert_problem(response, 400)


def test_a_body_of_unknown_length_is_counted(open_door: OpenDoor) -> None:
    response = open_door().client.post(
        "/chat",
        content=(b"x" * 10_000 for _ in range(10)),
        headers={"content-type": "application/json"},
    )

    assert_problem(response, 413)


def test_a_body_of_200_kilobytes_is_too_large(open_door: OpenDoor) -> None:
    door = open_door()

    assert_problem(chat(door, "x" * 200_000), 413)
    assert chat(door).status_code == 200


def test_unknown_fields_are_ignored(open_door: OpenDoor) -> None:
    assert chat(open_door(), colour="green").status_code == 200


def test_a_model_that_is_down_is_an_http_error_without_its_words(open_door: OpenDoor) -> None:
    door = open_door(ModelUnavailableError("http://10.0.0.1 said sk-123 /etc/x"))

    for accept in ("application/json", "text/event-stream"):
        response = door.client.post("/chat", json={"message": "Hi"}, headers={"Accept": accept})
        assert_problem(response, 503)
        assert not any(word in response.text for word in ("10.0.0.1", "sk-123", "/etc"))


def test_a_busy_model_says_when_to_come_back(open_door: OpenDoor) -> None:
    response = chat(open_door(ModelRateLimitedError("slow down", retry_after_seconds=6.2)))

    assert_problem(response, 503)
    assert response.headers["retry-after"] == "7"


def test_a_late_failure_ends_the_stream_with_an_error(open_door: OpenDoor) -> None:
    events = stream(open_door("I bui", ModelUnavailableError("secret words")), disclosed=True)

    assert [name for name, _ in events] == ["session", "delta", "error"]
    assert events[-1][1]["status"] == 503
    assert "secret" not in str(events)


def test_an_answer_that_is_not_stored_ends_with_an_error_and_never_with_done(
    open_door: OpenDoor,
) -> None:
    class Full(InProcessMemoryStore):
        async def append(self, conversation: str, turn: Turn) -> None:
            raise StoreUnavailableError("/var/memory is full")

    door = open_door(memory=Full())

    assert [name for name, _ in stream(door)][-1] == "error"
    assert "/var" not in assert_problem(chat(door), 503)["detail"]


def test_a_floor_answer_is_marked(open_door: OpenDoor) -> None:
    door = open_door(ModelUnavailableError("down"), floor=ScriptedModel("Quoted."))

    assert chat(door, disclosed=True).json()["floor"] is True
    assert stream(door, disclosed=True)[-1][1]["floor"] is True


def test_a_bug_is_a_problem_without_a_stack(open_door: OpenDoor) -> None:
    class Broken(InProcessMemoryStore):
        async def append(self, conversation: str, turn: Turn) -> None:
            raise ZeroDivisionError("in /home/x")

    response = chat(open_door(memory=Broken()))

    assert assert_problem(response, 500)["title"] == "Something went wrong"
    assert "home" not in response.text


def test_the_root_is_a_status_for_programs_and_a_page_for_browsers(open_door: OpenDoor) -> None:
    door = open_door()

    status = door.client.get("/")
    page = door.client.get("/", headers={"Accept": "text/html,*/*"})

    assert status.json() == {
        "message": "The AI twin of Ada Invented",
        "memory_enabled": True,
        "storage": "local",
    }
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "Accept" in page.headers["vary"]


def test_health_and_persona(open_door: OpenDoor) -> None:
    door = open_door()

    assert door.client.get("/health").json() == {"status": "healthy", "use_s3": False}
    card = door.client.get("/persona").json()
    assert card["name"] == "Ada Invented"
    assert card["headline"] == "Principal engineer at Difference Ltd"
    assert "AI twin" in card["greeting"]
    assert card["questions"] == ["What do you do?"]


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_other_sites_that_were_named_may_call_and_no_others(
    open_door: OpenDoor, method: str
) -> None:
    door = open_door(options=HttpOptions(cors_origins=("https://ada.example",)))

    def preflight(origin: str) -> httpx2.Response:
        headers = {
            "Origin": origin,
            "Access-Control-Request-Method": method,
            "Access-Control-Request-Headers": "content-type",
        }
        return door.client.options("/chat", headers=headers)

    allowed = preflight("https://ada.example")
    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == "https://ada.example"
    assert method in allowed.headers["access-control-allow-methods"]
    assert "access-control-allow-origin" not in preflight("https://evil.example").headers


def test_errors_can_be_read_by_other_sites_too(open_door: OpenDoor) -> None:
    class Broken(InProcessMemoryStore):
        async def append(self, conversation: str, turn: Turn) -> None:
            raise ZeroDivisionError

    door = open_door(memory=Broken())
    headers = {"Origin": "http://localhost:3000"}

    response = door.client.post("/chat", json={"message": "Hi"}, headers=headers)

    assert response.status_code == 500
    assert response.headers["access-control-allow-origin"] == "http://localhost:3000"


def test_unknown_places_and_methods_are_problems(open_door: OpenDoor) -> None:
    door = open_door()

    assert_problem(door.client.get("/nowhere"), 404)
    assert_problem(door.client.get("/static/../sse.py"), 404)
    assert_problem(door.client.put("/chat", json={}), 405)


def test_no_log_line_holds_a_session_id_or_a_visitors_words(
    open_door: OpenDoor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG", logger="twin")
    door = open_door(ModelUnavailableError("down"), floor=ScriptedModel("Quoted."))

    session = chat(door, "My secret words").json()["session_id"]
    door.client.get(f"/conversation/{session}")
    door.client.get(f"/nowhere/{session}")
    door.client.delete(f"/conversation/{session}")

    assert "GET /conversation/{session_id" in caplog.text
    assert session not in caplog.text
    assert session.split(".")[1] not in caplog.text
    assert "My secret words" not in caplog.text

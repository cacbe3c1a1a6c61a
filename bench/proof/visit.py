"""A visitor of a real server in whose memory something goes wrong, and what they were told."""

import json
from contextlib import AbstractContextManager
from dataclasses import dataclass

import httpx2

PATIENCE_SECONDS = 120
# The second is long: a full disk may have room for a short one in a page that is begun.
QUESTIONS = (
    "What did you study?",
    "Where did you work?" + " And where else?" * 200,
    "What did you build?",
)


@dataclass(frozen=True, slots=True)
class Told:
    """How an answer ended.

    Attributes:
        ending: `done`, `error 503` in the stream, or `HTTP 503` instead of one.
        answer: as `done` gave it.
        text: everything that was sent, for whoever looks for what should not be in it.
    """

    ending: str
    session: str
    answer: str
    text: str


@dataclass(frozen=True, slots=True)
class Visit:
    """One question before the trouble, one in it and one after, and what is stored at the end."""

    before: Told
    amid: Told
    after: Told
    earlier: list[str]
    stored: list[str]

    @property
    def sound(self) -> bool:
        """What was told as done is stored, once; before and after, everything works."""
        told = (self.before, self.amid, self.after)
        done = [q for q, each in zip(QUESTIONS, told, strict=True) if each.ending == "done"]
        return (
            self.before.ending == self.after.ending == "done"
            and set(done) <= set(self.stored)
            and len(self.stored) == len(set(self.stored))
            and self.earlier == [QUESTIONS[0]]
        )


def visit(url: str, trouble: AbstractContextManager[object]) -> Visit:
    """Ask at this server; `trouble` begins and ends around the second question."""
    with httpx2.Client(base_url=url, timeout=PATIENCE_SECONDS) as client:
        before = ask(client, QUESTIONS[0])
        with trouble:
            earlier = questions(client, before.session)
            amid = ask(client, QUESTIONS[1], before.session)
        after = ask(client, QUESTIONS[2], before.session)
        return Visit(before, amid, after, earlier, questions(client, before.session))


def ask(client: httpx2.Client, question: str, session: str | None = None) -> Told:
    """One question, answered as a stream."""
    answer = client.post(
        "/chat",
        json={"message": question, "session_id": session},
        headers={"Accept": "text/event-stream"},
    )
    if answer.status_code != 200:
        return Told(f"HTTP {answer.status_code}", session or "", "", answer.text)
    blocks = [each for each in answer.text.strip().split("\n\n") if not each.startswith(":")]
    pairs = [block.split("\n", 1) for block in blocks]
    events = [(name.removeprefix("event: "), json.loads(data[6:])) for name, data in pairs]
    (_, first), (name, last) = events[0], events[-1]
    ending = f"error {last['status']}" if name == "error" else name
    return Told(ending, first["session_id"], last.get("response", ""), answer.text)


def questions(client: httpx2.Client, session: str) -> list[str]:
    """What the visitor has asked, as the server remembers it; empty when it cannot say."""
    answer = client.get(f"/conversation/{session}")
    messages = answer.json().get("messages", [])
    return [each["content"] for each in messages if each["role"] == "user"]

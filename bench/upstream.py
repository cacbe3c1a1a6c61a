"""A stand-in for OpenAI's chat completions: fast, with latency, token rate, and faults by name.

The model's name in the request chooses the behaviour: `ok`, or one of `FAULTS`. It is written on
bare asyncio, so that it is never what is measured.
"""

import argparse
import asyncio
import contextlib
import json
import time
from dataclasses import dataclass, field

FAULTS = (
    "429", "429-long", "quota", "500", "503", "401", "404", "503-once", "stall-before",
    "stall-between", "cut", "cut-before", "malformed", "html", "wrong-type", "half-utf8", "huge",
    "no-finish", "empty", "think", "no-usage", "json", "error-event", "empty-choices", "comments",
    "no-temperature", "no-stream-options", "no-max-tokens", "length", "filtered", "crlf",
)  # fmt: skip
REFUSED = {"no-temperature": "temperature", "no-stream-options": "stream_options"}
STATUSES = {"429": 429, "429-long": 429, "quota": 429} | {f"{n}": n for n in (500, 503, 401, 404)}
WHOLE = {
    "html": ("<html>Welcome</html>", "text/html"),
    "wrong-type": ("text", "text/plain"),
    "json": ("", "application/json"),
}
LEAVING = (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError)


@dataclass(slots=True)
class Seen:
    """A request as it came, and when the client left it, in monotonic seconds."""

    body: dict[str, object]
    headers: dict[str, str]
    left_at: float = 0.0


@dataclass(slots=True)
class Upstream:
    """One server; `requests` holds what it was asked. One that recovers fails once."""

    first_seconds: float = 0.0
    tokens: int = 8
    tokens_per_second: float = 0.0
    keep: bool = True
    recovers: bool = False
    requests: list[Seen] = field(default_factory=list)
    port: int = 0
    _server: asyncio.Server | None = None

    async def start(self, port: int = 0) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", port, backlog=1024)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        if self._server:
            self._server.close()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(*LEAVING):
            while await self._one(reader, writer):
                pass
        writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")[1:]
        headers = {
            k.lower(): v.strip() for k, _, v in (line.partition(":") for line in head if line)
        }
        body = json.loads(await reader.readexactly(int(headers.get("content-length", 0))) or b"{}")
        seen = Seen(body, headers)
        if self.keep:
            self.requests.append(seen)
        answer = asyncio.ensure_future(self._answer(seen, writer))
        leaving = asyncio.ensure_future(_eof(reader))
        await asyncio.wait({answer, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not answer.done() or answer.exception():
            seen.left_at = time.monotonic()
        for task in (answer, leaving):
            task.cancel()
        (whole, _) = await asyncio.gather(answer, leaving, return_exceptions=True)
        return whole is True

    async def _answer(self, seen: Seen, writer: asyncio.StreamWriter) -> bool:
        fault = str(seen.body.get("model", "ok"))
        if refusal := self._refusal(fault, seen.body):
            return _whole(writer, 400, refusal)
        if len(self.requests) > 1 and (self.recovers or fault == "503-once"):
            fault = "ok"
        fault = fault.removesuffix("-once")
        if fault in STATUSES:
            code = "insufficient_quota" if fault == "quota" else None
            wait = {"429": "0.2", "429-long": "600"}.get(fault)
            error = {"error": {"message": f"no, sk-secret {fault}", "code": code}}
            return _whole(writer, STATUSES[fault], error, retry_after=wait)
        if fault in WHOLE:
            text, kind = WHOLE[fault]
            return _whole(writer, 200, text or _completion("I answer in one piece."), kind=kind)
        return fault != "cut-before" and await self._stream(fault, seen.body, writer)

    def _refusal(self, fault: str, body: dict[str, object]) -> object:
        name = REFUSED.get(fault, "max_tokens" if fault == "no-max-tokens" else "")
        if name and name in body:
            return {"error": {"message": f"Unsupported parameter: '{name}'.", "param": name}}
        return None

    async def _stream(
        self, fault: str, body: dict[str, object], writer: asyncio.StreamWriter
    ) -> bool:
        writer.write(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n"
            b"transfer-encoding: chunked\r\n\r\n"
        )
        if fault == "stall-before":
            await asyncio.Event().wait()
        if self.first_seconds:
            await asyncio.sleep(self.first_seconds)
        started, pieces = time.monotonic(), self._pieces(fault)
        for index, piece in enumerate(pieces):
            _chunk(writer, piece)
            await writer.drain()
            if index == 2 and fault == "stall-between":
                await asyncio.Event().wait()
            if index == 2 and fault == "cut":
                return False
            await self._pace(started, index + 1)
        for piece in self._last(fault, body):
            _chunk(writer, piece)
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True

    async def _pace(self, started: float, sent: int) -> None:
        if self.tokens_per_second:
            pause = started + sent / self.tokens_per_second - time.monotonic()
            await asyncio.sleep(max(0, pause))

    def _pieces(self, fault: str) -> list[bytes]:
        words = [f"word{index} " for index in range(self.tokens)]
        special: dict[str, list[str]] = {
            "empty": [],
            "think": ["<th", "ink>I wonder", " what</thi", "nk>\n\nI think ", "a < b."],
            "huge": ["x" * 65536] * 160,
        }
        pieces = [_delta(word) for word in special.get(fault, words)]
        if fault == "malformed":
            pieces.insert(2, b"data: {oops\n\n")
        if fault == "error-event":
            pieces.insert(2, b'data: {"error": {"message": "overloaded"}}\n\n')
        if fault == "comments":
            pieces = [b": keep-alive\n\n" + piece for piece in pieces]
        if fault == "empty-choices":
            pieces.insert(0, b'data: {"choices": []}\n\n')
        if fault == "crlf":
            pieces = [piece.replace(b"\n", b"\r\n") for piece in pieces]
        if fault == "half-utf8":
            whole = _delta("Grüße, Žofie 👋")
            return [whole[start : start + 1] for start in range(len(whole))]
        return pieces

    def _last(self, fault: str, body: dict[str, object]) -> list[bytes]:
        if fault == "no-finish":
            return []
        reason = {"length": "length", "filtered": "content_filter"}.get(fault, "stop")
        last = [_event({"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]})]
        if fault != "no-usage" and body.get("stream_options"):
            usage = {
                "prompt_tokens": 100,
                "completion_tokens": self.tokens,
                "prompt_tokens_details": {"cached_tokens": 64},
            }
            last.append(_event({"choices": [], "usage": usage}))
        return [*last, b"data: [DONE]\n\n"]


async def _eof(reader: asyncio.StreamReader) -> None:
    """Until the client closes; what it may send next stays unread."""
    while not reader.at_eof():
        await reader._wait_for_data("eof")  # type: ignore[attr-defined]  # noqa: SLF001


def _event(data: object) -> bytes:
    return b"data: " + json.dumps(data, ensure_ascii=False).encode() + b"\n\n"


def _delta(text: str) -> bytes:
    return _event({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]})


def _completion(text: str) -> dict[str, object]:
    message = {"role": "assistant", "content": text}
    return {
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 7, "completion_tokens": 5},
    }


def _chunk(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(b"%x\r\n%b\r\n" % (len(data), data))


def _whole(
    writer: asyncio.StreamWriter,
    status: int,
    body: object,
    kind: str = "application/json",
    retry_after: str | None = None,
) -> bool:
    data = body.encode() if isinstance(body, str) else json.dumps(body, indent=1).encode()
    wait = f"retry-after: {retry_after}\r\n" if retry_after else ""
    writer.write(
        f"HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\n{wait}"
        f"content-length: {len(data)}\r\n\r\n".encode()
        + data
    )
    return True


async def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--first-seconds", type=float, default=0.3)
    parser.add_argument("--tokens", type=int, default=60)
    parser.add_argument("--tokens-per-second", type=float, default=50, help="0: all at once")
    arguments = parser.parse_args()
    upstream = Upstream(
        arguments.first_seconds, arguments.tokens, arguments.tokens_per_second, keep=False
    )
    await upstream.start(arguments.port)
    print(upstream.port, flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main())

"""The question that a browser asks before a page of another site may call."""

from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI

USUAL_PORTS = {"http": 80, "https": 443}


def as_browsers_say(origin: str) -> str:
    """Host in lower case, no port where it is the usual one."""
    parts = urlsplit(origin)
    port = "" if parts.port in {None, USUAL_PORTS.get(parts.scheme)} else f":{parts.port}"
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}{port}"


async def allows(app: FastAPI, origin: str) -> bool:
    """Whether a page of this origin may post to /chat."""
    answer: dict[str, Any] = {}

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        answer.update(message)

    headers = {"host": "twin", "origin": origin, "access-control-request-method": "POST"}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "OPTIONS",
        "scheme": "http",
        "path": "/chat",
        "raw_path": b"/chat",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 0),
        "server": ("127.0.0.1", 80),
    }
    await app(scope, receive, send)
    told = {name.decode().lower(): value.decode() for name, value in answer.get("headers", ())}
    return told.get("access-control-allow-origin") in {origin, "*"}

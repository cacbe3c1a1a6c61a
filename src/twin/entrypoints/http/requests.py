"""What happens around every request: its id, security headers, one access log line."""

import logging
import re
import secrets
import time
from contextvars import ContextVar

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("twin.access")
request_id: ContextVar[str] = ContextVar("request_id", default="-")
SESSION_IN_TEXT = re.compile(r"[0-9a-f]{32}\.[A-Za-z0-9_-]{16,}")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}


class AroundRequests:
    """ASGI middleware; the log names the route, never the address, which may hold a session id."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        token = request_id.set(secrets.token_hex(8))
        started = time.monotonic()
        status = 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers["X-Request-ID"] = request_id.get()
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        finally:
            route = getattr(scope.get("route"), "path", "(no route)")
            milliseconds = (time.monotonic() - started) * 1000
            log.info("%s %s %s %.0f ms", scope["method"], route, status or "left", milliseconds)
            request_id.reset(token)


class RequestIdFilter(logging.Filter):
    """Puts the request's id on each record, and takes session ids out of what others log."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get()
        text = record.getMessage()
        if SESSION_IN_TEXT.search(text):
            record.msg, record.args = SESSION_IN_TEXT.sub("[session]", text), ()
        return True

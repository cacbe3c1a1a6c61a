"""The one table from our errors to HTTP, and the words that visitors are shown for them."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twin.entrypoints.http.requests import request_id
from twin.entrypoints.http.schemas import Problem
from twin.ports import errors

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Answer:
    """How an error looks from outside."""

    status: int
    slug: str
    title: str
    detail: str
    retry_after_seconds: int | None = None


TRY_LATER = "Please try again in a moment."
TABLE: Mapping[type[Exception], Answer] = {
    errors.QuestionError: Answer(422, "question", "This message cannot be answered", ""),
    errors.SessionError: Answer(
        403, "session", "Unknown session", "Leave out the session id to start a new conversation."
    ),
    errors.AnsweredElsewhereError: Answer(
        409, "underway", "This question is being answered", TRY_LATER, 3
    ),
    errors.ModelRateLimitedError: Answer(503, "busy", "Too many questions", TRY_LATER, 10),
    errors.ModelTimeoutError: Answer(504, "slow", "The model took too long", TRY_LATER),
    errors.ModelUnavailableError: Answer(503, "model", "The model is not available", TRY_LATER, 5),
    errors.ModelRejectedError: Answer(
        502, "model", "The model is not available", "The owner of this site has to look at it."
    ),
    errors.ModelError: Answer(502, "model", "The model gave no whole answer", TRY_LATER),
    errors.ConversationDeletedError: Answer(
        410, "deleted", "This conversation was deleted", "Please start a new one."
    ),
    errors.StoreError: Answer(503, "memory", "The conversation could not be stored", TRY_LATER, 5),
    errors.TwinError: Answer(500, "internal", "Something went wrong", TRY_LATER),
    Exception: Answer(500, "internal", "Something went wrong", TRY_LATER),
}


def answer_to(error: Exception) -> Answer:
    """The row of the table that fits best."""
    return next(TABLE[kind] for kind in type(error).__mro__ if kind in TABLE)


def problem(error: Exception) -> Problem:
    """The problem document for one of our errors."""
    row = answer_to(error)
    detail = str(error) if isinstance(error, errors.QuestionError) else row.detail
    return _problem(row.status, row.slug, row.title, detail)


def install(app: FastAPI) -> None:
    """Answer every error with a problem document."""
    app.add_exception_handler(errors.TwinError, _on_error)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(RequestValidationError, _on_invalid)


async def _on_error(_request: Request, error: Exception) -> JSONResponse:
    row = answer_to(error)
    asked = getattr(error, "retry_after_seconds", None)
    wait = int(asked) + 1 if asked is not None else row.retry_after_seconds
    return _respond(problem(error), {"Retry-After": str(wait)} if wait else {})


async def _on_http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  narrows the type only
    title = TITLES.get(error.status_code, "Request refused")
    headers = dict(error.headers or {})
    if error.status_code == 405:
        headers["Allow"] = ", ".join(sorted(_methods(request)))
    return _respond(_problem(error.status_code, "http", title, error.detail), headers)


def _methods(request: Request) -> set[str]:
    """The methods of all routes at this place; the framework names only the first route's."""
    routes = [route for route in request.app.routes if isinstance(route, Route)]
    at_place = [route for route in routes if route.matches(request.scope)[0] != Match.NONE]
    return {method for route in at_place for method in route.methods or ()}


async def _on_invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  narrows the type only
    found = "; ".join(f"{_place(one['loc'])}: {one['msg']}" for one in error.errors())
    return _respond(_problem(422, "request", "The request is not understood", found))


class BugsAsProblems:
    """ASGI middleware: what nobody foresaw is logged, and the visitor gets a problem document.

    Starlette's own place for this is outside of all other middleware, so that its answers lack
    the headers which let other sites read them.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def watched_send(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, watched_send)
        except Exception as error:
            if scope["type"] != "http" or started:
                raise
            log.exception("A request failed unexpectedly.")
            await _respond(problem(error))(scope, receive, send)


class BodyLimit:
    """ASGI middleware: a request body over the limit is answered with status 413."""

    def __init__(self, app: ASGIApp, max_bytes: int) -> None:
        self._app = app
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        left = self._max_bytes

        async def counted_receive() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413, f"At most {self._max_bytes} bytes are allowed.")
            return message

        await self._app(scope, counted_receive, send)


TITLES = {400: "Not understood", 404: "Not found", 405: "Method not allowed", 413: "Too large"}


def _place(location: Any) -> str:
    return ".".join(str(part) for part in location if part != "body") or "body"


def _problem(status: int, slug: str, title: str, detail: str) -> Problem:
    return Problem(
        type=f"/problems/{slug}",
        title=title,
        status=status,
        detail=detail,
        request_id=request_id.get(),
    )


def _respond(document: Problem, headers: Mapping[str, str] | None = None) -> JSONResponse:
    return JSONResponse(
        document.model_dump(),
        status_code=document.status,
        headers=dict(headers or {}),
        media_type=MEDIA_TYPE,
    )

"""From settings to a running application: what `twin serve` and AWS Lambda share."""

import asyncio
import gc
import logging
from collections.abc import Callable, Coroutine
from datetime import timedelta

from fastapi import FastAPI

from twin.container import Container, close, utc_now
from twin.domain.archive import retain
from twin.domain.retrieval import suggested_questions
from twin.entrypoints.http.app import create_app
from twin.entrypoints.http.requests import RequestIdFilter
from twin.entrypoints.http.routes import HttpOptions, Twin
from twin.entrypoints.http.sessions import Sessions
from twin.ports.memory import MemoryStore
from twin.settings import Settings, load_settings

logger = logging.getLogger(__name__)

ALLOCATIONS_BEFORE_COLLECTING = 20_000
LOG_FORMAT = "%(asctime)s %(levelname)-7s %(name)s [%(request_id)s] %(message)s"


def build_app(container: Container) -> FastAPI:
    """The application of a container's twin.

    Raises:
        TwinError: something that is configured cannot be used.
    """
    settings = container.settings()
    persona = container.persona()
    memory = container.memory()
    sessions = Sessions(
        keys=tuple(key.get_secret_value() for key in settings.secret),
        memory=memory,
        lifetime=timedelta(days=settings.session_days),
        clock=utc_now,
    )
    options = HttpOptions(
        cors_origins=settings.cors_origins,
        max_message_chars=settings.max_message_chars,
        max_body_bytes=settings.max_body_bytes,
    )
    served = Twin(
        persona=persona,
        chat=container.chat(),
        memory=memory,
        sessions=sessions,
        close=lambda: close(container),
        questions=suggested_questions(persona),
        retain=_retention(settings, memory),
    )
    return create_app(served, options)


def _retention(
    settings: Settings, memory: MemoryStore
) -> Callable[[], Coroutine[None, None, None]] | None:
    days = settings.retention_days
    if days is None:
        return None
    return lambda: retain(memory, timedelta(days=days), utc_now, asyncio.sleep, _report)


def _report(error: Exception) -> None:
    logger.warning("Old conversations were not all erased; the next round tries again: %s", error)


def app_from_environment() -> FastAPI:
    """The application that the environment describes; each worker calls this."""
    settings = load_settings()
    configure_logging(settings)
    app = build_app(Container(settings=settings))
    leave_in_peace()
    return app


def leave_in_peace() -> None:
    """Keep the garbage collector from looking through what stays for as long as the server runs.

    It took an eighth of a worker's time, in pauses of 70 ms; almost all that a request leaves
    behind is freed without it.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS_BEFORE_COLLECTING)


def configure_logging(settings: Settings) -> None:
    """Log lines with the request's id, on stderr."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(LOG_FORMAT))
    handler.addFilter(RequestIdFilter())
    root = logging.getLogger()
    root.handlers = [handler]
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    logging.getLogger("twin").setLevel(level)
    # At DEBUG, libraries log what passes through them: aiosqlite each row, botocore each body.
    root.setLevel(max(logging.INFO, level))
    for chatty in ("httpx2", "httpcore2", "openai", "botocore", "boto3", "uvicorn.error"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))

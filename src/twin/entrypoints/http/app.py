"""The ASGI application, made of plain objects."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles

import twin
from twin.entrypoints.http import problems
from twin.entrypoints.http.problems import BodyLimit, BugsAsProblems
from twin.entrypoints.http.requests import AroundRequests, RequestIdFilter
from twin.entrypoints.http.routes import WEB, HttpOptions, Twin, make_routes


class Revalidated(StaticFiles):
    """Files that a browser keeps, and asks about before it uses them again."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "no-cache"
        return response


def create_app(twin_: Twin, options: HttpOptions | None = None) -> FastAPI:
    """The HTTP API and the chat page of one twin."""
    options = options or HttpOptions()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncGenerator[None]:
        await twin_.sessions.ready()
        retaining = asyncio.create_task(twin_.retain()) if twin_.retain else None
        yield
        if retaining:
            retaining.cancel()
            await asyncio.wait([retaining])
        await twin_.close()

    app = FastAPI(
        title=f"The AI twin of {twin_.persona.name}",
        version=twin.__version__,
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    problems.install(app)
    app.include_router(make_routes(twin_, options))
    app.mount("/static", Revalidated(directory=WEB), name="static")
    app.add_middleware(BugsAsProblems)
    app.add_middleware(BodyLimit, max_bytes=options.max_body_bytes)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=list(options.cors_origins),
        allow_methods=["GET", "POST", "DELETE", "OPTIONS"],
        allow_headers=["*"],
        expose_headers=["X-Request-ID", "Retry-After"],
    )
    app.add_middleware(AroundRequests)
    logging.getLogger("uvicorn.access").addFilter(RequestIdFilter())
    return app

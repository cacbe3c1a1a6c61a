"""`twin serve`."""

import errno
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess
from uvicorn.supervisors.statreload import StatReload

from twin.container import (
    Container,
    notices,
    older_conversations,
)
from twin.entrypoints.http.serving import build_app, configure_logging, leave_in_peace
from twin.ports.errors import SettingsError
from twin.settings import (
    Settings,
    is_sample,
    load_settings,
    profile_folder,
    reads_a_folder,
)

STOP_SECONDS = 10
FACTORY = "twin.entrypoints.http.serving:app_from_environment"


def serve(host: str | None, port: int | None, workers: int, *, reload: bool) -> None:
    """Serve until stopped.

    Raises:
        TwinError: settings, profile, model or memory cannot be used, or the port is taken.
    """
    settings = load_settings()
    container = Container(settings=settings)
    if workers > 1 and container.memory().name == "in-process":
        raise SettingsError(
            "Several workers cannot share in-process memory. Use TWIN_MEMORY=file:./memory."
        )
    app = build_app(container)
    listening = _listen(host or settings.host, settings.port if port is None else port)
    click.echo(_banner(container, listening))
    try:
        _run(app, listening, settings, workers, reload=reload)
    except KeyboardInterrupt:
        return


def _run(
    app: FastAPI, listening: socket.socket, settings: Settings, workers: int, *, reload: bool
) -> None:
    if reload:
        config = _config(FACTORY, workers, reload_dirs=[str(Path(__file__).parents[2])])
        restarter = RestartOnChange(config, uvicorn.Server(config).run, [listening])
        restarter.data = profile_folder(settings)
        restarter.run()
    elif workers > 1:
        Multiprocess(_config(FACTORY, workers), [listening]).run()
    else:
        configure_logging(settings)
        leave_in_peace()
        server = uvicorn.Server(_config(app, workers))
        server.run(sockets=[listening])
        if not server.started:
            sys.exit(3)


def _config(
    app: FastAPI | str, workers: int, reload_dirs: list[str] | None = None
) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=isinstance(app, str),
        workers=workers,
        reload=bool(reload_dirs),
        reload_dirs=reload_dirs,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


class RestartOnChange(StatReload):
    """Watches the data folder and `.env` beside the code."""

    data: Path

    def iter_py_files(self) -> Iterator[Path]:
        yield from super().iter_py_files()
        for path in (*self.data.rglob("*"), Path(".env")):
            if path.is_file() and ".twin" not in path.parts:  # what twin itself keeps there
                yield path


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise SettingsError(_why(host, port, error)) from error
    listening.set_inheritable(True)
    return listening


def _why(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use. Choose another: twin serve --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights. Choose another: twin serve --port 8000"
    return f"Cannot serve on {host}:{port}: {error.strerror}."


def _banner(container: Container, listening: socket.socket) -> str:
    settings: Settings = container.settings()
    host, port = listening.getsockname()[:2]
    shown = "127.0.0.1" if host == "0.0.0.0" else f"[{host}]" if ":" in host else host  # noqa: S104
    persona = container.persona()
    model = container.model().name
    lines = [
        "",
        f"  The AI twin of {persona.name} answers at  http://{shown}:{port}",
        "",
        f"  model    {model}{_KEY_HINT if model == 'quoting' else ''}",
        f"  memory   {container.memory().name}",
        f"  profile  {_profile_line(settings, persona.name)}",
        "",
    ]
    found = (*notices(container), *older_conversations(settings))
    lines += [f"  ! {notice}" for notice in found]
    return "\n".join(lines)


_SAMPLE_HINT = "  (the sample person; to make it you: twin init mine, TWIN_DATA=mine)"
_KEY_HINT = "  (quotes the profile; for a real model: echo OPENAI_API_KEY=... >> .env)"


def _profile_line(settings: Settings, name: str) -> str:
    if not reads_a_folder(settings):
        return settings.data
    folder = profile_folder(settings)
    if is_sample(settings, name):
        return f"{folder.resolve()}{_SAMPLE_HINT}"
    return str(folder.resolve())

"""What holds for every test: a clean environment and no network but this machine."""

import logging
import os
import socket
from collections.abc import Iterator

import pytest

pytest.register_assert_rewrite("twin.testing")

FOREIGN = ("TWIN_", "OPENAI_", "AWS_", "USE_S3", "S3_BUCKET", "MEMORY_DIR", "CORS_ORIGINS")
LOOPBACK = ("127.", "::1", "localhost")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(FOREIGN):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def log_levels_as_they_were() -> Iterator[None]:
    """Commands and doors set levels for their process; a test must not set the next one's."""
    loggers = [logging.getLogger(), logging.getLogger("twin")]
    levels = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


@pytest.fixture(autouse=True, scope="session")
def loopback_only() -> Iterator[None]:
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(LOOPBACK):
            raise OSError(f"tests do not call out: {address[0]}")
        real(self, address)  # type: ignore[arg-type]

    socket.socket.connect = connect  # type: ignore[assignment, method-assign]
    yield
    socket.socket.connect = real  # type: ignore[method-assign]

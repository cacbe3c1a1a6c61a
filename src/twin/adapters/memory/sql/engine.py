"""How each database is opened so that a committed turn stays, and errors in our words."""

import sqlite3
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from twin.ports.errors import StoreUnavailableError

LOCK_PATIENCE_SECONDS = 20
SQLITE_PRAGMAS = (
    "synchronous=FULL",  # NORMAL loses committed turns in a power cut
    f"busy_timeout={1000 * LOCK_PATIENCE_SECONDS}",
    "cache_size=-8000",  # 8 MB a connection: the upper pages of a large table stay at hand
    "secure_delete=ON",  # erased text is overwritten, not just unlinked
)


def open_engine(url: str) -> AsyncEngine:
    """Nothing is connected yet.

    Raises:
        ImportError: the driver is not installed.
        ValueError: the address cannot be read.
    """
    try:
        parsed = make_url(url)
    except SQLAlchemyError as error:
        raise ValueError("not an address of a database") from error
    if parsed.get_backend_name() == "sqlite":
        engine = create_async_engine(parsed, hide_parameters=True, pool_timeout=60)
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine
    return create_async_engine(
        parsed,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=20,
        max_overflow=0,
        pool_timeout=60,
        connect_args={"timeout": 10, "command_timeout": 20},
    )


def translate(error: Exception, name: str) -> StoreUnavailableError:
    """The driver's own words may quote a row or the password; its class does not."""
    cause: BaseException | None = error
    if isinstance(error, DBAPIError) and error.orig is not None:
        cause = error.orig.__cause__ or error.orig
    reason = str(cause) if isinstance(cause, sqlite3.Error) else type(cause).__name__
    return StoreUnavailableError(
        f"The memory at {name} cannot be used ({reason}): check that it runs, that it has room, "
        "and that the address and rights in TWIN_MEMORY are right."
    )


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # else the driver begins its own transactions, too late
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that will write takes the lock at once: a later upgrade could only fail."""
    if begin := connection.get_execution_options().get("begin", "BEGIN"):
        connection.exec_driver_sql(begin)

"""The tables, made and migrated by whoever comes first."""

from collections.abc import Callable

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)

from twin.ports.errors import StoreUnavailableError

MIGRATION_LOCK = 7_461_961_130  # any number that nobody else locks

metadata = MetaData()
versions = Table("twin_schema", metadata, Column("version", Integer, nullable=False))
# One row per conversation, locked by whoever changes it; an erased one keeps its id only.
conversations = Table(
    "twin_conversations",
    metadata,
    Column("conversation", String(32), primary_key=True),
    Column("erased", Integer, nullable=False),
    Column("turns", Integer, nullable=False),
    Column("first_asked_at", String(40)),
    Column("last_answered_at", String(40)),
    Column("first_question", Text),  # as JSON: a database's text cannot hold every text
)
turns = Table(
    "twin_turns",
    metadata,
    Column("conversation", String(32), primary_key=True),
    Column("sequence", Integer, primary_key=True),
    Column("id_hash", String(32), nullable=False),
    Column("form", Text, nullable=False),
    UniqueConstraint("conversation", "id_hash"),
)
kept = Table(
    "twin_kept",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)


def _create(connection: Connection) -> None:
    metadata.create_all(connection, tables=[conversations, turns, kept])


# Migration n takes the tables from version n to n + 1; never changed once released.
MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_create,)


def migrate(connection: Connection) -> None:
    """Bring the tables to this release's version, in a transaction that only writes.

    Raises:
        StoreUnavailableError: a newer release has written them.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": MIGRATION_LOCK})
    if not inspect(connection).has_table(versions.name):
        versions.create(connection)
        connection.execute(insert(versions).values(version=0))
    found = connection.scalar(select(func.max(versions.c.version))) or 0
    if found > len(MIGRATIONS):
        raise StoreUnavailableError(
            f"the memory's tables have version {found}, this release knows {len(MIGRATIONS)}; "
            "install the newer release again"
        )
    for migration in MIGRATIONS[found:]:
        migration(connection)
    if found < len(MIGRATIONS):
        connection.execute(update(versions).values(version=len(MIGRATIONS)))

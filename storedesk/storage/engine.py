"""Opening encrypted SQLite databases, for desks and for a hub on one machine."""

import secrets
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlcipher3 import dbapi2 as sqlcipher

from storedesk.storage.all_tables import tables_of
from storedesk.storage.encrypted_file import (
    OLDEST_SAFE_SQLITE,
    DatabaseDamaged,
    connect_sqlite,
    is_passing,
    is_unreadable,
)

__all__ = [
    "OLDEST_SAFE_SQLITE", "DatabaseDamaged", "DatabaseTooNew", "connect_sqlite", "create_schema", "cut_log",
    "driver_of", "is_passing", "is_unreadable", "new_database_key", "open_sqlite", "schema_version",
]  # fmt: skip

SCHEMA_VERSION = 1


class DatabaseTooNew(Exception):
    """The file was written by a newer version of the program."""


def new_database_key() -> str:
    """A raw 256-bit SQLCipher key in hex."""
    return secrets.token_hex(32)


def open_sqlite(path: Path, key: str, *, readonly: bool = False, vfs: str = "") -> sa.Engine:
    """An engine with one connection; writers begin IMMEDIATE, readers deferred. ``vfs`` as in ``connect_sqlite``."""
    engine = sa.create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        poolclass=sa.StaticPool,
        creator=lambda: connect_sqlite(path, key, readonly=readonly, vfs=vfs),
        hide_parameters=True,
    )
    begin = "BEGIN" if readonly else "BEGIN IMMEDIATE"

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        driver_of(connection).execute(begin)

    return engine


def driver_of(connection: sa.Connection) -> Any:
    """The driver's connection inside the transaction, for SQLite's short statements: Core costs ten times as much."""
    return connection.connection.driver_connection


def cut_log(connection: sa.Connection) -> None:
    """Brings the log into the file and cuts it to nothing, so that it holds no older version of a row; left for
    another time where somebody reads just now. Outside a transaction."""
    driver = driver_of(connection)
    (patience,) = driver.execute("PRAGMA busy_timeout").fetchone()
    driver.execute("PRAGMA busy_timeout = 0").fetchall()
    try:
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        driver.execute(f"PRAGMA busy_timeout = {patience}").fetchall()


def create_schema(connection: sa.Connection, side: str) -> None:
    """All tables of ``desk`` or ``hub`` that are not there yet."""
    if connection.dialect.name == "sqlite":
        driver = driver_of(connection)
        for statement in schema_statements(side):
            driver.execute(statement)
        return
    for table in tables_of(side):
        table.create(connection, checkfirst=True)


@cache
def schema_statements(side: str) -> tuple[str, ...]:
    """What makes an SQLite database one of ``desk`` or ``hub``, as text; what is there already stays."""
    dialect = sqlite.dialect()
    wanted: list[sa.schema.ExecutableDDLElement] = []
    for table in tables_of(side):
        wanted.append(sa.schema.CreateTable(table, if_not_exists=True))
        indexes = sorted(table.indexes, key=str)
        wanted += [sa.schema.CreateIndex(index, if_not_exists=True) for index in indexes]
    texts = [str(one.compile(dialect=dialect)) for one in wanted]
    return (*texts, f"PRAGMA user_version = {SCHEMA_VERSION}")


def schema_version(connection: sa.Connection) -> int:
    """The version of an SQLite file, 0 for an empty one; a newer one than ours raises ``DatabaseTooNew``."""
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version > SCHEMA_VERSION:
        raise DatabaseTooNew(f"The database has version {version}, this program reads up to {SCHEMA_VERSION}")
    return version

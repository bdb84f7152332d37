"""A desk's database file: opened, adopted from a first snapshot, or brought level with a later one."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from storedesk.domain.tables import TABLES, Table
from storedesk.protocol.wire import Gone, PullReply, SnapshotReply, TableRows
from storedesk.storage.engine import (
    DatabaseDamaged,
    connect_sqlite,
    create_schema,
    driver_of,
    is_passing,
    is_unreadable,
    open_sqlite,
    schema_version,
)
from storedesk.storage.feed_writer import key_from_text
from storedesk.storage.schema import HASH, base_row
from storedesk.storage.variant_search import create_search, make_if_missing

PARTS_OF_A_DATABASE = ("", "-wal", "-shm")
LONG_LOG_PAGES = 8_000
OWN_TABLES = ("outbox", "journal", "base_row", "desk_state", "scope_state", "draft")


def open_desk_database(path: Path, key: str, *, whole: bool = False, vfs: str = "") -> sa.Engine:
    """Opens the file for writing and looks it over; raises ``DatabaseDamaged`` if it cannot be trusted.

    Own work is always looked at, the hub's rows only if asked for: they can be fetched again, and reading
    them all takes seconds. A full disk or a lock is no damage: that is raised as it is.
    """
    engine = open_sqlite(path, key, vfs=vfs)
    try:
        _spare_actions_the_log(engine)
        with engine.begin() as connection:
            if schema_version(connection) == 0:
                raise DatabaseDamaged(f"The database {path.name} is empty")
            connection.exec_driver_sql("SELECT count(*) FROM outbox").scalar_one()
            checks = ("1",) if whole else OWN_TABLES
            make_if_missing(driver_of(connection))
            verdicts = [connection.exec_driver_sql(f"PRAGMA quick_check({what})").scalar() for what in checks]
        if any(verdict != "ok" for verdict in verdicts):
            raise DatabaseDamaged(f"The database {path.name} is damaged: {verdicts}")
    except (sa.exc.DatabaseError, sqlcipher.DatabaseError) as error:
        engine.dispose()
        if is_passing(getattr(error, "orig", error)) and not is_unreadable(path):
            raise
        raise DatabaseDamaged(f"The database {path.name} is damaged") from error
    except DatabaseDamaged:
        engine.dispose()
        raise
    return engine


def _spare_actions_the_log(engine: sa.Engine) -> None:
    """The log goes into the file in quiet moments (``DeskStore.rest``), by itself only when it has grown long."""
    with engine.connect() as connection:
        driver_of(connection).execute(f"PRAGMA wal_autocheckpoint = {LONG_LOG_PAGES}")


def is_sound(path: Path, key: str) -> bool:
    """Reads the whole file on a connection of its own, beside its writer; for a thread of its own.

    Raises the driver's error where a lock or a failing disk was in the way.
    """
    driver = None
    try:
        driver = connect_sqlite(path, key, readonly=True)
        return bool(driver.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except DatabaseDamaged:
        return False
    except sqlcipher.DatabaseError as error:
        if is_passing(error) and not is_unreadable(path):
            raise
        return False
    finally:
        if driver is not None:
            driver.close()


def make_empty_desk_database(path: Path, key: str, vfs: str = "") -> sa.Engine:
    """A database without rows, for a desk that has not had its first copy."""
    remove_database(path)
    engine = open_sqlite(path, key, vfs=vfs)
    with engine.begin() as connection:
        create_schema(connection, "desk")
        create_search(driver_of(connection).execute)
    return engine


def remove_database(path: Path) -> None:
    for part in PARTS_OF_A_DATABASE:
        Path(f"{path}{part}").unlink(missing_ok=True)


def page_from_snapshot(connection: sa.Connection, path: Path, reply: SnapshotReply) -> PullReply:
    """What differs between the desk's rows and a snapshot file, as a page that begins at the desk's cursor.

    ``connection`` is outside a transaction, since a file cannot be attached within one.
    """
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("ATTACH ? AS snapshot KEY ?", (f"{path.absolute().as_uri()}?mode=ro", f"x'{reply.key}'"))
    try:
        kept = set(driver.execute(f"SELECT tbl, row_key FROM main.{base_row.name}"))
        tables = [_different(driver, table, kept) for table in TABLES]
        gone = [entry for table in TABLES for entry in _missing(driver, table)]
        own = "SELECT value FROM main.desk_state WHERE name = 'cursor'"
        cursor = (driver.execute(own).fetchone() or ("0 0",))[0]
    finally:
        driver.execute("DETACH snapshot")
    position, tag = map(int, cursor.split())
    return PullReply(
        start=type(reply.cursor)(position, tag), end=reply.cursor, complete=True,
        tables=[table for table in tables if table.rows], gone=gone, sums=reply.sums,
    )  # fmt: skip


def _different(driver: Any, table: Table, kept: set[tuple[str, str]]) -> TableRows:
    """Rows of the snapshot that the desk lacks or has otherwise, and all that own work has changed."""
    columns = ", ".join(f's."{column}"' for column in table.columns)
    same = " AND ".join(f'm."{column}" = s."{column}"' for column in table.key)
    text = (
        f'SELECT {columns}, s."{HASH}" FROM snapshot."{table.name}" s LEFT JOIN main."{table.name}" m ON {same} '
        f'WHERE m."{HASH}" IS NOT s."{HASH}"'
    )
    rows = {table.key_of(table.row(*row[:-1])): row for row in driver.execute(text)}
    found = " AND ".join(f's."{column}" = ?' for column in table.key)
    again = f'SELECT {columns}, s."{HASH}" FROM snapshot."{table.name}" s WHERE {found}'
    for name, key_text in kept:
        if name == table.name:
            key = key_from_text(key_text)
            row = driver.execute(again, key).fetchone()
            if row is not None:
                rows[key] = row
    return TableRows(
        table=table.name,
        columns=list(table.columns),
        rows=[list(row[:-1]) for row in rows.values()],
        hashes=[row[-1] for row in rows.values()],
    )


def _missing(driver: Any, table: Table) -> list[Gone]:
    """Rows of the desk that the snapshot does not have."""
    columns = ", ".join(f'm."{column}"' for column in table.columns)
    same = " AND ".join(f'm."{column}" = s."{column}"' for column in table.key)
    first = table.key[0]
    text = (
        f'SELECT {columns} FROM main."{table.name}" m LEFT JOIN snapshot."{table.name}" s ON {same} '
        f'WHERE s."{first}" IS NULL'
    )
    rows = [table.row(*row) for row in driver.execute(text)]
    return [Gone(table.name, table.scope_of(row), list(table.key_of(row))) for row in rows]

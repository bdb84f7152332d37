"""A desk's database file: opened, looked over, its log brought into it."""

from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from storedesk.storage.desk_incoming import LONG_LOG_PAGES
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
from storedesk.storage.variant_search import create_search, make_if_missing

PARTS_OF_A_DATABASE = ("", "-wal", "-shm")
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


def log_bytes(path: Path) -> int:
    """How long the write-ahead log has grown."""
    log = Path(f"{path}-wal")
    return log.stat().st_size if log.exists() else 0


def tidy_log(path: Path, key: str) -> None:
    """Brings the log into the file beside its writer, who is not kept waiting; for a thread of its own."""
    driver = connect_sqlite(path, key)
    try:
        driver.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    finally:
        driver.close()

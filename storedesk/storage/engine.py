"""Opening encrypted SQLite databases, for desks and for a hub on one machine."""

import re
import secrets
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from storedesk.storage.schema import tables_of

SCHEMA_VERSION = 1
OLDEST_SAFE_SQLITE = (3, 51, 3)
# SQLite's codes: busy, locked, no memory, read-only, input or output, full, cannot open
_PASSING = frozenset({5, 6, 7, 8, 10, 13, 14})
# of input and output: what is written there cannot be read any more
_UNREADABLE = frozenset({266, 522, 8458})


class DatabaseDamaged(Exception):
    """The file cannot be read with this key: it is damaged, cut short or another key's."""


class DatabaseTooNew(Exception):
    """The file was written by a newer version of the program."""


def new_database_key() -> str:
    """A raw 256-bit SQLCipher key in hex."""
    return secrets.token_hex(32)


def connect_sqlite(path: Path, key: str, *, readonly: bool = False) -> Any:
    """A driver connection to the encrypted file, keyed, in WAL mode, with full synchronisation."""
    if not re.fullmatch(r"[0-9a-f]{64}", key):
        raise ValueError("A database key is 64 hex digits")
    if sqlcipher.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise RuntimeError(
            f"SQLite {sqlcipher.sqlite_version} can corrupt a WAL database; 3.51.3 or newer is needed"
        )
    uri = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rwc'}"
    connection = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=20.0)
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA cipher_memory_security = OFF")
        if not readonly:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -32000")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher.DatabaseError as error:
        connection.close()
        if is_passing(error):
            raise
        raise DatabaseDamaged(f"The database {path.name} cannot be read: {error}") from error
    return connection


def is_passing(error: BaseException | None) -> bool:
    """Whether a lock, a full or failing disk was in the way, and the file itself may be sound."""
    code = int(getattr(error, "sqlite_errorcode", None) or 0)
    return code & 0xFF in _PASSING and code not in _UNREADABLE


def open_sqlite(path: Path, key: str, *, readonly: bool = False) -> sa.Engine:
    """An engine with one connection; writers begin IMMEDIATE, readers deferred."""
    engine = sa.create_engine(
        "sqlite+pysqlite://",
        module=sqlcipher,
        poolclass=sa.StaticPool,
        creator=lambda: connect_sqlite(path, key, readonly=readonly),
        hide_parameters=True,
    )
    begin = "BEGIN" if readonly else "BEGIN IMMEDIATE"

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def create_schema(connection: sa.Connection, side: str) -> None:
    """All tables of ``desk`` or ``hub`` in an empty database."""
    for table in tables_of(side):
        table.create(connection, checkfirst=True)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def schema_version(connection: sa.Connection) -> int:
    """The version of an SQLite file, 0 for an empty one; a newer one than ours raises ``DatabaseTooNew``."""
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version > SCHEMA_VERSION:
        raise DatabaseTooNew(f"The database has version {version}, this program reads up to {SCHEMA_VERSION}")
    return version

"""A driver connection to an encrypted database file; without SQLAlchemy, so that a window starts without it."""

import re
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

OLDEST_SAFE_SQLITE = (3, 51, 3)
# SQLite's codes: busy, locked, no memory, read-only, input or output, full, cannot open
_PASSING = frozenset({5, 6, 7, 8, 10, 13, 14})
_READ_AT_ONCE = 1 << 20

# on a full disk the mark that ends a commit was never written
_FULL = 13


class DatabaseDamaged(Exception):
    """The file cannot be read with this key: it is damaged, cut short or another key's."""


def connect_sqlite(path: Path, key: str, *, readonly: bool = False, vfs: str = "") -> Any:
    """A driver connection to the encrypted file, keyed, in WAL mode, with full synchronisation.

    ``vfs`` names a registered layer between SQLite and the disk; empty for SQLite's own.
    """
    if not re.fullmatch(r"[0-9a-f]{64}", key):
        raise ValueError("A database key is 64 hex digits")
    if sqlcipher.sqlite_version_info < OLDEST_SAFE_SQLITE:
        raise RuntimeError(
            f"SQLite {sqlcipher.sqlite_version} can corrupt a WAL database; 3.51.3 or newer is needed"
        )
    uri = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rwc'}" + (f"&vfs={vfs}" if vfs else "")
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
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF in _PASSING


def is_unreadable(path: Path) -> bool:
    """Whether the disk answers with an error where the file or its log is read: trying again does not help.

    The driver does not say of an input or output error whether it was of that kind.
    """
    for part in (path, Path(f"{path}-wal")):
        try:
            with part.open("rb", buffering=0) as file:
                while file.read(_READ_AT_ONCE):
                    pass
        except FileNotFoundError:
            continue
        except OSError:
            return True
    return False


def may_be_written(error: BaseException | None) -> bool:
    """Whether a commit that failed with this error may lie whole in the log, only not flushed."""
    return int(getattr(error, "sqlite_errorcode", None) or 0) & 0xFF != _FULL

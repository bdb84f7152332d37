"""What runs in a transaction, and what the caller hears when the database is in trouble."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from storedesk.storage.engine import cut_log

T = TypeVar("T")
Connection = sa.Connection
Work = Callable[[sa.Connection], T]
"""A synchronous function on a connection inside a transaction that its caller has begun and will commit."""

__all__ = ["CommitUnsure", "Connection", "DatabaseTrouble", "SqliteConnection", "Work", "naming_trouble"]

_TRY_AGAIN = ("40001", "40P01", "23505")  # serialisation, deadlock, a key taken meanwhile


class DatabaseTrouble(Exception):
    """The database could not do it now: full or failing disk, lost connection, locked too long."""

    def __init__(self, what: str, *, try_again: bool = False) -> None:
        super().__init__(what)
        self.try_again = try_again


class CommitUnsure(DatabaseTrouble):
    """The disk failed between writing a commit and flushing it, and failed on: it may be there after a restart."""


@contextmanager
def naming_trouble() -> Iterator[None]:
    """Turns errors of database and disk into ``DatabaseTrouble``; ``try_again`` after a deadlock or conflict."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        kind = type(error.orig).__name__ if error.orig else type(error).__name__
        again = getattr(error.orig, "sqlstate", None) in _TRY_AGAIN
        raise DatabaseTrouble(kind, try_again=again) from error
    except (sa.exc.SQLAlchemyError, sqlcipher.Error, OSError) as error:
        raise DatabaseTrouble(type(error).__name__) from error


class SqliteConnection:
    """One connection for the thread that uses it."""

    def __init__(self, engine: sa.Engine, *, writes: bool = True) -> None:
        self.writes = writes
        self._engine = engine
        self._connection = engine.connect()

    def run(self, work: Work[T]) -> T:
        """Raises ``DatabaseTrouble``, or what the work raised; then nothing was written."""
        with naming_trouble(), self._connection.begin():
            return work(self._connection)

    def cut_log(self) -> None:
        """See ``engine.cut_log``."""
        with naming_trouble():
            cut_log(self._connection)

    def close(self) -> None:
        self._connection.close()
        self._engine.dispose()

"""The port through which a handler gets its transactions, and what it hears when the database is in trouble."""

from collections.abc import Callable
from typing import Protocol, TypeVar

import sqlalchemy as sa

T = TypeVar("T")


class DatabaseTrouble(Exception):
    """The database could not do it now: full or failing disk, lost connection, locked too long."""


class Transactions(Protocol):
    """Runs ``work`` in a transaction of its own and commits; an exception rolls back and goes on."""

    def __call__(self, work: Callable[[sa.Connection], T]) -> T: ...


def transactions_on(connection: sa.Connection) -> Transactions:
    """Transactions one after the other on a connection that has none open; same thread as the connection."""

    def begin(work: Callable[[sa.Connection], T]) -> T:
        with connection.begin():
            return work(connection)

    return begin


def in_trouble(error: BaseException) -> DatabaseTrouble | None:
    """What to tell of an exception out of database work; None where the database was not the reason."""
    if isinstance(error, DatabaseTrouble):
        return error
    if isinstance(error, sa.exc.DBAPIError):
        return DatabaseTrouble(type(error.orig).__name__ if error.orig else type(error).__name__)
    if isinstance(error, sa.exc.SQLAlchemyError | OSError):
        return DatabaseTrouble(type(error).__name__)
    return None

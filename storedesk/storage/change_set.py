"""Executing changes as conditional statements; says what each row was before and is now."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlcipher3 import dbapi2 as sqlcipher

from storedesk.domain.changes import Add, Change, Insert, Set
from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.storage.rows import Rows, Stored
from storedesk.storage.short_sql import ShortSql


class ConditionFailed(Exception):
    """A row was not as the action had read it; decide again on what is there now."""


class NotStorable(Exception):
    """A figure or text that no column takes: no trouble of the database, but of what was to be written."""


class RowsBusy(Exception):
    """Somebody else is changing a row; what has been decided so far is to be committed first."""


LOCK_NOT_AVAILABLE = "55P03"


@contextmanager
def attempt(connection: sa.Connection) -> Iterator[None]:
    """A savepoint around one decision; whatever is raised inside leaves nothing behind.

    A key that somebody else has just taken is a failed condition like any other.
    """
    try:
        with ShortSql(connection).savepoint():
            yield
    except (sa.exc.IntegrityError, sqlcipher.IntegrityError) as error:
        raise ConditionFailed("The key was taken meanwhile") from error
    except sa.exc.DBAPIError as error:
        if _is_unfit(error):
            raise NotStorable("A column does not take this value") from error
        raise


def _is_unfit(error: sa.exc.DBAPIError) -> bool:
    """PostgreSQL's class 22, or what its driver refuses to send; SQLite's driver raises ``OverflowError``."""
    refused = isinstance(getattr(error.orig, "__cause__", None), ValueError)
    return refused or (getattr(error.orig, "sqlstate", None) or "").startswith("22")


class Applied(NamedTuple):
    """A row before and after; None where it did not or does not exist."""

    table: str
    key: Key
    before: Stored | None
    after: Stored | None


def key_of_change(change: Change) -> tuple[str, Key]:
    if isinstance(change, Add):
        return change.table, change.key
    row = change.row if isinstance(change, Insert) else change.new
    return change.table, TABLE_BY_NAME[change.table].key_of(row)


def lock_rows(
    rows: Rows, changes: Iterable[Change], *, wait: bool, also: Iterable[tuple[str, Key]] = ()
) -> None:
    """On PostgreSQL, locks what the changes will touch, by table and key, so that no two wait for each other.

    Who holds such locks already must not ``wait`` for more: then ``RowsBusy`` is raised if others hold one.
    """
    if rows.connection.dialect.name != "postgresql":
        return
    wanted: dict[str, list[Key]] = {}
    for table, key in sorted({*(key_of_change(change) for change in changes), *also}):
        wanted.setdefault(table, []).append(key)
    for table, keys in wanted.items():
        try:
            rows.lock(table, keys, wait=wait)
        except sa.exc.DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) == LOCK_NOT_AVAILABLE:
                raise RowsBusy(f"{table} is being changed by somebody else") from error
            raise


def execute(rows: Rows, change: Change) -> Applied:
    """Raises ``ConditionFailed`` if the row is not what the change was decided on."""
    table, key = key_of_change(change)
    before = rows.get(table, key)
    if isinstance(change, Insert):
        if before is not None:
            raise ConditionFailed(f"{table} has this key already")
        return Applied(table, key, None, rows.insert(table, change.row))
    if before is None:
        raise ConditionFailed(f"{table} lacks this row")
    return Applied(table, key, before, _replace(rows, change, table, key, before))


def _replace(rows: Rows, change: Set | Add, table: str, key: Key, before: Stored) -> Stored:
    if isinstance(change, Set):
        if before.row != change.old:
            raise ConditionFailed(f"{table} has changed since it was read")
        new: Any = change.new
    else:
        value = getattr(before.row, change.column) + change.delta
        if change.floor is not None and value < change.floor:
            raise ConditionFailed(f"{table}.{change.column} would fall below its floor")
        new = before.row._replace(**{change.column: value})
    after = rows.replace(table, key, before.hash, new)
    if after is None:
        raise ConditionFailed(f"{table} was changed by somebody else")
    return after

"""Reading and writing synced rows with their hashes through the driver, on SQLite and PostgreSQL alike."""

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.protocol.canonical import row_hash
from storedesk.storage.engine import driver_of
from storedesk.storage.row_statements import row_statements, select_where
from storedesk.storage.schema import HASH, SYNCED


class Stored(NamedTuple):
    row: Any
    hash: int


class Rows:
    """Row access over one connection; not safe for several threads at once."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self._dialect = connection.dialect
        self._driver = driver_of(connection) if self._dialect.name == "sqlite" else None

    def get(self, table: str, key: Key) -> Stored | None:
        text = row_statements(self._dialect, table).select
        found = self._read(text, key).fetchone()
        return None if found is None else _stored(table, found)

    def lock(self, table: str, key: Key, *, wait: bool = True) -> None:
        """Keeps others from changing the row until the transaction ends (PostgreSQL)."""
        text = row_statements(self._dialect, table).select + (" FOR UPDATE" if wait else " FOR UPDATE NOWAIT")
        self.connection.exec_driver_sql(text, key)

    def among(self, table: str, equals: dict[str, int | str]) -> list[Stored]:
        text = select_where(self._dialect, table, tuple(equals))
        return [_stored(table, found) for found in self._read(text, tuple(equals.values()))]

    def _read(self, text: str, values: tuple[Any, ...]) -> Any:
        """Rows through the driver alone on SQLite; PostgreSQL's is asynchronous and has no such way."""
        if self._driver is None:
            return self.connection.exec_driver_sql(text, values)
        return self._driver.execute(text, values)

    def insert(self, table: str, row: Any) -> Stored:
        """Raises the driver's integrity error if the key is taken."""
        stored = Stored(row, row_hash(table, row))
        self.connection.exec_driver_sql(row_statements(self._dialect, table).insert, (*row, stored.hash))
        return stored

    def replace(self, table: str, key: Key, old_hash: int, row: Any) -> Stored | None:
        """Writes ``row`` over the row with ``key`` if it still has ``old_hash``; None if not."""
        stored = Stored(row, row_hash(table, row))
        text = row_statements(self._dialect, table).update
        done = self.connection.exec_driver_sql(text, (*row, stored.hash, *key, old_hash))
        return stored if done.rowcount == 1 else None

    def put(self, table: str, row: Any, hash_: int) -> None:
        self.connection.exec_driver_sql(row_statements(self._dialect, table).upsert, (*row, hash_))

    def insert_many(self, table: str, rows_with_hash: list[tuple[Any, ...]]) -> None:
        """Raises the driver's integrity error if a key is taken."""
        if rows_with_hash:
            self.connection.exec_driver_sql(row_statements(self._dialect, table).insert, rows_with_hash)

    def put_many(self, table: str, rows_with_hash: list[tuple[Any, ...]]) -> None:
        """Upserts driver tuples: the row's values and then its hash."""
        if rows_with_hash:
            self.connection.exec_driver_sql(row_statements(self._dialect, table).upsert, rows_with_hash)

    def delete(self, table: str, key: Key) -> None:
        self.connection.exec_driver_sql(row_statements(self._dialect, table).delete, key)

    def delete_many(self, table: str, keys: list[Key]) -> None:
        if keys:
            self.connection.exec_driver_sql(row_statements(self._dialect, table).delete, keys)

    def get_many(self, table: str, keys: Iterable[Key], *, lock: bool = False) -> dict[Key, Stored]:
        """Rows by key, those that are not there left out; looked up 200 at a time. With ``lock`` nobody else
        changes them until the transaction ends (PostgreSQL; in key order)."""
        found: dict[Key, Stored] = {}
        spec, wanted = TABLE_BY_NAME[table], sorted(keys) if lock else list(keys)
        statement = _select_many(table, lock)
        for start in range(0, len(wanted), 200):
            part = wanted[start : start + 200]
            values_of_part = [key[0] for key in part] if len(spec.key) == 1 else part
            for values in self.connection.execute(statement, {"wanted": values_of_part}):
                stored = _stored(table, values)
                found[spec.key_of(stored.row)] = stored
        return found


@cache
def _select_many(table: str, lock: bool) -> sa.Select[Any]:
    sql = SYNCED[table]
    columns = [sql.c[column] for column in TABLE_BY_NAME[table].key]
    wanted: sa.BindParameter[Any] = sa.bindparam("wanted", expanding=True)
    match = columns[0].in_(wanted) if len(columns) == 1 else sa.tuple_(*columns).in_(wanted)
    statement = sa.select(*sql.c).where(match)
    return statement.order_by(*columns).with_for_update() if lock else statement


def _stored(table: str, values: Any) -> Stored:
    return Stored(TABLE_BY_NAME[table].row(*values[:-1]), values[-1])


def add_hash(table: str, row: Any) -> tuple[Any, ...]:
    """The driver tuple of a row: its values, then its hash."""
    return (*row, row_hash(table, row))


__all__ = ["HASH", "Rows", "Stored", "add_hash"]

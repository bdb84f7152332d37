"""Reading and writing synced rows with their hashes, on SQLite and PostgreSQL alike."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_NAME, Key
from storedesk.protocol.canonical import row_hash
from storedesk.storage.row_statements import (
    KEYS_AT_ONCE,
    row_statements,
    select_arrays,
    select_hundred,
    select_where,
)
from storedesk.storage.schema import HASH
from storedesk.storage.short_sql import ShortSql


class Stored(NamedTuple):
    row: Any
    hash: int


class Rows:
    """Row access over one connection; not safe for several threads at once."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection
        self._sql = ShortSql(connection)
        self._locked: dict[tuple[str, Key], Stored | None] = {}

    def get(self, table: str, key: Key) -> Stored | None:
        if (table, key) in self._locked:
            return self._locked[table, key]
        found = self._sql.first(row_statements(table).select, *key)
        return None if found is None else _stored(table, found)

    def lock(self, table: str, keys: Sequence[Key], *, wait: bool = True) -> None:
        """Keeps others from changing the rows until the transaction ends, and knows them from now on
        (PostgreSQL; on SQLite there are no others)."""
        if self._sql.on_postgres:
            found = self._by_arrays(table, keys, " FOR UPDATE" if wait else " FOR UPDATE NOWAIT")
            there = _by_key(table, found)
            self._locked.update({(table, key): there.get(key) for key in keys})

    def among(self, table: str, equals: dict[str, int | str]) -> list[Stored]:
        text = select_where(table, tuple(equals))
        return [_stored(table, found) for found in self._sql.all(text, *equals.values())]

    def insert(self, table: str, row: Any) -> Stored:
        """Raises the driver's integrity error if the key is taken."""
        stored = Stored(row, row_hash(table, row))
        self._sql.change(row_statements(table).insert, *row, stored.hash)
        self._locked.pop((table, TABLE_BY_NAME[table].key_of(row)), None)
        return stored

    def replace(self, table: str, key: Key, old_hash: int, row: Any) -> Stored | None:
        """Writes ``row`` over the row with ``key`` if it still has ``old_hash``; None if not."""
        stored = Stored(row, row_hash(table, row))
        done = self._sql.change(row_statements(table).update, *row, stored.hash, *key, old_hash)
        self._locked.pop((table, key), None)
        return stored if done == 1 else None

    def put(self, table: str, row: Any, hash_: int) -> None:
        self._locked.clear()
        self._sql.change(row_statements(table).upsert, *row, hash_)

    def insert_many(self, table: str, rows_with_hash: list[tuple[Any, ...]]) -> None:
        """Raises the driver's integrity error if a key is taken."""
        self._locked.clear()
        self._sql.change_many(row_statements(table).insert, rows_with_hash)

    def put_many(self, table: str, rows_with_hash: list[tuple[Any, ...]]) -> None:
        """Upserts driver tuples: the row's values and then its hash."""
        self._locked.clear()
        self._sql.change_many(row_statements(table).upsert, rows_with_hash)

    def delete(self, table: str, key: Key) -> None:
        self._locked.clear()
        self._sql.change(row_statements(table).delete, *key)

    def delete_many(self, table: str, keys: list[Key]) -> None:
        self._locked.clear()
        self._sql.change_many(row_statements(table).delete, keys)

    def get_many(self, table: str, keys: Iterable[Key], *, lock: bool = False) -> dict[Key, Stored]:
        """Rows by key, those that are not there left out. With ``lock`` nobody else changes them until the
        transaction ends (PostgreSQL; in key order)."""
        wanted = sorted(keys) if lock else list(keys)
        if self._sql.on_postgres:
            return _by_key(table, self._by_arrays(table, wanted, " FOR UPDATE" if lock else ""))
        return _by_key(table, self._some_at_a_time(table, wanted))

    def _by_arrays(self, table: str, wanted: Sequence[Key], clause: str) -> Iterable[Any]:
        if not wanted:
            return ()
        arrays = [list(part) for part in zip(*wanted, strict=True)]
        return self._sql.all(select_arrays(table) + clause, *arrays)

    def _some_at_a_time(self, table: str, wanted: list[Key]) -> Iterable[Any]:
        whole = len(wanted) - len(wanted) % KEYS_AT_ONCE
        for start in range(0, whole, KEYS_AT_ONCE):
            parts = [part for key in wanted[start : start + KEYS_AT_ONCE] for part in key]
            yield from self._sql.all(select_hundred(table), *parts)
        for key in wanted[whole:]:
            values = self._sql.first(row_statements(table).select, *key)
            if values is not None:
                yield values


def _by_key(table: str, found: Iterable[Any]) -> dict[Key, Stored]:
    key_of = TABLE_BY_NAME[table].key_of
    return {key_of(stored.row): stored for stored in (_stored(table, values) for values in found)}


def _stored(table: str, values: Any) -> Stored:
    return Stored(TABLE_BY_NAME[table].row(*values[:-1]), values[-1])


def add_hash(table: str, row: Any) -> tuple[Any, ...]:
    """The driver tuple of a row: its values, then its hash."""
    return (*row, row_hash(table, row))


__all__ = ["HASH", "Rows", "Stored", "add_hash"]

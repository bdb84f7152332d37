"""SQL text for reading and writing whole synced rows, made once per table from the schema."""

from functools import cache
from typing import Any, NamedTuple

from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.storage.schema import HASH, SYNCED
from storedesk.storage.short_sql import insert_into, quoted, select_from, upsert_into

KEYS_AT_ONCE = 100


class RowStatements(NamedTuple):
    """Values are positional: keys, or the row and its hash, or row, hash, keys, old hash."""

    select: str
    insert: str
    upsert: str
    update: str
    delete: str


@cache
def row_statements(name: str) -> RowStatements:
    table, sql = TABLE_BY_NAME[name], SYNCED[name]
    columns = [*table.columns, HASH]
    found = _equal(table.key)
    values = ", ".join(f'"{column}" = ?' for column in columns)
    return RowStatements(
        select=select_from(sql, columns, found),
        insert=insert_into(sql, columns),
        upsert=upsert_into(sql, table.key, columns),
        update=f'UPDATE "{name}" SET {values} WHERE {found} AND "{HASH}" = ?',
        delete=f'DELETE FROM "{name}" WHERE {found}',
    )


@cache
def select_where(name: str, columns: tuple[str, ...]) -> str:
    """SELECT of all rows with the given columns equal to values, in key order."""
    table = TABLE_BY_NAME[name]
    text = select_from(SYNCED[name], [*table.columns, HASH], _equal(columns))
    return f"{text} ORDER BY {quoted(table.key)}"


@cache
def select_all_rows(name: str) -> str:
    return select_from(SYNCED[name], [*TABLE_BY_NAME[name].columns, HASH])


@cache
def select_hundred(name: str) -> str:
    """SELECT of the rows with ``KEYS_AT_ONCE`` keys, their parts one after the other (SQLite)."""
    table = TABLE_BY_NAME[name]
    one = f"({', '.join('?' * len(table.key))})"
    wanted = ", ".join([one] * KEYS_AT_ONCE)
    return select_from(SYNCED[name], [*table.columns, HASH], f"({quoted(table.key)}) IN (VALUES {wanted})")


@cache
def select_arrays(name: str) -> str:
    """SELECT of the rows with any number of keys, given as an array for each part, in key order (PostgreSQL)."""
    table, sql = TABLE_BY_NAME[name], SYNCED[name]
    arrays = ", ".join(f"?::{_array_of(sql.c[column].type)}" for column in table.key)
    wanted = f"({quoted(table.key)}) IN (SELECT * FROM unnest({arrays}))"
    if len(table.key) == 1:
        wanted = f"{quoted(table.key)} = ANY({arrays})"
    return f"{select_from(sql, [*table.columns, HASH], wanted)} ORDER BY {quoted(table.key)}"


def _array_of(kind: Any) -> str:
    return "bigint[]" if kind.python_type is int else "text[]"


def _equal(columns: tuple[str, ...]) -> str:
    return " AND ".join(f'"{column}" = ?' for column in columns)

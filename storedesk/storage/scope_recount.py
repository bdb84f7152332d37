"""Sums the hashes of whole scopes anew, as they lie beneath own work."""

from collections.abc import Sequence
from typing import Any

import msgspec

from storedesk.domain.tables import TABLES, Table
from storedesk.protocol.canonical import signed
from storedesk.storage.feed_writer import key_from_text
from storedesk.storage.schema import HASH, base_row

_LOW = 0xFFFFFFFF
_BASE = f"SELECT row_key, content, hash FROM {base_row.name} WHERE tbl = ?"


def recount(reader: Any, scopes: Sequence[str]) -> dict[str, int]:
    """The sum of each scope's rows, all of one moment; on a connection outside a transaction."""
    totals = dict.fromkeys(scopes, 0)
    reader.execute("BEGIN")
    try:
        for table in TABLES:
            _add_shown(reader, table, totals)
            change_for_beneath(reader, table, totals)
    finally:
        reader.execute("COMMIT")
    return {scope: signed(total) for scope, total in totals.items()}


def lies_in(table: Table, scopes: Sequence[str]) -> tuple[str, list[Any]] | None:
    """A condition, with its values, on rows to lie in one of the scopes; None if none of the table's can."""
    if table.scope_column is None:
        return ("1", []) if table.scope in scopes else None
    head = f"{table.scope}:"
    values: list[Any] = [scope.removeprefix(head) for scope in scopes if scope.startswith(head)]
    if not values:
        return None
    values += [int(value) for value in values if value.isdecimal()]
    return f'"{table.scope_column}" IN ({", ".join("?" * len(values))})', values


def _add_shown(reader: Any, table: Table, totals: dict[str, int]) -> None:
    """In two halves, since a sum of whole hashes would not fit SQLite's integers."""
    where = lies_in(table, list(totals))
    if where is None:
        return
    scope = (
        f"'{table.scope}'" if table.scope_column is None else f"'{table.scope}:' || \"{table.scope_column}\""
    )
    text = (
        f'SELECT {scope}, sum("{HASH}" >> 32), sum("{HASH}" & {_LOW}) FROM "{table.name}" '
        f"WHERE {where[0]} GROUP BY 1"
    )
    for name, high, low in reader.execute(text, where[1]):
        totals[name] += ((high or 0) << 32) + (low or 0)


def change_for_beneath(reader: Any, table: Table, totals: dict[str, int]) -> None:
    """For rows that own work has changed, the hub's version counts instead of the one that is shown."""
    columns = ", ".join(f'"{column}"' for column in (*table.columns, HASH))
    found = " AND ".join(f'"{column}" = ?' for column in table.key)
    for text, content, hash_ in reader.execute(_BASE, (table.name,)).fetchall():
        shown = reader.execute(
            f'SELECT {columns} FROM "{table.name}" WHERE {found}', key_from_text(text)
        ).fetchone()
        if shown is not None:
            _count(totals, table, shown[:-1], -shown[-1])
        if content is not None:
            _count(totals, table, msgspec.json.decode(content), hash_)


def _count(totals: dict[str, int], table: Table, values: Sequence[Any], by: int) -> None:
    scope = table.scope_of(table.row(*values))
    if scope in totals:
        totals[scope] += by

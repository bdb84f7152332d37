"""Hashes a desk's rows again, a slice at a time, and says in which scopes they are not what their hashes say."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from storedesk.domain.tables import TABLE_BY_NAME, TABLES, Key, Table
from storedesk.protocol.canonical import row_hash, signed
from storedesk.storage.feed_writer import key_from_text
from storedesk.storage.schema import HASH, base_row, scope_state
from storedesk.storage.scope_recount import change_for_beneath, lies_in

SLICE_ROWS = 1_000
"""Takes about 3 ms."""
_TOTAL = f"SELECT total FROM {scope_state.name} WHERE scope = ?"
_BASE = f"SELECT tbl, row_key, content, hash FROM {base_row.name} WHERE content IS NOT NULL"


class ScopeChecked(NamedTuple):
    """``rows`` have another content than their hash says; ``sums_up`` tells whether the hashes give the total."""

    scope: str
    rows: tuple[tuple[str, Key], ...]
    sums_up: bool

    @property
    def is_right(self) -> bool:
        return self.sums_up and not self.rows


def check_scope(reader: Any, scope: str, slice_rows: int = SLICE_ROWS) -> Iterator[ScopeChecked | None]:
    """None after each slice, the verdict at last; all rows are those of one moment, on a connection of its own."""
    reader.execute("BEGIN")
    try:
        wanted = reader.execute(_TOTAL, (scope,)).fetchone()
        wrong: list[tuple[str, Key]] = []
        totals = {scope: 0}
        for table in TABLES:
            where = lies_in(table, [scope])
            if where is not None:
                for part in _slices(reader, table, where, slice_rows):
                    totals[scope] += sum(row[-1] for row in part)
                    wrong += _wrong_in(table, part)
                    yield None
                change_for_beneath(reader, table, totals)
        wrong += _wrong_beneath(reader, scope)
        sums_up = wanted is None or wanted[0] == signed(totals[scope])
    finally:
        reader.execute("COMMIT")
    yield ScopeChecked(scope, tuple(wrong), sums_up)


def _slices(
    reader: Any, table: Table, where: tuple[str, list[Any]], slice_rows: int
) -> Iterator[list[tuple[Any, ...]]]:
    columns = ", ".join(f'"{column}"' for column in (*table.columns, HASH))
    found = reader.execute(f'SELECT {columns} FROM "{table.name}" WHERE {where[0]}', where[1])
    while part := found.fetchmany(slice_rows):
        yield part


def _wrong_in(table: Table, part: list[tuple[Any, ...]]) -> list[tuple[str, Key]]:
    return [
        (table.name, table.key_of(table.row(*row[:-1])))
        for row in part
        if row_hash(table.name, row[:-1]) != row[-1]
    ]


def _wrong_beneath(reader: Any, scope: str) -> list[tuple[str, Key]]:
    found = []
    for name, key, content, hash_ in reader.execute(_BASE).fetchall():
        table = TABLE_BY_NAME.get(name)
        if table is not None:
            row = table.row(*msgspec.json.decode(content))
            if table.scope_of(row) == scope and row_hash(name, row) != hash_:
                found.append((name, key_from_text(key)))
    return found

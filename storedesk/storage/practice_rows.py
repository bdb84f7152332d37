"""Fills an empty desk's database with rows that no hub has sent, for practice."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_ROW
from storedesk.protocol.canonical import row_hash
from storedesk.storage.desk_rows import put_state
from storedesk.storage.engine import driver_of
from storedesk.storage.rows import Rows
from storedesk.storage.variant_search import fill_search

_FROM_NOWHERE = "0 0"
"""A cursor that no hub has given: there is a copy, and nothing to follow."""


def fill_for_practice(connection: sa.Connection, rows: Iterable[Any], scopes: Sequence[str]) -> None:
    """The rows of these scopes, with their search; memory is bounded by the shop's size."""
    wanted, by_table = set(scopes), dict[str, list[tuple[Any, ...]]]()
    for row in rows:
        table = TABLE_BY_ROW[type(row)]
        if table.scope_of(row) in wanted:
            by_table.setdefault(table.name, []).append((*row, row_hash(table.name, row)))
    access = Rows(connection)
    for name, found in by_table.items():
        access.put_many(name, found)
    fill_search(driver_of(connection))
    put_state(connection, "cursor", _FROM_NOWHERE)

"""Checks what the hub stores against itself: the audit's chain, each row's hash, each scope's sum. Reads only."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import sqlalchemy as sa

from storedesk.domain.tables import TABLES, Key, Table
from storedesk.protocol.canonical import row_hash, signed
from storedesk.storage.feed_writer import key_text
from storedesk.storage.hub_inbox import first_broken_audit_row
from storedesk.storage.schema import HASH, SYNCED, audit, scope_sum

READ_AT_ONCE = 5_000


class Verified(NamedTuple):
    """``wrong`` says what does not fit first, with where it is; empty where all is whole."""

    audit_rows: int
    rows: int
    scopes: int
    wrong: str


def verify_hub(connection: sa.Connection) -> Verified:
    """Everything in one transaction, so that nothing changes meanwhile; memory is bounded."""
    entries = int(connection.execute(sa.select(sa.func.count()).select_from(audit)).scalar_one())
    broken = first_broken_audit_row(connection)
    if broken is not None:
        return Verified(entries, 0, 0, f"audit row {broken} does not fit the one before it")
    sums: dict[str, int] = {}
    count = 0
    for table in TABLES:
        for row, stored in _rows(connection, table):
            if row_hash(table.name, row) != stored:
                wrong = f"{table.name} {key_text(table.key_of(row))} is not what was written"
                return Verified(entries, count, 0, wrong)
            count += 1
            scope = table.scope_of(row)
            sums[scope] = sums.get(scope, 0) + stored
    known: dict[str, int] = {
        row.scope: row.total for row in connection.execute(sa.select(scope_sum.c.scope, scope_sum.c.total))
    }
    for scope in sorted(sums.keys() | known.keys()):
        if signed(sums.get(scope, 0)) != known.get(scope, 0):
            return Verified(entries, count, len(known), f"the sum of scope {scope} is not that of its rows")
    return Verified(entries, count, len(known), "")


def _rows(connection: sa.Connection, table: Table) -> Iterator[tuple[Any, int]]:
    """Each row with its stored hash, by key."""
    sql = SYNCED[table.name]
    key = [sql.c[name] for name in table.key]
    columns = [sql.c[name] for name in table.columns]
    statement = sa.select(*columns, sql.c[HASH]).order_by(*key).limit(READ_AT_ONCE)
    after: Key | None = None
    while True:
        page = statement
        if after is not None:
            last = [sa.literal(value, column.type) for value, column in zip(after, key, strict=True)]
            page = statement.where(sa.tuple_(*key) > sa.tuple_(*last))
        found = connection.execute(page).all()
        for values in found:
            row = table.row(*values[:-1])
            yield row, values[-1]
            after = table.key_of(row)
        if len(found) < READ_AT_ONCE:
            return

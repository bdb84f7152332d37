"""What a desk of the version before is told: pages, sums, and the count of sums after an update of the hub."""

from typing import Any

import msgspec
import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.protocol.canonical import signed
from storedesk.protocol.wire import PullReply, TableRows
from storedesk.protocol.wire_versions import Spoken
from storedesk.storage.feed_writer import late_lock
from storedesk.storage.row_statements import select_all_rows
from storedesk.storage.schema import scope_sum
from storedesk.storage.short_sql import ShortSql, select_from

_CHANGES = select_from(scope_sum, ("scope", "older"), "scope IN ?*")
_FORGET = f"UPDATE {scope_sum.name} SET older = 0"
_SET = f"UPDATE {scope_sum.name} SET older = ? WHERE scope = ?"


def page_in_older_wire(connection: sa.Connection, page: PullReply, spoken: Spoken) -> PullReply:
    """The page as a program of the version before reads it; what it does not know it is not told."""
    changes: dict[str, int] = dict(ShortSql(connection).all(_CHANGES, list(page.sums)))
    return msgspec.structs.replace(
        page,
        tables=[_table(table, spoken) for table in page.tables if spoken.older_columns(table.table)],
        gone=[gone for gone in page.gone if spoken.older_columns(gone.table)],
        sums={scope: signed(total + changes.get(scope, 0)) for scope, total in page.sums.items()},
    )


def _table(table: TableRows, spoken: Spoken) -> TableRows:
    name = table.table
    if name not in spoken.differing:
        return table
    both = list(zip(table.rows, table.hashes, strict=True))
    return TableRows(
        table=name,
        columns=list(spoken.older_columns(name) or ()),
        rows=[list(spoken.older_row(name, row)) for row, _ in both],
        hashes=[spoken.older_hash(name, row, hash_) for row, hash_ in both],
    )


def count_older_sums(connection: sa.Connection, spoken: Spoken) -> None:
    """Once after an update that changes what the version before is: reads each table that differs."""
    sql = ShortSql(connection)
    late_lock(connection)
    sql.change(_FORGET)
    changes: dict[str, int] = {}
    for name in spoken.differing:
        table = TABLE_BY_NAME[name]
        for values in sql.all(select_all_rows(name)):
            row: Any = table.row(*values[:-1])
            scope, hash_ = table.scope_of(row), values[-1]
            changes[scope] = changes.get(scope, 0) + spoken.older_hash(name, row, hash_) - hash_
    sql.change_many(_SET, [(signed(change), scope) for scope, change in changes.items()])

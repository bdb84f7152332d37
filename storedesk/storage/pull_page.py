"""What changed in a desk's scopes since its cursor, read at one position."""

from collections.abc import Sequence
from typing import NamedTuple

import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.protocol.wire import Cursor, Gone, PullReply, TableRows
from storedesk.storage.feed_writer import FeedWriter, key_from_text
from storedesk.storage.rows import Rows
from storedesk.storage.schema import commit_tag, feed, feed_head, scope_sum
from storedesk.storage.short_sql import ShortSql, select_from

MOST_ROWS = 50_000
_TAG_AND_HORIZON = (
    f"SELECT tag, (SELECT horizon FROM {feed_head.name}) FROM {commit_tag.name} WHERE position = ?"
)
_CHANGED = (
    select_from(feed, ("tbl", "row_key", "scope", "gone"), "position > ? AND position <= ? AND scope IN ?*")
    + " ORDER BY position LIMIT ?"
)
_SUMS = select_from(scope_sum, ("scope", "total"), "scope IN ?*")


class _Entry(NamedTuple):
    tbl: str
    row_key: str
    scope: str
    gone: int


def cursor_is_known(connection: sa.Connection, cursor: Cursor) -> bool:
    """Whether this hub gave out the cursor and still has everything that came after it."""
    found = ShortSql(connection).first(_TAG_AND_HORIZON, cursor.position)
    return found is not None and found[0] == cursor.tag and cursor.position >= found[1]


def was_given_out(connection: sa.Connection, cursor: Cursor) -> bool:
    """Whether this hub made the commit; of one older than what is kept nothing speaks against it."""
    tag = connection.execute(
        sa.select(commit_tag.c.tag).where(commit_tag.c.position == cursor.position)
    ).scalar()
    if tag is not None:
        return bool(tag == cursor.tag)
    horizon = connection.execute(sa.select(feed_head.c.horizon)).scalar_one()
    return bool(cursor.position < horizon)


def pull_page(connection: sa.Connection, cursor: Cursor, scopes: Sequence[str]) -> PullReply | None:
    """Everything up to the head in one page; None if the cursor is unknown or too far behind.

    The connection must read one consistent state (a read transaction on SQLite, repeatable read on PostgreSQL).
    """
    if not cursor_is_known(connection, cursor):
        return None
    head = FeedWriter.head(connection)
    sql, wanted = ShortSql(connection), list(scopes)
    found = sql.all(_CHANGED, cursor.position, head.position, wanted, MOST_ROWS + 1)
    entries = [_Entry(*values) for values in found]
    if len(entries) > MOST_ROWS:
        return None
    gone = [
        Gone(entry.tbl, entry.scope, list(key_from_text(entry.row_key))) for entry in entries if entry.gone
    ]
    by_table: dict[str, list[str]] = {}
    for entry in entries:
        if not entry.gone:
            by_table.setdefault(entry.tbl, []).append(entry.row_key)
    totals = dict.fromkeys(scopes, 0) | dict(sql.all(_SUMS, wanted))
    return PullReply(
        start=cursor,
        end=head,
        complete=True,
        gone=gone,
        sums=totals,
        tables=[_table_rows(connection, name, keys) for name, keys in by_table.items()],
    )


def _table_rows(connection: sa.Connection, name: str, keys: list[str]) -> TableRows:
    found = Rows(connection).get_many(name, [key_from_text(key) for key in keys])
    return TableRows(
        table=name,
        columns=list(TABLE_BY_NAME[name].columns),
        rows=[list(stored.row) for stored in found.values()],
        hashes=[stored.hash for stored in found.values()],
    )

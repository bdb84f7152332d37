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

MOST_ROWS = 400_000
"""A desk with more to hear than this is better served with a snapshot."""
MOST_A_PAGE = 10_000


_COMMIT_OVER = select_from(commit_tag, ("position", "tag"), "position >= ?") + " ORDER BY position LIMIT 1"
_HORIZON = f"SELECT horizon FROM {feed_head.name}"
_AFTER = "position > ? AND position <= ? AND scope IN ?*"
_CHANGED = (
    select_from(feed, ("position", "tbl", "row_key", "scope", "gone"), _AFTER) + " ORDER BY position LIMIT ?"
)
_HOW_MANY = f"SELECT count(*) FROM (SELECT 1 FROM {feed.name} WHERE {_AFTER} LIMIT ?) AS some"
_SUMS = select_from(scope_sum, ("scope", "total"), "scope IN ?*")


class _Entry(NamedTuple):
    position: int
    tbl: str
    row_key: str
    scope: str
    gone: int


class TooFarBehind(Exception):
    """More rows than a pull brings."""


def cursor_is_known(connection: sa.Connection, cursor: Cursor) -> bool:
    """Whether this hub gave out the cursor and still has everything that came after it.

    A page may end within a commit: there the tag is the complement of the commit's, so that no such cursor is
    taken for one at which a desk may rest.
    """
    sql = ShortSql(connection)
    found, horizon = sql.first(_COMMIT_OVER, cursor.position), sql.first(_HORIZON)
    if found is None or horizon is None or cursor.position < horizon[0]:
        return False
    return cursor == _cursor_at(cursor.position, found)


def was_given_out(connection: sa.Connection, cursor: Cursor) -> bool:
    """Whether this hub made the commit; of one older than what is kept nothing speaks against it."""
    sql = ShortSql(connection)
    found, horizon = sql.first(_COMMIT_OVER, cursor.position), sql.first(_HORIZON)
    if found is not None and found[0] == cursor.position:
        return bool(found[1] == cursor.tag)
    return horizon is not None and bool(cursor.position < horizon[0])


def pull_page(
    connection: sa.Connection, cursor: Cursor, scopes: Sequence[str], limit: int = 5_000
) -> PullReply | None:
    """What comes next after the cursor, about ``limit`` rows; None if the cursor is unknown.

    Raises ``TooFarBehind`` where a snapshot serves the desk better. The page that reaches the head is complete.
    A row that changes while a desk fetches page after page comes again in a later one, so that all pages together
    are the rows as of the last one's position. The connection must read one consistent state (a read transaction
    on SQLite, repeatable read on PostgreSQL).
    """
    if not cursor_is_known(connection, cursor):
        return None
    head = FeedWriter.head(connection)
    most = max(1, min(limit, MOST_A_PAGE))
    sql, wanted = ShortSql(connection), list(scopes)
    found = sql.all(_CHANGED, cursor.position, head.position, wanted, most + 1)
    entries = [_Entry(*values) for values in found]
    complete = len(entries) <= most
    if not complete and _is_far_behind(sql, cursor, head, wanted):
        raise TooFarBehind
    del entries[most:]
    end = head if complete else _cursor_of(sql, entries[-1].position)
    by_table: dict[str, list[str]] = {}
    for entry in entries:
        if not entry.gone:
            by_table.setdefault(entry.tbl, []).append(entry.row_key)
    return PullReply(
        start=cursor,
        end=end,
        complete=complete,
        gone=[
            Gone(entry.tbl, entry.scope, list(key_from_text(entry.row_key)))
            for entry in entries
            if entry.gone
        ],
        sums=dict.fromkeys(scopes, 0) | dict(sql.all(_SUMS, wanted)) if complete else {},
        tables=[_table_rows(connection, name, keys) for name, keys in by_table.items()],
    )


def _cursor_at(position: int, found: tuple[int, int]) -> Cursor:
    """``found`` is the position and tag of the commit that wrote the position."""
    return Cursor(position, found[1] if found[0] == position else ~found[1])


def _cursor_of(sql: ShortSql, position: int) -> Cursor:
    commit = sql.first(_COMMIT_OVER, position)
    if commit is None:
        raise LookupError(f"No commit has written position {position} of the feed")
    return _cursor_at(position, commit)


def _is_far_behind(sql: ShortSql, cursor: Cursor, head: Cursor, scopes: list[str]) -> bool:
    """Counts only where the positions alone do not tell."""
    if head.position - cursor.position <= MOST_ROWS:
        return False
    (count,) = sql.first(_HOW_MANY, cursor.position, head.position, scopes, MOST_ROWS + 1) or (0,)
    return bool(count > MOST_ROWS)


def _table_rows(connection: sa.Connection, name: str, keys: list[str]) -> TableRows:
    found = Rows(connection).get_many(name, [key_from_text(key) for key in keys])
    return TableRows(
        table=name,
        columns=list(TABLE_BY_NAME[name].columns),
        rows=[list(stored.row) for stored in found.values()],
        hashes=[stored.hash for stored in found.values()],
    )

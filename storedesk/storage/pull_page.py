"""What changed in a desk's scopes since its cursor, read at one position."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.protocol.wire import Cursor, Gone, PullReply, TableRows
from storedesk.storage.feed_writer import FeedWriter, key_from_text
from storedesk.storage.rows import Rows
from storedesk.storage.schema import commit_tag, feed, feed_head, scope_sum

MOST_ROWS = 400_000
"""A desk with more to hear than this is better served with a snapshot."""
MOST_A_PAGE = 10_000


class TooFarBehind(Exception):
    """More rows than a pull brings."""


def cursor_is_known(connection: sa.Connection, cursor: Cursor) -> bool:
    """Whether this hub gave out the cursor and still has everything that came after it.

    A page may end within a commit: there the tag is the complement of the commit's, so that no such cursor is
    taken for one at which a desk may rest.
    """
    found = _commit_over(connection, cursor.position)
    horizon = connection.execute(sa.select(feed_head.c.horizon)).scalar_one()
    if found is None or cursor.position < horizon:
        return False
    return cursor == _cursor_at(cursor.position, found)


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
    entries = _entries(connection, cursor, head, scopes, most + 1)
    complete = len(entries) <= most
    if not complete and _is_far_behind(connection, cursor, head, scopes):
        raise TooFarBehind
    del entries[most:]
    end = head if complete else _cursor_of(connection, entries[-1].position)
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
        sums=_sums(connection, scopes) if complete else {},
        tables=[_table_rows(connection, name, keys) for name, keys in by_table.items()],
    )


def _commit_over(connection: sa.Connection, position: int) -> Any | None:
    """The commit that wrote the position."""
    wanted = sa.select(commit_tag).where(commit_tag.c.position >= position)
    return connection.execute(wanted.order_by(commit_tag.c.position).limit(1)).first()


def _cursor_at(position: int, commit: Any) -> Cursor:
    return Cursor(position, commit.tag if commit.position == position else ~commit.tag)


def _cursor_of(connection: sa.Connection, position: int) -> Cursor:
    commit = _commit_over(connection, position)
    if commit is None:
        raise LookupError(f"No commit has written position {position} of the feed")
    return _cursor_at(position, commit)


def _after(cursor: Cursor, head: Cursor, scopes: Sequence[str]) -> sa.ColumnElement[bool]:
    return sa.and_(
        feed.c.position > cursor.position, feed.c.position <= head.position, feed.c.scope.in_(scopes)
    )


def _entries(
    connection: sa.Connection, cursor: Cursor, head: Cursor, scopes: Sequence[str], most: int
) -> list[Any]:
    wanted = sa.select(feed.c.position, feed.c.tbl, feed.c.row_key, feed.c.scope, feed.c.gone)
    wanted = wanted.where(_after(cursor, head, scopes)).order_by(feed.c.position).limit(most)
    return list(connection.execute(wanted))


def _is_far_behind(connection: sa.Connection, cursor: Cursor, head: Cursor, scopes: Sequence[str]) -> bool:
    """Counts only where the positions alone do not tell."""
    if head.position - cursor.position <= MOST_ROWS:
        return False
    some = sa.select(feed.c.position).where(_after(cursor, head, scopes)).limit(MOST_ROWS + 1)
    count: int = connection.execute(sa.select(sa.func.count()).select_from(some.subquery())).scalar_one()
    return count > MOST_ROWS


def _sums(connection: sa.Connection, scopes: Sequence[str]) -> dict[str, int]:
    wanted = sa.select(scope_sum.c.scope, scope_sum.c.total).where(scope_sum.c.scope.in_(scopes))
    return dict.fromkeys(scopes, 0) | {row.scope: row.total for row in connection.execute(wanted)}


def _table_rows(connection: sa.Connection, name: str, keys: list[str]) -> TableRows:
    found = Rows(connection).get_many(name, [key_from_text(key) for key in keys])
    return TableRows(
        table=name,
        columns=list(TABLE_BY_NAME[name].columns),
        rows=[list(stored.row) for stored in found.values()],
        hashes=[stored.hash for stored in found.values()],
    )

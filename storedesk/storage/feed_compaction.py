"""Lets the hub's feed forget: tombstones and commit tags go when no desk can have been away that long."""

from typing import NamedTuple

import sqlalchemy as sa

from storedesk.storage.feed_writer import late_lock
from storedesk.storage.schema import commit_tag, feed, feed_head
from storedesk.storage.short_sql import ShortSql

KEPT_MS = 180 * 86_400_000
_NOTE_TIME = f"UPDATE {commit_tag.name} SET at = ? WHERE at = 0"
_OLD = f"SELECT max(position) FROM {commit_tag.name} WHERE at > 0 AND at <= ?"
_MOVE_HORIZON = f"UPDATE {feed_head.name} SET horizon = ? WHERE horizon < ?"
_HORIZON = f"SELECT horizon FROM {feed_head.name}"
_FORGET_GONE = (
    f"DELETE FROM {feed.name} WHERE position IN "
    f"(SELECT position FROM {feed.name} WHERE gone = 1 AND position <= ? ORDER BY position LIMIT ?)"
)
_FORGET_TAGS = (
    f"DELETE FROM {commit_tag.name} WHERE position IN "
    f"(SELECT position FROM {commit_tag.name} WHERE position < ? ORDER BY position LIMIT ?)"
)


class Compacted(NamedTuple):
    """``horizon`` is the oldest position from which a desk may go on."""

    horizon: int
    tombstones: int
    tags: int


def compact_feed(connection: sa.Connection, now: int, most: int) -> Compacted:
    """Forgets at most ``most`` tombstones and as many tags older than ``KEPT_MS``; ``now`` in UTC milliseconds.

    A commit's time is when this looks at it first, so that a commit costs nothing and nothing goes too early.
    The late lock is taken; nothing else may be locked afterwards.
    """
    late_lock(connection)
    sql = ShortSql(connection)
    sql.change(_NOTE_TIME, now)
    (oldest,) = sql.all(_OLD, now - KEPT_MS)[0]
    if oldest is not None:
        sql.change(_MOVE_HORIZON, oldest, oldest)
    (horizon,) = sql.all(_HORIZON)[0]
    gone = sql.change(_FORGET_GONE, horizon, most)
    return Compacted(horizon, gone, sql.change(_FORGET_TAGS, horizon, most))

"""Counts of what a source wrote that is not master of the field, by day."""

from datetime import UTC, datetime
from typing import NamedTuple

from storedesk.storage.channel_schema import refused_write
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, insert_into, select_all

KEPT_DAYS = 90
_ADD = (
    insert_into(refused_write) + ' ON CONFLICT ("source", "field", "day") DO UPDATE SET'
    " count = refused_write.count + excluded.count, last_at = excluded.last_at, example = excluded.example"
)
_SINCE = select_all(refused_write, "day >= ?") + " ORDER BY day DESC, count DESC, source, field LIMIT ?"
_FORGET = "DELETE FROM refused_write WHERE day < ?"


class RefusedWrites(NamedTuple):
    """``field`` as in ``domain.master``; ``day`` is a UTC date; ``example`` the last record's id there."""

    source: str
    field: str
    day: str
    writes: int
    last_at: int
    example: str


def count_refused(
    connection: Connection, source: str, field: str, count: int, example: str, now: int
) -> None:
    """Whoever refuses counts, in the transaction that leaves the write out."""
    if count:
        ShortSql(connection).change(_ADD, source, field, day_of(now), count, now, example[:120])


def refused_since(connection: Connection, since: int, most: int = 200) -> list[RefusedWrites]:
    """The latest day first, from the day of ``since`` (UTC ms) on."""
    return [RefusedWrites(*found) for found in ShortSql(connection).all(_SINCE, day_of(since), most)]


def forget_old_refusals(connection: Connection, now: int) -> int:
    return ShortSql(connection).change(_FORGET, day_of(now - KEPT_DAYS * 86_400_000))


def day_of(at: int) -> str:
    """The UTC date of a time in UTC ms."""
    return datetime.fromtimestamp(at / 1000, UTC).date().isoformat()

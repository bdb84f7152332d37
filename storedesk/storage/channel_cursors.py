"""How far each kind of records of a channel has been read."""

from typing import NamedTuple

from storedesk.storage.channel_schema import channel_cursor
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, select_from, upsert_into

LOADING, FOLLOWING = "loading", "following"
_COLUMNS = ("kind", "cursor", "phase", "done", "total", "read_at")
_OF = select_from(channel_cursor, _COLUMNS, "channel_id = ? AND kind = ?")
_ALL = select_from(channel_cursor, _COLUMNS, "channel_id = ?") + " ORDER BY kind"
_PUT = upsert_into(channel_cursor, ("channel_id", "kind"))
_FORGET = 'DELETE FROM "channel_cursor" WHERE channel_id = ?'


class Position(NamedTuple):
    """``done`` records of about ``total`` (None where the platform does not say) are in; ``read_at`` UTC ms."""

    kind: str
    cursor: str
    phase: str
    done: int
    total: int | None
    read_at: int


def position_of(connection: Connection, channel_id: int, kind: str) -> Position:
    """The beginning of a first load where nothing has been read."""
    found = ShortSql(connection).first(_OF, channel_id, kind)
    return Position(kind, "", LOADING, 0, None, 0) if found is None else Position(*found)


def positions_of(connection: Connection, channel_id: int) -> list[Position]:
    return [Position(*found) for found in ShortSql(connection).all(_ALL, channel_id)]


def put_position(connection: Connection, channel_id: int, position: Position) -> None:
    ShortSql(connection).change(_PUT, channel_id, *position)


def forget_positions(connection: Connection, channel_id: int) -> None:
    """All kinds are loaded from the beginning; links and rows stay."""
    ShortSql(connection).change(_FORGET, channel_id)

"""Reading channels and their differences on the hub as a command lists them."""

from typing import NamedTuple

from storedesk.domain.records import Channel, ChannelState, Difference
from storedesk.domain.tables import TABLE_BY_ROW
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, quoted

_CHANNELS = f"SELECT {quoted(TABLE_BY_ROW[Channel].columns)} FROM channel ORDER BY id"
_STATES = f"SELECT {quoted(TABLE_BY_ROW[ChannelState].columns)} FROM channel_state"
_LIST = (
    f"SELECT {quoted(TABLE_BY_ROW[Difference].columns)} FROM difference WHERE channel_id = ? "
    "ORDER BY cost DESC, id LIMIT ?"
)
_SKUS = "SELECT id, sku FROM variant WHERE id IN ?*"


class ListedDifference(NamedTuple):
    sku: str
    difference: Difference


def listed_channels(connection: Connection) -> list[tuple[Channel, ChannelState | None]]:
    """By number, each with how it is, None where nobody has looked yet."""
    sql = ShortSql(connection)
    states = {row[0]: ChannelState(*row) for row in sql.all(_STATES)}
    channels = [Channel(*row) for row in sql.all(_CHANNELS)]
    return [(channel, states.get(channel.id)) for channel in channels]


def differences_of(connection: Connection, channel_id: int, most: int) -> list[ListedDifference]:
    """The dearest first."""
    sql = ShortSql(connection)
    rows = [Difference(*row) for row in sql.all(_LIST, channel_id, most)]
    wanted = sorted({row.variant_id for row in rows if row.variant_id is not None})
    skus = {row[0]: row[1] for row in sql.all(_SKUS, wanted)}
    return [ListedDifference(skus.get(row.variant_id, ""), row) for row in rows]

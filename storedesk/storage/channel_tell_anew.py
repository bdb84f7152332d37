"""What a channel is to be told anew although no row of the feed has changed, noted with what makes it so."""

from collections.abc import Iterable, Sequence

from storedesk.storage.channel_links import PLACE, VARIANT
from storedesk.storage.channel_schema import channel_tell_anew
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, insert_into, select_from

_ADD = insert_into(channel_tell_anew) + " ON CONFLICT DO NOTHING"
_NEXT = (
    select_from(channel_tell_anew, ("local_id",), "channel_id = ? AND kind = ?")
    + " ORDER BY local_id LIMIT ?"
)
_DROP = 'DELETE FROM "channel_tell_anew" WHERE channel_id = ? AND kind = ? AND local_id IN ?*'


def tell_articles_anew(connection: Connection, channel_id: int, variant_ids: Iterable[str]) -> None:
    ShortSql(connection).change_many(_ADD, [(channel_id, VARIANT, one) for one in sorted(set(variant_ids))])


def tell_places_anew(connection: Connection, channel_id: int, place_ids: Iterable[str]) -> None:
    ShortSql(connection).change_many(_ADD, [(channel_id, PLACE, one) for one in sorted(set(place_ids))])


def take_anew(connection: Connection, channel_id: int, kind: str, most: int) -> Sequence[str]:
    """Their keys here, which are forgotten with the caller's transaction."""
    sql = ShortSql(connection)
    found = [row[0] for row in sql.all(_NEXT, channel_id, kind, most)]
    if found:
        sql.change(_DROP, channel_id, kind, found)
    return found

"""The SQL of buyer activity: keys of channels, views counted already, days, what is deleted."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storedesk.storage.account_schema import activity_day, activity_key, activity_mark
from storedesk.storage.change_set import Applied
from storedesk.storage.database_work import Connection
from storedesk.storage.rows import Rows
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql, insert_into, select_from, upsert_into

_view = SYNCED["buyer_view"]
_KEY = select_from(activity_key, ("channel_id",), "key_hash = ?")
_PUT_KEY = upsert_into(activity_key, ("channel_id",))
_DROP_KEY = "DELETE FROM activity_key WHERE channel_id = ?"
_MARKS = select_from(activity_mark, ("mark",), "mark IN ?*")
_PUT_MARK = insert_into(activity_mark) + ' ON CONFLICT ("mark") DO NOTHING'
_COUNT = (
    insert_into(activity_day)
    + ' ON CONFLICT ("channel_id", "day", "outcome") DO UPDATE SET views = activity_day.views + excluded.views'
)
_COUNTS = select_from(activity_day, ("channel_id", "outcome", "views"), "day >= ?")
_OLD_VIEWS = select_from(_view, ("id",), "at < ?") + " ORDER BY at, id LIMIT ?"
_VIEWS_OF = select_from(_view, ("id",), "contact_id IN ?*")
_DROP_OLD_MARKS = "DELETE FROM activity_mark WHERE at < ?"
_DROP_MARKS = "DELETE FROM activity_mark WHERE contact_id IN ?*"
_DROP_OLD_DAYS = "DELETE FROM activity_day WHERE day < ?"
_SKUS = select_from(SYNCED["variant"], ("sku", "id"), "sku IN ?*")
_WITH_KEYS = "SELECT c.id, c.code FROM activity_key k JOIN channel c ON c.id = k.channel_id ORDER BY c.id"
_CODED = select_from(SYNCED["channel"], ("id",), "code = ?")
_ZONE = select_from(SYNCED["place"], ("zone",), "zone <> ''") + " ORDER BY id LIMIT 1"


class CountedView(NamedTuple):
    """``contact_id`` is 0 where only the company is known."""

    mark: str
    contact_id: int
    at: int


def channel_of_key(connection: Connection, key_hash: str) -> int | None:
    found = ShortSql(connection).first(_KEY, key_hash)
    return None if found is None else int(found[0])


def put_key(connection: Connection, channel_id: int, key_hash: str, now: int) -> None:
    """A channel has one key: the new one takes the place of the old."""
    ShortSql(connection).change(_PUT_KEY, channel_id, key_hash, now)


def drop_key(connection: Connection, channel_id: int) -> bool:
    return ShortSql(connection).change(_DROP_KEY, channel_id) == 1


def known_marks(connection: Connection, marks: Sequence[str]) -> set[str]:
    return {str(found[0]) for found in ShortSql(connection).all(_MARKS, list(marks))} if marks else set()


def put_marks(connection: Connection, counted: Sequence[CountedView]) -> None:
    ShortSql(connection).change_many(_PUT_MARK, [tuple(one) for one in counted])


def count_views(connection: Connection, channel_id: int, day: str, counts: Mapping[str, int]) -> None:
    rows = [(channel_id, day, outcome, number) for outcome, number in counts.items() if number]
    ShortSql(connection).change_many(_COUNT, rows)


def views_counted(connection: Connection, since_day: str) -> dict[tuple[int, str], int]:
    """By channel and outcome, from a UTC date on."""
    found: dict[tuple[int, str], int] = {}
    for channel_id, outcome, number in ShortSql(connection).all(_COUNTS, since_day):
        found[channel_id, outcome] = found.get((channel_id, outcome), 0) + number
    return found


def variants_with(connection: Connection, skus: Sequence[str]) -> dict[str, int]:
    """Articles by SKU; one that several have is nobody's."""
    found: dict[str, list[int]] = {}
    for sku, variant_id in ShortSql(connection).all(_SKUS, list(skus)) if skus else ():
        found.setdefault(sku, []).append(variant_id)
    return {sku: ids[0] for sku, ids in found.items() if len(ids) == 1}


def chain_zone(connection: Connection) -> str:
    """The time zone whose dates count for the whole chain: that of its first place."""
    found = ShortSql(connection).first(_ZONE)
    return "UTC" if found is None else str(found[0])


def delete_views_before(connection: Connection, moment: int, day: str, most: int) -> list[Applied]:
    """Views whose last look was before a time (UTC ms), the oldest first, and what only helped to count them.
    The caller notes what was deleted in its feed."""
    sql = ShortSql(connection)
    sql.change(_DROP_OLD_MARKS, moment)
    sql.change(_DROP_OLD_DAYS, day)
    return _delete(connection, [str(found[0]) for found in sql.all(_OLD_VIEWS, moment, most)])


def delete_views_of(connection: Connection, contact_ids: Sequence[int]) -> list[Applied]:
    """All that is kept of what these people looked at. The caller notes it in its feed."""
    if not contact_ids:
        return []
    sql = ShortSql(connection)
    sql.change(_DROP_MARKS, list(contact_ids))
    return _delete(connection, [str(found[0]) for found in sql.all(_VIEWS_OF, list(contact_ids))])


def _delete(connection: Connection, ids: list[str]) -> list[Applied]:
    rows = Rows(connection)
    there = rows.get_many("buyer_view", [(id_,) for id_ in ids], lock=True)
    rows.delete_many("buyer_view", list(there))
    return [Applied("buyer_view", key, stored, None) for key, stored in there.items()]


def channel_coded(connection: Connection, code: str) -> int | None:
    found = ShortSql(connection).first(_CODED, code)
    return None if found is None else int(found[0])


def channels_with_keys(connection: Connection) -> list[tuple[int, str]]:
    """Number and code of the channels that may send activity."""
    return [(int(id_), str(code)) for id_, code in ShortSql(connection).all(_WITH_KEYS)]

"""The inbox of each connector: what deliveries were about, until it has been read again."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from storedesk.storage.channel_schema import channel_delivery
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, insert_into, select_from

WAITING, DONE, PARKED = "waiting", "done", "parked"
_COLUMNS = ("delivery_id", "kind", "external_id", "tries")
_ADD = (
    insert_into(
        channel_delivery,
        ("channel_id", "delivery_id", "kind", "external_id", "received_at", "state", "due_at"),
    )
    + ' ON CONFLICT ("channel_id", "delivery_id") DO NOTHING'
)
_DUE = (
    select_from(channel_delivery, _COLUMNS, "channel_id = ? AND state = 'waiting' AND due_at <= ?")
    + " ORDER BY received_at, delivery_id LIMIT ?"
)
_DONE = "UPDATE channel_delivery SET state = 'done', why = '' WHERE channel_id = ? AND delivery_id IN ?*"
_AGAIN = (
    "UPDATE channel_delivery SET state = ?, tries = tries + 1, due_at = ?, why = ? "
    "WHERE channel_id = ? AND delivery_id = ?"
)
_PARKED = "SELECT count(*) FROM channel_delivery WHERE channel_id = ? AND state = 'parked'"
_FORGET = "DELETE FROM channel_delivery WHERE channel_id = ? AND state = 'done' AND received_at < ?"


class Waiting(NamedTuple):
    """``external_id`` is empty where only the kind is known."""

    delivery_id: str
    kind: str
    external_id: str
    tries: int


def add_deliveries(
    connection: Connection, channel_id: int, found: Iterable[tuple[str, str, str]], now: int
) -> None:
    """Id, kind and external id of each; what has come before, or has been dealt with, is not added again."""
    rows = [(channel_id, *one, now, WAITING, now) for one in found]
    ShortSql(connection).change_many(_ADD, rows)


def due_deliveries(connection: Connection, channel_id: int, now: int, most: int) -> list[Waiting]:
    """The oldest first."""
    return [Waiting(*row) for row in ShortSql(connection).all(_DUE, channel_id, now, most)]


def deliveries_done(connection: Connection, channel_id: int, ids: Sequence[str]) -> None:
    ShortSql(connection).change(_DONE, channel_id, list(ids))


def try_delivery_again(
    connection: Connection, channel_id: int, delivery_id: str, due_at: int | None, why: str
) -> None:
    """At ``due_at`` (UTC ms), or never by itself where that is None."""
    state = PARKED if due_at is None else WAITING
    ShortSql(connection).change(_AGAIN, state, due_at or 0, why, channel_id, delivery_id)


def parked_deliveries(connection: Connection, channel_id: int) -> int:
    return int(ShortSql(connection).all(_PARKED, channel_id)[0][0])


def forget_deliveries(connection: Connection, channel_id: int, before: int) -> int:
    """What was dealt with and came before a moment (UTC ms)."""
    return ShortSql(connection).change(_FORGET, channel_id, before)

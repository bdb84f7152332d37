"""The outbox of each connector: what a channel is still to be told, in order per entity, and what became of it."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from storedesk.storage.channel_schema import channel_push
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql, insert_into, select_from

WAITING, SENDING, UNKNOWN, DONE, REFUSED, PARKED, DROPPED = (
    "waiting", "sending", "unknown", "done", "refused", "parked", "dropped",
)  # fmt: skip
OPEN = (WAITING, SENDING, UNKNOWN)
"""What is not over; the next of the same entity waits for it."""
_OPEN = "('waiting', 'sending', 'unknown')"
_COLUMNS = (
    "key", "channel_id", "kind", "entity", "ask", "state", "tries", "made_at", "due_at", "tried_at", "done_at",
    "why", "detail", "number", "about",
)  # fmt: skip
_ADD = (
    insert_into(
        channel_push,
        ("key", "channel_id", "kind", "entity", "ask", "state", "made_at", "due_at", "number", "about"),
    )
    + ' ON CONFLICT ("key") DO UPDATE SET state = excluded.state, ask = excluded.ask, about = excluded.about,'
    " made_at = excluded.made_at, due_at = excluded.due_at, number = excluded.number, tries = 0, why = ''"
    " WHERE channel_push.state = 'dropped'"
)
_REPLACE = (
    "UPDATE channel_push SET key = ?, ask = ?, about = ?, made_at = ?, tries = 0, why = '', detail = '' "
    "WHERE key = ? AND state = 'waiting'"
)
_WAITS = select_from(channel_push, _COLUMNS, "channel_id = ? AND entity IN ?* AND state = 'waiting'")
_OF = select_from(channel_push, _COLUMNS, "channel_id = ? AND entity IN ?*") + " ORDER BY number"
_DUE = (
    select_from(channel_push, _COLUMNS, "channel_id = ? AND state IN ('waiting', 'unknown') AND due_at <= ?")
    + " AND NOT EXISTS (SELECT 1 FROM channel_push AS e WHERE e.channel_id = channel_push.channel_id"
    f" AND e.entity = channel_push.entity AND e.state IN {_OPEN} AND e.number < channel_push.number)"
    " ORDER BY due_at, number LIMIT ?"
)
_NEXT_DUE = "SELECT min(due_at) FROM channel_push WHERE channel_id = ? AND state IN ('waiting', 'unknown')"
_LOST = "UPDATE channel_push SET state = 'unknown', due_at = ? WHERE channel_id = ? AND state = 'sending'"
_DOUBTFUL = (
    "UPDATE channel_push SET state = 'unknown' "
    "WHERE channel_id = ? AND state = 'waiting' AND kind NOT IN ('stock', 'price', 'listing') AND made_at < ?"
)
_SUMS = (
    "SELECT state, count(*), min(made_at) FROM channel_push "
    "WHERE channel_id = ? AND (state <> 'done' OR done_at >= ?) AND state <> 'dropped' GROUP BY state"
)
_TAKE_NUMBERS = (
    "UPDATE channel_account SET last_push = last_push + ? WHERE channel_id = ? RETURNING last_push"
)
_FORGET = (
    "DELETE FROM channel_push WHERE key IN (SELECT key FROM channel_push WHERE channel_id = ? "
    "AND state IN ('done', 'dropped') AND kind IN ('stock', 'price', 'listing') AND made_at < ? LIMIT 5000)"
)
_LAST_DONE = "SELECT max(done_at) FROM channel_push WHERE channel_id = ? AND state = 'done'"
_PARKED = select_from(channel_push, _COLUMNS, "channel_id = ? AND state IN ('parked', 'refused')")


class Entry(NamedTuple):
    """One message to a channel. ``ask`` is its content and ``about`` the records here it is about, as JSON."""

    key: str
    channel_id: int
    kind: str
    entity: str
    ask: str
    state: str
    tries: int
    made_at: int
    due_at: int
    tried_at: int | None
    done_at: int | None
    why: str
    detail: str
    number: int
    about: str


class Planned(NamedTuple):
    """A message to be put into the outbox; ``made_at`` is when what it tells happened, ``due_at`` when it may go
    (UTC ms). With ``newest_counts`` it takes the place of one of its entity that still waits."""

    key: str
    kind: str
    entity: str
    ask: str
    about: str
    made_at: int
    due_at: int
    newest_counts: bool = False


class Standing(NamedTuple):
    """How an outbox is: how many wait, since when, how many need somebody, how many were taken since a moment."""

    unsent: int
    unsent_since: int | None
    parked: int
    done: int


def stock_entity(variant_id: int, place_id: int) -> str:
    return f"stock/{variant_id}/{place_id}"


def price_entity(variant_id: int, list_code: str, currency: str, from_quantity: int = 1) -> str:
    """``list_code`` is that of the list here."""
    return f"price/{variant_id}/{list_code}/{currency}/{from_quantity}"


def listing_entity(product_id: int, field: str) -> str:
    """``field`` is title or listed."""
    return f"listing/{product_id}/{field}"


def order_entity(order_id: str) -> str:
    return f"order/{order_id}"


def add_pushes(connection: Connection, channel_id: int, planned: Sequence[Planned], put_back_at: int) -> int:
    """How many are new or changed. A key that is there already is not added again, unless it had been dropped; what
    happened before the hub was put back may have been sent by the hub it was, and is looked up first."""
    newest = [one for one in planned if one.newest_counts]
    waiting = {one.entity: one for one in _waiting(connection, channel_id, {one.entity for one in newest})}
    sql, fresh, replaced = ShortSql(connection), [], 0
    for one in planned:
        old = waiting.get(one.entity) if one.newest_counts else None
        if old is None:
            fresh.append(one)
        elif old.ask != one.ask:
            replaced += sql.change(_REPLACE, one.key, one.ask, one.about, one.made_at, old.key)
    if not fresh:
        return replaced
    first = int(sql.all(_TAKE_NUMBERS, len(fresh), channel_id)[0][0]) - len(fresh) + 1
    rows = []
    for number, one in enumerate(fresh, first):
        state = UNKNOWN if one.made_at < put_back_at and not one.newest_counts else WAITING
        rows.append(
            (
                one.key, channel_id, one.kind, one.entity, one.ask, state, one.made_at, one.due_at, number,
                one.about,
            )
        )  # fmt: skip
    sql.change_many(_ADD, rows)
    return replaced + len(fresh)


def pushes_of(connection: Connection, channel_id: int, entities: Iterable[str]) -> list[Entry]:
    """All that is known of these entities, in the order in which they were made."""
    return [Entry(*row) for row in ShortSql(connection).all(_OF, channel_id, sorted(set(entities)))]


def due_pushes(connection: Connection, channel_id: int, now: int, most: int) -> list[Entry]:
    """The first open one of each entity, if its time has come; to be sent, or to be looked up if unknown."""
    return [Entry(*row) for row in ShortSql(connection).all(_DUE, channel_id, now, most)]


def next_due(connection: Connection, channel_id: int) -> int | None:
    found = ShortSql(connection).first(_NEXT_DUE, channel_id)
    return None if found is None else found[0]


def set_push(connection: Connection, push: str, /, **values: Any) -> None:
    """Sets columns of one message by name."""
    names = ", ".join(f'"{channel_push.c[name].name}" = ?' for name in values)
    ShortSql(connection).change(f"UPDATE channel_push SET {names} WHERE key = ?", *values.values(), push)


def attempts_lost(connection: Connection, channel_id: int, now: int) -> int:
    """What was being sent when its process ended; nobody knows what became of it."""
    return ShortSql(connection).change(_LOST, now, channel_id)


def doubt_older(connection: Connection, channel_id: int, put_back_at: int) -> int:
    """What waits from before the hub was put back may have been sent; figures are simply told again."""
    return ShortSql(connection).change(_DOUBTFUL, channel_id, put_back_at)


def standing(connection: Connection, channel_id: int, done_since: int) -> Standing:
    rows = ShortSql(connection).all(_SUMS, channel_id, done_since)
    counts = {state: count for state, count, _ in rows}
    since = [oldest for state, _, oldest in rows if state in OPEN]
    return Standing(
        sum(counts.get(state, 0) for state in OPEN), min(since, default=None), counts.get(PARKED, 0),
        counts.get(DONE, 0),
    )  # fmt: skip


def last_done_at(connection: Connection, channel_id: int) -> int | None:
    """When a message was last taken (UTC ms)."""
    found = ShortSql(connection).first(_LAST_DONE, channel_id)
    return None if found is None else found[0]


def set_aside(connection: Connection, channel_id: int) -> list[Entry]:
    """What was refused or parked."""
    return [Entry(*row) for row in ShortSql(connection).all(_PARKED + " ORDER BY number", channel_id)]


def forget_figures(connection: Connection, channel_id: int, before: int) -> int:
    """Figures that were told long ago; what was said of orders stays, so that nothing is said twice."""
    return ShortSql(connection).change(_FORGET, channel_id, before)


def _waiting(connection: Connection, channel_id: int, entities: Iterable[str]) -> list[Entry]:
    return [Entry(*row) for row in ShortSql(connection).all(_WAITS, channel_id, sorted(entities))]

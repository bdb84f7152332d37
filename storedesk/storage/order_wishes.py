"""The SQL of routing on the hub: how buyers want their orders, which of them wait, and what places send in a day."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storedesk.storage.database_work import Connection
from storedesk.storage.routing_schema import order_wish
from storedesk.storage.short_sql import ShortSql, select_all, upsert_into

_OF = select_all(order_wish, "order_id IN ?*")
_PUT = upsert_into(order_wish, ("order_id",))
_WAITING = (
    'SELECT DISTINCT t.order_id, o.placed_at FROM "task" t JOIN "orders" o ON o.id = t.order_id'
    " WHERE t.kind = ? AND t.state <> 'answered' ORDER BY o.placed_at, t.order_id LIMIT ?"
)
_REJECTED = (
    'SELECT f.id, f.order_id FROM "fulfilment" f JOIN "order_wish" w ON w.order_id = f.order_id'
    ' WHERE f.state = ? AND f.changed_at >= ? AND f.place_id IN (SELECT id FROM "place") ORDER BY f.id LIMIT ?'
)
_SHORT = (
    'SELECT DISTINCT f.id, f.order_id FROM "fulfilment" f JOIN "order_wish" w ON w.order_id = f.order_id'
    ' JOIN "fulfilment_line" l ON l.fulfilment_id = f.id'
    ' JOIN "order_line" o ON o.order_id = f.order_id AND o.line = l.line'
    " WHERE f.state IN ?* AND f.changed_at >= ? AND l.short > 0"
    " AND o.ordered - o.cancelled - o.returned > l.ordered - l.cancelled - l.short ORDER BY f.id LIMIT ?"
)
_SENT = (
    'SELECT place_id, count(*) FROM "fulfilment" WHERE kind = ? AND promised_at >= ?'
    " AND state NOT IN ('rerouted', 'cancelled', 'rejected') GROUP BY place_id"
)
_NUMBERED = 'SELECT id FROM "orders" WHERE number = ? ORDER BY placed_at DESC, id LIMIT 1'


class StoredWish(NamedTuple):
    """``gone`` is smallest steps by line; ``news_at`` the age of the last news taken, on the platform's clock."""

    order_id: str
    channel: str
    external_id: str
    delivery: str
    place_id: int | None
    group: str
    gone: Mapping[int, int]
    news_at: int


def wishes_of(connection: Connection, order_ids: Sequence[str]) -> dict[str, StoredWish]:
    found = ShortSql(connection).all(_OF, list(order_ids))
    return {row[0]: StoredWish(*row)._replace(gone=_gone(row[6])) for row in found}


def put_wish(connection: Connection, wish: StoredWish) -> None:
    gone = json.dumps({str(line): quantity for line, quantity in sorted(wish.gone.items())})
    ShortSql(connection).change(_PUT, *wish[:6], gone, wish.news_at)


def waiting_orders(connection: Connection, task_kind: str, most: int) -> list[str]:
    """Ids of orders with an open task of this kind, the oldest first."""
    return [row[0] for row in ShortSql(connection).all(_WAITING, task_kind, most)]


def rejected_parts(connection: Connection, state: str, since: int, most: int) -> list[tuple[str, str]]:
    """Part and order of what places gave back since a moment (UTC ms), of orders that came by a channel."""
    return [(row[0], row[1]) for row in ShortSql(connection).all(_REJECTED, state, since, most)]


def short_parts(
    connection: Connection, states: Sequence[str], since: int, most: int
) -> list[tuple[str, str]]:
    """Part and order of what goes on in one of these states and has been short since a moment (UTC ms) of what its
    order still wants, of orders that came by a channel."""
    found = ShortSql(connection).all(_SHORT, list(states), since, most)
    return [(row[0], row[1]) for row in found]


def parcels_promised(connection: Connection, kind: str, since: int) -> dict[int, int]:
    """How many parts of a kind each place was given that are promised for ``since`` (UTC ms) or later."""
    return {row[0]: row[1] for row in ShortSql(connection).all(_SENT, kind, since)}


def order_numbered(connection: Connection, number: str) -> str | None:
    found = ShortSql(connection).first(_NUMBERED, number)
    return None if found is None else str(found[0])


def _gone(text: str) -> dict[int, int]:
    return {int(line): int(quantity) for line, quantity in json.loads(text).items()}

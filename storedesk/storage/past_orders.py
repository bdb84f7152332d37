"""The SQL of replaying past orders: which there were, and what was on hand at the start of each day."""

from collections.abc import Sequence
from typing import NamedTuple

from storedesk.domain.routing import Stock
from storedesk.domain.tables import SELLABLE
from storedesk.storage.database_work import Connection
from storedesk.storage.short_sql import ShortSql

_WINDOW = (
    'FROM "orders" o WHERE o.placed_at >= ? AND o.placed_at < ? AND ('
    'EXISTS (SELECT 1 FROM "order_wish" w WHERE w.order_id = o.id)'
    ' OR EXISTS (SELECT 1 FROM "fulfilment" f WHERE f.order_id = o.id))'
)
_ORDERS = f"SELECT o.id, o.placed_at {_WINDOW} ORDER BY o.placed_at DESC, o.id LIMIT ?"
_COUNT = f"SELECT count(*) {_WINDOW}"
_ARTICLES = 'SELECT DISTINCT variant_id FROM "order_line" WHERE order_id IN ?* AND variant_id IS NOT NULL'
_LEVELS = (
    'SELECT location_id, variant_id, quantity, safety FROM "stock_level"'
    f" WHERE location_id IN ?* AND variant_id IN ?* AND bucket = {SELLABLE}"
)
_MOVED = (
    'SELECT location_id, variant_id, sum(quantity) FROM "movement"'
    f" WHERE location_id IN ?* AND variant_id IN ?* AND bucket = {SELLABLE} AND at >= ? GROUP BY 1, 2"
)


class Placed(NamedTuple):
    """An order's id and when it was placed, UTC ms."""

    order_id: str
    at: int


def placed_between(connection: Connection, start: int, end: int, most: int) -> tuple[list[Placed], int]:
    """Orders that were routed or given to a place, the newest first, and how many there are in all."""
    sql = ShortSql(connection)
    found = [Placed(row[0], row[1]) for row in sql.all(_ORDERS, start, end, most)]
    count = sql.first(_COUNT, start, end)
    return found, 0 if count is None else int(count[0])


def articles_of(connection: Connection, order_ids: Sequence[str]) -> list[int]:
    return sorted(int(row[0]) for row in ShortSql(connection).all(_ARTICLES, list(order_ids)))


def stock_at(
    connection: Connection, places: Sequence[int], articles: Sequence[int], at: int
) -> dict[tuple[int, int], Stock]:
    """What was on hand by place and article at a moment (UTC ms): today's level without what has moved since."""
    sql = ShortSql(connection)
    moved = {(row[0], row[1]): int(row[2]) for row in sql.all(_MOVED, list(places), list(articles), at)}
    return {
        (place, article): Stock(max(0, quantity - moved.get((place, article), 0)), safety)
        for place, article, quantity, safety in sql.all(_LEVELS, list(places), list(articles))
    }

"""What a channel may show of each article at each place, read for many articles at once."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from storedesk.domain.pickup_state import OPEN
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Channel
from storedesk.domain.stock import available_for_channel
from storedesk.domain.tables import SELLABLE
from storedesk.storage.channel_buffers import Buffers
from storedesk.storage.database_work import Connection
from storedesk.storage.schema import SYNCED
from storedesk.storage.short_sql import ShortSql
from storedesk.storage.untold_goods import untold_goods

Pair = tuple[int, int]
"""A variant and a place."""
AT_ONCE = 5_000
_OPEN = ", ".join(f"'{state}'" for state in sorted(OPEN))
_LEVELS = (
    "SELECT s.variant_id, s.location_id, s.quantity, s.reserved, s.safety, v.unit, p.category "
    "FROM stock_level s JOIN variant v ON v.id = s.variant_id JOIN product p ON p.id = v.product_id "
    f"WHERE s.bucket = {SELLABLE} AND s.location_id IN ?* AND s.variant_id IN ?*"
)
_HOLDS = (
    "SELECT variant_id, location_id, sum(quantity) FROM hold "
    "WHERE state = 'held' AND location_id IN ?* AND variant_id IN ?* GROUP BY variant_id, location_id"
)
_LENT = (
    "SELECT variant_id, location_id, sum(quantity - used) FROM protected_stock "
    "WHERE quantity > used AND location_id IN ?* AND variant_id IN ?* GROUP BY variant_id, location_id"
)
_OWN = (
    "SELECT l.variant_id, f.place_id, "
    "sum(CASE WHEN f.state = 'inbound' AND f.source_id <> 0 THEN l.picked "
    "WHEN l.ordered > l.cancelled + l.short + l.collected + l.refunded "
    "THEN l.ordered - l.cancelled - l.short - l.collected - l.refunded ELSE 0 END) "
    "FROM fulfilment f JOIN orders o ON o.id = f.order_id JOIN fulfilment_line l ON l.fulfilment_id = f.id "
    f"WHERE o.channel_id = ? AND f.place_id IN ?* AND f.state IN ({_OPEN}) AND l.variant_id IN ?* "
    "GROUP BY l.variant_id, f.place_id"
)
_BROUGHT = (
    "SELECT l.variant_id, t.from_id, sum(l.reserved) FROM transfer t "
    "JOIN fulfilment f ON f.id = t.fulfilment_id JOIN orders o ON o.id = f.order_id "
    "JOIN transfer_line l ON l.transfer_id = t.id "
    "WHERE o.channel_id = ? AND t.from_id IN ?* AND l.variant_id IN ?* AND l.reserved > 0 "
    "GROUP BY l.variant_id, t.from_id"
)
"""What waits at a place to be brought to another, for pickups there."""
_PLACES = f'SELECT id FROM "{SYNCED["place"].name}"'


class MayShow(NamedTuple):
    """``available`` is what the channel may sell there, ``own_reserved`` what its own open orders hold there beside
    that, with what has left of them and the channel was not told yet; whole pieces."""

    available: int
    own_reserved: int


def may_show(
    connection: Connection, channel: Channel, variant_ids: Collection[int], now: int
) -> dict[Pair, MayShow]:
    """By variant and place, for every place that has a level of the variant; ``now`` in UTC ms.

    A hold counts until it is released, and what was lent to a desk until it is taken back: whether an ended one was
    used is known only when its store has been heard of.
    """
    buffers = Buffers(connection, channel, now)
    wanted, shown = sorted(set(variant_ids)), dict[Pair, MayShow]()
    for start in range(0, len(wanted), AT_ONCE):
        some = wanted[start : start + AT_ONCE]
        untold = untold_goods(connection, channel.id, some)
        shown.update(_some(ShortSql(connection), channel, some, buffers, untold))
    return shown


def _some(
    sql: ShortSql, channel: Channel, wanted: list[int], buffers: Buffers, untold: Mapping[Pair, int]
) -> dict[Pair, MayShow]:
    places = [row[0] for row in sql.all(_PLACES)]
    holds = _sums(sql.all(_HOLDS, places, wanted))
    lent = _sums(sql.all(_LENT, places, wanted))
    own = _sums(sql.all(_OWN, channel.id, places, wanted))
    brought = _sums(sql.all(_BROUGHT, channel.id, places, wanted))
    shown = {}
    for variant, place, quantity, reserved, safety, unit, category in sql.all(_LEVELS, places, wanted):
        pair = (variant, place)
        step = UNITS.get(unit, PIECE).step
        buffer = buffers.of(place, category, step)
        free = available_for_channel(
            quantity, reserved, holds.get(pair, 0), lent.get(pair, 0), safety, buffer, 0
        )
        mine = max(0, min(own.get(pair, 0) + brought.get(pair, 0), reserved)) + untold.get(pair, 0)
        shown[pair] = MayShow(free.total // step, mine // step)
    return shown


def _sums(rows: Iterable[Any]) -> dict[Pair, int]:
    return {(variant, place): int(total) for variant, place, total in rows}

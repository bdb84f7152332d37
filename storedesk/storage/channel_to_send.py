"""What each place here will send of a channel's orders, as the channel names article and place."""

from collections import Counter

from storedesk.domain.pickup_state import OPEN
from storedesk.storage.channel_links import PLACE, STOCK, links_to
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_channels import steps_of
from storedesk.storage.short_sql import ShortSql
from storedesk.storage.untold_goods import LEFT_OF_A_LINE, said_gone

_OPEN = ", ".join(f"'{state}'" for state in sorted(OPEN))
_FROM = (
    "FROM fulfilment f JOIN orders o ON o.id = f.order_id JOIN fulfilment_line l ON l.fulfilment_id = f.id "
    "LEFT JOIN order_wish w ON w.order_id = o.id WHERE o.channel_id = ? "
)
_ELSEWHERE = (
    "AND (w.order_id IS NULL OR w.delivery <> 'collected' OR w.place_id IS NULL OR w.place_id <> f.place_id) "
)
"""Parts of its orders that stand elsewhere than where their buyers said to the channel that they would come."""
_PICKUP = "CASE WHEN w.delivery = 'collected' THEN w.place_id END"
_LEFT_TO_DO = "l.ordered - l.cancelled - l.short - l.collected - l.refunded"
_WAITING = (
    f"SELECT l.variant_id, f.place_id, {_PICKUP}, {_LEFT_TO_DO} {_FROM} {_ELSEWHERE} AND f.state IN ({_OPEN})"
)
_UNTOLD = (
    f"SELECT l.variant_id, f.place_id, {_PICKUP}, l.fulfilment_id, l.line, {LEFT_OF_A_LINE} "
    f"{_FROM} {_ELSEWHERE} AND f.id IN ?*"
)
_INBOUND = (
    f"SELECT l.variant_id, f.place_id, {_LEFT_TO_DO} - l.picked {_FROM} AND f.state = 'inbound' "
    "AND f.source_id <> 0 AND w.delivery = 'collected' AND w.place_id = f.place_id"
)
"""What is still to be brought for pickups: nothing is reserved for it where the channel thinks that it lies."""
_BROUGHT = (
    "SELECT l.variant_id, t.from_id, l.reserved FROM transfer t "
    "JOIN fulfilment f ON f.id = t.fulfilment_id JOIN orders o ON o.id = f.order_id "
    "JOIN transfer_line l ON l.transfer_id = t.id WHERE o.channel_id = ? AND l.reserved > 0"
)
_Found = Counter[tuple[int, int]]


def goods_to_send(connection: Connection, channel_id: int) -> dict[tuple[str, str], int]:
    """Whole pieces by the channel's ids of stock and place, beyond its own pickups there: of open parts, of what waits
    to be brought to another place, and of what has left while the channel has not taken the word of it. Below zero
    where the channel holds goods for a pickup that comes from elsewhere."""
    sql, found = ShortSql(connection), _Found()
    for variant, place, pickup, quantity in sql.all(_WAITING, channel_id):
        _add(found, variant, place, pickup, int(quantity))
    said = said_gone(connection, channel_id)
    parts = sorted({part for part, _ in said})
    for variant, place, pickup, part, line, left in sql.all(_UNTOLD, channel_id, parts) if parts else ():
        _add(found, variant, place, pickup, min(said.get((part, line), 0), int(left)))
    for variant, place, quantity in sql.all(_INBOUND, channel_id):
        found[variant, place] -= max(0, int(quantity))
    for variant, place, quantity in sql.all(_BROUGHT, channel_id):
        found[variant, place] += int(quantity)
    return _there(connection, channel_id, {pair: quantity for pair, quantity in found.items() if quantity})


def _add(found: _Found, variant: int, place: int, pickup: int | None, quantity: int) -> None:
    """``pickup`` is the place at which the channel holds the goods, None for none."""
    found[variant, place] += max(0, quantity)
    if pickup is not None:
        found[variant, pickup] -= max(0, quantity)


def _there(
    connection: Connection, channel_id: int, found: dict[tuple[int, int], int]
) -> dict[tuple[str, str], int]:
    variants, places = sorted({pair[0] for pair in found}), sorted({pair[1] for pair in found})
    stock = links_to(connection, channel_id, STOCK, [str(one) for one in variants])
    sites = links_to(connection, channel_id, PLACE, [str(one) for one in places])
    steps = steps_of(connection, variants)
    return {
        (stock[str(variant)][0].external_id, sites[str(place)][0].external_id): _pieces(
            quantity, steps.get(variant, 1)
        )
        for (variant, place), quantity in found.items()
        if str(variant) in stock and str(place) in sites
    }


def _pieces(quantity: int, step: int) -> int:
    """Whole ones, towards zero."""
    return quantity // step if quantity >= 0 else -(-quantity // step)

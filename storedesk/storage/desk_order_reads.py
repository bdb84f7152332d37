"""Reading one order in full on a desk: lines, money, parts at places, people and what happened."""

from collections.abc import Mapping
from dataclasses import dataclass

from storedesk.domain.records import (
    Address,
    Fulfilment,
    GoodsReturn,
    Handover,
    Order,
    OrderLine,
    OrderRequest,
    Payment,
    Person,
    StoreQuestion,
    TimelineEntry,
)
from storedesk.storage.desk_reads import pickups_of, places, staff_names
from storedesk.storage.read_records import HandoverRecord, PickupRecord
from storedesk.storage.row_reader import Driver, one, select, select_in

_MOST_ENTRIES = 200


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """An order with all that hangs on it; ``place_names`` and ``staff`` name the numbers in its rows."""

    order: Order
    lines: tuple[OrderLine, ...]
    payments: tuple[Payment, ...]
    parts: tuple[PickupRecord, ...]
    persons: tuple[Person, ...]
    timeline: tuple[TimelineEntry, ...]
    handovers: tuple[HandoverRecord, ...]
    returns: tuple[GoodsReturn, ...]
    place_names: Mapping[int, str]
    staff: Mapping[int, str]
    addresses: tuple[Address, ...] = ()
    requests: tuple[OrderRequest, ...] = ()
    questions: tuple[StoreQuestion, ...] = ()


def order_detail(connection: Driver, order_id: str) -> OrderRecord | None:
    """Everything the order screen shows, or None when this desk does not hold the order."""
    order = one(connection, Order, "id = ?", order_id)
    if order is None:
        return None
    own = "order_id = ? ORDER BY "
    fulfilments = select(connection, Fulfilment, own + "promised_at, id", order_id)
    wanted = [row.id for row in fulfilments]
    names = staff_names(connection)
    handovers = select_in(connection, Handover, "fulfilment_id", wanted, "at, id")
    latest = f"at DESC, id DESC LIMIT {_MOST_ENTRIES}"
    return OrderRecord(
        order=order,
        lines=tuple(select(connection, OrderLine, own + "line", order_id)),
        payments=tuple(select(connection, Payment, own + "at, id", order_id)),
        parts=pickups_of(connection, fulfilments),
        persons=tuple(select(connection, Person, own + "id", order_id)),
        timeline=tuple(select(connection, TimelineEntry, own + latest, order_id)),
        handovers=tuple(HandoverRecord(row, names.get(row.staff_id, "")) for row in handovers),
        returns=tuple(select(connection, GoodsReturn, own + "at, id", order_id)),
        place_names={place.id: place.name for place in places(connection)},
        staff=names,
        addresses=tuple(select(connection, Address, own + "id", order_id)),
        requests=tuple(select(connection, OrderRequest, own + "asked_at DESC, id", order_id)),
        questions=tuple(select(connection, StoreQuestion, own + "asked_at DESC, id", order_id)),
    )


def orders_by_id(connection: Driver, order_ids: tuple[str, ...]) -> tuple[Order, ...]:
    """The orders this desk holds of these, in the order asked for."""
    found = {order.id: order for order in select_in(connection, Order, "id", order_ids)}
    return tuple(found[order_id] for order_id in order_ids if order_id in found)


def contact_counts(connection: Driver, place_id: int, day: str) -> dict[str, int]:
    """How often customers asked at a place on a local day, by reason."""
    sql = "SELECT reason, count(*) FROM contact WHERE place_id = ? AND day = ? GROUP BY reason"
    return dict(connection.execute(sql, (place_id, day)).fetchall())


def answers_for(connection: Driver, desk: str, since: int) -> tuple[tuple[StoreQuestion, str, str], ...]:
    """Questions this desk asked that were answered since ``since`` (UTC ms), each with order number and store."""
    found = select(
        connection, StoreQuestion, "desk = ? AND answered_at >= ? ORDER BY answered_at, id", desk, since
    )
    numbers = {
        row.id: row.number for row in select_in(connection, Order, "id", [one.order_id for one in found])
    }
    names = {place.id: place.name for place in places(connection)}
    return tuple((one, numbers.get(one.order_id, ""), names.get(one.place_id, "")) for one in found)

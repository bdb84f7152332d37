"""Reading what waits at customer service: callers to ring back, customers to decide, pickups of any store that are late."""

from dataclasses import dataclass

from storedesk.domain.records import Contact, Fulfilment, Order, Person
from storedesk.storage.desk_order_reads import contact_counts
from storedesk.storage.desk_reads import places
from storedesk.storage.row_reader import Driver, select, select_in

MOST = 200
_RING_BACK = ("call_back", "no_answer")


@dataclass(frozen=True, slots=True)
class ServiceRecord:
    """``contacts`` are the last word on each order or, about no order, each by itself."""

    contacts: tuple[Contact, ...]
    waiting: tuple[Fulfilment, ...]
    late: tuple[Fulfilment, ...]
    numbers: dict[str, str]
    names: dict[str, str]
    places: dict[int, str]
    counts: dict[str, int]


def service_rows(
    connection: Driver,
    place_id: int,
    day: str,
    since: int,
    now: int,
    waits: tuple[str, ...],
    picks: tuple[str, ...],
) -> ServiceRecord:
    """``since`` and ``now`` in UTC ms; ``waits`` are the states in which a customer decides, ``picks`` those in
    which a promise can be missed."""
    contacts = _to_ring(connection, place_id, since)
    waiting = _parts(connection, waits, "1 = 1", "changed_at")
    late = _parts(connection, picks, f"promised_at < {int(now)}", "promised_at")
    orders = {one.order_id for one in contacts if one.order_id}
    orders |= {one.order_id for one in (*waiting, *late)}
    people = select_in(connection, Person, "order_id", orders, "role DESC, id")
    return ServiceRecord(
        contacts,
        waiting,
        late,
        {order.id: order.number for order in select_in(connection, Order, "id", orders)},
        {person.order_id: person.name for person in people},
        {place.id: place.name for place in places(connection)},
        contact_counts(connection, place_id, day),
    )


def _to_ring(connection: Driver, place_id: int, since: int) -> tuple[Contact, ...]:
    found = select(connection, Contact, f"place_id = ? AND at >= ? ORDER BY at LIMIT {MOST}", place_id, since)
    last = {one.order_id or one.id: one for one in found}
    return tuple(one for one in last.values() if one.outcome in _RING_BACK)


def _parts(connection: Driver, states: tuple[str, ...], more: str, order: str) -> tuple[Fulfilment, ...]:
    """``more`` and ``order`` are words of ours."""
    marks = ", ".join("?" * len(states))
    condition = f"state IN ({marks}) AND {more} ORDER BY {order}, id LIMIT {MOST}"
    return tuple(select(connection, Fulfilment, condition, *states))

"""Reading pickups on a desk: the queue of a place, one pickup in full, its parcels and people."""

from typing import TypeVar

import msgspec

from storedesk.domain import pickup_state
from storedesk.domain.quantity import UNITS
from storedesk.domain.records import (
    Channel,
    Fulfilment,
    FulfilmentLine,
    Order,
    Parcel,
    Person,
    Place,
    Staff,
    StagingBin,
)
from storedesk.storage.read_records import BinRecord, PickupRecord
from storedesk.storage.row_reader import Driver, chunks, columns_of, one, select, select_in

R = TypeVar("R", FulfilmentLine, Parcel)
MOST_IN_QUEUE = 2_000
_OPEN = tuple(sorted(pickup_state.OPEN))
_READY = tuple(sorted(pickup_state.HANDOVER))
_ON_SHELF = tuple(sorted(pickup_state.ON_SHELF))
_COUNTED = tuple(sorted(unit.code for unit in UNITS.values() if unit.decimals == 0))


def pickup_queue(connection: Driver, place_id: int, closed_since: int) -> tuple[PickupRecord, ...]:
    """The open pickups of a place, and those that ended since ``closed_since`` (UTC ms), by promise; what it
    sends to customers is left out."""
    marks = ", ".join("?" * len(_OPEN))
    found = select(
        connection,
        Fulfilment,
        f"place_id = ? AND kind <> 'ship' AND state IN ({marks}) ORDER BY promised_at, id LIMIT {MOST_IN_QUEUE}",
        place_id,
        *_OPEN,
    )
    ended = tuple(sorted(pickup_state.FINAL))
    marks = ", ".join("?" * len(ended))
    found += select(
        connection,
        Fulfilment,
        f"place_id = ? AND kind <> 'ship' AND state IN ({marks}) AND ended_at >= ? ORDER BY ended_at DESC, id LIMIT 200",
        place_id,
        *ended,
        closed_since,
    )
    return pickups_of(connection, found)


def pickups_of(connection: Driver, fulfilments: list[Fulfilment]) -> tuple[PickupRecord, ...]:
    """Fulfilments with orders, lines, parcels and people, in the order given."""
    ids = [fulfilment.id for fulfilment in fulfilments]
    order_ids = [fulfilment.order_id for fulfilment in fulfilments]
    orders = {order.id: order for order in select_in(connection, Order, "id", order_ids)}
    channels = {channel.id: channel.name for channel in select(connection, Channel, "1 = 1")}
    lines = _grouped(select_in(connection, FulfilmentLine, "fulfilment_id", ids, "fulfilment_id, line"))
    parcels = _grouped(select_in(connection, Parcel, "fulfilment_id", ids, "fulfilment_id, number"))
    persons: dict[str, list[Person]] = {}
    for person in select_in(connection, Person, "order_id", order_ids, "order_id, id"):
        persons.setdefault(person.order_id, []).append(person)
    measured = _measured_lines(connection, order_ids)
    names = staff_names(connection)
    unconfirmed = _unconfirmed(connection)
    records = []
    for fulfilment in fulfilments:
        order, own = orders.get(fulfilment.order_id), parcels.get(fulfilment.id, [])
        records.append(
            PickupRecord(
                fulfilment,
                order,
                channels.get(order.channel_id, "") if order else "",
                tuple(lines.get(fulfilment.id, ())),
                frozenset(measured.get(fulfilment.order_id, ())),
                tuple(own),
                tuple(persons.get(fulfilment.order_id, ())),
                names.get(fulfilment.claimed_by, "") if fulfilment.claimed_by is not None else "",
                fulfilment.id in unconfirmed or any(parcel.id in unconfirmed for parcel in own),
            )
        )
    return tuple(records)


def pickup_by_id(connection: Driver, fulfilment_id: str) -> PickupRecord | None:
    found = pickups_of(connection, select(connection, Fulfilment, "id = ?", fulfilment_id))
    return found[0] if found else None


def other_ready_pickups_of(
    connection: Driver, customer_id: str, place_id: int, besides: str = ""
) -> tuple[PickupRecord, ...]:
    """What else the same customer can take along here; an empty customer has nothing else."""
    if not customer_id:
        return ()
    orders = select(connection, Order, "customer_id = ?", customer_id)
    found = select_in(connection, Fulfilment, "order_id", [order.id for order in orders], "promised_at, id")
    ready = [
        fulfilment
        for fulfilment in found
        if fulfilment.place_id == place_id and fulfilment.state in _READY and fulfilment.id != besides
    ]
    return pickups_of(connection, ready)


def name_is_shared(connection: Driver, record: PickupRecord) -> bool:
    """Whether goods on the shelf of the place wait for another customer with the same folded name."""
    fulfilment = record.fulfilment
    marks = ", ".join("?" * len(_ON_SHELF))
    sql = (
        "SELECT 1 FROM person p JOIN fulfilment f ON f.order_id = p.order_id WHERE p.folded = ? "
        f"AND p.customer_id <> ? AND f.place_id = ? AND f.order_id <> ? AND f.state IN ({marks}) LIMIT 1"
    )
    for person in record.persons:
        if person.role == "collector" or not person.folded:
            continue
        values = (person.folded, person.customer_id, fulfilment.place_id, fulfilment.order_id, *_ON_SHELF)
        if connection.execute(sql, values).fetchone() is not None:
            return True
    return False


def parcel_by_id(connection: Driver, parcel_id: str) -> tuple[Parcel, PickupRecord] | None:
    """A parcel and the pickup it belongs to, whatever place that is at."""
    parcel = one(connection, Parcel, "id = ?", parcel_id)
    pickup = pickup_by_id(connection, parcel.fulfilment_id) if parcel else None
    return (parcel, pickup) if parcel and pickup else None


def pickups_in_bin(connection: Driver, place_id: int, bin_code: str) -> tuple[PickupRecord, ...]:
    """The pickups of a place with a parcel in this bin."""
    sql = (
        f"SELECT DISTINCT {columns_of(Fulfilment, 'f')} FROM fulfilment f "
        "JOIN parcel p ON p.fulfilment_id = f.id "
        "WHERE f.place_id = ? AND p.bin = ? AND p.state = 'staged' ORDER BY f.promised_at, f.id"
    )
    found = [Fulfilment(*row) for row in connection.execute(sql, (place_id, bin_code))]
    return pickups_of(connection, found)


def staff_of_place(connection: Driver, place_id: int) -> tuple[Staff, ...]:
    return tuple(select(connection, Staff, "place_id = ? ORDER BY position, staff_id", place_id))


def staff_names(connection: Driver) -> dict[int, str]:
    """Names of everybody this desk knows, by staff id."""
    return dict(connection.execute("SELECT staff_id, name FROM staff ORDER BY place_id").fetchall())


def places(connection: Driver) -> tuple[Place, ...]:
    return tuple(select(connection, Place, "1 = 1 ORDER BY id"))


def place_by_code(connection: Driver, code: str) -> Place | None:
    return one(connection, Place, "code = ?", code)


def place_by_id(connection: Driver, place_id: int) -> Place | None:
    return one(connection, Place, "id = ?", place_id)


def bins_of_place(connection: Driver, place_id: int) -> tuple[BinRecord, ...]:
    """The pickup shelf with the number of parcels in each bin."""
    sql = (
        "SELECT p.bin, count(*) FROM parcel p JOIN fulfilment f ON f.id = p.fulfilment_id "
        "WHERE f.place_id = ? AND p.state = 'staged' GROUP BY p.bin"
    )
    used = dict(connection.execute(sql, (place_id,)).fetchall())
    shelf = select(connection, StagingBin, "place_id = ? ORDER BY code", place_id)
    return tuple(BinRecord(bin_.code, bin_.capacity, used.get(bin_.code, 0)) for bin_ in shelf)


def _measured_lines(connection: Driver, order_ids: list[str]) -> dict[str, list[int]]:
    """By order, the lines whose unit has decimals: metres, kilograms, hours."""
    measured: dict[str, list[int]] = {}
    apart = ", ".join("?" * len(_COUNTED))
    for part in chunks(sorted(set(order_ids))):
        marks = ", ".join("?" * len(part))
        sql = f"SELECT order_id, line FROM order_line WHERE order_id IN ({marks}) AND unit NOT IN ({apart})"
        for order_id, line in connection.execute(sql, (*part, *_COUNTED)):
            measured.setdefault(order_id, []).append(line)
    return measured


def _unconfirmed(connection: Driver) -> set[str]:
    """Ids of fulfilments and parcels with a change that the central system has not decided on."""
    sql = "SELECT row_key FROM base_row WHERE tbl IN ('fulfilment', 'fulfilment_line', 'parcel')"
    return {str(msgspec.json.decode(key)[0]) for (key,) in connection.execute(sql)}


def _grouped(rows: list[R]) -> dict[str, list[R]]:
    groups: dict[str, list[R]] = {}
    for row in rows:
        groups.setdefault(row.fulfilment_id, []).append(row)
    return groups

"""Reading what the list of not collected pickups needs: what happened to an order, and goods to be put back."""

from dataclasses import dataclass

from storedesk.domain import pickup_state
from storedesk.domain.records import Fulfilment, TimelineEntry
from storedesk.storage.desk_detail_reads import lines_of
from storedesk.storage.desk_reads import pickups_of, staff_names
from storedesk.storage.read_records import LineRecord, PickupRecord
from storedesk.storage.row_reader import Driver, select

_MOST = 100


@dataclass(frozen=True, slots=True)
class PutBackRecord:
    """A let-go pickup with the lines whose goods go, or went, back to their shelves."""

    pickup: PickupRecord
    lines: tuple[LineRecord, ...]


@dataclass(frozen=True, slots=True)
class LateRecord:
    """``pickup`` is the one that is open, None where none is; ``staff`` names the numbers of the entries."""

    pickup: PickupRecord | None
    lines: tuple[LineRecord, ...]
    timeline: tuple[TimelineEntry, ...]
    staff: dict[int, str]
    put_back: tuple[PutBackRecord, ...]


def late_rows(connection: Driver, place_id: int, fulfilment_id: str, since: int) -> LateRecord:
    """``since`` (UTC ms): what was put back after it is listed as done."""
    found = pickups_of(connection, select(connection, Fulfilment, "id = ?", fulfilment_id))
    pickup = found[0] if found else None
    order_id = pickup.fulfilment.order_id if pickup else ""
    return LateRecord(
        pickup,
        lines_of(connection, pickup) if pickup else (),
        tuple(select(connection, TimelineEntry, "order_id = ? ORDER BY at, id", order_id)),
        staff_names(connection),
        _put_back(connection, place_id, since),
    )


def _put_back(connection: Driver, place_id: int, since: int) -> tuple[PutBackRecord, ...]:
    rows = select(
        connection,
        Fulfilment,
        "place_id = ? AND (state = ? OR (state = ? AND ended_at >= ?)) "
        f"ORDER BY state, changed_at DESC, id LIMIT {_MOST}",
        place_id,
        pickup_state.NOT_COLLECTED,
        pickup_state.RETURNED_TO_STOCK,
        since,
    )
    return tuple(PutBackRecord(one, lines_of(connection, one)) for one in pickups_of(connection, rows))

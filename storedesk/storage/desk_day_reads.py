"""Reading what opening, changing shift and closing a day need at a place."""

from dataclasses import dataclass

from storedesk.domain.records import DayEntry, Staff
from storedesk.storage.desk_reads import pickup_queue, staff_names, staff_of_place
from storedesk.storage.read_records import PickupRecord
from storedesk.storage.row_reader import Driver, one, select


@dataclass(frozen=True, slots=True)
class DayRecord:
    """``entries`` are those of the local date; ``since`` is the last closing of any day before, or 0.

    ``tasks`` counts what was opened for people since then and still waits, ``arriving`` the transfers that
    were sent here and not received.
    """

    entries: tuple[DayEntry, ...]
    since: int
    pickups: tuple[PickupRecord, ...]
    staff: tuple[Staff, ...]
    names: dict[int, str]
    tasks: int
    arriving: int


def day_rows(connection: Driver, place_id: int, day: str, begin: int, now: int) -> DayRecord:
    """``begin`` is the start of the local date and ``now`` the time, both UTC ms."""
    entries = select(connection, DayEntry, "place_id = ? AND day = ? ORDER BY at, id", place_id, day)
    last = one(
        connection,
        DayEntry,
        "place_id = ? AND kind = 'closed' AND day < ? ORDER BY at DESC, id",
        place_id,
        day,
    )
    since = last.at if last is not None else begin
    tasks = "SELECT count(*) FROM task WHERE place_id = ? AND state IN ('open', 'waiting') AND opened_at >= ?"
    arriving = "SELECT count(*) FROM transfer WHERE to_id = ? AND state = 'sent'"
    return DayRecord(
        tuple(entries),
        since,
        pickup_queue(connection, place_id, now),
        staff_of_place(connection, place_id),
        staff_names(connection),
        connection.execute(tasks, (place_id, since)).fetchone()[0],
        connection.execute(arriving, (place_id,)).fetchone()[0],
    )

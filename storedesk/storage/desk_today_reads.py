"""Reading what the board of the day needs: the pickups of a place and what waits for people there."""

from dataclasses import dataclass

from storedesk.domain.records import DayEntry
from storedesk.storage.desk_reads import pickup_queue
from storedesk.storage.desk_task_reads import open_tasks
from storedesk.storage.read_records import PickupRecord, TaskRecord
from storedesk.storage.row_reader import Driver, select


@dataclass(frozen=True, slots=True)
class TodayRecord:
    """``answered`` counts the tasks settled since the start of the day; ``entries`` are the day's steps."""

    pickups: tuple[PickupRecord, ...]
    tasks: tuple[TaskRecord, ...]
    answered: int
    entries: tuple[DayEntry, ...]


def today_rows(connection: Driver, place_id: int, day: str, since: int, now: int) -> TodayRecord:
    """``day`` is the local date, ``since`` its begin and ``now`` the time, both UTC ms."""
    sql = "SELECT count(*) FROM task WHERE place_id = ? AND state NOT IN ('open', 'waiting') AND answered_at >= ?"
    (answered,) = connection.execute(sql, (place_id, since)).fetchone()
    entries = select(connection, DayEntry, "place_id = ? AND day = ? ORDER BY at, id", place_id, day)
    return TodayRecord(
        pickup_queue(connection, place_id, now), open_tasks(connection, place_id), answered, tuple(entries)
    )

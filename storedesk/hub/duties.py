"""What the hub does by its own clock: tasks for pickups whose last day has closed."""

from collections.abc import Callable

from storedesk.actions.late_pickups import late_pickup
from storedesk.actions.not_collected import MAY_BE_RELEASED, TASK
from storedesk.domain.wall_clock import local_time, zone_named
from storedesk.storage.change_set import ConditionFailed, attempt, execute, lock_rows
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_duty_reads import perhaps_late, with_open_task
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

EVERY_SECONDS = 60.0
_FURTHEST_EAST = "Pacific/Kiritimati"
"""No place's date is ahead of this one."""


def run_duties(connection: Connection, now: int, random_tag: Callable[[], int]) -> int:
    """One look at every pickup that may be late, in the transaction it is called in; the feed's position.

    ``now`` in UTC milliseconds. A pickup that somebody changes at the same time is looked at again next time.
    """
    feed = FeedWriter(connection, random_tag)
    latest = local_time(now, zone_named(_FURTHEST_EAST)).date().isoformat()
    wanted = with_open_task(connection, TASK)
    wanted += perhaps_late(connection, MAY_BE_RELEASED, TASK, latest, now)
    for fulfilment_id in wanted:
        try:
            with attempt(connection):
                rows = Rows(connection)
                changes = late_pickup(StateView(rows), fulfilment_id, now)
                lock_rows(rows, changes, wait=True)
                feed.note([execute(rows, change) for change in changes])
        except ConditionFailed:
            continue
    return feed.write().position

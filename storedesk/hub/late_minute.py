"""Once a minute on the hub: pickups whose last day has closed get their task."""

from functools import partial

from storedesk.actions.late_pickups import late_pickup
from storedesk.actions.not_collected import MAY_BE_RELEASED, TASK
from storedesk.domain.wall_clock import local_time, zone_named
from storedesk.hub.minute_steps import Step
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_heard_reads import heard_by_place
from storedesk.storage.hub_late_reads import perhaps_late, with_open_task

_FURTHEST_EAST = "Pacific/Kiritimati"
"""No place's date is ahead of this one."""


def late_steps(connection: Connection, now: int) -> list[Step]:
    """A look at every pickup that may be late or has a task about it; ``now`` in UTC milliseconds."""
    latest = local_time(now, zone_named(_FURTHEST_EAST)).date().isoformat()
    wanted = with_open_task(connection, TASK)
    wanted += perhaps_late(connection, MAY_BE_RELEASED, TASK, latest, now)
    heard = heard_by_place(connection)
    return [partial(late_pickup, fulfilment_id=one, heard=heard, now=now) for one in wanted]

"""Once a minute on the hub: who is to be reminded of the last day."""

from functools import partial

from storedesk.actions.customer_messages import remind_of_last_day
from storedesk.domain import pickup_state
from storedesk.domain.wall_clock import add_days, local_time, zone_named
from storedesk.hub.minute_steps import Step
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_heard_reads import heard_by_place
from storedesk.storage.hub_message_reads import perhaps_reminded

MOST = 500


def message_steps(connection: Connection, now: int) -> list[Step]:
    """Pickups that wait and whose last day is near on any place's calendar; ``now`` in UTC ms."""
    today = local_time(now, zone_named("UTC")).date().isoformat()
    wanted = perhaps_reminded(connection, pickup_state.READY, add_days(today, -1), add_days(today, 3), MOST)
    heard = heard_by_place(connection)
    return [
        partial(remind_of_last_day, fulfilment_id=one, heard_at=heard.get(place, now), now=now)
        for one, place in wanted
    ]

"""Once an hour on the hub: names and addresses leave those who need them no longer."""

from functools import partial

from storedesk.actions.people_retention import DAY_MS, HANDED_OVER_DAYS, SERVICE_DAYS, STORE_DAYS, keep_people
from storedesk.hub.minute_steps import Step
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_people_reads import perhaps_over

MOST = 500
_MINUTE_MS, _MINUTES = 60_000, 60


def hourly_people_steps(connection: Connection, now: int) -> list[Step]:
    """In the first minute of each hour; ``now`` in UTC milliseconds."""
    return people_steps(connection, now) if now // _MINUTE_MS % _MINUTES == 0 else []


def people_steps(connection: Connection, now: int) -> list[Step]:
    wanted = perhaps_over(
        connection,
        now - STORE_DAYS * DAY_MS,
        now - HANDED_OVER_DAYS * DAY_MS,
        now - SERVICE_DAYS * DAY_MS,
        MOST,
    )
    return [partial(keep_people, order_id=one, now=now) for one in wanted]

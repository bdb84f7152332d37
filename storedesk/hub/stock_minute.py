"""Once a minute on the hub: what time alone does to stock."""

from functools import partial

from storedesk.actions.stock_minute import WAITS_FOR_SENDING_MS, ask_for_sending, lapse_hold, review_lending
from storedesk.hub.minute_steps import Step
from storedesk.storage import hub_stock_reads as reads
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_heard_reads import heard, heard_by_place

EVERY_SECONDS = 60.0
MOST = 500


def stock_steps(connection: Connection, now: int) -> list[Step]:
    """Lapses, takes back, lends on and asks; ``now`` in UTC milliseconds."""
    by_desk = {one.desk: one.at for one in heard(connection)}
    last = heard_by_place(connection)
    ended = reads.ended_holds(connection, now, MOST)
    lent = reads.lendings(connection)
    unsent = reads.unsent_arrivals(connection, now - WAITS_FOR_SENDING_MS, MOST)
    return [
        *(partial(lapse_hold, hold=row, heard_at=last.get(row.location_id, now), now=now) for row in ended),
        *(partial(review_lending, row=row, heard_at=by_desk.get(row.desk, 0), now=now) for row in lent),
        *(partial(ask_for_sending, row=row, now=now) for row in unsent),
    ]

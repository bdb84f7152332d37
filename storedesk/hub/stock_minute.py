"""Once a minute on the hub: what time alone does to stock, each step in a savepoint of its own."""

from collections.abc import Callable
from functools import partial

from storedesk.actions.action import State
from storedesk.actions.stock_minute import WAITS_FOR_SENDING_MS, ask_for_sending, lapse_hold, review_lending
from storedesk.domain.changes import Change
from storedesk.storage import hub_stock_reads as reads
from storedesk.storage.change_set import ConditionFailed, RowsBusy, attempt, execute, lock_rows
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

EVERY_SECONDS = 60.0
MOST = 500
Step = Callable[[State], tuple[Change, ...]]


def mind_stock(connection: Connection, now: int, random_tag: Callable[[], int]) -> int:
    """Lapses, takes back, lends on and asks, in the caller's transaction; the feed's position afterwards.

    What others are changing at this moment is left to the next minute.
    """
    feed = FeedWriter(connection, random_tag)
    for step in _steps(connection, now):
        try:
            with attempt(connection):
                rows = Rows(connection)
                changes = step(StateView(rows))
                lock_rows(rows, changes, wait=False)
                applied = [execute(rows, change) for change in changes]
        except (ConditionFailed, RowsBusy):
            continue
        feed.note(applied)
    return feed.write().position


def _steps(connection: Connection, now: int) -> list[Step]:
    heard = reads.heard(connection)
    by_desk = {one.desk: one.at for one in heard}
    last: dict[int, int] = {}
    for one in heard:
        last[one.place_id] = min(one.at, last.get(one.place_id, one.at))
    ended = reads.ended_holds(connection, now, MOST)
    lent = reads.lendings(connection)
    unsent = reads.unsent_arrivals(connection, now - WAITS_FOR_SENDING_MS, MOST)
    return [
        *(partial(lapse_hold, hold=row, heard_at=last.get(row.location_id, now), now=now) for row in ended),
        *(partial(review_lending, row=row, heard_at=by_desk.get(row.desk, 0), now=now) for row in lent),
        *(partial(ask_for_sending, row=row, now=now) for row in unsent),
    ]

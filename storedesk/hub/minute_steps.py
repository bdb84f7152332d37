"""The steps of what time alone does on the hub, each in a savepoint of its own, with one feed for all."""

from collections.abc import Callable, Iterable

from storedesk.actions.action import State
from storedesk.domain.changes import Change
from storedesk.storage.change_set import ConditionFailed, RowsBusy, attempt, execute
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.promises import decide_on_locked
from storedesk.storage.rows import Rows

Step = Callable[[State], tuple[Change, ...]]


def take_steps(connection: Connection, steps: Iterable[Step], feed: FeedWriter) -> None:
    """In the caller's transaction, noted in its feed.

    What others are changing at this moment is left to the next minute.
    """
    for step in steps:
        try:
            with attempt(connection):
                rows = Rows(connection)
                changes = decide_on_locked(rows, step, tuple, wait=False)
                applied = [execute(rows, change) for change in changes]
        except (ConditionFailed, RowsBusy):
            continue
        feed.note(applied)

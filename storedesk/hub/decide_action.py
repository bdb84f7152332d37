"""Deciding one action of a push: the verdict with its rows in the feed, and what it brings for parked ones."""

from contextlib import nullcontext
from typing import NamedTuple

from storedesk.hub.decide_once import PARKED, decide_once
from storedesk.hub.parked_work import FOLLOW_UPS, Again, follow_up, open_task
from storedesk.hub.try_marks import TryMarks
from storedesk.protocol.wire import ActionRecord, Decision
from storedesk.storage.change_set import attempt
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_inbox import DeviceRow


class Verdict(NamedTuple):
    """``again`` is the parked action that was decided anew with this one."""

    record: ActionRecord
    decision: Decision
    fresh: bool
    again: Again | None = None


def decide_action(
    connection: Connection,
    owner: DeviceRow,
    record: ActionRecord,
    at: int,
    now: int,
    feed: FeedWriter,
    marks: TryMarks,
    *,
    wait: bool,
) -> Verdict:
    """The verdict with its rows noted in the feed; raises ``RowsBusy`` without ``wait`` where others hold rows."""
    again = None
    follows = record.kind in FOLLOW_UPS
    with attempt(connection) if follows else nullcontext():
        decision, applied = decide_once(connection, owner, record, at, now, marks, wait=wait)
        if follows and decision.outcome == "accepted":
            again = follow_up(connection, record, now, marks, wait=False)
    if decision.outcome == PARKED:
        decision, applied = open_task(connection, owner, record, decision, now)
    feed.note(applied)
    if again is not None:
        feed.note(again.applied)
    return Verdict(record, decision, True, again)

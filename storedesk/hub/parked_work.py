"""What becomes of parked actions: a task where the desk stands, a new decision of the kept bytes, or an end."""

from typing import NamedTuple

import msgspec

from storedesk.actions.day_args import DismissParked, RetryParked
from storedesk.actions.parked_work import TASK, TRY_AGAIN
from storedesk.actions.registry import KINDS
from storedesk.domain.changes import Change, Insert, Set
from storedesk.domain.ids import derived_id
from storedesk.domain.reasons import GivenUp
from storedesk.domain.records import Task
from storedesk.hub.decide_once import PARKED, UNKNOWN_KIND, decide_once
from storedesk.hub.try_marks import TryMarks
from storedesk.protocol.wire import ActionRecord, Decision
from storedesk.storage import hub_inbox, hub_parked
from storedesk.storage.change_set import Applied, RowsBusy, attempt, execute, lock_rows
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_inbox import DeviceRow
from storedesk.storage.rows import Rows

FOLLOW_UPS = frozenset({RetryParked.__name__, DismissParked.__name__})
MOST = 100


class Again(NamedTuple):
    """A parked action of ``owner`` that was decided anew, beside the action or the minute that asked for it."""

    owner: DeviceRow
    record: ActionRecord
    decision: Decision
    applied: list[Applied]


def open_task(
    connection: Connection, owner: DeviceRow, record: ActionRecord, decision: Decision, now: int
) -> tuple[Decision, list[Applied]]:
    """Nobody has to look for what is parked: the desk's place gets a task, without anything of its arguments."""
    facts = {
        "action": record.kind[:60],
        "reason": decision.reason,
        "staff": record.staff_id,
        "desk": owner.code,
        "at": record.at,
    }
    text = msgspec.json.encode(facts, order="sorted").decode()
    row = Task(
        derived_id(TASK, record.id),
        owner.place_id,
        "parked_action",
        "",
        "",
        record.id,
        now,
        "open",
        text,
        "",
        None,
        None,
    )
    rows = Rows(connection)
    told = msgspec.structs.replace(decision, task=row.id)
    if rows.get("task", (row.id,)) is not None:
        return told, []
    return told, [execute(rows, Insert("task", row))]


def follow_up(
    connection: Connection, request: ActionRecord, now: int, marks: TryMarks, *, wait: bool
) -> Again | None:
    """What an accepted ``RetryParked`` or ``DismissParked`` asked for; None if that was decided meanwhile."""
    task_id = msgspec.json.decode(request.args, type=RetryParked).task_id
    found = Rows(connection).get("task", (task_id,))
    kept = None if found is None else hub_parked.parked_action(connection, found.row.action_id)
    if kept is None:
        return None
    if request.kind == DismissParked.__name__:
        reason = GivenUp(request.staff_id)
        decision = Decision(
            action_id=kept.record.id, seq=kept.record.seq, outcome="refused", position=0, reason=reason.kind,
            facts=reason.facts(), task=task_id,
        )  # fmt: skip
        return Again(kept.owner, kept.record, decision, [])
    return _decided_anew(connection, kept, now, marks, wait=wait)


def retry_known_kinds(connection: Connection, now: int, marks: TryMarks) -> list[Again]:
    """Parked actions whose kind this version of the hub has learnt, each in a savepoint of its own."""
    done: list[Again] = []
    for action_id, kind, version in hub_parked.parked_because(connection, UNKNOWN_KIND):
        known = KINDS.get(kind)
        if known is None or known.version != version or len(done) == MOST:
            continue
        kept = hub_parked.parked_action(connection, action_id)
        if kept is None:
            continue
        try:
            with attempt(connection):
                done.append(_decided_anew(connection, kept, now, marks, wait=False))
        except RowsBusy:
            continue
    return done


def settle(connection: Connection, again: list[Again], position: int, now: int) -> None:
    """Puts the new decisions in the place of "parked", and each into the audit."""
    for one in again:
        decision = msgspec.structs.replace(one.decision, position=position)
        hub_parked.replace_parked(connection, decision, now)
        hub_inbox.write_audit(connection, one.owner, one.record, decision.outcome, now)


def note(feed: FeedWriter, again: list[Again]) -> None:
    for one in again:
        feed.note(one.applied)


def _decided_anew(
    connection: Connection, kept: hub_parked.KeptAction, now: int, marks: TryMarks, *, wait: bool
) -> Again:
    """As for a first decision, at the time it came; the task about it ends with a decision."""
    at = min(kept.record.at, kept.received_at, now)
    decision, applied = decide_once(connection, kept.owner, kept.record, at, now, marks, wait=wait)
    rows = Rows(connection)
    stored = rows.get("task", (derived_id(TASK, kept.record.id),))
    if decision.outcome == PARKED:
        told = msgspec.structs.replace(decision, task=None if stored is None else stored.row.id)
        return Again(kept.owner, kept.record, told, applied)
    if stored is not None and stored.row.state != "answered":
        ended: list[Change] = [
            Set("task", stored.row, stored.row._replace(state="answered", answer=TRY_AGAIN, answered_at=now))
        ]
        lock_rows(rows, ended, wait=wait)
        applied = [*applied, *(execute(rows, change) for change in ended)]
    return Again(kept.owner, kept.record, decision, applied)

"""Deciding one action on the rows as they are, in savepoints of its own: what comes of it, and what it changed."""

from typing import NamedTuple

import msgspec

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.desk_work import REPLACED
from storedesk.actions.registry import UnknownKind, UnreadableArguments, act_from, decide
from storedesk.domain.changes import Change, Insert, Set
from storedesk.domain.ids import effect_id
from storedesk.domain.records import Desk, Task
from storedesk.hub.try_marks import TryMarks
from storedesk.protocol.wire import ActionRecord, Decision
from storedesk.storage.change_set import Applied, ConditionFailed, NotStorable, attempt, execute
from storedesk.storage.database_work import Connection
from storedesk.storage.devices import revoke_device
from storedesk.storage.hub_inbox import DeviceRow
from storedesk.storage.promises import decide_on_locked
from storedesk.storage.rows import Rows

TRIES = 5
PARKED = "parked"
UNKNOWN_KIND, UNREADABLE, FAILED, TOO_OFTEN = "UnknownKind", "UnreadableArguments", "Failed", "TriedTooOften"
MISTAKES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RuntimeError,
    MemoryError,
    NotStorable,
    msgspec.MsgspecError,
)
"""What an action raises when it meets data it was not written for; trouble with the database is none of these."""


class Outcome(NamedTuple):
    """A decision without its position yet, and the rows it changed, not yet noted in the feed."""

    decision: Decision
    applied: list[Applied]


def decide_once(
    connection: Connection,
    owner: DeviceRow,
    record: ActionRecord,
    at: int,
    now: int,
    marks: TryMarks,
    *,
    wait: bool,
) -> Outcome:
    """Parked after five tries that raised; whatever is raised takes nothing with it but this action.

    Raises ``RowsBusy`` without ``wait`` where others hold rows.
    """
    try:
        act = act_from(
            record.id,
            record.kind,
            record.version,
            bytes(record.args),
            record.staff_id,
            owner.place_id,
            owner.code,
        )
    except UnknownKind:
        return _parked(record, UNKNOWN_KIND)
    except UnreadableArguments:
        return _parked(record, UNREADABLE)
    why = FAILED
    try:
        while marks.begin(record.id) <= TRIES:
            try:
                with attempt(connection):
                    rows = Rows(connection)
                    result = decide_on_locked(
                        rows, lambda state: decide(state, act, at, now), _changes, wait=wait
                    )
                    applied = _effects(rows, record, owner, result, now)
            except ConditionFailed:
                why = TOO_OFTEN
                continue
            except MISTAKES:
                why = FAILED
                continue
            return Outcome(_decision(record, result), applied)
    finally:
        marks.end(record.id)
    return _parked(record, why)


def _changes(result: Accepted | Rejected) -> tuple[Change, ...]:
    return result.changes if isinstance(result, Accepted) else ()


def _effects(
    rows: Rows, record: ActionRecord, owner: DeviceRow, result: Accepted | Rejected, now: int
) -> list[Applied]:
    if isinstance(result, Rejected):
        return [execute(rows, change) for change in _refusal_task(record, owner, result, now)]
    for change in result.changes:
        if isinstance(change, Set) and isinstance(change.new, Desk) and change.new.state == REPLACED:
            revoke_device(rows.connection, change.new.code, now)
    return [execute(rows, change) for change in result.changes]


def _refusal_task(record: ActionRecord, owner: DeviceRow, result: Rejected, now: int) -> tuple[Insert, ...]:
    """Nothing is refused silently: the desk's place gets a task with the reason."""
    facts = {
        "action": record.kind,
        "reason": result.reason.kind,
        "facts": result.reason.facts(),
        "staff": record.staff_id,
        "desk": owner.code,
        "at": record.at,
    }
    subject = msgspec.json.decode(record.args).get("fulfilment_id", "")
    row = Task(
        effect_id(record.id, 20_000),
        owner.place_id,
        "refused_action",
        "",
        subject,
        record.id,
        now,
        "open",
        msgspec.json.encode(facts, order="sorted").decode(),
        "",
        None,
        None,
    )
    return (Insert("task", row),)


def _parked(record: ActionRecord, why: str) -> Outcome:
    decision = Decision(action_id=record.id, seq=record.seq, outcome=PARKED, position=0, reason=why)
    return Outcome(decision, [])


def _decision(record: ActionRecord, result: Accepted | Rejected) -> Decision:
    if isinstance(result, Rejected):
        return Decision(
            action_id=record.id,
            seq=record.seq,
            outcome="refused",
            position=0,
            reason=result.reason.kind,
            facts=result.reason.facts(),
            task=effect_id(record.id, 20_000),
        )
    outcome = "accepted" if result.task is None else "accepted_with_conflict"
    return Decision(action_id=record.id, seq=record.seq, outcome=outcome, position=0, task=result.task)

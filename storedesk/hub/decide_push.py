"""Deciding a batch of actions: sequence, rights, effects, inbox, feed, audit, in one transaction."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from storedesk.actions.action import Accepted, Rejected
from storedesk.actions.desk_work import REPLACED
from storedesk.actions.registry import UnknownKind, UnreadableArguments, act_from, decide
from storedesk.domain.changes import Insert, Set
from storedesk.domain.ids import effect_id
from storedesk.domain.records import Desk, Task
from storedesk.protocol.wire import ActionRecord, Decision, PushReply, PushRequest, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage import hub_inbox
from storedesk.storage.change_set import Applied, ConditionFailed, RowsBusy, attempt, execute, lock_rows
from storedesk.storage.database_work import Connection
from storedesk.storage.devices import revoke_device
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_inbox import DeviceRow
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

BATCH = 50
TRIES = 5
MISTAKES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    msgspec.MsgspecError,
)
"""What an action raises when it meets data it was not written for; trouble with the database is none of these."""


class Faults(NamedTuple):
    """Mistakes that the simulation can plant to see that they are noticed; all off in the product."""

    no_dedupe: bool = False
    no_sequence_check: bool = False


NO_FAULTS = Faults()


class Verdict(NamedTuple):
    record: ActionRecord
    decision: Decision
    fresh: bool


def push(
    connection: Connection,
    device_id: str,
    request: PushRequest,
    now: int,
    random_tag: Callable[[], int],
    faults: Faults = NO_FAULTS,
) -> PushReply | WireError:
    """Decides up to ``BATCH`` actions in the order of the request; the rest is answered by asking again.

    A push ends early, with its decisions so far, where it would have to wait for rows that others hold.
    """
    owner = hub_inbox.device_row(connection, device_id, lock=True)
    if owner is None:
        return WireError(number=WireErrorNumber.UNKNOWN_DEVICE, now=now)
    if request.epoch != owner.epoch:
        return WireError(number=WireErrorNumber.WRONG_EPOCH, now=now, expected=owner.epoch)
    feed = FeedWriter(connection, random_tag)
    verdicts: list[Verdict] = []
    gap = False
    for record in request.actions[:BATCH]:
        stored = None if faults.no_dedupe else hub_inbox.stored_decision(connection, record.id)
        if stored is not None:
            same = stored.content_hash == hub_inbox.content_hash(record)
            verdicts.append(Verdict(record, stored.decision if same else _altered(stored.decision), False))
            if record.seq == owner.last_seq + 1:
                owner = owner._replace(last_seq=record.seq)
            continue
        if record.seq <= owner.last_seq and not (faults.no_dedupe or faults.no_sequence_check):
            if any(verdict.fresh for verdict in verdicts):
                break
            return _new_epoch(connection, owner, now)
        if record.seq > owner.last_seq + 1 and not faults.no_sequence_check:
            gap = True
            break
        at = min(max(record.at, owner.last_at), now)
        holds_rows = any(verdict.fresh for verdict in verdicts)
        try:
            verdict = _decide_one(connection, owner, record, at, now, feed, wait=not holds_rows)
        except RowsBusy:
            break
        verdicts.append(verdict)
        owner = owner._replace(last_seq=max(owner.last_seq, record.seq), last_at=at)
    verdicts = _finish(connection, owner, verdicts, now, feed)
    return PushReply(
        decisions=[verdict.decision for verdict in verdicts],
        expected=owner.last_seq + 1,
        gap=gap,
        epoch=owner.epoch,
    )


def _finish(
    connection: Connection, owner: DeviceRow, verdicts: list[Verdict], now: int, feed: FeedWriter
) -> list[Verdict]:
    hub_inbox.save_device(connection, owner, now)
    cursor = feed.write()
    done: list[Verdict] = []
    for record, decision, fresh in verdicts:
        if fresh:
            decision = Decision(
                action_id=decision.action_id,
                seq=record.seq,
                outcome=decision.outcome,
                position=cursor.position,
                task=decision.task,
                reason=decision.reason,
                facts=decision.facts,
            )
            hub_inbox.store_decision(connection, owner, record, decision, now)
            hub_inbox.write_audit(connection, owner, record, decision.outcome, now)
        done.append(Verdict(record, decision, fresh))
    return done


def _altered(decision: Decision) -> Decision:
    """Same id, other content: the first decision stands and the desk is told that its bytes differ."""
    return Decision(
        action_id=decision.action_id,
        seq=decision.seq,
        outcome="parked",
        position=decision.position,
        reason="AlteredContent",
    )


def _new_epoch(connection: Connection, owner: DeviceRow, now: int) -> WireError:
    """Same device and number, another action: a copied or restored desk; it begins again under a new epoch."""
    owner = owner._replace(epoch=owner.epoch + 1, last_seq=0)
    hub_inbox.save_device(connection, owner, now)
    return WireError(number=WireErrorNumber.WRONG_EPOCH, now=now, expected=owner.epoch)


def _decide_one(
    connection: Connection,
    owner: DeviceRow,
    record: ActionRecord,
    at: int,
    now: int,
    feed: FeedWriter,
    *,
    wait: bool,
) -> Verdict:
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
        return _parked(record, "UnknownKind")
    except UnreadableArguments:
        return _parked(record, "UnreadableArguments")
    why = ""
    for _ in range(TRIES):
        try:
            with attempt(connection):
                rows = Rows(connection)
                result = decide(StateView(rows), act, at, now)
                applied = _effects(rows, record, owner, result, now, wait=wait)
        except ConditionFailed:
            why = "TriedTooOften"
            continue
        except MISTAKES:
            why = "Failed"
            continue
        feed.note(applied)
        return Verdict(record, _decision(record, result), True)
    return _parked(record, why)


def _effects(
    rows: Rows, record: ActionRecord, owner: DeviceRow, result: Accepted | Rejected, now: int, *, wait: bool
) -> list[Applied]:
    if isinstance(result, Rejected):
        return [execute(rows, change) for change in _refusal_task(record, owner, result, now)]
    lock_rows(rows, result.changes, wait=wait)
    for change in result.changes:
        if isinstance(change, Set) and isinstance(change.new, Desk) and change.new.state == REPLACED:
            revoke_device(rows.connection, change.new.code)
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


def _parked(record: ActionRecord, why: str) -> Verdict:
    return Verdict(
        record, Decision(action_id=record.id, seq=record.seq, outcome="parked", position=0, reason=why), True
    )


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

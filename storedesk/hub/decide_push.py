"""Deciding a batch of actions: sequence, rights, effects, inbox, feed, audit, in one transaction."""

from collections.abc import Callable
from typing import NamedTuple

from storedesk.hub.decide_action import Verdict, decide_action
from storedesk.protocol.action_hash import content_hash
from storedesk.protocol.wire import Decision, PushReply, PushRequest, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage import hub_inbox
from storedesk.storage.change_set import RowsBusy
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_inbox import DeviceRow

BATCH = 50


class Faults(NamedTuple):
    """Mistakes that the simulation can plant to see that they are noticed; all off in the product."""

    no_dedupe: bool = False
    no_sequence_check: bool = False


NO_FAULTS = Faults()


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
            same = stored.content_hash == content_hash(record)
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
            verdict = decide_action(connection, owner, record, at, now, feed, wait=not holds_rows)
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
        done.append(Verdict(record, decision, fresh))
    new = [(owner, record, decision) for record, decision, fresh in done if fresh]
    hub_inbox.store_decisions(connection, new, now)
    hub_inbox.write_audits(
        connection, [(owner, record, decision.outcome) for _, record, decision in new], now
    )
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

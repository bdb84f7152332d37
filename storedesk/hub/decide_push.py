"""Deciding a batch of actions: sequence, rights, effects, inbox, feed, audit, in one transaction."""

from collections.abc import Callable
from typing import NamedTuple

from storedesk.hub.decide_action import Verdict, decide_action
from storedesk.hub.device_epoch import after_fork
from storedesk.protocol.action_hash import chain_after, content_hash
from storedesk.protocol.wire import ActionRecord, Cursor, Decision, PushReply, PushRequest, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage import hub_inbox
from storedesk.storage.change_set import RowsBusy
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_inbox import DeviceRow

BATCH = 50
FORK = "fork"


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
    gap, chain = False, request.chain
    unchecked = faults.no_dedupe or faults.no_sequence_check
    for record in request.actions[:BATCH]:
        content = content_hash(record)
        stored = None if faults.no_dedupe else hub_inbox.stored_decision(connection, record.id)
        if not unchecked and _is_fork(owner, record, chain, known=stored is not None):
            if any(verdict.fresh for verdict in verdicts):
                break
            return _new_epoch(connection, owner, now)
        chain = chain_after(chain, content)
        if stored is not None:
            same = stored.content_hash == content
            verdicts.append(Verdict(record, stored.decision if same else _altered(stored.decision), False))
            owner = _counted(owner, record, content)
            continue
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
        owner = _counted(owner, record, content)._replace(
            last_seq=max(owner.last_seq, record.seq), last_at=at
        )
    verdicts, head = _finish(connection, owner, verdicts, now, feed)
    return PushReply(
        decisions=[verdict.decision for verdict in verdicts],
        expected=owner.last_seq + 1,
        gap=gap,
        epoch=owner.epoch,
        head=head if any(verdict.fresh for verdict in verdicts) else None,
    )


def _is_fork(owner: DeviceRow, record: ActionRecord, chain: str, *, known: bool) -> bool:
    """Whether this number was used for something else, or what came before it differs from what is known here."""
    if record.seq == owner.last_seq + 1:
        return chain != owner.chain
    return record.seq <= owner.last_seq and not known


def _counted(owner: DeviceRow, record: ActionRecord, content: str) -> DeviceRow:
    """The device behind the action, if it is the one that comes next."""
    if record.seq != owner.last_seq + 1:
        return owner
    return owner._replace(last_seq=record.seq, chain=chain_after(owner.chain, content))


def _finish(
    connection: Connection, owner: DeviceRow, verdicts: list[Verdict], now: int, feed: FeedWriter
) -> tuple[list[Verdict], Cursor]:
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
    return done, cursor


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
    owner = after_fork(owner)
    hub_inbox.save_device(connection, owner, now)
    return WireError(number=WireErrorNumber.WRONG_EPOCH, detail=FORK, now=now, expected=owner.epoch)

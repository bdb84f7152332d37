"""Deciding a batch of actions: sequence, rights, effects, inbox, feed, audit, in one transaction."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from storedesk.hub import parked_work
from storedesk.hub.decide_action import Verdict, decide_action
from storedesk.hub.device_epoch import after_fork
from storedesk.hub.try_marks import TryMarks
from storedesk.protocol.action_hash import chain_after, content_hash
from storedesk.protocol.wire import ActionRecord, Cursor, Decision, PushReply, PushRequest, WireError
from storedesk.protocol.wire_errors import WireErrorNumber
from storedesk.storage import hub_inbox, hub_parked
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
    no_look_for_loss: bool = False
    feed_writer: Callable[[Connection, Callable[[], int]], FeedWriter] = FeedWriter


NO_FAULTS = Faults()


class Begun(NamedTuple):
    """A push that is decided; its rows are written, and the feed, the inbox and the audit are not yet."""

    owner: DeviceRow
    verdicts: list[Verdict]
    gap: bool

    @property
    def is_new(self) -> bool:
        return any(verdict.fresh for verdict in self.verdicts)


def push(
    connection: Connection,
    owner: DeviceRow,
    request: PushRequest,
    now: int,
    feed: FeedWriter,
    faults: Faults = NO_FAULTS,
    marks: TryMarks | None = None,
    *,
    wait: bool = True,
) -> Begun | WireError | None:
    """Decides up to ``BATCH`` actions in the order of the request; the rest is answered by asking again.

    ``owner`` is the locked row of the device. A push ends early, with its decisions so far, where it would have
    to wait for rows that others hold; None if that is before its first decision, where it must not ``wait``.
    """
    if request.epoch != owner.epoch:
        return WireError(number=WireErrorNumber.WRONG_EPOCH, now=now, expected=owner.epoch)
    marks = marks or TryMarks()
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
            if same and stored.decision.outcome == hub_inbox.PARKED:
                hub_parked.keep_bytes(connection, record)
            verdicts.append(Verdict(record, stored.decision if same else _altered(stored.decision), False))
            owner = _counted(owner, record, content)
            continue
        if record.seq > owner.last_seq + 1 and not faults.no_sequence_check:
            gap = True
            break
        at = min(max(record.at, owner.last_at), now)
        may_wait = wait and not any(verdict.fresh for verdict in verdicts)
        try:
            verdict = decide_action(connection, owner, record, at, now, feed, marks, wait=may_wait)
        except RowsBusy:
            if not verdicts:
                return None
            break
        verdicts.append(verdict)
        owner = _counted(owner, record, content)._replace(
            last_seq=max(owner.last_seq, record.seq), last_at=at
        )
    hub_inbox.save_device(connection, owner, now)
    return Begun(owner, verdicts, gap)


def finish(
    connection: Connection, pushes: Sequence[Begun | WireError | None], now: int, feed: FeedWriter
) -> list[PushReply | WireError | None]:
    """Writes feed, inbox and audit of all the pushes in one transaction, and answers them; nothing locks later."""
    begun = [one for one in pushes if isinstance(one, Begun) and one.is_new]
    if not begun:
        head = feed.head(connection)
        return [_reply(one, head) if isinstance(one, Begun) else one for one in pushes]
    head = feed.write()
    new = [
        (one.owner, verdict.record, _placed(verdict, head))
        for one in begun
        for verdict in one.verdicts
        if verdict.fresh
    ]
    hub_inbox.store_decisions(connection, new, now)
    hub_inbox.write_audits(
        connection, [(owner, record, decision.outcome) for owner, record, decision in new], now
    )
    anew = [verdict.again for one in begun for verdict in one.verdicts if verdict.again is not None]
    parked_work.settle(connection, anew, head.position, now)
    return [_reply(one, head) if isinstance(one, Begun) else one for one in pushes]


def _reply(begun: Begun, head: Cursor) -> PushReply:
    """The head also where nothing is new: what was parked once may have been decided just before."""
    return PushReply(
        decisions=[_placed(verdict, head) for verdict in begun.verdicts],
        expected=begun.owner.last_seq + 1,
        gap=begun.gap,
        epoch=begun.owner.epoch,
        head=head if begun.verdicts else None,
    )


def _placed(verdict: Verdict, head: Cursor) -> Decision:
    """The decision with the position of the commit in which it is made."""
    if not verdict.fresh:
        return verdict.decision
    return msgspec.structs.replace(verdict.decision, seq=verdict.record.seq, position=head.position)


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

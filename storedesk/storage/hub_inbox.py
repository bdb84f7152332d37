"""The hub's inbox and the sequence of each device: what was decided, once, and what comes next."""

import hashlib
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.protocol.action_hash import content_hash
from storedesk.protocol.wire import ActionRecord, Decision
from storedesk.storage.schema import audit, device, inbox


class DeviceRow(NamedTuple):
    """``chain`` is that of the epoch behind ``last_seq``; ``lost_epoch`` the one begun when this hub was last found
    put back; ``heard_until`` the hub's time up to which the device has said that nothing of it waits."""

    id: str
    place_id: int
    code: str
    epoch: int
    last_seq: int
    last_at: int
    revoked: int
    chain: str = ""
    forks: int = 0
    lost_epoch: int = 0
    heard_until: int = 0


class StoredDecision(NamedTuple):
    decision: Decision
    content_hash: str


_DEVICE = sa.select(
    device.c.id,
    device.c.place_id,
    device.c.code,
    device.c.epoch,
    device.c.last_seq,
    device.c.last_at,
    device.c.revoked,
    device.c.chain,
    device.c.forks,
    device.c.lost_epoch,
    device.c.heard_until,
).where(device.c.id == sa.bindparam("wanted"))
_LOCKED_DEVICE = _DEVICE.with_for_update()
_INBOX = sa.select(inbox).where(inbox.c.action_id == sa.bindparam("wanted"))


def device_row(connection: sa.Connection, device_id: str, *, lock: bool = False) -> DeviceRow | None:
    """The device; with ``lock`` nobody else decides for it until the transaction ends."""
    row = connection.execute(_LOCKED_DEVICE if lock else _DEVICE, {"wanted": device_id}).first()
    return None if row is None else DeviceRow(*row)


def save_device(connection: sa.Connection, row: DeviceRow, seen_at: int) -> None:
    connection.execute(
        sa.update(device)
        .where(device.c.id == row.id)
        .values(
            epoch=row.epoch,
            last_seq=row.last_seq,
            last_at=row.last_at,
            last_seen_at=seen_at,
            chain=row.chain,
            forks=row.forks,
            lost_epoch=row.lost_epoch,
            heard_until=row.heard_until,
        )
    )


def stored_decision(connection: sa.Connection, action_id: str) -> StoredDecision | None:
    row = connection.execute(_INBOX, {"wanted": action_id}).first()
    if row is None:
        return None
    decision = Decision(
        action_id=row.action_id,
        seq=row.seq,
        outcome=row.outcome,
        position=row.position,
        task=row.task,
        reason=row.reason,
        facts=msgspec.json.decode(row.facts),
    )
    return StoredDecision(decision, row.content_hash)


def sequence_taken(connection: sa.Connection, device_id: str, epoch: int, seq: int) -> bool:
    """Whether another action of this device has this number in this epoch."""
    found = sa.select(inbox.c.action_id).where(
        inbox.c.device_id == device_id, inbox.c.epoch == epoch, inbox.c.seq == seq
    )
    return connection.execute(found).first() is not None


def store_decision(
    connection: sa.Connection, owner: DeviceRow, record: ActionRecord, decision: Decision, received_at: int
) -> None:
    connection.execute(
        inbox.insert().values(
            action_id=record.id,
            device_id=owner.id,
            epoch=owner.epoch,
            seq=record.seq,
            kind=record.kind,
            version=record.version,
            content_hash=content_hash(record),
            record=msgspec.json.encode(record).decode(),
            received_at=received_at,
            outcome=decision.outcome,
            position=decision.position,
            task=decision.task,
            reason=decision.reason,
            facts=msgspec.json.encode(decision.facts).decode(),
        )
    )


def write_audit(
    connection: sa.Connection, owner: DeviceRow, record: ActionRecord, outcome: str, at: int
) -> None:
    """Appends to the hash chain; the feed lock must be held, so that the chain has one writer."""
    last = connection.execute(
        sa.select(audit.c.number, audit.c.chain).order_by(audit.c.number.desc()).limit(1)
    ).first()
    number, chain = (1, "") if last is None else (last.number + 1, last.chain)
    entry = [number, at, owner.id, record.staff_id, record.kind, record.id, outcome]
    digest = hashlib.sha256(chain.encode() + msgspec.json.encode(entry)).hexdigest()
    connection.execute(
        audit.insert().values(
            number=number,
            at=at,
            device_id=owner.id,
            staff_id=record.staff_id,
            kind=record.kind,
            action_id=record.id,
            outcome=outcome,
            chain=digest,
        )
    )


def first_broken_audit_row(connection: sa.Connection) -> int | None:
    """The number of the first audit row that does not fit the chain; None if all do."""
    chain = ""
    for expected, row in enumerate(connection.execute(sa.select(audit).order_by(audit.c.number)), 1):
        entry = [row.number, row.at, row.device_id, row.staff_id, row.kind, row.action_id, row.outcome]
        chain = hashlib.sha256(chain.encode() + msgspec.json.encode(entry)).hexdigest()
        if row.number != expected or row.chain != chain:
            return int(row.number)
    return None

"""The hub's inbox and the sequence of each device: what was decided, once, and what comes next."""

import hashlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.protocol.action_hash import content_hash
from storedesk.protocol.wire import ActionRecord, Decision
from storedesk.storage.schema import audit, device, inbox
from storedesk.storage.short_sql import ShortSql, insert_into, select_from


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


Decided = tuple[DeviceRow, ActionRecord, Decision]


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
_DECISION_COLUMNS = ("action_id", "seq", "outcome", "position", "task", "reason", "facts", "content_hash")
_DECISION = select_from(inbox, _DECISION_COLUMNS, "action_id = ?")
_TAKEN = select_from(inbox, ("action_id",), "device_id = ? AND epoch = ? AND seq = ?")
_KEEP_DECISION = insert_into(inbox)
_LAST_AUDIT = select_from(audit, ("number", "chain")) + " ORDER BY number DESC LIMIT 1"
_KEEP_AUDIT = insert_into(audit)


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
    found = ShortSql(connection).first(_DECISION, action_id)
    if found is None:
        return None
    *values, facts, hash_ = found
    decision = Decision(
        **dict(zip(_DECISION_COLUMNS, values, strict=False)), facts=msgspec.json.decode(facts)
    )
    return StoredDecision(decision, hash_)


def sequence_taken(connection: sa.Connection, device_id: str, epoch: int, seq: int) -> bool:
    """Whether another action of this device has this number in this epoch."""
    return ShortSql(connection).first(_TAKEN, device_id, epoch, seq) is not None


def store_decision(
    connection: sa.Connection, owner: DeviceRow, record: ActionRecord, decision: Decision, received_at: int
) -> None:
    store_decisions(connection, [(owner, record, decision)], received_at)


def store_decisions(connection: sa.Connection, decided: Sequence[Decided], received_at: int) -> None:
    """Keeps what was decided by the actions' ids, so that each takes effect once."""
    values = [
        (record.id, owner.id, owner.epoch, record.seq, record.kind, record.version, content_hash(record),
         msgspec.json.encode(record).decode(), received_at, decision.outcome, decision.position, decision.task,
         decision.reason, msgspec.json.encode(decision.facts).decode())
        for owner, record, decision in decided
    ]  # fmt: skip
    ShortSql(connection).change_many(_KEEP_DECISION, values)


def write_audit(
    connection: sa.Connection, owner: DeviceRow, record: ActionRecord, outcome: str, at: int
) -> None:
    """As ``write_audits`` for one entry."""
    write_audits(connection, [(owner, record, outcome)], at)


def write_audits(
    connection: sa.Connection, done: Sequence[tuple[DeviceRow, ActionRecord, str]], at: int
) -> None:
    """Appends to the hash chain; the feed lock must be held, so that the chain has one writer."""
    if not done:
        return
    sql = ShortSql(connection)
    number, chain = sql.first(_LAST_AUDIT) or (0, "")
    values: list[tuple[Any, ...]] = []
    for owner, record, outcome in done:
        number += 1
        entry = [number, at, owner.id, record.staff_id, record.kind, record.id, outcome]
        chain = hashlib.sha256(chain.encode() + msgspec.json.encode(entry)).hexdigest()
        values.append((*entry, chain))
    sql.change_many(_KEEP_AUDIT, values)


def first_broken_audit_row(connection: sa.Connection) -> int | None:
    """The number of the first audit row that does not fit the chain; None if all do."""
    chain = ""
    for expected, row in enumerate(connection.execute(sa.select(audit).order_by(audit.c.number)), 1):
        entry = [row.number, row.at, row.device_id, row.staff_id, row.kind, row.action_id, row.outcome]
        chain = hashlib.sha256(chain.encode() + msgspec.json.encode(entry)).hexdigest()
        if row.number != expected or row.chain != chain:
            return int(row.number)
    return None

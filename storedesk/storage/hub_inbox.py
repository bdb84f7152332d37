"""The hub's inbox and the sequence of each device: what was decided, once, and what comes next."""

import hashlib
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.protocol.action_hash import content_hash
from storedesk.protocol.wire import ActionRecord, Decision
from storedesk.storage import action_keys
from storedesk.storage.schema import audit, device, inbox
from storedesk.storage.short_sql import ShortSql, insert_into, select_from

PARKED = "parked"


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


_DEVICE = select_from(device, DeviceRow._fields, "id = ?")
_DEVICES = select_from(device, DeviceRow._fields, "id IN ?*") + " ORDER BY id"
_SAVE_DEVICE = (
    f"UPDATE {device.name} SET epoch = ?, last_seq = ?, last_at = ?, last_seen_at = ?, chain = ?, forks = ?, "
    "lost_epoch = ?, heard_until = ? WHERE id = ?"
)
DECISION_COLUMNS = ("action_id", "seq", "outcome", "position", "task", "reason", "facts", "content_hash")
_DECISION = select_from(inbox, DECISION_COLUMNS, "action_id = ?")
_TAKEN = select_from(inbox, ("action_id",), "device_id = ? AND epoch = ? AND seq = ?")
_KEEP_DECISION = insert_into(inbox)
_LAST_AUDIT = select_from(audit, ("number", "chain")) + " ORDER BY number DESC LIMIT 1"
_KEEP_AUDIT = insert_into(audit)


def device_row(connection: sa.Connection, device_id: str, *, lock: bool = False) -> DeviceRow | None:
    """The device; with ``lock`` nobody else decides for it until the transaction ends."""
    if lock:
        return locked_devices(connection, [device_id]).get(device_id)
    found = ShortSql(connection).first(_DEVICE, device_id)
    return None if found is None else DeviceRow(*found)


def locked_devices(connection: sa.Connection, device_ids: Sequence[str]) -> dict[str, DeviceRow]:
    """The devices that there are; locked in the order of their ids, so that no two wait for each other."""
    sql = ShortSql(connection)
    found = sql.all(_DEVICES + sql.for_update, list(device_ids))
    return {row.id: row for row in (DeviceRow(*values) for values in found)}


def save_device(connection: sa.Connection, row: DeviceRow, seen_at: int) -> None:
    values = (
        row.epoch,
        row.last_seq,
        row.last_at,
        seen_at,
        row.chain,
        row.forks,
        row.lost_epoch,
        row.heard_until,
    )
    ShortSql(connection).change(_SAVE_DEVICE, *values, row.id)


def stored_decision(connection: sa.Connection, action_id: str) -> StoredDecision | None:
    found = ShortSql(connection).first(_DECISION, action_id)
    if found is None:
        return None
    return StoredDecision(decision_of(found), found[-1])


def decision_of(row: Sequence[Any]) -> Decision:
    """From a row's ``DECISION_COLUMNS``."""
    *values, facts, _ = row
    return Decision(**dict(zip(DECISION_COLUMNS, values, strict=False)), facts=msgspec.json.decode(facts))


def sequence_taken(connection: sa.Connection, device_id: str, epoch: int, seq: int) -> bool:
    """Whether another action of this device has this number in this epoch."""
    return ShortSql(connection).first(_TAKEN, device_id, epoch, seq) is not None


def store_decision(
    connection: sa.Connection,
    owner: DeviceRow,
    record: ActionRecord,
    decision: Decision,
    received_at: int,
    *,
    rescued: bool = False,
) -> None:
    """As ``store_decisions`` for one action."""
    store_decisions(connection, [(owner, record, decision)], received_at, rescued=rescued)


def store_decisions(
    connection: sa.Connection, decided: Sequence[Decided], received_at: int, *, rescued: bool = False
) -> None:
    """Keeps what was decided by the actions' ids, so that each takes effect once, and its bytes sealed.

    ``rescued`` marks what came in a file of a desk that had its access taken away.
    """
    values, keys = [], []
    for owner, record, decision in decided:
        sealed, key = action_keys.sealed(record)
        until = None if decision.outcome == PARKED else received_at + action_keys.KEPT_MS
        keys.append((record.id, key, until))
        values.append(
            (record.id, owner.id, owner.epoch, record.seq, record.kind, record.version, content_hash(record), sealed,
             received_at, decision.outcome, decision.position, decision.task, decision.reason,
             msgspec.json.encode(decision.facts).decode(), int(rescued))
        )  # fmt: skip
    ShortSql(connection).change_many(_KEEP_DECISION, values)
    action_keys.keep(connection, keys)


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

"""Parked actions in the hub's inbox: their kept bytes, and the decision that takes the place of "parked"."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from storedesk.protocol.wire import ActionRecord, Decision
from storedesk.storage import action_keys
from storedesk.storage.hub_inbox import DECISION_COLUMNS, PARKED, DeviceRow, decision_of, device_row
from storedesk.storage.schema import device, inbox

REVOKED_KEPT_DAYS = 400
"""How long it is known that an action was decided after its device has had its access taken away."""


class KeptAction(NamedTuple):
    """A parked action, the device it came from, and when (UTC ms)."""

    owner: DeviceRow
    record: ActionRecord
    received_at: int


def parked_action(connection: sa.Connection, action_id: str) -> KeptAction | None:
    """A parked action with its kept bytes, locked until the transaction ends; None if it is parked no more, or
    its bytes went with a backup that came without keys."""
    query = sa.select(inbox.c.device_id, inbox.c.record, inbox.c.received_at).where(
        inbox.c.action_id == action_id, inbox.c.outcome == PARKED
    )
    row = connection.execute(query.with_for_update()).first()
    if row is None:
        return None
    owner = device_row(connection, row.device_id)
    record = action_keys.unseal(connection, action_id, row.record)
    return None if owner is None or record is None else KeptAction(owner, record, row.received_at)


def parked_because(connection: sa.Connection, reason: str) -> list[tuple[str, str, int]]:
    """Id, kind and version of what is parked for this reason."""
    query = sa.select(inbox.c.action_id, inbox.c.kind, inbox.c.version).where(
        inbox.c.outcome == PARKED, inbox.c.reason == reason
    )
    return [(row.action_id, row.kind, row.version) for row in connection.execute(query.order_by(inbox.c.seq))]


def decided_since(connection: sa.Connection, device_id: str, action_ids: Sequence[str]) -> list[Decision]:
    """The decisions of those of a device's actions that are parked no more."""
    if not action_ids:
        return []
    query = sa.select(*(inbox.c[name] for name in DECISION_COLUMNS)).where(
        inbox.c.action_id.in_(action_ids), inbox.c.device_id == device_id, inbox.c.outcome != PARKED
    )
    return [decision_of(tuple(row)) for row in connection.execute(query)]


def replace_parked(connection: sa.Connection, decision: Decision, now: int) -> None:
    """The new decision of a parked action; its bytes are kept for some time from now on."""
    connection.execute(
        sa.update(inbox)
        .where(inbox.c.action_id == decision.action_id, inbox.c.outcome == PARKED)
        .values(
            outcome=decision.outcome,
            position=decision.position,
            task=decision.task,
            reason=decision.reason,
            facts=msgspec.json.encode(decision.facts).decode(),
        )
    )
    if decision.outcome != PARKED:
        action_keys.set_until(connection, decision.action_id, now + action_keys.KEPT_MS)


def keep_bytes(connection: sa.Connection, record: ActionRecord) -> None:
    """A parked action came again: its bytes are kept again, should a restored hub have lost them."""
    if action_keys.has_key(connection, record.id):
        return
    sealed, key = action_keys.sealed(record)
    action_keys.keep(connection, [(record.id, key, None)])
    connection.execute(sa.update(inbox).where(inbox.c.action_id == record.id).values(record=sealed))


def forget_long_revoked(connection: sa.Connection, now: int) -> int:
    """Removes what is left of actions of devices that had their access taken away long ago; how many."""
    gone = sa.select(device.c.id).where(
        device.c.revoked == 1, device.c.revoked_at <= now - REVOKED_KEPT_DAYS * action_keys.DAY_MS
    )
    over = sa.select(inbox.c.action_id).where(inbox.c.device_id.in_(gone), inbox.c.outcome != PARKED)
    return connection.execute(sa.delete(inbox).where(inbox.c.action_id.in_(over.limit(1_000)))).rowcount

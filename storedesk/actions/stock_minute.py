"""What time alone does to stock, decided at the hub: holds lapse, lendings end, arrivals wait for their sending."""

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.stock_holds import lapse
from storedesk.actions.stock_lending import review
from storedesk.domain.changes import Absent, Change
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Hold, ProtectedStock, Task, Transfer

WAITS_FOR_SENDING_MS = 7 * 24 * 3_600_000
"""So long an arrival stands before its sending is known; then somebody has to look."""


def lapse_hold(state: State, hold: Hold, heard_at: int, now: int) -> tuple[Change, ...]:
    """Nothing before every desk of the place has been heard of after the end: one may have ended it already."""
    if heard_at <= hold.until or hold.until > now:
        return ()
    effects = Effects(state, _by_itself(hold.id, hold.location_id), now)
    lapse(effects, hold)
    return tuple(effects.changes)


def review_lending(state: State, row: ProtectedStock, heard_at: int, now: int) -> tuple[Change, ...]:
    """``heard_at`` is when the desk it is lent to was last heard of."""
    name = derived_id("lending", str(row.location_id), str(row.variant_id), row.desk)
    effects = Effects(state, _by_itself(name, row.location_id), now)
    review(effects, row, heard_at, now)
    return tuple(effects.changes)


def ask_for_sending(state: State, row: Transfer, now: int) -> tuple[Change, ...]:
    """One task at the place that never said it had sent what has arrived elsewhere."""
    late = row.received_at is not None and row.sent_at is None
    if not late or now < (row.received_at or 0) + WAITS_FOR_SENDING_MS:
        return ()
    if not isinstance(state.get(Task, effect_id(row.id, 1)), Absent):
        return ()
    effects = Effects(state, _by_itself(row.id, row.from_id), now)
    effects.task("transfer_not_sent", row.from_id, {"order": row.number, "state": row.state})
    return tuple(effects.changes)


def _by_itself(name: str, place_id: int) -> Act:
    return Act(name, "", None, 0, place_id, "")

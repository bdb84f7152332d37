"""Who may do what: permissions by role, asked at the time of the act."""

from storedesk.actions.action import Act, State
from storedesk.domain.records import Staff

_EVERYBODY = frozenset(
    {
        "task.answer", "stock.look", "order.look", "order.request", "customer.contact", "customer.verify",
        "customer.decide", "pickup.extend", "pickup.move", "quote.write",
    }
)  # fmt: skip
_ASSOCIATE = _EVERYBODY | {
    "pickup.work", "pickup.hand_over", "pickup.correct_own", "pickup.release", "stock.adjust", "stock.count",
    "stock.hold", "stock.transfer", "order.take_back", "day.run",
}  # fmt: skip
_MANAGER = _ASSOCIATE | {
    "pickup.correct", "supervise", "quote.approve", "desk.replace", "task.dismiss", "channel.repair",
}  # fmt: skip
PERMISSIONS: dict[str, frozenset[str]] = {
    "sales_associate": _ASSOCIATE,
    "store_manager": _MANAGER,
    "customer_service": _EVERYBODY | {"stock.hold", "day.run"},
    "head_office": _MANAGER | {"channel.connect"},
}
"""What each role may do; a place of another kind may lack what a permission is about."""


def staff_at(state: State, place_id: int, staff_id: int, at: int) -> Staff | None:
    """The person's rights at the place if they stood at that time."""
    row = state.get(Staff, place_id, staff_id)
    if not isinstance(row, Staff) or at < row.active_from:
        return None
    return row if row.active_until is None or at < row.active_until else None


def may(state: State, act: Act, permission: str, at: int) -> bool:
    staff = staff_at(state, act.place_id, act.staff_id, at)
    return staff is not None and permission in PERMISSIONS.get(staff.role, frozenset())


def is_supervisor(state: State, act: Act, staff_id: int | None, at: int) -> bool:
    """Whether this person may supervise at the act's place."""
    staff = None if staff_id is None else staff_at(state, act.place_id, staff_id, at)
    return staff is not None and "supervise" in PERMISSIONS.get(staff.role, frozenset())

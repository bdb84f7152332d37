"""What can be done with an order on the screen: which of its parts is meant, what stands against it."""

from storedesk.actions.ending_parts import LEFT_THE_SHOP
from storedesk.actions.order_marks import address_mark, note_mark
from storedesk.actions.pickup_moves import MOVABLE
from storedesk.actions.service_decide import WAITS
from storedesk.desk.order_views import OrderPart, OrderView
from storedesk.domain.pickup_state import HANDOVER, NOT_COLLECTED, PARTLY_COLLECTED, READY
from storedesk.storage.desk_order_reads import OrderRecord

DECIDE, OPEN_PICKUP, ASK, COPY = "decide", "open_pickup", "ask", "copy_answer"


def main_deed(view: OrderView) -> str:
    """What F9 does: what waits for somebody first, and the answer for the customer where nothing does."""
    if part_to_decide(view) is not None:
        return DECIDE
    if part_here(view) is not None:
        return OPEN_PICKUP
    return ASK if part_to_ask(view) is not None else COPY


def part_to_decide(view: OrderView) -> OrderPart | None:
    return next((part for part in view.parts if part.state in WAITS), None)


def part_here(view: OrderView) -> OrderPart | None:
    return next((part for part in view.parts if part.is_here and not part.is_over), None)


def part_to_ask(view: OrderView) -> OrderPart | None:
    """One that another store has."""
    return next((part for part in view.parts if not part.is_here and not part.is_over), None)


def part_to_extend(view: OrderView) -> OrderPart | None:
    """What stands ready before all else."""
    able = [part for part in view.parts if not part.is_over and part.state != NOT_COLLECTED]
    waiting = [part for part in able if part.state in (READY, PARTLY_COLLECTED)]
    return next(iter(waiting or able), None)


def part_to_move(view: OrderView) -> OrderPart | None:
    """What another store could hand over as well."""
    return next((part for part in view.parts if part.state in MOVABLE), None)


def parts_to_agree(view: OrderView) -> tuple[OrderPart, ...]:
    """What stands ready at a store, whose handover customer service may agree to on the phone."""
    return tuple(part for part in view.parts if part.state in HANDOVER and part.fulfilment_id)


def collector_seen(record: OrderRecord, part: OrderPart) -> str:
    """The row of who may collect besides the buyer, empty where nobody is named."""
    holder = str(part.place_id)
    found = [one.id for one in record.persons if one.role == "collector" and one.holder == holder]
    return sorted(found)[-1] if found else ""


def can_change(view: OrderView) -> bool:
    return view.state != "cancelled" and not any(part.state in LEFT_THE_SHOP for part in view.parts)


def seen_mark(record: OrderRecord, change: str) -> str:
    """The mark of what a change touches, as this desk shows it; of a line it is its open quantity."""
    order_id = record.order.id
    if change == "address":
        shipping = next((row for row in record.addresses if row.role == "shipping"), None)
        return address_mark(order_id, shipping)
    if change == "note":
        parts = sorted(record.parts, key=lambda part: part.fulfilment.id)
        return note_mark(order_id, parts[0].fulfilment.note if parts else "")
    return record.order.state

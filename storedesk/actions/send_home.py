"""Parts of an order that are sent to the customer: one per place, each with a task, ended when the goods have left."""

from collections.abc import Sequence

from storedesk.actions.effects import Effects
from storedesk.actions.ending_parts import reserved, wanted
from storedesk.actions.reading import row_or_none
from storedesk.domain.pickup_state import CLAIMED, NEW, PICKING, SHIP_HOME, STAGED
from storedesk.domain.records import Fulfilment, FulfilmentLine, QuoteLine
from storedesk.domain.tables import SELLABLE

SHIP = "ship"
"""The kind of a part that nobody collects."""
SEND_TASK = "ship_to_customer"
_NOT_SENT = frozenset({NEW, CLAIMED, PICKING, STAGED})
_DAY_MS = 86_400_000


def parts_to_send(
    effects: Effects,
    order_id: str,
    number: str,
    lines: Sequence[QuoteLine],
    shares: Sequence[tuple[int, int, int]],
) -> None:
    """``shares`` say which place sends how much of which article; each is reserved there."""
    left = {line.line: line.quantity for line in lines}
    parts: dict[int, Fulfilment] = {}
    for place_id, variant_id, quantity in shares:
        if place_id not in parts:
            parts[place_id] = _part(effects, order_id, number, place_id)
        effects.release(place_id, variant_id, -quantity)
        for line in lines:
            taken = min(quantity, left[line.line]) if line.variant_id == variant_id else 0
            if taken:
                effects.insert(
                    FulfilmentLine(parts[place_id].id, line.line, variant_id, taken, 0, 0, 0, "", 0, 0, 0)
                )
                left[line.line] -= taken
                quantity -= taken


def sent_home(effects: Effects, fulfilment_id: str) -> None:
    """The goods have left the place; a second answer moves nothing."""
    part = row_or_none(effects.state, Fulfilment, fulfilment_id)
    if part is None or part.kind != SHIP or part.state not in _NOT_SENT:
        return
    for line in effects.state.among(FulfilmentLine, fulfilment_id=part.id):
        leaves = max(0, wanted(line) - line.short)
        if leaves:
            effects.move(part.place_id, line.variant_id, SELLABLE, -leaves, "sent_to_customer")
        effects.release(part.place_id, line.variant_id, reserved(line))
    effects.set(part, state=SHIP_HOME, ended_at=effects.at, changed_at=effects.at)
    effects.note(part.order_id, "sent_to_customer", {"place": part.place_id})


def _part(effects: Effects, order_id: str, number: str, place_id: int) -> Fulfilment:
    at = effects.at
    part = effects.insert(
        Fulfilment(
            effects.new_id(), order_id, number, place_id, SHIP, NEW, at + _DAY_MS, "", None, "", None, None, None,
            "", 0, "", at,
        )
    )  # fmt: skip
    effects.task(SEND_TASK, place_id, {"order": number}, order_id, part.id)
    return part

"""How a part of an order ends or goes elsewhere: its reservation is freed, what was picked goes back."""

from storedesk.actions.action import State
from storedesk.actions.brought_goods import at_place, call_off_all, is_brought
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.payment import AUTHORISED, CAPTURED, ON_ACCOUNT, PART_PAID, REFUND_ASKED
from storedesk.domain.pickup_state import (
    CANCELLED,
    COLLECTED,
    CUSTOMER_DECISION,
    OTHER_STORE,
    PARTLY_COLLECTED,
    REJECTED,
    REROUTED,
    SHIP_HOME,
)
from storedesk.domain.records import (
    Fulfilment,
    FulfilmentLine,
    Hold,
    Order,
    OrderLine,
    Payment,
    ProtectedStock,
    StockLevel,
)
from storedesk.domain.returnable import refund_of
from storedesk.domain.tables import SELLABLE

LEFT_THE_SHOP = frozenset({COLLECTED, PARTLY_COLLECTED, SHIP_HOME})
"""Goods of such a part are with the customer or on their way."""
_CAN_BE_REFUNDED = frozenset({AUTHORISED, CAPTURED, PART_PAID, ON_ACCOUNT})


def wanted(line: FulfilmentLine) -> int:
    """What the customer still waits for here, found or not."""
    return max(0, line.ordered - line.cancelled - line.collected - line.refunded)


def reserved(line: FulfilmentLine) -> int:
    return max(0, line.ordered - line.cancelled - line.short - line.collected - line.refunded)


def free_at(state: State, place_id: int, variant_id: int, now: int) -> int:
    """What nobody there has a claim to: neither orders, nor holds, nor desks it is lent to."""
    level = row_or_none(state, StockLevel, place_id, variant_id, SELLABLE)
    if level is None:
        return 0
    where = {"location_id": place_id, "variant_id": variant_id}
    held = sum(h.quantity for h in state.among(Hold, **where) if h.state == "held" and h.until > now)
    lent = sum(p.quantity - p.used for p in state.among(ProtectedStock, **where) if p.lent_until > now)
    return level.quantity - level.reserved - held - lent


def end_part(effects: Effects, row: Fulfilment, state_after: str) -> None:
    """Ends it as cancelled, sent home or moved; goods picked for it are a task for the store."""
    picked = 0
    for line in effects.state.among(FulfilmentLine, fulfilment_id=row.id):
        effects.release(row.place_id, line.variant_id, at_place(row, line, reserved(line)))
        picked += line.picked - line.collected
        rest = line.ordered - line.cancelled - line.short - line.collected
        if state_after == CANCELLED and rest > 0:
            effects.set(line, cancelled=line.cancelled + rest, picked=line.collected, staged=line.collected)
    if is_brought(row):
        call_off_all(effects, row)
    if row.state == REJECTED and state_after != CANCELLED:
        row = effects.set(row, state=CUSTOMER_DECISION)
    effects.set(row, state=state_after, ended_at=effects.at, changed_at=effects.at)
    if picked:
        facts = {"order": row.order_number, "quantity": picked}
        effects.task("put_back_goods", row.place_id, facts, row.order_id, row.id)


def new_part(effects: Effects, row: Fulfilment, place_id: int, kind: str) -> Fulfilment:
    """The rest of a part as new work of another place, reserved there at once. It has no code: an ID is shown."""
    part = effects.insert(
        row._replace(
            id=effects.new_id(), place_id=place_id, kind=kind, state="new", claimed_by=None, claimed_desk="",
            claimed_at=None, ready_at=None, ended_at=None, code_hash="", wrong_codes=0, changed_at=effects.at,
            expected_at=None, source_id=0,
        )
    )  # fmt: skip
    for line in effects.state.among(FulfilmentLine, fulfilment_id=row.id):
        if wanted(line):
            effects.insert(
                FulfilmentLine(part.id, line.line, line.variant_id, wanted(line), 0, 0, 0, "", 0, 0, 0)
            )
            effects.release(place_id, line.variant_id, -wanted(line))
    return part


def has_all(state: State, row: Fulfilment, place_id: int, now: int) -> bool:
    """Whether a place could take over everything that is still wanted; an article in two lines is summed."""
    needed: dict[int, int] = {}
    for line in state.among(FulfilmentLine, fulfilment_id=row.id):
        needed[line.variant_id] = needed.get(line.variant_id, 0) + wanted(line)
    return any(needed.values()) and all(
        free_at(state, place_id, variant, now) >= quantity for variant, quantity in needed.items() if quantity
    )


def cancel_lines(effects: Effects, order: Order, quantities: dict[int, int]) -> None:
    """Takes quantities off the order's lines and asks for the money back where some was taken."""
    refund = 0
    for number, quantity in quantities.items():
        line = row_or_none(effects.state, OrderLine, order.id, number)
        if line is not None and quantity:
            refund += refund_of(line.amount, line.ordered, line.cancelled, quantity, order.currency)
            effects.set(line, cancelled=line.cancelled + quantity)
    if refund and order.payment_state in _CAN_BE_REFUNDED:
        effects.insert(
            Payment(effects.new_id(), order.id, "refund", "", REFUND_ASKED, refund, effects.at, "")
        )


def close_if_all_cancelled(effects: Effects, order: Order, ended: tuple[str, ...]) -> None:
    """The order is cancelled once each of its parts is, counting those in ``ended``; what another part has taken
    over says nothing."""
    parts = effects.state.among(Fulfilment, order_id=order.id)
    if all(part.id in ended or part.state in (CANCELLED, REROUTED, OTHER_STORE) for part in parts):
        paid = order.payment_state in _CAN_BE_REFUNDED
        payment = REFUND_ASKED if paid else order.payment_state
        effects.set(order, state="cancelled", payment_state=payment, changed_at=effects.at)

"""Goods sent to the store for a customer come in: a fact, also where nobody waited for them."""

from storedesk.actions.action import Accepted, Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_shelf_args import ReceiveInbound
from storedesk.actions.pickup_work import fulfilment_here, require_state
from storedesk.actions.reading import row_or_none
from storedesk.domain import pickup_state
from storedesk.domain.records import Fulfilment, FulfilmentLine, StockLevel
from storedesk.domain.tables import SELLABLE


def begin_receive(state: State, act: Act, at: int) -> None:
    args: ReceiveInbound = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, (pickup_state.INBOUND,), pickup_state.ARRIVED)


def receive(state: State, act: Act, at: int, now: int) -> Accepted:
    """On hand from now on and ready for a bin. Goods that are received already change nothing again; goods
    of another place's pickup, or of one that has ended, are a task here."""
    args: ReceiveInbound = act.args
    effects = Effects(state, act, at)
    row = row_or_none(state, Fulfilment, args.fulfilment_id)
    here = row is not None and row.place_id == act.place_id
    if row is None or not here or row.state in pickup_state.FINAL:
        facts = {
            "order": row.order_number if row else "",
            "state": row.state if row and here else "elsewhere",
        }
        order_id = row.order_id if row else ""
        task = effects.task("inbound_unexpected", act.place_id, facts, order_id, args.fulfilment_id)
        return effects.accepted(task)
    if row.state != pickup_state.INBOUND:
        return effects.accepted()
    missing = _book(effects, row, {part.line: part.quantity for part in args.lines})
    effects.set(row, state=pickup_state.ARRIVED, changed_at=at)
    effects.note(row.order_id, "goods_arrived", {"missing": missing})
    if not missing:
        return effects.accepted()
    differs = {"order": row.order_number, "quantity": missing}
    return effects.accepted(effects.task("inbound_differs", row.place_id, differs, row.order_id, row.id))


def _book(effects: Effects, row: Fulfilment, came: dict[int, int]) -> int:
    """What came is on hand and picked; the rest is short. How much is missing."""
    missing = 0
    for line in effects.state.among(FulfilmentLine, fulfilment_id=row.id):
        expected = line.ordered - line.cancelled - line.short
        arrived = min(expected, came.get(line.line, 0)) if came else expected
        short = expected - arrived
        reason = "not_arrived" if short else line.short_reason
        effects.set(line, picked=arrived, short=line.short + short, short_reason=reason)
        effects.release(row.place_id, line.variant_id, short)
        if arrived:
            effects.move(row.place_id, line.variant_id, SELLABLE, arrived, "inbound_received")
        _no_longer_coming(effects, row.place_id, line.variant_id, expected)
        missing += short
    return missing


def _no_longer_coming(effects: Effects, place_id: int, variant_id: int, quantity: int) -> None:
    level = row_or_none(effects.state, StockLevel, place_id, variant_id, SELLABLE)
    if level is not None and level.incoming:
        effects.add(StockLevel, (place_id, variant_id, SELLABLE), "incoming", -min(quantity, level.incoming))

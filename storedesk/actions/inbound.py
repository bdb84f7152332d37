"""Goods sent to the store for a customer come in: a fact, also where nobody waited for them."""

from storedesk.actions.action import Accepted, Act, State
from storedesk.actions.brought_goods import awaited_transfers, came_in
from storedesk.actions.effects import Effects
from storedesk.actions.pickup_shelf_args import ReceiveInbound
from storedesk.actions.pickup_work import fulfilment_here, require_state
from storedesk.actions.reading import row_or_none
from storedesk.actions.stock_transfers import take_in
from storedesk.domain import pickup_state
from storedesk.domain.records import Fulfilment, FulfilmentLine, StockLevel, TransferLine
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
    if row.source_id:
        return effects.accepted(_brought(effects, row, {part.line: part.quantity for part in args.lines}))
    missing = _book(effects, row, {part.line: part.quantity for part in args.lines})
    effects.set(row, state=pickup_state.ARRIVED, changed_at=at)
    effects.note(row.order_id, "goods_arrived", {"missing": missing})
    if not missing:
        return effects.accepted()
    differs = {"order": row.order_number, "quantity": missing}
    return effects.accepted(effects.task("inbound_differs", row.place_id, differs, row.order_id, row.id))


def _brought(effects: Effects, row: Fulfilment, came: dict[int, int]) -> str | None:
    """Received are the transfers that bring the goods: those known to be sent, else all; one task if less came."""
    awaited = awaited_transfers(effects.state, row)
    awaited = [one for one in awaited if one.sent_at is not None] or awaited
    left: dict[int, int] = {}
    for line in effects.state.among(FulfilmentLine, fulfilment_id=row.id):
        left[line.variant_id] = left.get(line.variant_id, 0) + came.get(line.line, 0)
    arrived, expected = dict[int, int](), dict[int, int]()
    for one in awaited:
        lines = effects.state.among(TransferLine, transfer_id=one.id)
        wanted = {line.variant_id: line.asked if one.sent_at is None else line.sent for line in lines}
        here = {v: min(units, left.get(v, 0)) if came else units for v, units in wanted.items()}
        left = {variant: units - here.get(variant, 0) for variant, units in left.items()}
        take_in(effects, one, {variant: units for variant, units in here.items() if units})
        _add_up(arrived, here)
        _add_up(expected, wanted)
    missing = sum(expected.values()) - sum(arrived.values())
    differs = {"order": row.order_number, "quantity": missing}
    task = effects.task("inbound_differs", row.place_id, differs, row.order_id, row.id) if missing else None
    if awaited:
        came_in(effects, awaited, arrived, expected)
    return task


def _add_up(sums: dict[int, int], more: dict[int, int]) -> None:
    for variant, units in more.items():
        sums[variant] = sums.get(variant, 0) + units


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

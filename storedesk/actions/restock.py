"""Goods of a pickup that ended are scanned back to their shelf: from then on they can be promised again."""

from storedesk.actions.action import Accepted, Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.not_collected import RESTOCK_TASK, outstanding
from storedesk.actions.open_tasks import settle
from storedesk.actions.pickup_shelf_args import Condition, RestockReturned
from storedesk.actions.pickup_work import fulfilment_here, require_state
from storedesk.actions.reading import row_or_none
from storedesk.domain import pickup_state
from storedesk.domain.records import Fulfilment, FulfilmentLine, Parcel
from storedesk.domain.tables import DAMAGED, SELLABLE


def begin_restock(state: State, act: Act, at: int) -> None:
    args: RestockReturned = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, (pickup_state.NOT_COLLECTED,), pickup_state.RETURNED_TO_STOCK)


def restock(state: State, act: Act, at: int, now: int) -> Accepted:
    """Frees what the order had reserved; the level moves only for what is damaged or missing. What does not
    fit the pickup moves nothing and is a task."""
    args: RestockReturned = act.args
    effects = Effects(state, act, at)
    row = row_or_none(state, Fulfilment, args.fulfilment_id)
    line = None if row is None else row_or_none(state, FulfilmentLine, row.id, args.line)
    fits = row is not None and row.place_id == act.place_id and row.state == pickup_state.NOT_COLLECTED
    if row is None or line is None or not fits or args.quantity > outstanding(line):
        facts = {"order": row.order_number if row else "", "state": row.state if row else ""}
        facts_of_goods = {"quantity": args.quantity, "variant_id": line.variant_id if line else 0}
        order_id = row.order_id if row else ""
        task = effects.task(
            "restock_unexpected", act.place_id, facts | facts_of_goods, order_id, args.fulfilment_id
        )
        return effects.accepted(task)
    put_back(effects, row, line, args.quantity, args.condition)
    if _end(effects, row, {line.line: outstanding(line) - args.quantity}):
        settle(effects, row.id, RESTOCK_TASK, "put_back")
    return effects.accepted()


def restock_all(effects: Effects, fulfilment_id: str) -> None:
    """Everything that is left of a pickup stands on its shelf again; who calls settles the task."""
    row = row_or_none(effects.state, Fulfilment, fulfilment_id)
    if row is None or row.state != pickup_state.NOT_COLLECTED:
        return
    lines = effects.state.among(FulfilmentLine, fulfilment_id=row.id)
    for line in lines:
        if outstanding(line):
            put_back(effects, row, line, outstanding(line), "sellable")
    _end(effects, row, {line.line: 0 for line in lines})


def put_back(
    effects: Effects, row: Fulfilment, line: FulfilmentLine, quantity: int, condition: Condition
) -> None:
    place, variant = row.place_id, line.variant_id
    effects.set(line, restocked=line.restocked + quantity)
    effects.release(place, variant, quantity)
    facts = {"variant_id": variant, "quantity": quantity, "order": row.order_number}
    if condition == "damaged":
        effects.move(place, variant, SELLABLE, -quantity, "restock_damaged")
        effects.move(place, variant, DAMAGED, quantity, "restock_damaged")
        effects.task("write_off", place, facts, row.order_id, row.id)
    elif condition == "missing":
        effects.move(place, variant, SELLABLE, -quantity, "restock_missing")
        effects.task("count_task", place, facts | {"reason": "not_found"}, row.order_id, row.id)


def _end(effects: Effects, row: Fulfilment, left: dict[int, int]) -> bool:
    """Whether nothing is left to be put back; then the parcels are empty and the pickup is over."""
    state = effects.state
    lines = state.among(FulfilmentLine, fulfilment_id=row.id)
    if any(left.get(line.line, outstanding(line)) for line in lines):
        effects.set(row, changed_at=effects.at)
        return False
    for parcel in state.among(Parcel, fulfilment_id=row.id):
        if parcel.state == "staged":
            effects.set(parcel, state="restocked")
    effects.set(row, state=pickup_state.RETURNED_TO_STOCK, ended_at=effects.at, changed_at=effects.at)
    effects.note(row.order_id, "goods_put_back")
    return True

"""What the customer decided after a store could not do its part: asked by any desk, decided by the central system."""

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.effects import Effects
from storedesk.actions.ending_parts import (
    cancel_lines,
    close_if_all_cancelled,
    end_part,
    has_all,
    new_part,
    wanted,
)
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.send_home import SEND_TASK, SHIP
from storedesk.actions.service_args import DecideForCustomer
from storedesk.domain.pickup_state import CANCELLED, CUSTOMER_DECISION, OTHER_STORE, REJECTED, SHIP_HOME
from storedesk.domain.place_of_work import STORE, WAREHOUSE
from storedesk.domain.reasons import UnknownRecord, WrongState
from storedesk.domain.records import (
    Address,
    Fulfilment,
    FulfilmentLine,
    Order,
    OrderRequest,
    Person,
    Place,
    Task,
)

WAITS = (REJECTED, CUSTOMER_DECISION)


def begin_decide(state: State, act: Act, at: int) -> None:
    _waiting_part(state, act.args)


def decide(state: State, act: Act, at: int, now: int) -> Accepted:
    """Written as asked on a desk; at the centre it is done, or refused with a task for whoever asked."""
    args: DecideForCustomer = act.args
    row = _waiting_part(state, args)
    effects = Effects(state, act, at)
    place_id = _place_that_does(state, row, args, now) if state.is_central else None
    possible = args.choice == "cancel" or place_id is not None
    asked = OrderRequest(
        effects.new_id(), row.order_id, act.place_id, "decision", row.state,
        msgspec.json.encode({"choice": args.choice, "fulfilment": row.id, "place": args.place_id or 0}).decode(),
        "asked", "", at, act.staff_id, act.desk, None,
    )  # fmt: skip
    if not state.is_central:
        effects.insert(asked)
        effects.note(row.order_id, "decision_asked", {"choice": args.choice})
        return effects.accepted()
    outcome = "accepted" if possible else "refused"
    reason = "" if possible else "not_enough"
    effects.insert(asked._replace(state=outcome, reason=reason, decided_at=now))
    effects.note(row.order_id, "decision_made" if possible else "decision_refused", {"choice": args.choice})
    if not possible:
        facts = {"order": row.order_number, "reason": reason, "request": asked.id, "change": args.choice}
        effects.task("request_refused", act.place_id, facts, row.order_id, row.id)
        return effects.accepted()
    _carry_out(effects, row, args, place_id)
    return effects.accepted()


def _waiting_part(state: State, args: DecideForCustomer) -> Fulfilment:
    row = need(state, Fulfilment, args.fulfilment_id)
    if row.state not in WAITS:
        raise Refusal(WrongState(row.state, args.choice))
    if args.place_id is not None:
        place = need(state, Place, args.place_id)
        if place.kind != STORE or place.id == row.place_id:
            raise Refusal(UnknownRecord("place"))
    return row


def _place_that_does(state: State, row: Fulfilment, args: DecideForCustomer, now: int) -> int | None:
    """The store that was chosen, or the warehouse that sends it; None where it has too little."""
    if args.choice == "other_store" and args.place_id is not None:
        return args.place_id if has_all(state, row, args.place_id, now) else None
    warehouses = state.among(Place, kind=WAREHOUSE)
    return next((place.id for place in warehouses if has_all(state, row, place.id, now)), None)


def _carry_out(effects: Effects, row: Fulfilment, args: DecideForCustomer, place_id: int | None) -> None:
    state = effects.state
    _close_question(effects, row)
    order = row_or_none(state, Order, row.order_id)
    if args.choice == "cancel" or place_id is None:
        rest = {line.line: wanted(line) for line in state.among(FulfilmentLine, fulfilment_id=row.id)}
        end_part(effects, row, CANCELLED)
        if order is not None:
            cancel_lines(effects, order, rest)
            close_if_all_cancelled(effects, order, (row.id,))
        return
    moves = args.choice == "other_store"
    part = new_part(effects, row, place_id, row.kind if moves else SHIP)
    end_part(effects, row, OTHER_STORE if moves else SHIP_HOME)
    if moves:
        _follow(effects, row.order_id, place_id)
    else:
        facts = {"order": row.order_number}
        effects.task(SEND_TASK, place_id, facts, row.order_id, part.id)


def _follow(effects: Effects, order_id: str, place_id: int) -> None:
    """Names and addresses go where the goods are handed over."""
    people = effects.state.among(Person, order_id=order_id)
    addresses = effects.state.among(Address, order_id=order_id)
    for row in (*people, *addresses):
        effects.set(row, holder=str(place_id))


def _close_question(effects: Effects, row: Fulfilment) -> None:
    """The store need not ask the customer any more."""
    for task in effects.state.among(Task, fulfilment_id=row.id):
        if task.kind == "customer_decision" and task.state != "answered":
            effects.set(
                task, state="answered", answer="decided", answered_by=effects.act.staff_id,
                answered_at=effects.at,
            )  # fmt: skip

"""What a place could not do of a part becomes a part of its own that waits for another place; the rest stays."""

from collections.abc import Mapping

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.ending_parts import wanted
from storedesk.actions.order_unplaced import unplaced
from storedesk.actions.reading import row_or_none
from storedesk.actions.send_home import SHIP
from storedesk.domain import pickup_state as states
from storedesk.domain.changes import Change
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Fulfilment, FulfilmentLine, Order

GIVES_BACK = frozenset(
    {
        states.NEW, states.CLAIMED, states.PICKING, states.INBOUND, states.ARRIVED, states.STAGED, states.READY,
        states.PARTLY_COLLECTED, states.COLLECTED, states.SHIP_HOME,
    }
)  # fmt: skip
"""States of a part that goes on, or is over, without what it is short of."""


def give_back_short(
    state: State, fulfilment_id: str, gone: Mapping[int, int], now: int
) -> tuple[Change, ...]:
    """The short units leave the part as a rejected one, and its customer is asked unless another place takes them.
    What was exchanged for something else waits for nobody. ``gone`` is what was sent or collected of each line,
    whoever did it; ``now`` in UTC ms."""
    part = row_or_none(state, Fulfilment, fulfilment_id)
    order = None if part is None else row_or_none(state, Order, part.order_id)
    if part is None or order is None or part.state not in GIVES_BACK or order.state != "open":
        return ()
    if part.state == states.SHIP_HOME and part.kind != SHIP:
        return ()
    lines = state.among(FulfilmentLine, fulfilment_id=part.id)
    units = _units(state, order, lines, gone)
    if not units:
        return ()
    made = len(state.among(Fulfilment, order_id=order.id))
    mark = derived_id("give back short", part.id, str(made), str(now))
    effects = Effects(state, Act(mark, "GiveBackShort", None, 0, 0, ""), now)
    rest = effects.insert(
        part._replace(
            id=effects.new_id(), state=states.REJECTED, claimed_by=None, claimed_desk="", claimed_at=None,
            ready_at=None, ended_at=now, code_hash="", wrong_codes=0, changed_at=now,
        )
    )  # fmt: skip
    for line in lines:
        quantity = units.get(line.line, 0)
        if quantity:
            effects.insert(
                FulfilmentLine(
                    rest.id, line.line, line.variant_id, quantity, 0, 0, quantity, line.short_reason, 0, 0, 0
                )
            )
            effects.set(
                line,
                ordered=line.ordered - quantity,
                short=line.short - quantity,
                moved=line.moved + quantity,
            )
    effects.set(part, changed_at=now)
    effects.note(order.id, "units_given_back", {"place": part.place_id, "quantity": sum(units.values())})
    facts = {"order": part.order_number}
    effects.task("customer_decision", part.place_id, facts, part.order_id, rest.id)
    return tuple(effects.changes)


def _units(
    state: State, order: Order, lines: tuple[FulfilmentLine, ...], gone: Mapping[int, int]
) -> dict[int, int]:
    """What is short of each line and still waited for, smallest steps."""
    short = {line.line: min(line.short, wanted(line)) for line in lines if line.short}
    waits = unplaced(state, order, gone, given_back=short)
    units = {number: min(quantity, waits.get(number, 0)) for number, quantity in short.items()}
    return {number: quantity for number, quantity in units.items() if quantity > 0}

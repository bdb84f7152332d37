"""What is no longer wanted of an order, taken off its parts: what waits first, what is on a shelf last."""

from collections.abc import Mapping
from typing import Any

from storedesk.actions.brought_goods import at_place, settle_cut
from storedesk.actions.effects import Effects
from storedesk.actions.ending_parts import end_part, reserved, wanted
from storedesk.actions.open_tasks import settle
from storedesk.actions.send_home import SEND_TASK
from storedesk.domain import pickup_state as states
from storedesk.domain.records import Fulfilment, FulfilmentLine, Handover, Task

_FIRST = (states.NEW, states.CLAIMED, states.PICKING, states.INBOUND, states.ARRIVED, states.REJECTED,
          states.CUSTOMER_DECISION, states.STAGED, states.READY)  # fmt: skip
"""States in which a part can be cut, in the order in which it is."""
SHELF_TASK, LEFT_TASK = "cancelled_when_ready", "cancelled_after_handover"
_GONE = (states.COLLECTED, states.PARTLY_COLLECTED, states.SHIP_HOME)


def cut_parts(effects: Effects, order_id: str, number: str, cuts: Mapping[int, int]) -> None:
    """``cuts`` are smallest steps by line, beyond what no part has taken yet. What cannot be cut any more has left
    the shop or stands where the customer may ask for it: somebody is told."""
    parts = effects.state.among(Fulfilment, order_id=order_id)
    lines = {part.id: effects.state.among(FulfilmentLine, fulfilment_id=part.id) for part in parts}
    left = {line: quantity for line, quantity in cuts.items() if quantity > 0}
    for part in sorted((one for one in parts if one.state in _FIRST), key=_stage):
        here = {line.line: min(wanted(line), left.get(line.line, 0)) for line in lines[part.id]}
        here = {line: quantity for line, quantity in here.items() if quantity}
        if here:
            _cut(effects, part, lines[part.id], here)
            left = {line: quantity - here.get(line, 0) for line, quantity in left.items()}
    for part in parts:
        late = any(left.get(line.line, 0) for line in lines[part.id])
        if late and (part.state in _GONE or part.state == states.NOT_COLLECTED):
            _too_late(effects, part, number)


def _stage(part: Fulfilment) -> tuple[int, str]:
    return _FIRST.index(part.state), part.id


def _cut(
    effects: Effects, part: Fulfilment, lines: tuple[FulfilmentLine, ...], here: Mapping[int, int]
) -> None:
    on_shelf = part.state in (states.STAGED, states.READY)
    total = sum(here.values())
    if all(wanted(line) == here.get(line.line, 0) for line in lines):
        end_part(effects, part, states.CANCELLED)
        settle(effects, part.id, "customer_decision", "no_longer")
        settle(effects, part.id, SEND_TASK, "no_longer")
    elif on_shelf:
        _cut_on_shelf(effects, part, lines, here)
    else:
        for line in lines:
            if here.get(line.line):
                _cut_line(effects, part, line, here[line.line])
        effects.set(settle_cut(effects, part, here), changed_at=effects.at)
    if on_shelf:
        facts = {"order": part.order_number, "state": part.state, "quantity": total}
        effects.task(SHELF_TASK, part.place_id, facts, part.order_id, part.id)


def _cut_on_shelf(
    effects: Effects, part: Fulfilment, lines: tuple[FulfilmentLine, ...], here: Mapping[int, int]
) -> None:
    """The parcels are packed: the goods are promised to nobody any more, and the store takes them out."""
    for line in lines:
        effects.release(part.place_id, line.variant_id, min(reserved(line), here.get(line.line, 0)))
        effects.set(line, cancelled=line.cancelled + here.get(line.line, 0))
    effects.set(part, changed_at=effects.at)


def _cut_line(effects: Effects, part: Fulfilment, line: FulfilmentLine, quantity: int) -> None:
    surplus = max(0, line.picked + line.short + line.cancelled + quantity - line.ordered)
    unpicked = min(surplus, line.picked - line.staged)
    effects.release(part.place_id, line.variant_id, at_place(part, line, min(quantity, reserved(line))))
    effects.set(
        line, cancelled=line.cancelled + quantity, picked=line.picked - unpicked,
        short=line.short - min(line.short, surplus - unpicked),
    )  # fmt: skip
    if unpicked:
        facts = {"order": part.order_number, "quantity": unpicked, "variant_id": line.variant_id}
        effects.task("put_back_goods", part.place_id, facts, part.order_id, part.id)


def _too_late(effects: Effects, part: Fulfilment, number: str) -> None:
    """One task for each part, however often the channel says it."""
    if any(task.kind == LEFT_TASK for task in effects.state.among(Task, fulfilment_id=part.id)):
        return
    facts: dict[str, Any] = {"order": number, "state": part.state}
    proofs = effects.state.among(Handover, fulfilment_id=part.id)
    if proofs:
        facts["handover"] = max(proofs, key=lambda one: (one.at, one.id)).id
    effects.task(LEFT_TASK, part.place_id, facts, part.order_id, part.id)

"""What of an order no place has been given yet."""

from collections.abc import Mapping

from storedesk.actions.action import State
from storedesk.actions.send_home import SHIP
from storedesk.domain import pickup_state as states
from storedesk.domain.records import Fulfilment, FulfilmentLine, Order, OrderLine

_DONE = frozenset({states.COLLECTED, states.RETURNED_TO_STOCK})


def unplaced(
    state: State,
    order: Order,
    gone: Mapping[int, int],
    without: str = "",
    given_back: Mapping[int, int] | None = None,
) -> dict[int, int]:
    """Smallest steps by line, lines that wait for nothing left out. ``gone`` is what was sent or collected of each
    line, whoever did it; the part ``without`` counts as not there, and so do the units ``given_back`` by line."""
    open_, done = _taken(state, order.id, without)
    left = {}
    for line in state.among(OrderLine, order_id=order.id):
        if line.kind != "goods" or line.variant_id is None:
            continue
        over = max(gone.get(line.line, 0), done.get(line.line, 0))
        back = 0 if given_back is None else given_back.get(line.line, 0)
        rest = line.ordered - line.cancelled - line.returned - over - open_.get(line.line, 0) + back
        if rest > 0:
            left[line.line] = rest
    return left


def _taken(state: State, order_id: str, without: str) -> tuple[dict[int, int], dict[int, int]]:
    """What parts still have to do of each line, and what they have done."""
    open_: dict[int, int] = {}
    done: dict[int, int] = {}
    for part in state.among(Fulfilment, order_id=order_id):
        if part.id == without:
            continue
        for line in state.among(FulfilmentLine, fulfilment_id=part.id):
            kept = line.ordered - line.cancelled
            if part.state in _DONE or (part.state == states.SHIP_HOME and part.kind == SHIP):
                done[line.line] = done.get(line.line, 0) + kept
            elif part.state not in states.FINAL:
                done[line.line] = done.get(line.line, 0) + line.collected
                open_[line.line] = open_.get(line.line, 0) + kept - line.collected
    return open_, done

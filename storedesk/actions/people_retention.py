"""How long names and addresses stay where: with a store for its work, then with customer service, then with nobody."""

from collections.abc import Sequence

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.changes import Change
from storedesk.domain.ids import derived_id
from storedesk.domain.pickup_state import COLLECTED, FINAL
from storedesk.domain.records import Address, Fulfilment, Order, Person
from storedesk.domain.tables import CLOSED, RECENT

DAY_MS = 86_400_000
STORE_DAYS, HANDED_OVER_DAYS, SERVICE_DAYS = 7, 30, 90
"""Days after the end of the work: in the store, in the store that handed it over, with customer service."""

NOBODY = 0


def keep_people(state: State, order_id: str, now: int) -> tuple[Change, ...]:
    """Moves the people of one order to whoever may know them now; an order that goes on again gets them back."""
    order = row_or_none(state, Order, order_id)
    if order is None:
        return ()
    parts = state.among(Fulfilment, order_id=order_id)
    act = Act(derived_id("people", order_id, str(now)), "", None, NOBODY, 0, "")
    effects = Effects(state, act, now)
    rows: list[Person | Address] = [*state.among(Person, order_id=order_id)]
    rows += state.among(Address, order_id=order_id)
    for row in rows:
        if row.holder != CLOSED:
            effects.set(row, holder=_holder(row.holder, order, parts, now))
    return tuple(effects.changes)


def _holder(holder: str, order: Order, parts: Sequence[Fulfilment], now: int) -> str:
    ended = _ended(order, parts)
    if ended is None:
        open_at = next((part.place_id for part in parts if part.state not in FINAL), None)
        return str(open_at) if holder == RECENT and open_at is not None else holder
    if now >= ended + SERVICE_DAYS * DAY_MS:
        return CLOSED
    if holder == RECENT:
        return holder
    handed_over = any(part.state == COLLECTED and str(part.place_id) == holder for part in parts)
    days = HANDED_OVER_DAYS if handed_over else STORE_DAYS
    return RECENT if now >= ended + days * DAY_MS else holder


def _ended(order: Order, parts: Sequence[Fulfilment]) -> int | None:
    """When the last work on the order ended (UTC ms); None while some goes on."""
    if any(part.state not in FINAL for part in parts) or (not parts and order.state == "open"):
        return None
    return max([part.ended_at or part.changed_at for part in parts] or [order.changed_at])

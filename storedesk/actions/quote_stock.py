"""What a quote's goods can be taken from: free here for who collects, free anywhere for what is sent."""

from collections.abc import Mapping

from storedesk.actions.action import State
from storedesk.actions.reading import row_or_none
from storedesk.domain.records import Hold, Place, ProtectedStock, StockLevel
from storedesk.domain.stock import available_at_counter, available_for_channel
from storedesk.domain.stock_claims import is_lent_out
from storedesk.domain.tables import SELLABLE

_HELD = "held"


def free_here(state: State, place_id: int, variant_id: int, now: int) -> int:
    """In smallest steps, after orders, holds and what is lent to desks."""
    level = row_or_none(state, StockLevel, place_id, variant_id, SELLABLE)
    if level is None:
        return 0
    holds, lent = _claims(state, place_id, variant_id, now)
    return available_at_counter(level.quantity, level.reserved, holds, lent).total


def free_to_send(state: State, place_id: int, variant_id: int, now: int) -> int:
    """As ``free_here``, and the place keeps its safety stock."""
    level = row_or_none(state, StockLevel, place_id, variant_id, SELLABLE)
    if level is None:
        return 0
    holds, lent = _claims(state, place_id, variant_id, now)
    return available_for_channel(level.quantity, level.reserved, holds, lent, level.safety, 0, 0).total


def free_anywhere(state: State, variant_id: int, now: int) -> int:
    return sum(free_to_send(state, place.id, variant_id, now) for place in state.among(Place))


def shares(state: State, wanted: Mapping[int, int], now: int) -> list[tuple[int, int, int]]:
    """Which place reserves how much of each article to be sent: (place, article, quantity); the place that has
    most of an article first, so that few parcels are sent."""
    found = []
    for variant_id, quantity in sorted(wanted.items()):
        free = [(free_to_send(state, place.id, variant_id, now), place.id) for place in state.among(Place)]
        for most, place_id in sorted(free, key=lambda one: (-one[0], one[1])):
            part = min(most, quantity)
            if part > 0:
                found.append((place_id, variant_id, part))
                quantity -= part
    return found


def _claims(state: State, place_id: int, variant_id: int, now: int) -> tuple[int, int]:
    """What is held for persons, and what desks may still hold out of their lending."""
    where = {"location_id": place_id, "variant_id": variant_id}
    held = sum(one.quantity for one in state.among(Hold, **where) if one.state == _HELD and one.until > now)
    rows = state.among(ProtectedStock, **where)
    lent = sum(max(0, row.quantity - row.used) for row in rows if is_lent_out(row, now))
    return held, lent

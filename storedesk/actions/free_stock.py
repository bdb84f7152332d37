"""What nobody has a claim to at a place: neither orders nor holds, and not lent to a desk."""

from storedesk.actions.action import State
from storedesk.actions.reading import row_or_none
from storedesk.domain.records import Hold, ProtectedStock, StockLevel
from storedesk.domain.stock import available_at_counter
from storedesk.domain.tables import SELLABLE


def free_at(state: State, place_id: int, variant_id: int, now: int) -> int:
    """In smallest steps, never below 0; nothing where the level is not known here."""
    level = row_or_none(state, StockLevel, place_id, variant_id, SELLABLE)
    if level is None:
        return 0
    where = {"location_id": place_id, "variant_id": variant_id}
    held = sum(
        hold.quantity for hold in state.among(Hold, **where) if hold.state == "held" and hold.until > now
    )
    lent = sum(
        row.quantity - row.used for row in state.among(ProtectedStock, **where) if row.lent_until > now
    )
    return available_at_counter(level.quantity, level.reserved, held, lent).total

"""Lending units to desks, decided at the hub: how many, until when, and taking back what has ended."""

from storedesk.actions.action import State
from storedesk.actions.effects import Effects
from storedesk.actions.reading import row_or_none
from storedesk.domain.opening_hours import BadOpeningHours, OpeningHours, UnknownZone
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Hold, Place, ProtectedStock, Setting, StockLevel, Variant
from storedesk.domain.stock_claims import hold_counts, is_lent_out, lending_end, taken
from storedesk.domain.tables import SELLABLE

PROTECTED_UNITS = "protected.units"
"""The setting of a place: so many whole units of an article that was asked for are lent to a desk."""
_MOST_UNITS = 1_000_000
ASKED_FOR_MS = 7 * 24 * 3_600_000
"""What a desk has not asked for in so long is not lent again."""
HEARD_MS = 10 * 60_000
"""Only a desk that was heard of in this time is lent more time."""


def free_units(state: State, location_id: int, variant_id: int, now: int) -> int:
    """What nobody has a claim to: neither orders, nor holds, nor what is lent to desks; may be negative."""
    level = row_or_none(state, StockLevel, location_id, variant_id, SELLABLE)
    if level is None:
        return 0
    where = {"location_id": location_id, "variant_id": variant_id}
    claims = taken(state.among(Hold, **where), state.among(ProtectedStock, **where), now)
    return level.quantity - level.reserved - claims.held - claims.lent


def lend(
    effects: Effects, location_id: int, variant_id: int, desk: str, free: int, now: int, *, asked: bool,
    newly_held: int = 0,
) -> None:  # fmt: skip
    """Lends the desk up to the place's number of units out of ``free``, or more time for what it has.

    ``newly_held`` are units of the lending that the same act holds.
    """
    state = effects.state
    units, end = _units(state, location_id) * _step(state, variant_id), _end(state, location_id, now)
    if not units or end is None:
        return
    row = row_or_none(state, ProtectedStock, location_id, variant_id, desk)
    if row is None:
        if free > 0:
            effects.insert(
                ProtectedStock(location_id, variant_id, desk, min(units, free), 0, end, now if asked else 0)
            )
        return
    key, have = (location_id, variant_id, desk), row.quantity if is_lent_out(row, now) else 0
    grant = max(0, min(units - have + newly_held + _still_held(state, row, now), free))
    effects.add(ProtectedStock, key, "quantity", have + grant - row.quantity)
    effects.add(ProtectedStock, key, "used", 0 if have else -row.used)
    effects.add(ProtectedStock, key, "lent_until", max(0, end - row.lent_until))
    if asked:
        effects.add(ProtectedStock, key, "asked_at", max(0, now - row.asked_at))


def review(effects: Effects, row: ProtectedStock, heard_at: int, now: int) -> None:
    """Takes back what has ended; lends on to a desk that was heard of lately and asked for the article."""
    if not is_lent_out(row, now):
        if row.quantity or row.used:
            effects.set(row, quantity=0, used=0)
        return
    if now - heard_at < HEARD_MS and now - row.asked_at < ASKED_FOR_MS:
        free = free_units(effects.state, row.location_id, row.variant_id, now)
        lend(effects, row.location_id, row.variant_id, row.desk, free, now, asked=False)


def _still_held(state: State, row: ProtectedStock, now: int) -> int:
    holds = state.among(Hold, location_id=row.location_id, variant_id=row.variant_id)
    return sum(h.quantity for h in holds if h.lent and h.desk == row.desk and hold_counts(h, now))


def _units(state: State, place_id: int) -> int:
    """The setting of the place, or of the chain; 0 where none is set or it is no number."""
    for owner in (place_id, 0):
        row = row_or_none(state, Setting, owner, PROTECTED_UNITS)
        if row is not None:
            text = row.value
            return min(int(text), _MOST_UNITS) if text.isascii() and text.isdecimal() else 0
    return 0


def _step(state: State, variant_id: int) -> int:
    """How many smallest steps one unit of the article has."""
    variant = row_or_none(state, Variant, variant_id)
    return UNITS.get(variant.unit, PIECE).step if variant is not None else 1


def _end(state: State, place_id: int, now: int) -> int | None:
    place = row_or_none(state, Place, place_id)
    if place is None:
        return None
    try:
        return lending_end(OpeningHours.from_text(place.zone, place.weekly, place.exceptions), now)
    except (BadOpeningHours, UnknownZone):
        return None

"""What holds and lent stock take from an article at a place: how long each counts, and what a desk has left."""

from collections.abc import Iterable
from typing import NamedTuple

from storedesk.domain.opening_hours import NeverOpen, OpeningHours
from storedesk.domain.records import Hold, ProtectedStock

MINUTE_MS = 60_000
STOP_LENDING_MS = 5 * MINUTE_MS
"""So long before the end of a lending its desk takes nothing from it any more."""
TAKE_BACK_MS = 30 * MINUTE_MS
"""So long after the end the units are still the desk's, whatever the clocks say; then they are free."""
LEAST_LENDING_MS = 60 * MINUTE_MS
OPEN_STATES = ("asked", "held")


class Taken(NamedTuple):
    """Units held for persons, and units lent to desks that nobody holds yet."""

    held: int
    lent: int


def hold_counts(hold: Hold, now: int) -> bool:
    """Whether the units are kept at this moment; a hold whose end has passed keeps none."""
    return hold.state in OPEN_STATES and hold.until > now


def hold_state(hold: Hold, now: int) -> str:
    """The state as it is now, also where the central system has not written down yet that it has lapsed."""
    return "lapsed" if hold.state in OPEN_STATES and hold.until <= now else hold.state


def is_lent_out(row: ProtectedStock, now: int) -> bool:
    """Whether the central system must still leave these units to the desk."""
    return row.quantity > 0 and now < row.lent_until + TAKE_BACK_MS


def share_left(row: ProtectedStock, holds: Iterable[Hold], at: int) -> int:
    """What the desk can still promise for certain out of a lending at the time of an act."""
    if at >= row.lent_until - STOP_LENDING_MS:
        return 0
    return max(0, row.quantity - _held_from(row, holds, at))


def taken(holds: Iterable[Hold], lendings: Iterable[ProtectedStock], now: int, desk: str = "") -> Taken:
    """What is not free for others at one place; what is lent to ``desk`` itself is free for it."""
    all_holds = tuple(holds)
    held = sum(hold.quantity for hold in all_holds if hold_counts(hold, now))
    lent = sum(
        max(0, row.quantity - _held_from(row, all_holds, now))
        for row in lendings
        if row.desk != desk and is_lent_out(row, now)
    )
    return Taken(held, lent)


def lending_end(hours: OpeningHours, now: int) -> int | None:
    """Until when units are lent: this day's closing, from an hour before it the next one; None if never open."""
    try:
        end = hours.end_of_last_day(hours.local_day(now))
        if end < now + LEAST_LENDING_MS:
            end = hours.end_of_last_day(hours.add_days(hours.local_day(max(now, end)), 1))
    except NeverOpen:
        return None
    return end


def _held_from(row: ProtectedStock, holds: Iterable[Hold], now: int) -> int:
    """What of a lending is held; lent holds are its desk's, at its place and of its article."""
    key = (row.location_id, row.variant_id, row.desk)
    return sum(
        hold.quantity
        for hold in holds
        if hold.lent
        and hold.state == "held"
        and hold.until > now
        and (hold.location_id, hold.variant_id, hold.desk) == key
    )

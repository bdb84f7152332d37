"""How long goods have stood on the pickup shelf, on the place's own calendar."""

from storedesk.desk.moments import Look
from storedesk.domain.opening_hours import add_days

OLDEST = 7
_DAYS_LOOKED_AT = 60


def opening_days_since(at: int, look: Look) -> int:
    """How many days with opening hours have begun after the day of ``at`` (UTC ms), at most seven."""
    first, day, days = look.hours.local_day(at), look.hours.local_day(look.now), 0
    for _ in range(_DAYS_LOOKED_AT):
        if day <= first or days == OLDEST:
            return days
        days += look.hours.closing_of(day) is not None
        day = add_days(day, -1)
    return OLDEST


def opening_minutes_since(at: int, look: Look) -> int:
    """Opening minutes that have passed since ``at`` (UTC ms); while closed none pass."""
    return max(0, look.hours.opening_minutes_between(at, look.now))

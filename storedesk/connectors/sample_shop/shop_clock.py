"""The time a sample shop lives at: the real one while the store is open, else a near open hour."""

from datetime import timedelta

from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.wall_clock import day_from, local_time, moment_of, zone_named

_MINUTE = 60_000
_SETTLED = 90
_LEFT = 120
_USUAL = 14 * 60 + 5


def shop_time(now_ms: int, hours: OpeningHours) -> int:
    """``now_ms`` if the store has been open for 90 minutes and stays open for 120, else a time like that.

    The other time is 14:05 (or as near to it as the day's hours allow) of the same local day, or of the
    last open day before it. UTC milliseconds; raises ValueError if no day within 60 is long enough.
    """
    day = day_from(hours.local_day(now_ms))
    for back in range(60):
        bounds = _lively(hours, (day - timedelta(days=back)).isoformat())
        if bounds is None:
            continue
        first, last, usual = bounds
        if back == 0 and first <= now_ms <= last:
            return now_ms
        return min(max(usual, first), last)
    raise ValueError("The store is not open long enough on any of 60 days; check its hours.")


def _lively(hours: OpeningHours, local_day: str) -> tuple[int, int, int] | None:
    closes = hours.closing_of(local_day)
    if closes is None:
        return None
    zone, day = zone_named(hours.zone), day_from(local_day)
    opens = hours.next_opening(moment_of(day, 0, zone) - 1)
    if opens is None or local_time(opens, zone).date() != day:
        return None
    first, last = opens + _SETTLED * _MINUTE, closes - _LEFT * _MINUTE
    return (first, last, moment_of(day, _USUAL, zone)) if first <= last else None

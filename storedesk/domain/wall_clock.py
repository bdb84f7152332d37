"""Turns a place's wall clock into UTC milliseconds and back, also where clocks are put forward or back."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

MINUTE_MS = 60_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_EARLIEST_MS, _LATEST_MS = 0, 7_258_032_000_000


class TimeOutOfRange(ValueError):
    """A time before 1970 or after 2199."""


class UnknownZone(ValueError):
    """The time zone's name is not known on this machine."""


class NotALocalDay(ValueError):
    """The text is not a date like 2026-11-30."""


def zone_named(name: str) -> ZoneInfo:
    """The time zone, like Europe/Stockholm; raises UnknownZone."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError) as error:
        shown = repr(name[:40])
        raise UnknownZone(f"The time zone {shown} is not known; use one like Europe/Stockholm.") from error


def local_time(at_ms: int, zone: ZoneInfo) -> datetime:
    """The wall clock in `zone` at a UTC millisecond."""
    if not _EARLIEST_MS <= at_ms < _LATEST_MS:
        raise TimeOutOfRange(f"{at_ms} ms lies outside the years 1970 to 2199.")
    return (_EPOCH + at_ms * _MS).astimezone(zone)


def moment_of(day: date, minute: int, zone: ZoneInfo) -> int:
    """The UTC millisecond at which the wall clock first reaches `minute` (0 to 1440) of `day`.

    A minute that is skipped when clocks go forward is reached at the change itself;
    of an hour that comes twice when clocks go back, the first is meant.
    """
    wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
    moment = _utc_ms(wall, zone, fold=0)
    back = local_time(moment, zone).replace(tzinfo=None)
    return moment if back == wall else _change_before(moment, _utc_ms(wall, zone, fold=1), zone)


def _utc_ms(wall: datetime, zone: ZoneInfo, fold: int) -> int:
    return (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) - _EPOCH) // _MS


def _change_before(later: int, earlier: int, zone: ZoneInfo) -> int:
    """The first millisecond with the later offset, between two moments on both sides of the change."""
    offset = local_time(later, zone).utcoffset()
    while later - earlier > 1:
        middle = (earlier + later) // 2
        if local_time(middle, zone).utcoffset() == offset:
            later = middle
        else:
            earlier = middle
    return later


def day_from(local_day: str) -> date:
    """The date of an ISO text like 2026-11-30; raises NotALocalDay."""
    try:
        day = date.fromisoformat(local_day)
    except ValueError as error:
        raise _not_a_day(local_day) from error
    if day.isoformat() != local_day or not 1970 <= day.year <= 2198:
        raise _not_a_day(local_day)
    return day


def add_days(local_day: str, days: int) -> str:
    """The local date so many calendar days later (or earlier, when negative)."""
    return (day_from(local_day) + timedelta(days=days)).isoformat()


def _not_a_day(local_day: str) -> NotALocalDay:
    return NotALocalDay(f"{local_day[:20]!r} is not a date; write it like 2026-11-30.")

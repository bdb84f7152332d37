"""Opening hours as stored text: JSON of clock times in, intervals of minutes out, and back."""

import json
import re
from collections.abc import Mapping

from storedesk.domain.wall_clock import NotALocalDay, day_from

Interval = tuple[int, int]
Day = tuple[Interval, ...]
Weekly = tuple[Day, Day, Day, Day, Day, Day, Day]

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])|(24):(00)")
_LONGEST_TEXT = 100_000


class BadOpeningHours(ValueError):
    """Opening hours that no store can keep."""


def parse_weekly(text: str) -> Weekly:
    """Seven days from Monday, each a list of ["10:00", "19:00"]; raises BadOpeningHours."""
    days = _load(text, "weekly hours")
    if not isinstance(days, list) or len(days) != 7:
        raise BadOpeningHours("Weekly hours need seven lists of times, from Monday to Sunday.")
    mon, tue, wed, thu, fri, sat, sun = (_day(day, f"weekday {number}") for number, day in enumerate(days, 1))
    return (mon, tue, wed, thu, fri, sat, sun)


def parse_exceptions(text: str) -> dict[str, Day]:
    """Dated exceptions, ISO date to list of times, an empty list for closed; raises BadOpeningHours."""
    dates = _load(text, "exceptions")
    if not isinstance(dates, dict):
        raise BadOpeningHours('Exceptions need dates with lists of times, like {"2026-12-25": []}.')
    return {checked_date(local_day): _day(day, local_day) for local_day, day in dates.items()}


def weekly_text(weekly: Weekly) -> str:
    """The canonical text that `parse_weekly` reads."""
    return _dump([_clock_pairs(day) for day in weekly])


def exceptions_text(exceptions: Mapping[str, Day]) -> str:
    """The canonical text that `parse_exceptions` reads."""
    return _dump({local_day: _clock_pairs(exceptions[local_day]) for local_day in sorted(exceptions)})


def checked_day(day: Day, where: str) -> Day:
    """The intervals unchanged if they are within the day, in order and apart; else BadOpeningHours."""
    before = -1
    for opens, closes in day:
        if not 0 <= opens < closes <= 1440:
            raise BadOpeningHours(f"Hours of {where}: closing must come after opening, within the day.")
        if opens <= before:
            raise BadOpeningHours(f"Hours of {where}: times must follow each other with a gap between.")
        before = closes
    return day


def checked_date(local_day: str) -> str:
    """The ISO date unchanged; else BadOpeningHours."""
    try:
        day_from(local_day)
    except NotALocalDay as error:
        raise BadOpeningHours(f"Exceptions: {error}") from error
    return local_day


def clock_text(minute: int) -> str:
    """A minute of the day as HH:MM."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _load(text: str, what: str) -> object:
    if len(text) > _LONGEST_TEXT:
        raise BadOpeningHours(f"The {what} are longer than {_LONGEST_TEXT} characters.")
    try:
        loaded: object = json.loads(text, object_pairs_hook=_without_repeats)
    except BadOpeningHours:
        raise
    except (ValueError, RecursionError) as error:
        raise BadOpeningHours(f"The {what} are not JSON.") from error
    return loaded


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(pairs)) != len(pairs):
        raise BadOpeningHours("Exceptions: a date is named twice.")
    return dict(pairs)


def _day(intervals: object, where: str) -> Day:
    if not isinstance(intervals, list):
        raise BadOpeningHours(f"Hours of {where[:20]}: a list of times is needed, empty for closed.")
    return checked_day(tuple(_interval(interval, where[:20]) for interval in intervals), where[:20])


def _interval(interval: object, where: str) -> Interval:
    if not isinstance(interval, list) or len(interval) != 2:
        raise BadOpeningHours(f'Hours of {where}: each needs opening and closing, like ["10:00", "19:00"].')
    return _minute(interval[0], where), _minute(interval[1], where)


def _minute(clock: object, where: str) -> int:
    found = _CLOCK.fullmatch(clock) if isinstance(clock, str) else None
    if found is None:
        raise BadOpeningHours(f"Hours of {where}: {str(clock)[:10]!r} is not a time like 10:00.")
    return int(found[1] or found[3]) * 60 + int(found[2] or found[4])


def _clock_pairs(day: Day) -> list[list[str]]:
    return [[clock_text(opens), clock_text(closes)] for opens, closes in day]


def _dump(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))

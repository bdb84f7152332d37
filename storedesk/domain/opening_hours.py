"""When a place is open: opening minutes, last days and closings on its own calendar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from storedesk.domain.opening_hours_text import (
    BadOpeningHours,
    Day,
    Interval,
    Weekly,
    checked_date,
    checked_day,
    exceptions_text,
    parse_exceptions,
    parse_weekly,
    weekly_text,
)
from storedesk.domain.wall_clock import (
    MINUTE_MS,
    NotALocalDay,
    UnknownZone,
    add_days,
    day_from,
    local_time,
    moment_of,
    zone_named,
)

__all__ = ["BadOpeningHours", "NeverOpen", "NotALocalDay", "OpeningHours", "UnknownZone", "add_days"]

_DAYS_SEARCHED = 400
_ONE_DAY = timedelta(days=1)


class NeverOpen(ValueError):
    """The place does not open within the next 400 days."""


class HoursText(NamedTuple):
    """The three texts that opening hours are stored as."""

    zone: str
    weekly: str
    exceptions: str


@dataclass(frozen=True)
class OpeningHours:
    """Weekly hours from Monday and dated exceptions, as (opens, closes) minutes of the local day.

    Moments are UTC milliseconds, days are ISO dates on the place's calendar. A day's exception
    replaces its weekly hours; an empty one means closed. Hours do not run past midnight.
    """

    zone: str
    weekly: Weekly
    exceptions: Mapping[str, Day] = field(default_factory=dict, hash=False)
    _clock: ZoneInfo = field(init=False, repr=False, compare=False)
    _known: dict[date, tuple[Interval, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_clock", zone_named(self.zone))
        object.__setattr__(self, "_known", {})
        if len(self.weekly) != 7:
            raise BadOpeningHours("Weekly hours need seven days, from Monday to Sunday.")
        for number, day in enumerate(self.weekly, 1):
            checked_day(day, f"weekday {number}")
        object.__setattr__(self, "exceptions", MappingProxyType(dict(self.exceptions)))
        for local_day, day in self.exceptions.items():
            checked_day(day, checked_date(local_day))

    @classmethod
    def from_text(cls, zone: str, weekly_json: str, exceptions_json: str) -> "OpeningHours":
        """Reads what `to_text` writes; raises BadOpeningHours or UnknownZone with one sentence."""
        return cls(zone, parse_weekly(weekly_json), parse_exceptions(exceptions_json))

    def to_text(self) -> HoursText:
        """The canonical texts (zone, weekly, exceptions)."""
        return HoursText(self.zone, weekly_text(self.weekly), exceptions_text(self.exceptions))

    def is_open(self, at_ms: int) -> bool:
        """True from the moment of opening until just before the moment of closing."""
        return any(opens <= at_ms < closes for opens, closes in self._intervals(self._date(at_ms)))

    def opening_minutes_between(self, start_ms: int, end_ms: int) -> int:
        """Whole opening minutes that really pass between two moments; negative when end is before start."""
        if end_ms < start_ms:
            return -self.opening_minutes_between(end_ms, start_ms)
        last = self._date(end_ms)
        passed = 0
        for day in _days_from(self._date(start_ms), (last - self._date(start_ms)).days):
            for opens, closes in self._intervals(day):
                passed += max(0, min(closes, end_ms) - max(opens, start_ms))
        return passed // MINUTE_MS

    def add_opening_minutes(self, start_ms: int, minutes: int) -> int:
        """The moment when `minutes` (0 or more) opening minutes have passed; raises NeverOpen."""
        if minutes < 0:
            raise ValueError("Opening minutes are added, not taken away.")
        left = minutes * MINUTE_MS
        if left == 0:
            return start_ms
        for opens, closes in self._ahead(start_ms):
            begins = max(opens, start_ms)
            if closes - begins >= left:
                return begins + left
            left -= closes - begins
        raise self._never_open()

    def next_opening(self, at_ms: int) -> int | None:
        """The next moment after `at_ms` when the doors open; None when they stay shut for 400 days."""
        return next((opens for opens, _ in self._ahead(at_ms) if opens > at_ms), None)

    def closing_of(self, local_day: str) -> int | None:
        """The moment of the last closing on a local date; None when closed all day."""
        intervals = self._intervals(day_from(local_day))
        return intervals[-1][1] if intervals else None

    def end_of_last_day(self, local_day: str) -> int:
        """When a last day ends: its closing, or that of the next day with opening hours; raises NeverOpen."""
        for day in _days_from(day_from(local_day), _DAYS_SEARCHED):
            intervals = self._intervals(day)
            if intervals:
                return intervals[-1][1]
        raise self._never_open()

    def local_day(self, at_ms: int) -> str:
        """The place's date at a moment, ISO."""
        return self._date(at_ms).isoformat()

    def local_clock(self, at_ms: int) -> str:
        """The place's wall clock at a moment, HH:MM."""
        return local_time(at_ms, self._clock).strftime("%H:%M")

    @staticmethod
    def add_days(local_day: str, days: int) -> str:
        """The local date so many calendar days later."""
        return add_days(local_day, days)

    def _date(self, at_ms: int) -> date:
        return local_time(at_ms, self._clock).date()

    def _ahead(self, at_ms: int) -> Iterator[Interval]:
        """Intervals that end after `at_ms`, until 400 days pass without one."""
        day, without = self._date(at_ms), 0
        while without <= _DAYS_SEARCHED:
            intervals = [interval for interval in self._intervals(day) if interval[1] > at_ms]
            yield from intervals
            without = 0 if intervals else without + 1
            day += _ONE_DAY

    def _intervals(self, day: date) -> tuple[Interval, ...]:
        """The opening intervals of a date in UTC milliseconds."""
        known = self._known.get(day)
        if known is None:
            hours = self.exceptions.get(day.isoformat(), self.weekly[day.weekday()])
            moments = ((moment_of(day, o, self._clock), moment_of(day, c, self._clock)) for o, c in hours)
            known = tuple((opens, closes) for opens, closes in moments if opens < closes)
            if len(self._known) > 1000:
                self._known.clear()
            self._known[day] = known
        return known

    def _never_open(self) -> NeverOpen:
        return NeverOpen("The place does not open within 400 days; check its hours and exceptions.")


def _days_from(first: date, count: int) -> Iterator[date]:
    for number in range(count + 1):
        yield first + number * _ONE_DAY

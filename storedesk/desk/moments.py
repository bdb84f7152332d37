"""Times as a place shows them: its own clock and date, and how far the date is from today."""

from dataclasses import dataclass
from datetime import date

from storedesk.domain.opening_hours import OpeningHours


@dataclass(frozen=True, slots=True)
class Moment:
    """``at`` in UTC ms, ``clock`` as HH:MM and ``day`` as ISO date of the place; ``days_away`` from today."""

    at: int
    clock: str
    day: str
    days_away: int


def moment(at: int, now: int, hours: OpeningHours) -> Moment:
    day = hours.local_day(at)
    return Moment(at, hours.local_clock(at), day, days_between(hours.local_day(now), day))


def days_between(first: str, second: str) -> int:
    """Calendar days from one ISO date to another."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


@dataclass(frozen=True, slots=True)
class Look:
    """From where and when something is looked at: the time in UTC ms, the place's hours, who looks."""

    now: int
    hours: OpeningHours
    staff_id: int = 0
    desk: str = ""

    def moment(self, at: int) -> Moment:
        return moment(at, self.now, self.hours)

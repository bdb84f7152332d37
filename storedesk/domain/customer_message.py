"""When a message to a customer may go out, and whether it is still true."""

from zoneinfo import ZoneInfo

from storedesk.domain import pickup_state
from storedesk.domain.records import Fulfilment, Message
from storedesk.domain.wall_clock import MINUTE_MS, add_days, day_from, local_time, moment_of

READY, LAST_DAY = "ready", "last_day"
KINDS = (READY, LAST_DAY)
WAITING, SENDING, SENT, DROPPED, UNKNOWN, FAILED = (
    "waiting", "sending", "sent", "dropped", "unknown", "failed",
)  # fmt: skip
CORRECTION_WAIT_MS = 2 * MINUTE_MS
"""So long staff may still take back what they pressed too early."""
MOST_TRIES = 8
_DAY_BEGINS, _DAY_ENDS = 8 * 60, 21 * 60
_REMIND_AT = 10 * 60


def is_true(message: Message, row: Fulfilment | None) -> bool:
    """Whether what the message says holds for the pickup as it is now."""
    if row is None or row.state != pickup_state.READY:
        return False
    if message.kind == READY:
        return str(row.ready_at) == message.about
    return message.kind == LAST_DAY and row.last_day == message.about


def by_day(at: int, zone: ZoneInfo) -> int:
    """``at`` (UTC ms), or the next morning where the customer may sleep: nothing between 21 and 8 o'clock."""
    wall = local_time(at, zone)
    minute = wall.hour * 60 + wall.minute
    if _DAY_BEGINS <= minute < _DAY_ENDS:
        return at
    day = wall.date() if minute < _DAY_BEGINS else day_from(add_days(wall.date().isoformat(), 1))
    return moment_of(day, _DAY_BEGINS, zone)


def reminder_at(last_day: str, zone: ZoneInfo) -> int:
    """Ten o'clock on the day before the last one, in UTC ms; raises NotALocalDay."""
    return moment_of(day_from(add_days(last_day, -1)), _REMIND_AT, zone)


def next_try_at(tries: int, now: int) -> int:
    """After so many tries that did not reach the mail server: one minute, doubling up to two hours."""
    return now + min(1 << max(0, tries - 1), 120) * MINUTE_MS

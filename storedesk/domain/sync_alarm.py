"""When sync stands still though the hub answers, and when a desk is silent: the alarms of desk and hub."""

from typing import NamedTuple

from storedesk.domain.opening_hours import OpeningHours

STANDS_STILL_MS = 15 * 60_000
CONNECTED_MS = 2 * 60_000
"""A desk with a line says hello more often than this."""
LONGEST_STEP_MS = 60_000
"""No more than this is counted between two answers: a machine that slept did not stand still."""
SILENT_OPENING_MINUTES = 30
QUEUE, FEED = "queue", "feed"


class Answered(NamedTuple):
    """What one answer of the hub showed: ``first`` is the number of the oldest undecided action (None when nothing
    waits), ``position`` how far the desk has followed the feed up to ``head``, ``fetched`` bytes of a copy."""

    first: int | None
    position: int
    head: int
    fetched: int = 0


class Standing(NamedTuple):
    """For how long (ms) the queue and the feed have stood still while the hub answered; ``at`` on a clock that
    never jumps."""

    last: Answered | None = None
    at: int = 0
    queue_ms: int = 0
    feed_ms: int = 0


def after_answer(standing: Standing, seen: Answered, at: int) -> Standing:
    """The hub answered. Whatever moved begins anew; what did not has stood still since the answer before."""
    last = standing.last
    step = 0 if last is None else min(max(0, at - standing.at), LONGEST_STEP_MS)
    queue_still = last is not None and seen.first is not None and seen.first == last.first
    behind = seen.position < seen.head
    came = last is None or (seen.position, seen.fetched) != (last.position, last.fetched)
    return Standing(
        seen,
        at,
        standing.queue_ms + step if queue_still else 0,
        standing.feed_ms + step if behind and not came else 0,
    )


def after_silence(standing: Standing, at: int) -> Standing:
    """The hub did not answer: this time counts for nothing."""
    return standing._replace(at=at)


def stands_still(standing: Standing) -> str:
    """``queue`` where nothing gets out, ``feed`` where nothing comes in, empty where all is well."""
    if standing.queue_ms >= STANDS_STILL_MS:
        return QUEUE
    return FEED if standing.feed_ms >= STANDS_STILL_MS else ""


class DeskLine(NamedTuple):
    """How the hub hears a desk, in UTC ms: since when without a break, last, and since when it has told of the same
    oldest unsent action (``unsent_at``, None for none)."""

    connected_since: int
    seen_at: int
    unsent_at: int | None
    unsent_since: int


def after_hello(line: DeskLine | None, unsent_at: int | None, now: int) -> DeskLine:
    """The desk said hello and told when its oldest unsent action was made."""
    if line is None or not is_connected(line.seen_at, now):
        return DeskLine(now, now, unsent_at, now)
    same = unsent_at == line.unsent_at
    return DeskLine(line.connected_since, now, unsent_at, line.unsent_since if same else now)


def is_connected(seen_at: int, now: int) -> bool:
    return now - seen_at <= CONNECTED_MS


def does_not_send(line: DeskLine, now: int) -> bool:
    """The desk has been heard all the time, and its oldest action is as old as it was 15 minutes ago."""
    return (
        line.unsent_at is not None
        and is_connected(line.seen_at, now)
        and now - line.unsent_since >= STANDS_STILL_MS
    )


def is_silent(hours: OpeningHours, seen_at: int, now: int) -> bool:
    """Nothing was heard for half an hour in which the place was open; ``seen_at`` is 0 for never."""
    return hours.opening_minutes_between(seen_at, now) >= SILENT_OPENING_MINUTES if seen_at else False

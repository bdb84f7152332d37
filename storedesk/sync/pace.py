"""When to try again, and when the screen says offline: pure, always armed, with hysteresis."""

from typing import NamedTuple

FIRST_WAIT_MS = 500
LONGEST_WAIT_MS = 60_000
ONLINE_EVERY_MS = 5_000
OFFLINE_AFTER_MISSES = 2
ONLINE_AFTER_GOOD = 2
GOOD_WITHIN_MS = 10_000
SLOW_MS = 8_000
FLAPS_AFTER_DROPS = 2
CALM_MS = 30_000
FORGIVEN_AFTER_MS = 120_000


class Pace(NamedTuple):
    """``next_at`` is always set: no outcome leaves the timer unarmed. Times in milliseconds.

    ``failures`` are rounds in a row without success, ``misses`` hellos in a row without an answer. ``drops``
    counts how often the line went away since it was last steady, ``good_since`` is the first good hello since
    the last miss.
    """

    next_at: int
    failures: int = 0
    online: bool = False
    good: int = 0
    first_good_at: int = 0
    offline_since: int | None = None
    on_purpose: bool = False
    ever_online: bool = False
    misses: int = 0
    drops: int = 0
    good_since: int | None = None


def after_good(pace: Pace, now: int) -> Pace:
    """A hello was answered and the round done."""
    pace = _heard(pace, now)
    wait = ONLINE_EVERY_MS if pace.online else GOOD_WITHIN_MS // 5
    return pace._replace(next_at=now + wait, failures=0)


def after_trouble(pace: Pace, now: int, jitter: float) -> Pace:
    """A hello was answered, but not all of the round: the line is there, and what failed is not hurried."""
    return _backed_off(_heard(pace, now), now, jitter)


def after_failure(pace: Pace, now: int, jitter: float) -> Pace:
    """A hello was missed. ``jitter`` in [0, 1) spreads the next try over the whole back-off (full jitter)."""
    pace = pace._replace(misses=pace.misses + 1, good=0, first_good_at=0, good_since=None)
    if not pace.online or pace.misses >= OFFLINE_AFTER_MISSES:
        pace = _offline(pace, now)
    return _backed_off(pace, now, jitter)


def after_own_trouble(pace: Pace, now: int, jitter: float) -> Pace:
    """The round ended before the hub was asked: that says nothing about the line."""
    return _backed_off(pace, now, jitter)


def too_slow(pace: Pace, now: int) -> Pace:
    """One request has had no answer for ``SLOW_MS``: offline at once, as good hellos from before count no more."""
    return _offline(pace._replace(good=0, first_good_at=0, good_since=None), now)


def at_once(pace: Pace, now: int) -> Pace:
    """Something was saved, or a hint came: try now if there seems to be a line."""
    return pace if pace.failures or pace.on_purpose else pace._replace(next_at=now)


def hurried(pace: Pace, now: int) -> Pace:
    """A person pressed "try now", or the hub spoke to a desk that may be waiting out a long back-off."""
    return pace if pace.on_purpose else pace._replace(next_at=min(pace.next_at, now))


def work_offline(pace: Pace, on_purpose: bool, now: int) -> Pace:
    """The switch holds until it is released."""
    if on_purpose:
        since = now if pace.offline_since is None else pace.offline_since
        return pace._replace(on_purpose=True, online=False, offline_since=since)
    return pace._replace(
        on_purpose=False, next_at=now, failures=0, good=0, first_good_at=0, misses=0, good_since=None
    )


def _heard(pace: Pace, now: int) -> Pace:
    """The first good hello of a start is believed at once; later a second within 10 s; a line that has gone
    away again and again only after half a minute without a miss."""
    recent = pace.good > 0 and now - pace.first_good_at <= GOOD_WITHIN_MS
    good, first = (pace.good + 1, pace.first_good_at) if recent else (1, now)
    since = now if pace.good_since is None else pace.good_since
    steady = now - since
    drops = 0 if steady >= FORGIVEN_AFTER_MS else pace.drops
    believed = good >= ONLINE_AFTER_GOOD if drops < FLAPS_AFTER_DROPS else steady >= CALM_MS
    online = not pace.on_purpose and (pace.online or not pace.ever_online or believed)
    return pace._replace(
        online=online, good=good, first_good_at=first, offline_since=None if online else pace.offline_since,
        ever_online=pace.ever_online or online, misses=0, drops=drops, good_since=since,
    )  # fmt: skip


def _offline(pace: Pace, now: int) -> Pace:
    since = now if pace.offline_since is None else pace.offline_since
    return pace._replace(online=False, offline_since=since, drops=pace.drops + pace.online)


def _backed_off(pace: Pace, now: int, jitter: float) -> Pace:
    failures = pace.failures + 1
    ceiling = min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** min(failures, 10))
    return pace._replace(next_at=now + max(FIRST_WAIT_MS, int(ceiling * jitter)), failures=failures)

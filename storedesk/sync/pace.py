"""When to try again, and when the screen says offline: pure, always armed, with hysteresis."""

from typing import NamedTuple

FIRST_WAIT_MS = 500
LONGEST_WAIT_MS = 60_000
ONLINE_EVERY_MS = 5_000
OFFLINE_AFTER_MISSES = 2
ONLINE_AFTER_GOOD = 2
GOOD_WITHIN_MS = 10_000


class Pace(NamedTuple):
    """``next_at`` is always set: no outcome leaves the timer unarmed. Times in milliseconds."""

    next_at: int
    failures: int = 0
    online: bool = False
    good: int = 0
    first_good_at: int = 0
    offline_since: int | None = None
    on_purpose: bool = False
    ever_online: bool = False


def after_good(pace: Pace, now: int) -> Pace:
    """A hello was answered. The first one of a start counts at once; later ones need a second within 10 s."""
    recent = pace.good and now - pace.first_good_at <= GOOD_WITHIN_MS
    good = pace.good + 1 if recent else 1
    first = pace.first_good_at if recent else now
    online = not pace.on_purpose and (pace.online or not pace.ever_online or good >= ONLINE_AFTER_GOOD)
    wait = ONLINE_EVERY_MS if online else GOOD_WITHIN_MS // 5
    return Pace(
        now + wait,
        0,
        online,
        good,
        first,
        None if online else pace.offline_since,
        pace.on_purpose,
        pace.ever_online or online,
    )


def after_failure(pace: Pace, now: int, jitter: float) -> Pace:
    """A hello was missed. ``jitter`` in [0, 1) spreads the next try over the whole back-off (full jitter)."""
    failures = pace.failures + 1
    ceiling = min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** min(failures, 10))
    wait = max(FIRST_WAIT_MS, int(ceiling * jitter))
    online = pace.online and failures < OFFLINE_AFTER_MISSES
    since = None if online else pace.offline_since if pace.offline_since is not None else now
    return Pace(now + wait, failures, online, 0, 0, since, pace.on_purpose, pace.ever_online)


def at_once(pace: Pace, now: int) -> Pace:
    """Something was saved, or a hint came: try now if there seems to be a line."""
    return pace if pace.failures or pace.on_purpose else pace._replace(next_at=now)


def work_offline(pace: Pace, on_purpose: bool, now: int) -> Pace:
    """The switch holds until it is released."""
    if on_purpose:
        return pace._replace(on_purpose=True, online=False, offline_since=pace.offline_since or now)
    return pace._replace(on_purpose=False, next_at=now, failures=0, good=0)

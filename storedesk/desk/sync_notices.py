"""What people at a desk have to hear about its sync beside "online": alarms first, then what goes on by itself."""

from dataclasses import dataclass
from enum import StrEnum

from storedesk.domain.sync_alarm import FEED, QUEUE
from storedesk.protocol.desk_link import FirstCopy, SyncState

RESTORED_SHOWN_MS = 3_600_000
COPIED_SHOWN_MS = 24 * 3_600_000
_NO_LINE = frozenset({"no_line", "too_slow"})


class NoticeKind(StrEnum):
    """The worst first."""

    STUCK_QUEUE = "stuck_queue"
    STUCK_FEED = "stuck_feed"
    COPIED = "copied"
    RESTORED = "restored"
    CORRECTED = "corrected"
    PARKED = "parked"
    REFETCHING = "refetching"


ALARMS = frozenset({NoticeKind.STUCK_QUEUE, NoticeKind.STUCK_FEED, NoticeKind.COPIED})
"""These want somebody now; they stand over every screen."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """How much of a copy is here: bytes, and rows in all once they are known."""

    done: int
    total: int
    rows: int

    @property
    def part(self) -> float:
        return self.done / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Notice:
    """``count`` of changes it is about, ``at`` in UTC ms, 0 where it has no time."""

    kind: NoticeKind
    count: int = 0
    at: int = 0
    fetching: Fetching | None = None


def sync_notices(sync: SyncState | None, copy: FirstCopy | None, now: int) -> tuple[Notice, ...]:
    """``copy`` is the last word about a copy under way; ``now`` in UTC ms."""
    if sync is None:
        return ()
    found = []
    answers = sync.online or sync.problem not in _NO_LINE
    if answers and sync.stuck == QUEUE:
        found.append(Notice(NoticeKind.STUCK_QUEUE, sync.waiting, sync.oldest_waiting_at or 0))
    if answers and sync.stuck == FEED:
        found.append(Notice(NoticeKind.STUCK_FEED))
    if sync.copied_at and now - sync.copied_at < COPIED_SHOWN_MS:
        found.append(Notice(NoticeKind.COPIED, 0, sync.copied_at))
    if sync.restored_at and (now - sync.restored_at < RESTORED_SHOWN_MS or sync.refetching):
        found.append(Notice(NoticeKind.RESTORED, sync.waiting, sync.restored_at))
    if sync.corrected:
        found.append(Notice(NoticeKind.CORRECTED, sync.corrected))
    if sync.parked:
        found.append(Notice(NoticeKind.PARKED, sync.parked))
    if sync.refetching:
        found.append(Notice(NoticeKind.REFETCHING, fetching=_fetching(copy)))
    return tuple(found)


def _fetching(copy: FirstCopy | None) -> Fetching | None:
    if copy is None or not copy.total:
        return None
    return Fetching(min(copy.done, copy.total), copy.total, sum(copy.rows.values()))

"""Once an hour on the hub: what buyers looked at is forgotten after 90 days, marks of customers after two years."""

from datetime import UTC, datetime

from storedesk.hub.activity.take_views import DAY_MS, KEPT_DAYS
from storedesk.storage.activity_rows import delete_views_before
from storedesk.storage.customer_marks import forget_marks_before
from storedesk.storage.database_work import Connection
from storedesk.storage.feed_writer import FeedWriter

MARK_DAYS, MOST = 730, 2_000
_MINUTE_MS, _MINUTES, _HOURLY_AT = 60_000, 60, 20
"""In this minute of the hour, away from what else happens hourly."""


def forget_activity(connection: Connection, feed: FeedWriter, now: int) -> int:
    """In its minute of each hour; how many views were deleted, all noted in ``feed``."""
    return forget_old_activity(connection, feed, now) if now // _MINUTE_MS % _MINUTES == _HOURLY_AT else 0


def forget_old_activity(connection: Connection, feed: FeedWriter, now: int) -> int:
    """Desks hear of it as of any change, so that the views leave them too."""
    moment = now - KEPT_DAYS * DAY_MS
    day = datetime.fromtimestamp(moment / 1000, UTC).date().isoformat()
    gone = delete_views_before(connection, moment, day, MOST)
    feed.note(gone)
    forget_marks_before(connection, now - MARK_DAYS * DAY_MS)
    return len(gone)

"""Once a day, in an hour when shops sleep, the feed forgets what is too old, a part each minute."""

from storedesk.storage.database_work import Connection
from storedesk.storage.feed_compaction import Compacted, compact_feed

HOUR, MOST_A_MINUTE = 2, 10_000
_HOUR_MS, _HOURS = 3_600_000, 24


def compact_by_night(connection: Connection, now: int) -> Compacted | None:
    """The last thing in its transaction; ``now`` in UTC milliseconds."""
    if now // _HOUR_MS % _HOURS != HOUR:
        return None
    return compact_feed(connection, now, MOST_A_MINUTE)

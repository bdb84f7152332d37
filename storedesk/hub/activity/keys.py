"""The key with which a channel's shop may send buyer activity: made once, shown once, kept as a hash."""

import hashlib
import re
from collections.abc import Callable

from storedesk.storage import activity_rows
from storedesk.storage.database_work import Connection

_KEY = re.compile(r"Bearer (activity-[0-9a-f]{64})", re.IGNORECASE)


def make_key(connection: Connection, channel_id: int, now: int, random_bytes: Callable[[int], bytes]) -> str:
    """A new key in full; the one before lets nobody in any more."""
    key = f"activity-{random_bytes(32).hex()}"
    activity_rows.put_key(connection, channel_id, _hash(key), now)
    return key


def channel_of(connection: Connection, authorization: str) -> int | None:
    """The channel that an ``Authorization: Bearer …`` header proves; None for none or a wrong one. The key has 256
    random bits and is looked up by its hash, so that time tells nothing about it."""
    said = _KEY.fullmatch(authorization.strip()[:200])
    return None if said is None else activity_rows.channel_of_key(connection, _hash(said[1].lower()))


def _hash(key: str) -> str:
    return hashlib.sha256(f"storedesk activity key 1\0{key}".encode()).hexdigest()

"""Keys of tills: made once, shown once, checked in constant time, taken away at any moment."""

import hashlib
import hmac
import re
from collections.abc import Callable

from storedesk.storage import till_keys
from storedesk.storage.database_work import Connection
from storedesk.storage.till_keys import TillKey

_KEY = re.compile(r"Bearer (till-[0-9a-f]{12})\.([0-9a-f]{64})", re.IGNORECASE)
USED_EVERY_MS = 60_000


def make_key(
    connection: Connection, place_id: int, name: str, now: int, random_bytes: Callable[[int], bytes]
) -> str:
    """A new key in full; only its hash is kept."""
    key_id, secret = f"till-{random_bytes(6).hex()}", random_bytes(32).hex()
    till_keys.add_key(connection, TillKey(key_id, place_id, name, _hash(secret), now, None, None))
    return f"{key_id}.{secret}"


def key_of(connection: Connection, authorization: str) -> TillKey | None:
    """The key that an ``Authorization: Bearer …`` header proves; None for none, a wrong or a revoked one."""
    said = _KEY.fullmatch(authorization.strip()[:200])
    found = None if said is None else till_keys.find_key(connection, said[1].lower())
    if said is None or found is None or found.revoked_at is not None:
        return None
    return found if hmac.compare_digest(found.secret_hash, _hash(said[2].lower())) else None


def note_used(connection: Connection, key: TillKey, now: int) -> None:
    """At most once a minute."""
    if key.used_at is None or now - key.used_at >= USED_EVERY_MS:
        till_keys.note_used(connection, key.id, now)


def _hash(secret: str) -> str:
    return hashlib.sha256(f"storedesk till key 1\0{secret}".encode()).hexdigest()

"""The key of each action that the hub keeps: its bytes can be read until the key's time is over, and then by nobody.

The keys lie in a table of their own, so that a backup can leave them out: see the ADR on parked actions.
"""

from base64 import b64decode, b64encode
from collections.abc import Sequence

import msgspec
import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storedesk.protocol.wire import ActionRecord
from storedesk.storage.schema import action_key
from storedesk.storage.short_sql import ShortSql, upsert_into

DAY_MS = 86_400_000
KEPT_DAYS = 90
"""How long after its decision an action's arguments can be read at the hub, for whoever asks what was done."""
KEPT_MS = KEPT_DAYS * DAY_MS
Key = tuple[str, str, int | None]
"""Action id, key in hex, and until when (UTC ms) it is kept; None while nothing is decided."""
_NONCE = bytes(12)
_KEEP = upsert_into(action_key, ("action_id",))
_CHUNK = 1_000


def sealed(record: ActionRecord) -> tuple[str, str]:
    """The sealed bytes as text, and the key, which is used for nothing else."""
    key = AESGCM.generate_key(256)
    text = b64encode(AESGCM(key).encrypt(_NONCE, msgspec.json.encode(record), record.id.encode())).decode()
    return text, key.hex()


def keep(connection: sa.Connection, keys: Sequence[Key]) -> None:
    """In the place of a key that an action had before."""
    ShortSql(connection).change_many(_KEEP, keys)


def unseal(connection: sa.Connection, action_id: str, sealed: str) -> ActionRecord | None:
    """None where the key's time is over, or a backup came without it."""
    found = sa.select(action_key.c.secret).where(action_key.c.action_id == action_id)
    secret = connection.execute(found).scalar()
    if secret is None:
        return None
    try:
        data = AESGCM(bytes.fromhex(secret)).decrypt(_NONCE, b64decode(sealed), action_id.encode())
    except (InvalidTag, ValueError):
        return None
    return msgspec.json.decode(data, type=ActionRecord)


def has_key(connection: sa.Connection, action_id: str) -> bool:
    found = sa.select(action_key.c.action_id).where(action_key.c.action_id == action_id)
    return connection.execute(found).first() is not None


def set_until(connection: sa.Connection, action_id: str, until: int) -> None:
    connection.execute(sa.update(action_key).where(action_key.c.action_id == action_id).values(until=until))


def destroy(connection: sa.Connection, now: int) -> int:
    """Destroys keys whose time is over, up to a thousand; how many. SQLCipher overwrites freed bytes at once."""
    over = sa.select(action_key.c.action_id).where(action_key.c.until <= now).limit(_CHUNK)
    return connection.execute(sa.delete(action_key).where(action_key.c.action_id.in_(over))).rowcount

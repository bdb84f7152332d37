"""Short texts that a desk keeps by name."""

import sqlalchemy as sa

from storedesk.protocol.wire import Cursor
from storedesk.storage.engine import driver_of

_PUT = (
    "INSERT INTO desk_state (name, value) VALUES (?, ?) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)
_GET = "SELECT value FROM desk_state WHERE name = ?"


def put_state(connection: sa.Connection, name: str, value: str) -> None:
    driver_of(connection).execute(_PUT, (name, value))


def get_state(connection: sa.Connection, name: str) -> str | None:
    found = driver_of(connection).execute(_GET, (name,)).fetchone()
    return None if found is None else str(found[0])


def cursor_of(connection: sa.Connection, name: str = "cursor") -> Cursor | None:
    text = get_state(connection, name)
    return None if not text else Cursor(*map(int, text.split()))

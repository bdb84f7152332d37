"""Unfinished work of one desk, kept over restarts under a name; it never leaves the desk."""

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from storedesk.storage.row_reader import Driver
from storedesk.storage.schema import draft

KEPT_MS = 90 * 24 * 3_600_000
"""What nobody has touched for so long is forgotten."""


def keep_draft(connection: sa.Connection, name: str, content: str, now: int) -> None:
    """Replaces what is kept under the name, or forgets it where ``content`` is empty; ``now`` in UTC ms."""
    connection.execute(sa.delete(draft).where(draft.c.changed_at < now - KEPT_MS))
    if not content:
        connection.execute(sa.delete(draft).where(draft.c.name == name))
        return
    values = {"content": content, "changed_at": now}
    statement = insert(draft).values(name=name, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=values))


def kept_draft(connection: Driver, name: str) -> str:
    """What is kept under the name, empty for nothing."""
    found = connection.execute(f"SELECT content FROM {draft.name} WHERE name = ?", (name,)).fetchone()
    return "" if found is None else str(found[0])

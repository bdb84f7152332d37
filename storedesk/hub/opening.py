"""Opens the database a command names, made or brought up to date, for the command's own event loop."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from storedesk.hub.data_folder import DataFolder
from storedesk.hub.database import Database, PostgresDatabase, SqliteDatabase
from storedesk.storage.hub_setup import set_up_hub


def random_tag() -> int:
    """A fresh tag for a feed commit."""
    return secrets.randbits(62)


@asynccontextmanager
async def open_hub(
    data: Path, postgres: str | None, *, in_key_store: bool = False
) -> AsyncIterator[Database]:
    """``data`` holds an SQLite hub, or with ``postgres`` only what need not last.

    Raises ``NoKey``, ``DatabaseDamaged``, ``DatabaseTooNew`` or ``DatabaseTrouble``.
    """
    folder = DataFolder(data)
    database: Database
    if postgres:
        database = PostgresDatabase(postgres, folder.snapshots)
    else:
        database = SqliteDatabase(folder.database, folder.key(in_key_store=in_key_store), folder.snapshots)
    instance = secrets.token_hex(8)
    try:
        await database.write(lambda connection: set_up_hub(connection, instance, random_tag))
        yield database
    finally:
        await database.close()

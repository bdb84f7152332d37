"""A channel at an empty hub on either engine, and a shop that is told on SQLite."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from storedesk.hub.database import SqliteDatabase
from tests.hub.channels.told_shop import ToldShop
from tests.storage.conftest import database, postgres_server

__all__ = ["database", "postgres_server", "told"]


@pytest_asyncio.fixture
async def told(tmp_path: Path) -> AsyncIterator[ToldShop]:
    opened = SqliteDatabase(tmp_path / "hub.db", "5a" * 32, tmp_path / "snapshots")
    shop = ToldShop(opened)
    await shop.open()
    yield shop
    await opened.close()

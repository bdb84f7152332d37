"""Looks after the data of articles while the hub serves, a step a minute."""

import asyncio
import contextlib
from collections.abc import Callable
from functools import partial

from storedesk.hub.channels.product_care import care_for_products
from storedesk.hub.database import Database
from storedesk.storage.database_work import Connection, DatabaseTrouble

EVERY_SECONDS = 60.0


class CareRunner:
    """Lives on the hub's event loop; ``now`` gives UTC ms."""

    def __init__(self, database: Database, now: Callable[[], int], random_tag: Callable[[], int]) -> None:
        self._database, self._now, self._random_tag = database, now, random_tag

    async def run(self) -> None:
        """Until cancelled; a database in trouble is tried again a minute later."""
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            with contextlib.suppress(DatabaseTrouble):
                await self._database.write(partial(self._step, self._now()))

    def _step(self, now: int, connection: Connection) -> int:
        return care_for_products(connection, now, self._random_tag)

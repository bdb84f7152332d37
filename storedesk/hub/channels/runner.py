"""Runs every channel that is on, each in a task of its own; takes up new and changed accounts by itself."""

import asyncio
import contextlib
from functools import partial

from storedesk.hub.channels.channel_run import ChannelRun, Ports
from storedesk.storage import channel_accounts as accounts
from storedesk.storage.channel_accounts import Account
from storedesk.storage.channel_outbox import attempts_lost
from storedesk.storage.database_work import Connection, DatabaseTrouble

LOOKS_EVERY_TICKS = 2


class ChannelRunner:
    """On the hub's event loop. One channel that is down, slow or broken stops no other."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._running: dict[int, tuple[int, asyncio.Task[None]]] = {}

    async def run(self) -> None:
        """Until cancelled; then what is under way is left to the next process to look up."""
        try:
            while True:
                with contextlib.suppress(DatabaseTrouble):
                    await self.look()
                await asyncio.sleep(self._ports.tick * LOOKS_EVERY_TICKS)
        finally:
            await self.stop()

    async def look(self) -> None:
        """Starts what has been switched on, stops what has been switched off, starts anew what has changed."""
        found = await self._ports.database.read(accounts.accounts)
        wanted = {one.channel_id: one for one in found if one.state in accounts.WORKED_ON}
        for channel_id, (changed_at, task) in list(self._running.items()):
            account = wanted.get(channel_id)
            if account is None or account.changed_at != changed_at or task.done():
                await self._stop(channel_id)
        for channel_id, account in wanted.items():
            if channel_id not in self._running:
                self._start(account)

    async def stop(self) -> None:
        for channel_id in list(self._running):
            await self._stop(channel_id)
        await self._ports.lines.close()

    def running(self) -> set[int]:
        """The numbers of the channels that have a task."""
        return {channel_id for channel_id, (_, task) in self._running.items() if not task.done()}

    def _start(self, account: Account) -> None:
        task = asyncio.create_task(ChannelRun(self._ports, account).run(), name=f"channel {account.code}")
        self._running[account.channel_id] = (account.changed_at, task)

    async def _stop(self, channel_id: int) -> None:
        _, task = self._running.pop(channel_id)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        with contextlib.suppress(DatabaseTrouble):
            await self._ports.database.write(partial(self._leave, channel_id))

    def _leave(self, channel_id: int, connection: Connection) -> None:
        """What this process was sending is looked up by whoever runs the channel next."""
        if accounts.holds_lease(connection, channel_id, self._ports.owner):
            attempts_lost(connection, channel_id, self._ports.now())
            accounts.release_lease(connection, channel_id, self._ports.owner)

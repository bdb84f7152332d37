"""The lines to the channels that this process has open, each opened again when its account has changed."""

import asyncio
from functools import partial

from storedesk.connectors.port import Connector, Platform, Surroundings
from storedesk.hub.channels.accounts import Platforms, open_connector
from storedesk.hub.channels.secrets import SecretStore
from storedesk.storage.channel_accounts import Account


class Lines:
    """Used on the hub's event loop."""

    def __init__(self, platforms: Platforms, surroundings: Surroundings, secrets: SecretStore) -> None:
        self._platforms, self._surroundings, self._secrets = platforms, surroundings, secrets
        self._open: dict[int, tuple[int, Connector]] = {}
        self._opening = asyncio.Lock()

    def platform(self, account: Account) -> Platform:
        """Raises UnknownPlatform."""
        return self._platforms(account.platform)

    async def line(self, account: Account) -> Connector:
        """Raises AccountWrong or SecretsUnreadable."""
        async with self._opening:
            known = self._open.get(account.channel_id)
            if known is not None and known[0] == account.changed_at:
                return known[1]
            await self._close(account.channel_id)
            work = partial(open_connector, account, self._platforms, self._surroundings, self._secrets)
            connector = await asyncio.to_thread(work)
            self._open[account.channel_id] = (account.changed_at, connector)
            return connector

    async def close(self) -> None:
        for channel_id in list(self._open):
            await self._close(channel_id)

    async def _close(self, channel_id: int) -> None:
        known = self._open.pop(channel_id, None)
        if known is not None:
            await known[1].close()

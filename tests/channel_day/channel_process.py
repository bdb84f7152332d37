"""What one process of the hub does for a channel: reads it, plans what it is to be told, and tells it."""

import random
from collections.abc import Awaitable, Callable

from storedesk.connectors.port import Capability, Connector, Kind, Surroundings
from storedesk.connectors.trouble import Unreachable
from storedesk.hub.channels.plan_pushes import plan_pushes
from storedesk.hub.channels.reading import Reader
from storedesk.hub.channels.sender import Sender
from storedesk.hub.database import Database
from storedesk.storage.channel_accounts import add_account, change_account, take_lease
from storedesk.storage.channel_outbox import attempts_lost
from storedesk.storage.database_work import Connection
from tests.channel_day.market import Market
from tests.channel_day.rough_line import RoughLine

LEASE_MS = 60_000
FIRST = (Kind.PLACES, Kind.PRODUCTS)
ALWAYS = (Kind.ORDERS, Kind.LEVELS)


class ChannelProcess:
    """Made anew after a restart; ``line`` and the market live on."""

    def __init__(
        self, database: Database, market: Market, line: RoughLine, now: Callable[[], int],
        sleep: Callable[[float], Awaitable[None]], rng: random.Random, owner: str,
    ) -> None:  # fmt: skip
        self._database, self.market, self._now, self._owner = database, market, now, owner
        surroundings = Surroundings(now, sleep, rng.randbytes, line)
        self._connector: Connector = market.platform.open(market.settings(), surroundings)
        tag = lambda: rng.getrandbits(62)  # noqa: E731
        self._reader = Reader(database, self._connector, market.channel_id, now, tag)
        self._sender = Sender(
            database, self._connector, market.channel_id, owner, now, tag, rng.random, self._broke
        )
        self.bugs: list[list[str]] = []
        self._to_reread: list[tuple[Kind, str]] = []

    def _broke(self, trace: list[str]) -> None:
        self.bugs.append(trace)

    async def begin(self) -> None:
        """What was under way when the process before died is unknown now."""
        await self._database.write(
            lambda connection: attempts_lost(connection, self.market.channel_id, self._now())
        )

    async def switch_on(self) -> None:
        checked = await self._connector.check()
        channel, now = self.market.channel_id, self._now()
        named = " ".join(sorted(checked.capabilities))

        def work(connection: Connection) -> None:
            add_account(connection, channel, self.market.platform.name, "{}", now)
            levels = self.market.platform.levels
            change_account(connection, channel, state="on", capabilities=named, levels=levels)

        await self._database.write(work)
        assert Capability.PICKUP in checked.capabilities, checked
        for kind in (*FIRST, *ALWAYS):
            await self._reader.read(kind)

    def hear(self) -> None:
        """Webhooks, each one twice and out of order: only hints."""
        hints = [hint for delivery in self.market.deliveries() for hint in self._connector.hint(delivery)]
        self._to_reread += [(hint.kind, hint.external_id) for hint in [*reversed(hints), *hints]]

    async def turn(self) -> None:
        """As far as the line lets it."""
        try:
            self.hear()
            while self._to_reread:
                kind, external_id = self._to_reread[0]
                if external_id:
                    await self._reader.reread(kind, [external_id])
                self._to_reread.pop(0)
            for kind in ALWAYS:
                await self._reader.read(kind)
            await self.plan()
            if await self._database.write(self._lease):
                await self._sender.turn()
        except Unreachable:
            return

    async def plan(self) -> None:
        more, channel = True, self.market.channel_id
        while more:
            done = await self._database.write(
                lambda connection: plan_pushes(connection, channel, self._now())
            )
            more = done.more

    def _lease(self, connection: Connection) -> bool:
        now = self._now()
        return take_lease(connection, self.market.channel_id, self._owner, now, now + LEASE_MS)

    async def close(self) -> None:
        await self._connector.close()

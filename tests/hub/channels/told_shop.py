"""A hub with a small shop whose web channel is a plain shop, and everything that tells it."""

import random
from collections.abc import Callable
from functools import partial
from typing import Any

from storedesk.connectors import neutral
from storedesk.connectors.port import Capability
from storedesk.connectors.pushes import Push, StockPush
from storedesk.hub.channels.plan_pushes import plan_pushes, start_at_head
from storedesk.hub.channels.sender import Sender
from storedesk.hub.database import Database
from storedesk.storage import channel_links as links
from storedesk.storage.channel_accounts import add_account, change_account, take_lease
from storedesk.storage.channel_links import Link, put_links
from storedesk.storage.channel_outbox import Entry, attempts_lost
from storedesk.storage.database_work import Connection
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.rows import Rows
from storedesk.storage.short_sql import ShortSql
from tests.platforms.plain_shop import PlainConnector, PlainShop
from tests.small_shop import ALVA, GBG, MAL, NOW, RASK, TERMOS, order_id, small_shop

WEB, ME = 1, "this process"
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
ARTICLES = (ALVA, RASK, TERMOS)
ORDERS = range(48201, 48205)


class ToldShop:
    """``crash`` tests set ``shop.before`` and ``shop.after``; ``kill`` begins again as another process would."""

    def __init__(self, database: Database) -> None:
        self.database, self.shop = database, PlainShop()
        self.random = random.Random(7)
        self.now = NOW
        self.owner = ME
        self.bugs: list[list[str]] = []
        self.sender = self.new_sender()

    def tag(self) -> int:
        return self.random.getrandbits(62)

    def new_sender(self) -> Sender:
        return Sender(
            self.database, PlainConnector(self.shop), WEB, self.owner, lambda: self.now, self.tag,
            self.random.random, self.bugs.append,
        )  # fmt: skip

    async def open(self) -> None:
        await self.database.write(self._fill)

    def _fill(self, connection: Connection) -> None:
        prepare_hub(connection, "hub", self.tag)
        write_rows(connection, small_shop(len(ORDERS)), self.tag)
        add_account(connection, WEB, "plain", "{}", NOW)
        capabilities = " ".join(sorted(Capability))
        change_account(connection, WEB, state="on", capabilities=capabilities)
        put_links(connection, WEB, links.PLACE, [Link("g", str(GBG)), Link("m", str(MAL))])
        for variant in ARTICLES:
            put_links(connection, WEB, links.VARIANT, [Link(f"v{variant}", str(variant))])
            put_links(connection, WEB, links.STOCK, [Link(f"s{variant}", str(variant))])
        for number in ORDERS:
            order = order_id(number)
            put_links(connection, WEB, links.ORDER, [Link(f"o{number}", order)])
            lines = [Link(f"o{number}/l{line}", f"{order}/{line}") for line in (1, 2)]
            put_links(connection, WEB, links.LINE, lines)
        start_at_head(connection, WEB)

    async def write(self, *rows: Any) -> None:
        await self.database.write(lambda connection: write_rows(connection, rows, self.tag))

    async def change(self, table: str, *key: int | str, **values: Any) -> None:
        """Sets columns of one row."""

        def work(connection: Connection) -> None:
            stored = Rows(connection).get(table, key)
            assert stored is not None
            write_rows(connection, [stored.row._replace(**values)], self.tag)

        await self.database.write(work)

    async def row(self, table: str, *key: int | str) -> Any:
        return await self.database.read(lambda connection: Rows(connection).get(table, key).row)  # type: ignore[union-attr]

    async def among(self, table: str, **equals: int | str) -> list[Any]:
        found = await self.database.read(lambda connection: Rows(connection).among(table, equals))
        return [stored.row for stored in found]

    async def plan(self) -> int:
        made, more = 0, True
        while more:
            work = partial(plan_pushes, channel_id=WEB, now=self.now, random_tag=self.tag)
            done = await self.database.write(work)
            made, more = made + done.made, done.more
        return made

    async def lease(self, owner: str = ME) -> bool:
        until = self.now + MINUTE
        return await self.database.write(
            lambda connection: take_lease(connection, WEB, owner, self.now, until)
        )

    async def send(self) -> int:
        assert await self.lease(self.owner)
        return await self.sender.turn()

    async def tell(self, after: int = 0) -> int:
        """Plans, waits and sends."""
        await self.plan()
        self.now += after
        return await self.send()

    async def kill(self) -> None:
        """Another process takes over."""
        self.shop.before = self.shop.after = lambda _push: None
        self.sender = self.new_sender()
        await self.database.write(lambda connection: attempts_lost(connection, WEB, self.now))

    async def pushes(self, kind: str = "") -> list[Entry]:
        text = "SELECT key, channel_id, kind, entity, ask, state, tries, made_at, due_at, tried_at, done_at, why,"
        text += " detail, number, about FROM channel_push ORDER BY number"
        rows = await self.database.read(lambda connection: ShortSql(connection).all(text))
        return [entry for entry in (Entry(*row) for row in rows) if kind in ("", entry.kind)]

    async def states(self, kind: str = "") -> list[str]:
        return [entry.state for entry in await self.pushes(kind)]

    def told(self, kind: type[Any]) -> list[Any]:
        """What the shop did, once for each key."""
        seen: dict[str, Push] = {}
        for push in self.shop.told:
            if push.key in self.shop.done:
                seen.setdefault(push.key, push)
        return [push.ask for push in seen.values() if isinstance(push.ask, kind)]

    def shown(self, variant: int, place: str = "g") -> int | None:
        return self.shop.level(f"s{variant}", place)

    def show(self, variant: int, place: str, quantity: int) -> None:
        self.shop.hold(neutral.RemoteLevel(f"s{variant}", place, quantity, quantity, self.now))


def once(action: Callable[[], None]) -> Callable[[Push], None]:
    """Calls the action at the first push only."""
    left = [action]

    def call(_push: Push) -> None:
        if left:
            left.pop()()

    return call


def stock(shop: ToldShop) -> list[StockPush]:
    return shop.told(StockPush)

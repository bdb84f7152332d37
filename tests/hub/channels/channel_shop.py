"""A hub with one channel that is a plain shop, and what a test says and asks of both."""

import json
import random
from typing import Any

import sqlalchemy as sa

from storedesk.connectors.neutral import RemoteLevel, RemotePlace, RemotePrice, RemoteProduct, RemoteVariant
from storedesk.connectors.port import Kind
from storedesk.domain.records import Channel, Setting
from storedesk.hub.channels.reading import Pass, Reader
from storedesk.hub.database import Database
from storedesk.storage.channel_links import links_of
from storedesk.storage.channel_problems import KnownProblem, problems_of
from storedesk.storage.channel_shown import Shown, shown_of
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.hub_verify import verify_hub
from storedesk.storage.refused_writes import RefusedWrites, refused_since
from storedesk.storage.schema import SYNCED, metadata
from tests.platforms.plain_shop import PlainConnector, PlainShop
from tests.small_shop import NOW

WEB = 7
ALL_ITS = {"texts": "web", "price": "web", "on_hand": "web", "listed": "web"}
LOAD = (Kind.PLACES, Kind.PRODUCTS, Kind.PRICES, Kind.LEVELS)


class ChannelShop:
    """``web`` is the channel's code, ``shop`` the platform behind it."""

    def __init__(self, database: Database, page_size: int = 50, at_once: int = 2_000) -> None:
        self.database, self.shop, self.source = database, PlainShop(page_size), random.Random(3)
        self.clock, self.at_once = NOW, at_once

    def tag(self) -> int:
        return self.source.getrandbits(62)

    def now(self) -> int:
        self.clock += 1_000
        return self.clock

    async def set_up(self, *rows: Any, masters: dict[str, str] | None = None) -> None:
        given = [Channel(WEB, "web", "Web", "web_shop", 0), *rows]
        if masters:
            given.append(Setting(0, "masters", json.dumps(masters)))
        await self.database.write(lambda connection: prepare_hub(connection, "hub-1", self.tag))
        await self.write(*given)

    async def write(self, *rows: Any) -> None:
        await self.database.write(lambda connection: write_rows(connection, rows, self.tag))

    def reader(self) -> Reader:
        """As a process that has just started has it."""
        return Reader(self.database, PlainConnector(self.shop), WEB, self.now, self.tag, self.at_once)

    async def read(self, *kinds: Kind) -> list[Pass]:
        reader = self.reader()
        return [await reader.read(kind) for kind in kinds or LOAD]

    async def values(self, table: str, *columns: str) -> list[tuple[Any, ...]]:
        sql = SYNCED[table] if table in SYNCED else metadata.tables[table]
        wanted = sa.select(*(sql.c[name] for name in columns)).order_by(*(sql.c[name] for name in columns))
        return await self.database.read(lambda connection: [tuple(row) for row in connection.execute(wanted)])

    async def wrong(self) -> str:
        """What does not fit in the hub's rows and sums; empty when it is whole."""
        return await self.database.read(lambda connection: verify_hub(connection).wrong)

    async def local(self, kind: str, external_id: str) -> str | None:
        """What a record there is here; None where it is not linked."""
        found = await self.database.read(lambda connection: links_of(connection, WEB, kind, [external_id]))
        return found[external_id].local_id if external_id in found else None

    async def shown(self, variant_id: int) -> dict[tuple[str, str], str]:
        found: list[Shown] = await self.database.read(
            lambda connection: shown_of(connection, WEB, [variant_id])
        )
        return {(one.field, one.about): one.value for one in found}

    async def problems(self) -> dict[str, str]:
        found: list[KnownProblem] = await self.database.read(
            lambda connection: problems_of(connection, WEB, 1000)
        )
        return {one.external_id: one.problem for one in found}

    async def refused(self) -> dict[str, int]:
        found: list[RefusedWrites] = await self.database.read(lambda connection: refused_since(connection, 0))
        return {one.field: one.writes for one in found}


def product(name: str, title: str = "", *, listed: bool = True) -> RemoteProduct:
    return RemoteProduct(f"p{name}", f"S{name}", title or f"Jacket {name}", "Fjell", "jackets", listed, 1)


def variant(
    name: str, sku: str | None = None, barcodes: tuple[str, ...] = (), of: str | None = None
) -> RemoteVariant:
    return RemoteVariant(
        f"v{name}", f"p{name if of is None else of}", f"s{name}", f"SKU-{name}" if sku is None else sku,
        f"Blue {name}", "blue", "M", barcodes, True, True, 450, 1,
    )  # fmt: skip


def level(name: str, place: str, on_hand: int, available: int | None = None) -> RemoteLevel:
    return RemoteLevel(f"s{name}", place, on_hand, on_hand if available is None else available, 1)


def price(
    name: str, amount: int, list_code: str = "", quantity: int = 1, currency: str = "SEK"
) -> RemotePrice:
    return RemotePrice(f"v{name}", list_code, currency, quantity, amount, True)


def place(external_id: str, name: str = "", address: str = "", city: str = "") -> RemotePlace:
    return RemotePlace(external_id, name, address, "", city, "SE", True, True)

"""A Magento shop taken in by a hub: everything of it finds its place, and what moved silently is found again."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from storedesk.connectors.port import LOAD_ORDER, Kind
from storedesk.domain.records import Place, Setting
from storedesk.hub.channels.reading import Reader
from storedesk.hub.database import SqliteDatabase
from storedesk.storage.channel_links import PLACE, Link, put_links
from tests.connectors.magento.magento_world import World
from tests.hub.channels.channel_shop import ALL_ITS, WEB, ChannelShop
from tests.small_shop import GBG, small_shop

pytestmark = pytest.mark.asyncio


class MagentoChannel(ChannelShop):
    """The hub's channel is a Magento shop."""

    world: World

    def reader(self) -> Reader:
        return Reader(self.database, self.world.again(), WEB, self.now, self.tag, self.at_once)


@pytest_asyncio.fixture
async def channel(tmp_path: Path) -> AsyncIterator[MagentoChannel]:
    database = SqliteDatabase(tmp_path / "hub.db", "5a" * 32, tmp_path / "snapshots")
    made = MagentoChannel(database)
    made.world = World(b2b=True, page_size="3")
    yield made
    await database.close()
    assert made.world.wrong_requests() == []


async def test_a_whole_shop_is_taken_in_and_followed(channel: MagentoChannel) -> None:
    world, shop = channel.world, channel.world.shop
    world.store("gbg")
    for number in range(5):
        world.article(f"A{number}", 100 + number, gbg=number)
    shop.add_configurable("CFG", ("A0", "A1"), "Jacket")
    buyer = shop.add_customer()
    order_id = shop.place_order([("A4", 2)], pickup="gbg", customer_id=buyer, paid=True)
    masters = {name: "any" if master == "web" else master for name, master in ALL_ITS.items()}
    await channel.set_up(*_places(), masters=masters)
    await channel.database.write(
        lambda connection: put_links(connection, WEB, PLACE, [Link("gbg", str(GBG))])
    )
    await channel.read(*LOAD_ORDER)
    assert await channel.problems() == {"default": "not_mapped"}
    variant = await channel.local("variant", str(shop.products["A4"]["id"]))
    assert variant is not None
    assert (await channel.shown(int(variant)))["stock", str(GBG)] == "2"
    assert await channel.local("order", str(order_id)) is not None
    shop.set_stock("A4", "gbg", 9)
    world.clock.now += 3_600_000
    await channel.read(Kind.LEVELS, Kind.ORDERS)
    assert (await channel.shown(int(variant)))["stock", str(GBG)] == "7"


async def test_a_companys_catalogue_is_its_contract_price_list(channel: MagentoChannel) -> None:
    world, shop = channel.world, channel.world.shop
    world.article("A", 100.0)
    shop.add_company("Bygg AB", shop.add_catalogue("Bygg", {"A": 79.0}))
    masters = {**ALL_ITS, "company": "web"}
    await channel.set_up(*_places(), Setting(0, "masters", json.dumps(masters)))
    await channel.read(*LOAD_ORDER)
    assert await channel.values("company", "name", "price_list") == [("Bygg AB", "web:Bygg")]
    prices = await channel.values("price", "list_code", "amount")
    assert prices == [("base", 1_000_000), ("web:Bygg", 790_000)]
    shop.set_contract_price("Bygg", "A", 75.0)
    world.clock.now += 3_600_000
    await channel.read(Kind.PRICES)
    assert ("web:Bygg", 750_000) in await channel.values("price", "list_code", "amount")


def _places() -> list[Place]:
    return [row for row in small_shop(0) if isinstance(row, Place)]

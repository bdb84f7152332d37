"""What is sold by the metre or kilo is shown, told and compared in whole metres and kilos."""

from functools import partial

import pytest

from storedesk.connectors.port import Kind
from storedesk.domain.records import Channel, StockLevel, Variant
from storedesk.domain.tables import SELLABLE
from storedesk.hub.channels.compare import look
from storedesk.hub.database import Database
from tests.hub.channels.channel_shop import WEB, ChannelShop, level, place, product, variant
from tests.small_shop import ALVA, GBG, NOW, articles, places

pytestmark = pytest.mark.asyncio
ROPE = 901
LATER = NOW + 3_600_000


async def shop_with(database: Database, unit: str, steps: int, **masters: str) -> ChannelShop:
    """A rope in Göteborg, so many smallest steps long."""
    web = ChannelShop(database)
    rope = Variant(ROPE, ALVA, "SKU-ROPE", "Rope", "", "", unit, 0)
    there = StockLevel(GBG, ROPE, SELLABLE, steps, 0, 0, 0, None, "A1-01", NOW - 1)
    await web.set_up(*places(), *articles(), rope, there, masters=masters)
    web.shop.hold(place("1", "Göteborg Centrum"), product("R"), variant("R", sku="SKU-ROPE"))
    await web.read()
    return web


async def says(web: ChannelShop, metres: int) -> None:
    web.shop.hold(level("R", "1", metres))
    await web.read(Kind.LEVELS)


async def differing(web: ChannelShop) -> list[tuple[str, str]]:
    """Ours and theirs, an hour later."""
    channel = Channel(WEB, "web", "Web", "web_shop", 0)
    looked = await web.database.read(partial(look, channel=channel, now=LATER, size=2_000))
    found = [one.found for one in looked.differs if one.found.article.variant_id == ROPE]
    return [(one.beside.ours, one.beside.theirs) for one in found if one.beside.field == "stock"]


@pytest.mark.parametrize(("unit", "step"), [("piece", 1), ("m", 100), ("kg", 1000)])
async def test_what_is_read_stands_in_whole_units_and_differs_only_where_it_does(
    database: Database, unit: str, step: int
) -> None:
    web = await shop_with(database, unit, 7 * step)
    await says(web, 7)
    assert (await web.shown(ROPE))["stock", str(GBG)] == "7"
    assert await differing(web) == []
    await says(web, 6)
    assert await differing(web) == [("7", "6")]


async def test_a_count_of_the_master_is_still_taken_in_smallest_steps(database: Database) -> None:
    web = await shop_with(database, "m", 250, on_hand="web")
    await says(web, 9)
    levels = await web.values("stock_level", "location_id", "variant_id", "quantity")
    assert (GBG, ROPE, 900) in levels
    assert (await web.shown(ROPE))["stock", str(GBG)] == "9"

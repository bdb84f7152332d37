"""What a channel brings arrives once and whole: after a crash, twice, in another order, with a bad record in it."""

import random
from typing import Any

import pytest

from storedesk.connectors.neutral import RemoteLevel
from storedesk.connectors.port import Kind
from storedesk.connectors.trouble import Unreachable
from storedesk.hub.channels.reading import Reader
from storedesk.hub.database import Database
from storedesk.storage.channel_cursors import FOLLOWING, LOADING, positions_of
from storedesk.storage.database_work import DatabaseTrouble
from tests.hub.channels.channel_shop import (
    ALL_ITS,
    LOAD,
    WEB,
    ChannelShop,
    level,
    place,
    price,
    product,
    variant,
)
from tests.platforms.plain_shop import PlainConnector
from tests.small_shop import GBG, MAL, places

pytestmark = pytest.mark.asyncio
ROWS = {
    "product": ("id", "name"),
    "variant": ("id", "product_id", "sku", "name", "weight_grams"),
    "barcode": ("code", "variant_id"),
    "price": ("list_code", "variant_id", "amount"),
    "stock_level": ("location_id", "variant_id", "bucket", "quantity"),
    "channel_link": ("kind", "external_id", "local_id"),
}


@pytest.fixture
def web(database: Database) -> ChannelShop:
    return ChannelShop(database, page_size=7, at_once=3)


def stocked(count: int) -> list[Any]:
    """Articles with a price and stock at two places."""
    records: list[Any] = [place("1", "Göteborg Centrum"), place("2", "Malmö"), place("3", "Nowhere")]
    for number in range(count):
        name = f"{number:02d}"
        records += [product(name), variant(name, barcodes=(f"73900{number:08d}",))]
        records += [
            price(name, 10_000 * (number + 1)),
            level(name, "1", number),
            level(name, "2", 2 * number),
        ]
    return records


async def everything(web: ChannelShop) -> dict[str, list[Any]]:
    return {table: await web.values(table, *columns) for table, columns in ROWS.items()}


async def sums_agree(web: ChannelShop) -> None:
    """Each level is the sum of its movements."""
    moved: dict[Any, int] = {}
    for location, variant_id, _id, quantity in await web.values(
        "movement", "location_id", "variant_id", "id", "quantity"
    ):
        moved[location, variant_id] = moved.get((location, variant_id), 0) + quantity
    levels = await web.values("stock_level", "location_id", "variant_id", "quantity")
    assert {key: quantity for *key_, quantity in levels if (key := tuple(key_)) and quantity} == {
        key: quantity for key, quantity in moved.items() if quantity
    }


async def test_a_first_load_brings_places_articles_prices_and_stock(web: ChannelShop) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    web.shop.hold(*stocked(10))
    passes = await web.read()
    assert [one.position.phase for one in passes] == [FOLLOWING] * 4
    assert [one.records for one in passes] == [3, 20, 10, 20]
    assert [one.position.done for one in passes] == [3, 20, 10, 20]
    assert await web.local("place", "1") == str(GBG) and await web.local("place", "2") == str(MAL)
    assert await web.problems() == {"3": "not_mapped"}
    assert len(await web.values("variant", "id")) == 10
    assert len(await web.values("price", "variant_id")) == 10
    assert sum(row[0] for row in await web.values("stock_level", "quantity")) == 3 * 45
    await sums_agree(web)
    assert await web.wrong() == ""
    web.shop.hold(product("01", "Renamed"), variant("01"), price("02", 5), level("03", "1", 77))
    await web.read()
    assert await web.wrong() == ""


async def test_a_load_that_is_killed_between_pages_goes_on_and_ends_the_same(
    web: ChannelShop, database: Database
) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    web.shop.hold(*stocked(12))
    source, calls = random.Random(5), 0

    def reading(_kind: Kind) -> None:
        nonlocal calls
        calls += 1
        if source.random() < 0.4:
            raise Unreachable("no_reply")

    web.shop.reading = reading
    for kind in LOAD:
        for _ in range(200):
            try:
                found = await web.reader().read(kind)
            except Unreachable:
                continue
            assert found.position.phase == FOLLOWING
            break
        else:
            raise AssertionError(f"{kind} never ended")
    assert calls > 10
    positions = await database.read(lambda connection: positions_of(connection, WEB))
    assert {one.kind: one.done for one in positions} == {
        "places": 3, "products": 24, "prices": 12, "levels": 24,
    }  # fmt: skip
    broken = await everything(web)
    await sums_agree(web)
    assert len(broken["variant"]) == 12 and len(broken["stock_level"]) == 24


class FailsNowAndThen:
    """A database whose writes fail by chance, as when the process ends between two of them."""

    def __init__(self, database: Database, seed: int) -> None:
        self._database, self._source = database, random.Random(seed)
        self.writers, self.together, self.failed = database.writers, database.together, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)

    async def write(self, work: Any) -> Any:
        if self._source.random() < 0.3:
            self.failed += 1
            raise DatabaseTrouble("killed")
        return await self._database.write(work)


async def test_a_load_that_is_killed_within_a_page_writes_nothing_twice(
    web: ChannelShop, database: Database
) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    web.shop.hold(*stocked(12))
    failing = FailsNowAndThen(database, 4)
    for kind in LOAD:
        for _ in range(100):
            reader = Reader(failing, PlainConnector(web.shop), WEB, web.now, web.tag, 3)
            try:
                await reader.read(kind)
                break
            except DatabaseTrouble:
                continue
    assert failing.failed > 5
    found = await everything(web)
    assert (len(found["variant"]), len(found["price"]), len(found["stock_level"])) == (12, 12, 24)
    assert sum(row[-1] for row in found["stock_level"]) == 3 * 66
    await sums_agree(web)
    positions = await database.read(lambda connection: positions_of(connection, WEB))
    assert {one.kind: one.done for one in positions}["levels"] == 24


async def test_the_first_load_says_how_far_it_has_come(web: ChannelShop, database: Database) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    web.shop.hold(*stocked(12))
    pages = 0

    def reading(kind: Kind) -> None:
        nonlocal pages
        pages += kind is Kind.PRODUCTS
        if pages == 3:
            raise Unreachable("no_reply")

    web.shop.reading = reading
    with pytest.raises(Unreachable):
        await web.read(Kind.PRODUCTS)
    (position,) = await database.read(lambda connection: positions_of(connection, WEB))
    assert (position.phase, position.done, position.total) == (LOADING, 14, 24)


async def test_pages_that_come_twice_or_in_another_order_change_nothing(web: ChannelShop) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    records = stocked(10)
    web.shop.hold(*records)
    await web.read()
    before, moved = await everything(web), await web.values("movement", "id")
    again = records[:]
    random.Random(9).shuffle(again)
    web.shop.hold(*again)
    await web.read()
    assert await everything(web) == before
    assert await web.values("movement", "id") == moved
    await web.read()
    assert await everything(web) == before
    assert await web.wrong() == ""


async def test_a_bad_record_is_set_aside_and_the_rest_of_its_page_goes_in(web: ChannelShop) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    web.shop.hold(*stocked(6))
    web.shop.hold(product("bad"), variant("bad", sku="SKU\ud800"), level("02", "1", 10**15))
    passes = await web.read()
    problems = await web.problems()
    assert set(problems) == {"3", "vbad", "s02"}
    assert sum(one.set_aside for one in passes) == 3
    assert len(await web.values("variant", "id")) == 6
    web.shop.hold(variant("bad"), level("02", "1", 10))
    await web.read()
    assert set(await web.problems()) == {"3"}
    assert len(await web.values("variant", "id")) == 7


async def test_stock_that_comes_before_its_article_is_asked_for_again(web: ChannelShop) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    web.shop.hold(place("1", "Göteborg Centrum"), level("01", "1", 5), price("01", 90_000))
    await web.read()
    assert await web.problems() == {"s01": "not_linked", "v01": "not_linked"}
    web.shop.hold(product("01"), variant("01"))
    await web.read()
    assert await web.problems() == {}
    assert await web.values("stock_level", "location_id", "quantity") == [(GBG, 5)]
    assert await web.values("price", "amount") == [(90_000,)]


async def test_a_hint_reads_one_record_and_leaves_the_cursor(web: ChannelShop, database: Database) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    web.shop.hold(*stocked(2))
    await web.read()
    before = await database.read(lambda connection: positions_of(connection, WEB))
    web.shop.hold(product("01", "Another title"))
    done = await web.reader().reread(Kind.PRODUCTS, ["p01"])
    assert (done.records, done.written) == (2, 1)
    assert ("Another title",) in await web.values("product", "name")
    assert await database.read(lambda connection: positions_of(connection, WEB)) == before


async def test_levels_without_a_figure_are_left_alone(web: ChannelShop) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    web.shop.hold(*stocked(1), RemoteLevel("s00", "2", None, None, 1))
    await web.read()
    assert await web.values("stock_level", "location_id", "quantity") == [(GBG, 0)]

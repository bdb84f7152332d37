"""What is linked after it has stock and a price is told at once, and told anew where the link is another one now."""

import pytest

from storedesk.connectors import neutral
from storedesk.connectors.port import Kind
from storedesk.connectors.pushes import PricePush
from storedesk.domain.records import Barcode, Price
from storedesk.hub.channels.matching_places import link_places
from storedesk.hub.channels.reading import Reader
from storedesk.storage.channel_links import PLACE, STOCK, VARIANT, drop_links
from storedesk.storage.short_sql import ShortSql
from tests.hub.channels.told_shop import WEB, ToldShop, stock
from tests.platforms.plain_shop import PlainConnector
from tests.small_shop import ALVA

pytestmark = pytest.mark.asyncio
CODE = "7312345678901"


async def unlinked(told: ToldShop) -> None:
    """Alva is not linked, and has a barcode by which it may be; what is linked is followed already."""
    await told.write(Barcode(CODE, ALVA, 1), Price("base", ALVA, "SEK", 1, "", 990_000, 1))

    def work(connection: object) -> None:
        drop_links(connection, WEB, VARIANT, [f"v{ALVA}"])  # type: ignore[arg-type]
        drop_links(connection, WEB, STOCK, [f"s{ALVA}"])  # type: ignore[arg-type]

    await told.database.write(work)
    await read(told, Kind.PRODUCTS)
    await told.tell()


async def read(told: ToldShop, kind: Kind) -> None:
    reader = Reader(told.database, PlainConnector(told.shop), WEB, lambda: told.now, told.tag)
    await reader.read(kind)


def appear(told: ToldShop, stock_id: str = "s-new") -> None:
    told.shop.hold(
        neutral.RemoteProduct("p-new", "ALVA", "Alva", "", "", True, 1),
        neutral.RemoteVariant(
            "v-new", "p-new", stock_id, "THEIRS", "Alva", "", "", (CODE,), True, True, 0, 1
        ),
    )  # fmt: skip


async def test_an_article_that_is_linked_later_is_told_at_once(told: ToldShop) -> None:
    await unlinked(told)
    before = len(stock(told))
    appear(told)
    await read(told, Kind.PRODUCTS)
    await told.tell()
    assert {(ask.stock_id, ask.place_id, ask.available) for ask in stock(told)[before:]} == {
        ("s-new", "g", 50),
        ("s-new", "m", 50),
    }
    assert [(ask.variant_id, ask.amount) for ask in told.told(PricePush)] == [("v-new", 990_000)]


async def test_it_is_told_once_although_the_hub_dies_or_reads_it_again(told: ToldShop) -> None:
    await unlinked(told)
    appear(told)
    await read(told, Kind.PRODUCTS)
    await told.plan()
    await told.kill()
    await told.tell()
    told_so_far = len(told.shop.told)
    appear(told)
    await read(told, Kind.PRODUCTS)
    assert await told.tell() == 0
    assert len(told.shop.told) == told_so_far
    left = await told.database.read(lambda c: ShortSql(c).all("SELECT * FROM channel_tell_anew"))
    assert list(left) == []


async def test_an_article_whose_stock_has_another_id_now_is_told_under_it(told: ToldShop) -> None:
    await unlinked(told)
    appear(told)
    await read(told, Kind.PRODUCTS)
    await told.tell()
    before = len(stock(told))
    appear(told, "s-other")
    await read(told, Kind.PRODUCTS)
    await told.tell()
    assert {ask.stock_id for ask in stock(told)[before:]} >= {"s-other"}


async def test_a_place_that_is_linked_is_told_everything_that_lies_there(told: ToldShop) -> None:
    await told.database.write(lambda connection: drop_links(connection, WEB, PLACE, ["m"]))
    await told.tell()
    before = len(stock(told))
    await told.database.write(lambda connection: link_places(connection, WEB, {"mm": "MAL"}))
    await told.tell()
    assert {ask.place_id for ask in stock(told)[before:]} == {"mm"}
    assert len(stock(told)) == before + 3
    await told.database.write(lambda connection: link_places(connection, WEB, {"mm": "", "n": "MAL"}))
    await told.tell()
    assert {ask.place_id for ask in stock(told)[before + 3 :]} == {"n"}

"""Field by field only the master's word counts; what others show is noted, what they change is counted."""

import json

import pytest

from storedesk.connectors.neutral import RemotePrice, RemoteProduct, RemoteVariant
from storedesk.connectors.port import Kind
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Barcode, Movement, Place, Price, PriceList, Setting, StockLevel, Variant
from storedesk.domain.tables import SELLABLE
from storedesk.hub.database import Database
from storedesk.storage.channel_links import Link, drop_links, put_links
from storedesk.storage.channel_shown import Figure, note_pushed
from storedesk.storage.schema import device
from tests.hub.channels.channel_shop import ALL_ITS, WEB, ChannelShop, level, place, price, product, variant
from tests.small_shop import ALVA, GBG, MAL, NOW, RASK, articles, places

pytestmark = pytest.mark.asyncio
HERE = place("1", "Göteborg Centrum"), place("2", "Malmö")
OF_ALVA = product("A", "Alva in the shop"), variant("A", sku=f"SKU-{ALVA}")


@pytest.fixture
def web(database: Database) -> ChannelShop:
    return ChannelShop(database)


async def names(web: ChannelShop) -> dict[int, str]:
    return dict(await web.values("product", "id", "name"))


async def test_a_channel_that_is_not_master_is_linked_and_shown_and_writes_nothing(web: ChannelShop) -> None:
    await web.set_up(*places(), *articles())
    before = await web.values("stock_level", "location_id", "variant_id", "quantity")
    web.shop.hold(*HERE, *OF_ALVA, price("A", 990_000), level("A", "1", 7, available=5))
    await web.read()
    assert await web.local("variant", "vA") == str(ALVA)
    assert (await names(web))[ALVA] == "Skaljacka Alva"
    assert await web.values("price", "amount") == []
    assert await web.values("stock_level", "location_id", "variant_id", "quantity") == before
    assert await web.shown(ALVA) == {
        ("title", ""): "Alva in the shop", ("listed", ""): "1", ("price", ""): "990000", ("stock", str(GBG)): "5",
    }  # fmt: skip
    assert await web.refused() == {}, "what is there at the first reading was written by nobody"


async def test_what_somebody_changes_there_is_counted_and_our_own_words_are_not(web: ChannelShop) -> None:
    await web.set_up(*places(), *articles())
    web.shop.hold(*HERE, *OF_ALVA, price("A", 990_000), level("A", "1", 5))
    await web.read()
    told = [Figure(ALVA, "title", "", "Alva"), Figure(ALVA, "stock", str(GBG), "9")]
    await web.database.write(lambda connection: note_pushed(connection, WEB, told, web.now()))
    web.shop.hold(product("A", "Alva"), variant("A", sku=f"SKU-{ALVA}"), level("A", "1", 9))
    await web.read()
    assert await web.refused() == {}
    web.shop.hold(product("A", "Alva!"), variant("A", sku=f"SKU-{ALVA}"), price("A", 1), level("A", "1", 12))
    await web.read()
    assert await web.refused() == {"texts": 1, "price": 1, "on_hand": 1}
    web.shop.hold(level("A", "1", 11))
    await web.read()
    assert (await web.refused())["on_hand"] == 1, "that a figure falls is a sale"
    assert (await names(web))[ALVA] == "Skaljacka Alva"


async def test_the_master_of_texts_renames_and_adds_barcodes_and_leaves_the_rest(web: ChannelShop) -> None:
    await web.set_up(*places(), *articles(), masters={"texts": "web"})
    web.shop.hold(
        *HERE, product("A", "New name"), variant("A", sku=f"SKU-{ALVA}", barcodes=("7350001234562",))
    )
    web.shop.hold(price("A", 990_000), level("A", "1", 7))
    await web.read()
    assert (await names(web))[ALVA] == "New name"
    assert await web.values("barcode", "code", "variant_id") == [("7350001234562", ALVA)]
    assert await web.values("variant", "colour") == [("",), ("",), ("blue",)]
    assert await web.values("price", "amount") == []
    assert (GBG, ALVA, 50) in await web.values("stock_level", "location_id", "variant_id", "quantity")


async def test_stock_has_its_master_by_place(web: ChannelShop) -> None:
    await web.set_up(*places(), *articles(), masters={"on_hand:GBG": "web"})
    web.shop.hold(*HERE, *OF_ALVA, level("A", "1", 7), level("A", "2", 8))
    await web.read()
    levels = await web.values("stock_level", "location_id", "variant_id", "quantity")
    assert (GBG, ALVA, 7) in levels and (MAL, ALVA, 50) in levels
    assert await web.values("movement", "location_id", "quantity", "reason") == [(GBG, -43, "imported_count")]


async def test_a_figure_that_has_not_heard_of_a_sale_here_counts_only_when_it_is_said_again(
    web: ChannelShop,
) -> None:
    await web.set_up(*places(), *articles(), masters={"on_hand": "web"})
    web.shop.hold(*HERE, *OF_ALVA, level("A", "1", 7))
    await web.read()
    sold = StockLevel(GBG, ALVA, SELLABLE, 6, 0, 0, 0, None, "A1-01", web.now())
    await web.write(sold, Movement(derived_id("sold"), GBG, ALVA, SELLABLE, -1, "sold", "", 0, web.clock))
    for expected in (6, 7):
        web.shop.hold(level("A", "1", 7))
        await web.read(Kind.LEVELS)
        levels = await web.values("stock_level", "location_id", "variant_id", "quantity")
        assert (GBG, ALVA, expected) in levels


async def test_prices_of_the_master_stand_where_they_count(web: ChannelShop) -> None:
    old = Price("base", ALVA, "SEK", 1, "2020-01-01", 100_000, 1)
    base = PriceList("base", "Shop prices", "base", "", 1, "", "", 0, "")
    await web.set_up(*places(), *articles(), base, old, masters={"price": "web"})
    web.shop.hold(
        *HERE, *OF_ALVA, price("A", 990_000), price("A", 800_000, "gold"), price("A", 700_000, "gold", 10)
    )
    web.shop.hold(RemotePrice("vA", "", "SEK", 1, 500_000, True, "2026-11-01", "2026-11-30"))
    await web.read()
    rows = await web.values("price", "list_code", "from_quantity", "valid_from", "amount")
    assert ("base", 1, "2020-01-01", 990_000) in rows or ("base", 1, "2020-01-01", 100_000) in rows
    assert ("web:gold", 1, "", 800_000) in rows and ("web:gold", 10, "", 700_000) in rows
    assert await web.local("list", "gold") == "web:gold"
    kinds = dict(await web.values("price_list", "code", "kind"))
    assert kinds["web:gold"] == "contract"


async def test_a_list_of_another_master_is_only_shown(web: ChannelShop) -> None:
    await web.set_up(*places(), *articles(), masters={"price:base": "web", "price:contract": "erp"})
    web.shop.hold(*HERE, *OF_ALVA, price("A", 990_000), price("A", 800_000, "gold"))
    await web.read()
    assert await web.values("price", "list_code", "amount") == [("base", 990_000)]
    assert (await web.shown(ALVA))["price", "gold"] == "800000"


async def test_articles_that_nobody_here_knows_are_left_unmapped_and_seen(web: ChannelShop) -> None:
    await web.set_up(*places(), *articles())
    web.shop.hold(*HERE, product("X"), variant("X"), level("X", "1", 3))
    await web.read()
    assert await web.problems() == {"vX": "no_mapping", "sX": "not_linked"}
    await web.write(Variant(900, ALVA, "SKU-X", "X", "", "", "piece", 0))
    await web.read()
    assert await web.problems() == {"vX": "no_mapping", "sX": "not_linked"}, "nothing has changed there"
    web.clock += 24 * 3_600_000
    await web.read()
    assert await web.local("variant", "vX") == "900" and await web.problems() == {}


async def test_two_there_with_one_sku_are_both_left_alone_whichever_page_they_come_on(
    database: Database,
) -> None:
    web = ChannelShop(database, page_size=2, at_once=2)
    await web.set_up(*places(), *articles())
    web.shop.hold(*OF_ALVA, product("B"), variant("B"), product("C"), variant("C", sku=f"SKU-{ALVA}"))
    await web.read()
    assert await web.local("variant", "vA") is None and await web.local("variant", "vC") is None
    assert await web.problems() == {"vA": "same_sku", "vB": "no_mapping", "vC": "same_sku"}
    assert await web.shown(ALVA) == {}


async def test_a_barcode_takes_the_article_from_a_sku_during_the_first_load(database: Database) -> None:
    web = ChannelShop(database, page_size=2, at_once=2)
    await web.set_up(*places(), *articles(), Barcode("7350001234562", RASK, 1))
    web.shop.hold(product("A"), variant("A", sku=f"SKU-{RASK}"))
    web.shop.hold(product("B"), variant("B", barcodes=("7350001234562",)))
    await web.read()
    assert await web.local("variant", "vB") == str(RASK)
    assert await web.local("variant", "vA") is None
    assert (await web.problems())["vA"] == "same_sku"


async def test_after_the_first_load_a_link_is_not_taken_back(web: ChannelShop) -> None:
    await web.set_up(*places(), *articles())
    web.shop.hold(*OF_ALVA)
    await web.read()
    web.shop.hold(product("C"), variant("C", sku=f"SKU-{ALVA}"))
    await web.read()
    assert await web.local("variant", "vA") == str(ALVA)
    assert await web.problems() == {"vC": "same_sku"}


async def test_what_is_gone_there_is_shown_as_not_listed_and_keeps_its_link(web: ChannelShop) -> None:
    await web.set_up(*places(), *articles())
    web.shop.hold(*HERE, *OF_ALVA, level("A", "1", 5), price("A", 990_000))
    await web.read()
    web.shop.drop(Kind.PRODUCTS, "pA")
    web.shop.drop(Kind.LEVELS, "sA")
    web.shop.drop(Kind.PRICES, "vA")
    await web.read()
    assert await web.local("variant", "vA") == str(ALVA)
    shown = await web.shown(ALVA)
    assert (shown["listed", ""], shown["stock", str(GBG)]) == ("0", "0")
    assert ("price", "") not in shown
    assert len(await web.values("variant", "id")) == 3


async def test_an_article_that_was_left_out_by_somebody_stays_out(web: ChannelShop) -> None:
    await web.set_up(*places(), *articles(), masters=ALL_ITS)
    left_out = [Link("vA", "")]
    await web.database.write(lambda connection: put_links(connection, WEB, "variant", left_out))
    web.shop.hold(*OF_ALVA)
    await web.read()
    assert await web.local("variant", "vA") == "" and await web.problems() == {}
    assert (await names(web))[ALVA] == "Skaljacka Alva"


async def test_a_product_that_was_left_out_brings_no_new_articles(web: ChannelShop) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    await web.database.write(lambda connection: put_links(connection, WEB, "product", [Link("pA", "")]))
    web.shop.hold(*OF_ALVA, product("B"), variant("B"))
    await web.read()
    assert await web.values("variant", "sku") == [("SKU-B",)] and await web.problems() == {}
    assert await web.local("product", "pA") == ""


async def test_a_link_that_was_lost_is_made_again_to_the_same_article(web: ChannelShop) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    numbered = RemoteVariant(
        "gid://shop/ProductVariant/4401", "gid://shop/Product/88", "s1", "A", "", "", "", (), True, True, 0, 1
    )
    web.shop.hold(RemoteProduct("gid://shop/Product/88", "S88", "Jacket", "", "", True, 1), numbered)
    await web.read()
    before = await web.local("variant", numbered.external_id)
    assert before is not None and int(before) >> 52 == 1
    await web.database.write(
        lambda connection: drop_links(connection, WEB, "variant", [numbered.external_id])
    )
    web.shop.hold(numbered)
    await web.read()
    assert await web.local("variant", numbered.external_id) == before
    assert len(await web.values("variant", "id")) == 1


async def test_where_a_desk_follows_the_load_goes_through_the_feed(web: ChannelShop) -> None:
    await web.set_up(*places(), masters=ALL_ITS)
    enrolled = device.insert().values(
        id="one", place_id=GBG, number=1, code="GBG-1", name="", public_key="", enrolled_at=NOW
    )
    await web.database.write(lambda connection: connection.execute(enrolled).rowcount)
    horizon = await web.values("feed_head", "horizon")
    web.shop.hold(*HERE, *OF_ALVA, level("A", "1", 5))
    await web.read()
    assert await web.values("feed_head", "horizon") == horizon
    assert {table for (table,) in await web.values("feed", "tbl")} >= {"variant", "product", "stock_level"}
    assert await web.wrong() == ""


async def test_places_are_matched_by_address_before_name_and_made_only_if_told_so(web: ChannelShop) -> None:
    address = "Kungsgatan 44, 411 15 Göteborg"
    rows = [
        one._replace(address=address) if isinstance(one, Place) and one.id == GBG else one for one in places()
    ]
    await web.set_up(*rows)
    web.shop.hold(
        place("1", "Flagship", "Kungsgatan 44", "Göteborg"), place("2", "malmö"), place("3", "Lund")
    )
    await web.read(Kind.PLACES)
    assert await web.local("place", "1") == str(GBG) and await web.local("place", "2") == str(MAL)
    assert await web.problems() == {"3": "not_mapped"}
    assert len(await web.values("place", "id")) == 3


async def test_a_master_table_that_cannot_be_read_stops_the_reading_with_its_sentence(
    web: ChannelShop,
) -> None:
    await web.set_up(*places(), Setting(0, "masters", json.dumps({"colour": "web"})))
    web.shop.hold(*HERE)
    with pytest.raises(Exception, match="The master table names 'colour'"):
        await web.read(Kind.PLACES)

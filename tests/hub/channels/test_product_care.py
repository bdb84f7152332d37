"""What is missing or double in the data of articles is found day by day, worst first, and goes when it is mended."""

import json
import random

import pytest

from storedesk.domain.records import Barcode, Price, Product, StockLevel, Variant
from storedesk.domain.tables import SELLABLE
from storedesk.hub.channels.product_care import AT_ONCE, care_for_products, faults_of, worth
from storedesk.hub.database import Database
from storedesk.storage.database_work import Connection
from storedesk.storage.product_care import ArticleData, articles_after, write_faults
from tests.hub.channels.channel_shop import ChannelShop
from tests.small_shop import GBG, NOW, places

pytestmark = pytest.mark.asyncio
DAY = 86_400_000
WHOLE = ArticleData(1, "A", "Jacket", "jackets", 450, ("7350001234562",), 990_000, 3, 2, (), ())


@pytest.fixture
def web(database: Database) -> ChannelShop:
    return ChannelShop(database)


async def care(web: ChannelShop, now: int = NOW, at_once: int = AT_ONCE) -> int:
    return await web.database.write(lambda connection: care_for_products(connection, now, web.tag, at_once))


async def faults(web: ChannelShop) -> set[tuple[int, str]]:
    return set(await web.values("product_fault", "variant_id", "kind"))


async def test_each_fault_is_found_and_goes_when_it_is_mended(web: ChannelShop) -> None:
    await web.set_up(
        *places(),
        Product(1, "S1", "Jacket", "", "jackets", "standard", 0), Product(2, "S2", "", "", "", "standard", 0),
        Variant(11, 1, "A", "", "", "", "piece", 450), Variant(12, 1, "A", "", "", "", "piece", 0),
        Variant(21, 2, "B", "", "", "", "piece", 100),
        Barcode("1", 11, 1), Barcode("2", 11, 1), Barcode("2", 12, 1), Barcode("3", 21, 1),
        Price("base", 11, "SEK", 1, "", 990_000, 1), Price("gold", 12, "SEK", 1, "", 1, 1),
        Price("base", 21, "SEK", 1, "", 1, 1),
    )  # fmt: skip
    assert await care(web) == 3
    assert await faults(web) == {
        (11, "same_sku"), (12, "same_sku"), (11, "same_barcode"), (12, "same_barcode"),
        (12, "no_price"), (12, "no_weight"), (21, "no_title"), (21, "no_category"),
    }  # fmt: skip
    facts = dict(await web.values("product_fault", "kind", "facts"))
    assert json.loads(facts["same_sku"]) == {"others": [12]}
    since = await web.values("product_fault", "since")
    assert await care(web, NOW + 60_000) == 0, "once a day is enough"
    await web.write(Variant(12, 1, "C", "", "", "", "piece", 10), Price("base", 12, "SEK", 1, "", 5, 1))
    assert await care(web, NOW + DAY) == 3
    assert await faults(web) == {
        (11, "same_barcode"), (12, "same_barcode"), (21, "no_title"), (21, "no_category"),
    }  # fmt: skip
    assert set(await web.values("product_fault", "since")) <= set(since)
    assert await web.wrong() == ""


async def test_a_large_assortment_is_looked_at_in_parts_that_go_on_after_a_restart(web: ChannelShop) -> None:
    rows = [Variant(number, 1, f"S{number}", "", "", "", "piece", 0) for number in range(1, 11)]
    await web.set_up(*places(), Product(1, "S1", "Jacket", "", "jackets", "standard", 0), *rows)
    assert [await care(web, at_once=4) for _ in range(4)] == [4, 4, 2, 0]
    assert len({variant_id for variant_id, _ in await faults(web)}) == 10


async def test_only_the_worst_are_kept(web: ChannelShop) -> None:
    rows: list[object] = []
    for number in range(1, 21):
        rows.append(Variant(number, 1, f"S{number}", "", "", "", "piece", 100))
        rows.append(StockLevel(GBG, number, SELLABLE, number, 0, 0, 0, None, "", NOW))
        rows += [Barcode(f"{number}", number, 1), Price("base", number, "SEK", 1, "", 1_000_000, 1)]
    await web.set_up(*places(), Product(1, "S1", "Jacket", "", "", "standard", 0), *rows)

    def some(connection: Connection) -> int:
        found = articles_after(connection, 0, 100)
        wanted = [fault for article in found for fault in faults_of(article, NOW)]
        random.Random(1).shuffle(wanted)
        return write_faults(connection, 0, 100, wanted, 5, web.tag)

    await web.database.write(some)
    assert await faults(web) == {(number, "no_category") for number in range(16, 21)}
    assert await web.database.write(some) == 0, "the lighter ones do not come back"


async def test_an_article_with_everything_has_no_fault() -> None:
    assert list(faults_of(WHOLE, NOW)) == []


async def test_what_is_worth_more_weighs_more_and_a_piece_more_changes_nothing() -> None:
    assert worth(WHOLE._replace(pieces=1000)) > worth(WHOLE)
    assert worth(WHOLE._replace(pieces=1000)) == worth(WHOLE._replace(pieces=1001))
    assert worth(WHOLE._replace(pieces=-5, sold=0, price=None)) == 1
    bad = {one.kind: one.weight for one in faults_of(WHOLE._replace(price=None, weight_grams=0), NOW)}
    assert bad["no_price"] == 10 * bad["no_weight"]

"""However an ambiguous assortment is cut into pages and ordered, no article here belongs to two there."""

import random
from pathlib import Path

import pytest

from storedesk.domain.records import Barcode, Variant
from storedesk.hub.database import SqliteDatabase
from tests.hub.channels.channel_shop import ChannelShop, product, variant
from tests.small_shop import ALVA, articles, places

pytestmark = pytest.mark.asyncio
KEY = "5a" * 32
SKUS, CODES = ("", "A", "B", "C", "D"), ("1", "2", "3", "4", "5")


async def doubtful_links(folder: Path, seed: int) -> list[str]:
    """What is wrong with the links after a load of an assortment made by chance."""
    source = random.Random(seed)
    database = SqliteDatabase(folder / f"{seed}.db", KEY, folder / "snapshots")
    web = ChannelShop(database, page_size=source.randint(1, 6), at_once=source.randint(1, 6))
    here = {900 + number: (source.choice(SKUS), source.choice(("", *CODES))) for number in range(6)}
    rows: list[object] = [Variant(id_, ALVA, sku, "x", "", "", "piece", 0) for id_, (sku, _) in here.items()]
    rows += [Barcode(code, id_, 1) for id_, (_, code) in here.items() if code]
    await web.set_up(*places(), *articles(), *rows)
    there = {
        f"v{number}": (source.choice(SKUS), tuple(source.sample(CODES, source.randint(0, 2))))
        for number in range(8)
    }
    for name, (sku, codes) in there.items():
        web.shop.hold(product(name[1:]), variant(name[1:], sku=sku, barcodes=codes))
    await web.read()
    linked = await web.values("channel_link", "kind", "external_id", "local_id")
    by_sku_or_code = {there_id: int(local) for kind, there_id, local in linked if kind == "variant"}
    wrong = []
    if len(set(by_sku_or_code.values())) != len(by_sku_or_code):
        wrong.append("one article belongs to two")
    skus_there = [sku for sku, _ in there.values()]
    skus_here = [sku for sku, _ in here.values()]
    for there_id, local in by_sku_or_code.items():
        sku, codes = there[there_id]
        own_sku, own_code = here[local]
        by_code = own_code in codes and sum(own_code in other for _, other in there.values()) == 1
        alone = sku and sku == own_sku and skus_there.count(sku) == skus_here.count(sku) == 1
        if not (by_code or alone):
            wrong.append(f"{there_id} is linked by an ambiguous code")
    if set(await web.problems()) != set(there) - set(by_sku_or_code):
        wrong.append("somebody is neither linked nor set aside")
    if {one[1] for one in linked if one[0] == "stock"} != {f"s{one[1:]}" for one in by_sku_or_code}:
        wrong.append("stock ids are linked otherwise than their articles")
    await database.close()
    return wrong


@pytest.mark.parametrize("start", range(4))
async def test_ambiguous_codes_never_link_two_articles_to_one(tmp_path: Path, start: int) -> None:
    for seed in range(start * 3, start * 3 + 3):
        assert await doubtful_links(tmp_path, seed) == [], f"seed {seed}"

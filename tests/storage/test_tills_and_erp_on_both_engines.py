"""What tills and files bring, on SQLite and PostgreSQL: each line once also when many post at the same moment."""

import asyncio
import random
from pathlib import Path
from typing import Any

import pytest

from storedesk.domain.records import Setting
from storedesk.domain.till_line import TillLine
from storedesk.domain.till_settle import NO_GOODS
from storedesk.hub.database import Database
from storedesk.hub.erp.erp_export import ErpExport
from storedesk.hub.erp.erp_import import ErpImport
from storedesk.hub.tills.keys import key_of, make_key, note_used
from storedesk.hub.tills.name_article import name_article, try_known
from storedesk.hub.tills.take_sales import take_sales
from storedesk.storage import till_keys, till_lines
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.hub_verify import verify_hub
from storedesk.storage.refused_writes import refused_since
from storedesk.storage.rows import Rows
from storedesk.storage.till_feeds import heard_tills
from tests.hub.till_lines import ALVA, GBG, NOW, sold, till_shop, void_of

pytestmark = pytest.mark.asyncio


class Shop:
    """A hub on the engine of the test."""

    def __init__(self, database: Database) -> None:
        self.database, self.source = database, random.Random(4)

    def tag(self) -> int:
        return self.source.getrandbits(62)

    async def set_up(self, *more: Any) -> None:
        await self.database.write(lambda connection: prepare_hub(connection, "hub", self.tag))
        await self.database.write(lambda connection: write_rows(connection, [*till_shop(), *more], self.tag))

    async def take(self, *lines: TillLine) -> list[str]:
        taken = await self.database.write(lambda connection: take_sales(connection, lines, NOW, self.tag))
        return [one.outcome for one in taken.outcomes]

    async def level(self) -> Any:
        return await self.database.read(
            lambda connection: Rows(connection).get("stock_level", (GBG, ALVA, 0)).row
        )  # type: ignore[union-attr]

    async def is_whole(self) -> bool:
        return (await self.database.read(verify_hub)).wrong == ""


@pytest.fixture
def shop(database: Database) -> Shop:
    return Shop(database)


async def test_many_tills_that_post_the_same_day_at_once_count_it_once(shop: Shop) -> None:
    await shop.set_up()
    day = [sold(f"R{number}") for number in range(30)] + [void_of("R3"), sold("R99", article="9999")]
    parts = [random.Random(seed).sample(day, 20) for seed in range(6)] + [day]
    await asyncio.gather(*(shop.take(*part) for part in parts))
    assert (await shop.level()).quantity == 50 - 29
    assert await shop.is_whole()
    (heard,) = await shop.database.read(heard_tills)
    assert heard.place.id == GBG


async def test_lines_wait_are_named_and_settled(shop: Shop) -> None:
    await shop.set_up()
    assert await shop.take(sold("R1", article="9999"), sold("R2", article="BAG"), void_of("R8")) == [
        "aside", "aside", "held",
    ]  # fmt: skip
    assert await shop.database.read(till_lines.open_counts) == [(GBG, "aside", 2), (GBG, "held", 1)]
    waiting = await shop.database.read(till_lines.waiting_codes)
    assert [(one.article, one.lines) for one in waiting] == [("9999", 1), ("BAG", 1)]
    for code, variant in (("9999", ALVA), ("BAG", NO_GOODS)):
        named = await shop.database.write(
            lambda connection, code=code, variant=variant: name_article(
                connection, 0, code, variant, NOW, shop.tag
            )
        )
        assert named == 1
    assert await shop.database.write(lambda connection: try_known(connection, NOW, shop.tag)) == 0
    assert (await shop.level()).quantity == 49


async def test_a_key_is_known_until_it_is_revoked(shop: Shop) -> None:
    await shop.set_up()
    key = await shop.database.write(lambda c: make_key(c, GBG, "front", NOW, shop.source.randbytes))
    found = await shop.database.read(lambda connection: key_of(connection, f"Bearer {key}"))
    assert found is not None
    await shop.database.write(lambda connection: note_used(connection, found, NOW))
    (kept,) = await shop.database.read(till_keys.all_keys)
    assert (kept.place_id, kept.used_at) == (GBG, NOW)
    assert await shop.database.write(lambda connection: till_keys.revoke_key(connection, found.id, NOW))
    assert await shop.database.read(lambda connection: key_of(connection, f"Bearer {key}")) is None


async def test_files_of_the_erp_go_in_and_out(shop: Shop, tmp_path: Path) -> None:
    await shop.set_up(Setting(0, "masters", '{"on_hand": "erp", "company": "erp", "price:contract": "erp"}'))
    files = {
        "articles.csv": "Artikelnr;Benämning;Pris\r\nA-1;Ny väska;1.234,50\r\nSKU-101;Annat;\r\nSumma;;1.234,50\r\n",
        "companies.csv": "Kundnr;Namn;Kreditgräns\r\nK1;Bygg;1.000,00\r\n",
        "prices.csv": "Prislista;Artikelnr;Pris;Kundnr\r\nAVTAL;A-1;99,00;K1\r\n",
        "stock.csv": "Lagerställe;Artikelnr;Antal;Datum\r\nGBG;SKU-101;7;2026-11-23\r\n",
        "arrivals.csv": "Lagerställe;Artikelnr;Antal;Leveransdatum\r\nGBG;SKU-101;3;2026-12-01\r\n",
    }
    imports = ErpImport(shop.database, tmp_path / "mappings", lambda: NOW, shop.tag)
    for name, text in files.items():
        path = tmp_path / name
        await asyncio.to_thread(path.write_bytes, text.encode("cp1252"))
        _, report = await imports.take(path)
        assert (report.refused, report.refused_rows) == ("", 0), name
    level = await shop.level()
    assert (level.quantity, level.incoming) == (7, 3)
    refused = await shop.database.read(lambda connection: refused_since(connection, NOW))
    assert [(one.source, one.field, one.writes) for one in refused] == [
        ("erp", "price", 1),
        ("erp", "texts", 1),
    ]
    exports = ErpExport(shop.database, tmp_path / "out", lambda: NOW)
    assert {one.kind for one in await exports.export()} == {"orders", "pickups"}
    await shop.take(sold("R1", at=NOW))
    assert [one.name for one in await exports.export()] == ["movements-000002.csv"]
    assert await exports.export() == []
    assert [one.name for one in await exports.again(2)] == ["movements-000002.csv"]
    assert await shop.is_whole()

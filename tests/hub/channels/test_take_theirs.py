"""Taking over what a channel shows: read once more, then a movement, a price or a title here."""

from typing import Any

import pytest

from storedesk.actions.channel_repair import SETTING
from storedesk.actions.channel_work import check_setting
from storedesk.connectors.neutral import RemoteLevel, RemotePlace, RemotePrice, RemoteProduct, RemoteVariant
from storedesk.connectors.port import Kind
from storedesk.connectors.trouble import Unreachable
from storedesk.domain.ids import derived_id
from storedesk.domain.records import Difference, Price, PriceList, Setting
from storedesk.hub.channels.difference_round import EVERY_MS, difference_round
from storedesk.hub.channels.reading import Reader
from storedesk.hub.database import Database
from storedesk.storage.channel_links import PLACE, PRODUCT, STOCK, VARIANT, Link, put_links
from storedesk.storage.channel_shown import Figure, note_shown
from storedesk.storage.database_work import Connection
from storedesk.storage.rows import Rows
from tests.hub.channels.channel_shop import WEB, ChannelShop
from tests.small_shop import ALVA, GBG, MAJA, NOW, RASK, small_shop

pytestmark = pytest.mark.asyncio
HOUR = 3_600_000
LATER = NOW + HOUR


class Round(ChannelShop):
    """A hub with the small shop, whose web shop shows 44 instead of 50 of one article in Göteborg."""

    async def begin(self, *more: Any, theirs: int = 44) -> None:
        await self.set_up(*small_shop(0), *more)
        links = {
            PLACE: Link("p1", str(GBG)), PRODUCT: Link("a1", str(ALVA)), VARIANT: Link("v1", str(ALVA)),
            STOCK: Link("s1", str(ALVA)),
        }  # fmt: skip

        def link(connection: Connection) -> None:
            for kind, one in links.items():
                put_links(connection, WEB, kind, [one])

        await self.database.write(link)
        self.shop.hold(RemotePlace("p1", "Göteborg", "", "", "", "SE", True, True))
        self.shop.hold(RemoteLevel("s1", "p1", theirs, theirs, NOW))
        await self.read(Kind.LEVELS)

    async def round(self, now: int = LATER) -> bool:
        return await difference_round(self.database, self.opened, WEB, now, self.tag)

    async def opened(self) -> Reader:
        return self.reader()

    async def row(self, table: str, *key: int | str) -> Any:
        found = await self.database.read(lambda connection: Rows(connection).get(table, key))
        return None if found is None else found.row

    async def difference(self, field: str = "stock", about: str = str(GBG)) -> Difference:
        found: Difference = await self.row("difference", derived_id(str(WEB), str(ALVA), field, about))
        return found

    async def ask(self, row: Difference) -> None:
        await self.write(row._replace(asked="take_theirs", asked_by=MAJA, asked_at=LATER, state="repairing"))


async def test_their_stock_becomes_ours_by_a_movement_with_its_reason(database: Database) -> None:
    shop = Round(database)
    await shop.begin()
    await shop.round()
    row = await shop.difference()
    assert (row.ours, row.theirs) == ("50", "44")
    await shop.ask(row)
    assert await shop.round(LATER + HOUR)
    moves = await shop.values("movement", "reason", "quantity", "location_id", "staff_id")
    assert moves == [("take_theirs", -6, GBG, MAJA)]
    assert (await shop.row("stock_level", GBG, ALVA, 0)).quantity == 44
    assert await shop.difference() is None


async def test_it_is_read_once_more_before_it_is_taken(database: Database) -> None:
    shop = Round(database)
    await shop.begin()
    await shop.round()
    await shop.ask(await shop.difference())
    shop.shop.hold(RemoteLevel("s1", "p1", 47, 47, NOW + 1))
    await shop.round(LATER + HOUR)
    assert (await shop.row("stock_level", GBG, ALVA, 0)).quantity == 47
    await shop.round(LATER + 2 * HOUR)
    assert len(await shop.values("movement", "reason")) == 1


async def test_a_shop_that_does_not_answer_leaves_the_wish_for_later(database: Database) -> None:
    shop = Round(database)
    await shop.begin()
    await shop.round()
    await shop.ask(await shop.difference())

    def away(_kind: Kind) -> None:
        raise Unreachable("no_reply")

    shop.shop.reading = away
    with pytest.raises(Unreachable):
        await shop.round(LATER + 60_000)
    assert (await shop.difference()).asked == "take_theirs"


async def test_what_head_office_keeps_is_not_taken(database: Database) -> None:
    shop = Round(database)
    await shop.begin(Setting(0, SETTING, "price,title"))
    await shop.round()
    await shop.ask(await shop.difference())
    await shop.round(LATER + 60_000)
    row = await shop.difference()
    assert (row.state, row.asked, row.why) == ("refused", "", "not_allowed")
    assert await shop.values("movement", "reason") == []


async def test_what_is_not_there_any_more_cannot_be_taken(database: Database) -> None:
    shop = Round(database)
    await shop.begin()
    gone = Difference(
        derived_id(str(WEB), str(RASK), "price", ""), WEB, RASK, "price", "", "1", "2", "SEK", NOW, "changed_there",
        0, "repairing", "take_theirs", MAJA, LATER, "", "[]", NOW,
    )  # fmt: skip
    await shop.write(gone)
    taken = await shop.database.read(lambda connection: Rows(connection).get("difference", (gone.id,)))
    assert taken is not None
    await shop.round()
    assert await shop.row("difference", gone.id) is None


async def test_their_price_and_title_become_ours(database: Database) -> None:
    shop = Round(database)
    await shop.begin(
        PriceList("base", "Base", "base", "SEK", 1, "2026-01-01", "", 0, ""),
        Price("base", ALVA, "SEK", 1, "2026-01-01", 6_000_000, 1),
        Price("base", ALVA, "SEK", 1, "2026-10-01", 6_400_000, 1),
        theirs=50,
    )
    shop.shop.hold(
        RemotePrice("v1", "", "SEK", 1, 5_900_000, True),
        RemoteProduct("a1", "Alva  jacka", "", "", "", True, NOW),
        RemoteVariant("v1", "a1", "s1", "SKU-101", "", "", "", (), True, True, 0, NOW),
    )
    figures = [Figure(ALVA, "price", "", "5900000"), Figure(ALVA, "title", "", "Alva  jacka")]
    await database.write(lambda connection: note_shown(connection, WEB, figures, NOW))
    await shop.round()
    for field in ("price", "title"):
        await shop.ask(await shop.difference(field, ""))
    await shop.round(LATER + HOUR)
    assert (await shop.row("product", ALVA)).name == "Alva jacka"
    prices = await shop.values("price", "valid_from", "amount")
    assert prices == [("2026-01-01", 6_000_000), ("2026-10-01", 5_900_000)]
    assert await shop.values("difference", "id") == []


async def test_it_is_compared_every_quarter_and_when_staff_ask(database: Database) -> None:
    shop = Round(database)
    await shop.begin()
    assert await shop.round(LATER)
    assert not await shop.round(LATER + EVERY_MS - 1)
    await shop.write(Setting(0, check_setting(0), str(LATER + 1_000)))
    assert await shop.round(LATER + 2_000)
    assert not await shop.round(LATER + 3_000)
    await shop.write(Setting(0, check_setting(WEB), str(LATER + 4_000)))
    assert await shop.round(LATER + 5_000)
    assert await shop.round(LATER + 5_000 + EVERY_MS)

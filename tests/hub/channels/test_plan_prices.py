"""Prices: told where ours count, of linked lists, on the day from which they hold."""

from datetime import timedelta

import pytest

from storedesk.connectors.pushes import ListingPush, PricePush
from storedesk.domain.records import Difference, Price, PriceList, Setting
from storedesk.domain.wall_clock import local_time, zone_named
from storedesk.storage import channel_links as links
from storedesk.storage.channel_links import Link, put_links
from storedesk.storage.channel_shown import Figure, note_shown, shown_of
from tests.hub.channels.told_shop import DAY, WEB, ToldShop
from tests.small_shop import ALVA, NOW

pytestmark = pytest.mark.asyncio
TODAY = local_time(NOW, zone_named("UTC")).date()
TOMORROW = (TODAY + timedelta(days=1)).isoformat()


def base(amount: int, valid_from: str = "", list_code: str = "base", quantity: int = 1) -> Price:
    return Price(list_code, ALVA, "SEK", quantity, valid_from, amount, 1)


def prices(told: ToldShop) -> list[tuple[str, int, int]]:
    return [(ask.list_code, ask.from_quantity, ask.amount) for ask in told.told(PricePush)]


async def test_a_price_of_ours_is_told_once(told: ToldShop) -> None:
    await told.write(base(990_000))
    await told.tell()
    await told.tell()
    assert prices(told) == [("", 1, 990_000)]
    rows = await told.database.read(lambda connection: shown_of(connection, WEB, [ALVA]))
    assert [(row.about, row.value, row.pushed) for row in rows if row.field == "price"] == [
        ("", "990000", "990000")
    ]


async def test_a_price_that_stands_there_already_is_not_told(told: ToldShop) -> None:
    figure = Figure(ALVA, "price", "", "990000")
    await told.database.write(lambda connection: note_shown(connection, WEB, [figure], NOW))
    await told.write(base(990_000))
    await told.tell()
    assert prices(told) == []


@pytest.mark.parametrize("master", ["web", "any"])
async def test_where_the_channels_word_counts_its_price_stays(told: ToldShop, master: str) -> None:
    await told.write(Setting(0, "masters", f'{{"price": "{master}"}}'), base(990_000))
    await told.tell()
    assert prices(told) == []


async def test_only_linked_lists_are_told_with_their_breaks(told: ToldShop) -> None:
    await told.database.write(
        lambda connection: put_links(connection, WEB, links.LIST, [Link("cat-1", "contract-7")])
    )
    contract = PriceList("contract-7", "Bygg", "contract", "SEK", 0, "", "", 0, "")
    other = contract._replace(code="contract-8")
    await told.write(contract, other, base(8, list_code="contract-8"))
    await told.write(base(9, list_code="contract-7"), base(7, list_code="contract-7", quantity=10))
    await told.tell()
    assert sorted(prices(told)) == [("cat-1", 1, 9), ("cat-1", 10, 7)]


async def test_a_price_of_tomorrow_is_told_tomorrow(told: ToldShop) -> None:
    await told.write(base(990_000), base(790_000, TOMORROW))
    await told.tell()
    assert prices(told) == [("", 1, 990_000)]
    await told.tell(after=DAY)
    assert prices(told) == [("", 1, 990_000), ("", 1, 790_000)]


async def test_a_price_that_was_changed_before_it_held_is_dropped(told: ToldShop) -> None:
    await told.write(base(790_000, TOMORROW))
    await told.tell()
    await told.write(base(690_000, TOMORROW))
    await told.tell(after=DAY)
    assert prices(told) == [("", 1, 690_000)]


async def test_a_title_and_a_listing_are_told_when_staff_ask_for_it(told: ToldShop) -> None:
    await told.database.write(
        lambda connection: put_links(connection, WEB, links.PRODUCT, [Link("p1", str(ALVA))])
    )
    title = Difference(
        "d1", WEB, ALVA, "title", "", "Skaljacka Alva", "Jacka", "", NOW, "changed_there", 0, "repairing",
        "push", 1, NOW, "", "[]", NOW,
    )  # fmt: skip
    listed = title._replace(id="d2", field="listed", ours="1", theirs="0")
    await told.write(title, listed)
    await told.tell()
    assert {(ask.title, ask.listed) for ask in told.told(ListingPush)} == {
        ("Skaljacka Alva", None),
        (None, True),
    }

"""Figures of stock: told where they have changed, the newest only, never an echo."""

import pytest

from storedesk.connectors.pushes import NOT_DONE, Outcome, Push
from storedesk.domain.records import Difference, Hold, Setting
from storedesk.domain.tables import SELLABLE
from storedesk.storage.channel_accounts import change_account
from storedesk.storage.channel_shown import shown_of
from storedesk.storage.hub_places import note_put_back
from tests.hub.channels.told_shop import MINUTE, WEB, ToldShop, stock
from tests.small_shop import ALVA, GBG, MAL, NOW, RASK

pytestmark = pytest.mark.asyncio


async def level(told: ToldShop, quantity: int, variant: int = ALVA, place: int = GBG) -> None:
    await told.change("stock_level", place, variant, SELLABLE, quantity=quantity)


async def test_a_channel_that_is_switched_on_is_told_everything_once(told: ToldShop) -> None:
    assert await told.tell() == 6
    assert told.shown(ALVA, "g") == told.shown(RASK, "m") == 50
    assert await told.tell() == 0


async def test_a_change_is_told_to_where_it_happened(told: ToldShop) -> None:
    await told.tell()
    await level(told, 7)
    assert await told.tell() == 1
    assert (told.shown(ALVA, "g"), told.shown(ALVA, "m")) == (7, 50)


async def test_what_changes_nothing_that_is_shown_is_not_told(told: ToldShop) -> None:
    await told.tell()
    await told.change("stock_level", GBG, ALVA, SELLABLE, shelf="B2")
    assert await told.plan() == 0


async def test_of_many_changes_only_the_last_figure_goes(told: ToldShop) -> None:
    await told.tell()
    for quantity in (9, 8, 7):
        await level(told, quantity)
        await told.plan()
    assert await told.send() == 1
    assert [ask.available for ask in stock(told)[6:]] == [7]


async def test_a_figure_that_went_back_before_it_was_sent_is_dropped(told: ToldShop) -> None:
    await told.tell()
    await level(told, 9)
    await told.plan()
    await level(told, 50)
    assert await told.send() == 0
    assert "dropped" in await told.states("stock")


async def test_a_hold_takes_off_what_the_channel_shows(told: ToldShop) -> None:
    await told.tell()
    await told.write(Hold("h", GBG, ALVA, 3, "held", NOW + 9, NOW, 1, "GBG-1", "", NOW))
    assert await told.tell() == 1
    assert told.shown(ALVA) == 47


async def test_own_orders_are_said_beside_what_is_free(told: ToldShop) -> None:
    await told.tell()
    await told.change("stock_level", GBG, ALVA, SELLABLE, reserved=1)
    await told.tell()
    assert [(ask.available, ask.own_reserved) for ask in stock(told)[6:]] == [(49, 1)]


async def test_another_buffer_is_told_for_every_article(told: ToldShop) -> None:
    await told.tell()
    await told.write(Setting(0, "buffer:web:", "5"))
    assert await told.tell() == 6
    assert told.shown(ALVA) == 45


async def test_places_whose_stock_the_channel_is_master_of_are_not_told(told: ToldShop) -> None:
    await told.write(Setting(0, "masters", '{"on_hand:MAL": "web"}'))
    await told.tell()
    assert (told.shown(ALVA, "g"), told.shown(ALVA, "m")) == (50, None)


async def test_our_own_figure_is_known_as_ours_when_it_comes_back(told: ToldShop) -> None:
    await told.tell()
    await level(told, 7)
    await told.tell()
    rows = await told.database.read(lambda connection: shown_of(connection, WEB, [ALVA]))
    assert {(row.about, row.value, row.pushed) for row in rows} == {
        (str(GBG), "7", "7"),
        (str(MAL), "50", "50"),
    }


async def test_a_shop_that_shows_what_lies_there_is_thought_to_show_its_own_orders_too(
    told: ToldShop,
) -> None:
    await told.database.write(lambda connection: change_account(connection, WEB, levels="physical"))
    await told.change("stock_level", GBG, ALVA, SELLABLE, reserved=1)
    await told.tell()
    rows = await told.database.read(lambda connection: shown_of(connection, WEB, [ALVA]))
    assert {(row.about, row.pushed) for row in rows} == {(str(GBG), "50"), (str(MAL), "50")}


async def test_a_figure_that_changed_there_is_read_and_ours_told_again(told: ToldShop) -> None:
    await told.tell()
    answers = [Outcome(NOT_DONE, "stale", found=12)]

    def stale(push: Push) -> None:
        if answers:
            told.shop.done[push.key] = answers.pop()

    told.shop.before = stale
    await level(told, 7)
    assert await told.tell() == 2
    first, second = told.shop.told[-2:]
    assert first.key != second.key
    assert second.ask.last_seen == 12  # type: ignore[union-attr]
    assert told.shown(ALVA) == 7


async def test_a_repair_is_told_though_the_channel_took_that_figure_before(told: ToldShop) -> None:
    await told.tell()
    told.show(ALVA, "g", 3)
    row = Difference(
        "d", WEB, ALVA, "stock", str(GBG), "50", "3", "SEK", NOW, "changed_there", 0, "repairing", "push", 1,
        NOW, "", "[]", NOW,
    )  # fmt: skip
    await told.write(row)
    assert await told.tell() == 1
    assert told.shown(ALVA) == 50
    assert stock(told)[-1].reason == "repair"


async def test_a_refused_repair_says_so_on_its_difference(told: ToldShop) -> None:
    await told.tell()
    row = Difference(
        "d", WEB, ALVA, "stock", str(GBG), "50", "3", "SEK", NOW, "changed_there", 0, "repairing", "push", 1,
        NOW, "", "[]", NOW,
    )  # fmt: skip
    await told.write(row)
    told.shop.before = lambda push: told.shop.done.update({push.key: Outcome("refused", "not_stocked")})
    await told.tell()
    found = await told.row("difference", "d")
    assert (found.state, found.cause, found.why, found.asked) == ("refused", "refused", "not_stocked", "")


async def test_everything_is_told_again_after_the_hub_was_put_back(told: ToldShop) -> None:
    await told.tell()
    told.now += MINUTE
    await told.database.write(lambda connection: note_put_back(connection, told.now))
    assert await told.tell() == 6
    assert await told.tell() == 0

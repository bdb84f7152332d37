"""The channels screen in the window of a desk of the sample shop: keys from the rail to a repair that central decides."""

import asyncio
from typing import Any

import pytest

from storedesk.actions.channel_args import RepairDifference
from storedesk.domain.records import Difference
from storedesk.storage.row_reader import one
from storedesk.ui.screens.channels.channels_screen import ChannelsScreen
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


@pytest.fixture
def channels(desk: ShopWindow) -> ChannelsScreen:
    keys = CountedKeys(desk)
    keys.press("Ctrl+8")
    assert keys.count == 2
    screen = desk.shell.current
    assert isinstance(screen, ChannelsScreen)
    desk.until(lambda: screen.figure is not None, "no difference is shown")
    return screen


def row_of(desk: ShopWindow, difference_id: str) -> Any:
    return desk.read(lambda connection: one(connection, Difference, "id = ?", difference_id))


def test_the_shops_of_the_demo_are_shown_with_what_differs(
    desk: ShopWindow, channels: ChannelsScreen
) -> None:
    assert [card.name for card in channels.view.cards] == ["Shopify", "Magento", "Shopware", "Norce B2B"]
    assert sum(len(item.figures) for item in channels.view.items) == 47
    assert channels.view.faults
    assert all(len(trend.days) == 90 for trend in channels.view.trends)
    assert channels.figure is not None and channels.figure.cost == max(
        figure.cost for item in channels.view.items for figure in item.figures
    )


def test_an_associate_sees_it_and_is_told_who_repairs(desk: ShopWindow, channels: ChannelsScreen) -> None:
    figure = channels.figure
    assert figure is not None
    CountedKeys(desk).press("F9")
    desk.until(lambda: "store manager" in desk.toast, "nobody was told")
    assert row_of(desk, figure.difference_id).asked == ""


def test_f5_asks_central_for_a_check(desk: ShopWindow, channels: ChannelsScreen) -> None:
    CountedKeys(desk).press("F5")
    desk.until(lambda: channels.view.is_asked, "no check was asked for")
    desk.until(lambda: "asked to check" in desk.toast, "nobody was told")


def test_a_repair_that_a_manager_asks_for_is_begun_by_central(
    desk: ShopWindow, channels: ChannelsScreen
) -> None:
    figure = next(
        figure for item in channels.view.items for figure in item.figures if figure.cause == "changed_there"
    )
    manager = desk.read(
        lambda connection: connection.execute(
            "SELECT staff_id FROM staff WHERE place_id = 1 AND role = 'store_manager'"
        ).fetchone()[0]
    )
    args = RepairDifference(figure.difference_id, "push", False)
    asked = desk.session.perform("RepairDifference", args, staff_id=manager)
    done = asyncio.ensure_future(asked, loop=desk._loop)
    desk.until(done.done)
    assert done.result().outcome == "saved"
    desk.until(lambda: row_of(desk, figure.difference_id).state == "repairing", "central did not decide it")
    desk.until(
        lambda: any(one.asked for item in channels.view.items for one in item.figures),
        "the screen does not say so",
    )

"""How many keys the trouble of a pickup costs: a swap, goods nobody collects, ready without item checks."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from storedesk.actions.pickup_shelf_args import ReadyUnchecked
from storedesk.desk.pickup_views import Tab
from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.shot_samples import pickup_samples as sample
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


@pytest.fixture
def keys(desk: ShopWindow) -> CountedKeys:
    return CountedKeys(desk)


def kinds(desk: ShopWindow) -> list[str]:
    return [str(row[0]) for row in desk.read(desk_outbox)]


def late_shown(desk: ShopWindow) -> bool:
    """The list stands, and beside it the pickup that is chosen there."""
    view, screen = desk.screen.late.view, desk.screen
    return screen.shows_late and view is not None and view.row.fulfilment_id == screen.queue.list.current_key


def test_short_pick_with_a_swap(desk: ShopWindow, keys: CountedKeys) -> None:
    desk.open("48207")
    desk.until(lambda: desk.screen.detail.view and desk.screen.detail.view.swaps.get(3), "no swap is offered")
    keys.press("F7")
    desk.until(lambda: desk.screen._card is not None, "no problem card")
    keys.press("1")
    keys.press("Down")
    keys.press("Return")
    desk.until(lambda: "SwapLine" in kinds(desk), "nothing was swapped")
    view = desk.screen.detail.view
    desk.until(lambda: desk.screen.detail.view is not view, "the swapped line did not show")
    assert keys.count <= 4


def test_a_late_pickup_is_kept_longer_by_keys_from_the_board(desk: ShopWindow, keys: CountedKeys) -> None:
    desk.shell.do("go_today")
    desk.until(lambda: desk.window.shell.current is not desk.screen)
    board: Any = desk.window.shell.current
    desk.until(lambda: board.view is not None, "the board is empty")
    keys.press("Alt+4")
    desk.until(lambda: late_shown(desk), "no list of late pickups")
    first = desk.screen.open_id
    keys.press("Down")
    desk.until(lambda: desk.screen.open_id != first and late_shown(desk), "the next one was not chosen")
    keys.press("F7")
    keys.press("2")
    keys.press("Return")
    desk.until(lambda: "ExtendPickup" in kinds(desk), "nothing was kept longer")
    assert keys.count <= 6


def test_a_late_pickup_goes_back_to_stock_by_keys(desk: ShopWindow, keys: CountedKeys) -> None:
    keys.press("Alt+4")
    desk.until(lambda: late_shown(desk), "no list of late pickups")
    first = desk.screen.open_id
    keys.press("Down")
    desk.until(lambda: desk.screen.open_id != first and late_shown(desk), "the next one was not chosen")
    wanted = desk.screen.open_id
    keys.press("F7")
    keys.press("1")
    keys.press("Return")
    desk.until(lambda: "ReleaseNotCollected" in kinds(desk), "nothing was let go")
    desk.until(lambda: not desk.screen.late.view.is_open, "it is still open")  # type: ignore[union-attr]
    assert desk.screen.open_id == wanted
    assert desk.screen.queue.tabs.current == Tab.NOT_COLLECTED
    assert keys.count <= 6


def test_ready_where_the_store_checks_no_items(shown: Callable[[QWidget], QWidget]) -> None:
    new = replace(sample._NEW, item_checks=False, blocks={"hand_over": sample._NEW.blocks["hand_over"]})
    window = sample.pickups(view=new)
    shown(window)
    screen = sample.screen_of(window)
    asked: list[tuple[str, object]] = []
    screen.perform.connect(lambda kind, args: asked.append((kind, args)))
    screen.queue.list.setFocus()
    QTest.keyClick(screen.queue.list, Qt.Key.Key_F8)
    sheet = screen._sheet
    assert sheet is not None
    QApplication.processEvents()
    QTest.keyClick(sheet.focusWidget(), Qt.Key.Key_Return)
    assert asked == [("ReadyUnchecked", ReadyUnchecked(new.row.fulfilment_id, "H4"))]

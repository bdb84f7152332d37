"""Receiving a transfer of which nothing arrived, by keys at the real window."""

from typing import Any

from PySide6.QtWidgets import QApplication

from storedesk.ui.window.transfers_control import TransfersControl
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow
from tests.ui.test_transfers_kept import screen_of
from tests.ui.test_transfers_window import kinds, work


def tasks_about_differences(connection: Any) -> int:
    return int(connection.execute("SELECT count(*) FROM task WHERE kind = 'transfer_differs'").fetchone()[0])


def test_nothing_arrived_is_asked_once_more_and_becomes_a_task(desk: ShopWindow) -> None:
    keys, screen = CountedKeys(desk), screen_of(desk)
    [control] = desk.shell.findChildren(TransfersControl)
    keys.press("Ctrl+R")
    desk.until(lambda: work(screen) == "receive", "nothing to receive is shown")
    view = screen.pane.view
    assert view is not None
    transfer = view.row.transfer_id
    before, open_tasks = kinds(desk), desk.read(tasks_about_differences)
    keys.press("F7")
    desk.until(lambda: control._sheet is not None and control._sheet.isVisible(), "nobody asked again")
    keys.press("Escape")
    desk.until(lambda: not control._sheet.isVisible(), "it stays open")  # type: ignore[union-attr]
    assert kinds(desk) == before
    desk.shell.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is desk.shell, "the window is not active")
    keys.press("F7")
    desk.until(lambda: control._sheet is not None and control._sheet.isVisible(), "nobody asked again")
    keys.press("F9")
    desk.until(lambda: kinds(desk) == [*before, "ReceiveTransfer"], "it was not received")
    desk.until(lambda: desk.read(tasks_about_differences) == open_tasks + 1, "there is no task")
    desk.until(lambda: screen.tab_of(transfer) == "closed", "it is still among the open ones")

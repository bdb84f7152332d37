"""Taking goods back at the real window: by keys, with its slip, also without a line."""

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.domain.records import GoodsReturn, GoodsReturnLine, OrderLine, Payment
from storedesk.storage.row_reader import select
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.screens.orders.return_sheet import ReturnSheet
from storedesk.ui.screens.supervisor_sheet import SupervisorSheet
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow

ORDER = "48233"
"""One pair of socks, handed over this morning."""


@pytest.fixture
def orders(desk: ShopWindow) -> OrdersScreen:
    desk.shell.do("go_orders")
    screen = desk.shell.current
    assert isinstance(screen, OrdersScreen)
    keys = CountedKeys(desk)
    keys.type(ORDER)
    keys.press("Return")
    desk.until(lambda: screen.pane.view is not None and screen.pane.view.number == ORDER)
    return screen


def test_a_return_takes_three_keys_moves_the_goods_and_prints_its_slip(
    desk: ShopWindow, orders: OrdersScreen
) -> None:
    keys = CountedKeys(desk)
    keys.press("F8")
    desk.until(lambda: isinstance(QApplication.activeWindow(), ReturnSheet), "F8 opened no return")
    sheet = QApplication.activeWindow()
    assert isinstance(sheet, ReturnSheet)
    keys.type("1")
    desk.until(lambda: sheet.reasons.current == "too_small")
    keys.press("F9")
    desk.until(lambda: "Taken back" in desk.toast)
    assert keys.count == 3
    (back,) = desk.read(lambda connection: select(connection, GoodsReturn, "1 = 1"))
    (line,) = desk.read(lambda connection: select(connection, GoodsReturnLine, "1 = 1"))
    assert (line.reason, line.condition, line.quantity) == ("too_small", "as_new", 1)
    assert back.number.startswith("GBG-")
    desk.until(lambda: list(desk.demo.papers.glob(f"*{back.number}*")), "no slip was printed")
    desk.until(
        lambda: (
            [row.state for row in desk.read(lambda c: select(c, Payment, "kind = 'refund'"))]
            == ["refund_asked"]
        ),
        "central did not ask for the money",
    )


def test_what_is_back_cannot_come_back_again(desk: ShopWindow, orders: OrdersScreen) -> None:
    view = orders.pane.view
    assert view is not None
    desk.until(lambda: orders.pane.view is not None and orders.pane.view.lines[0].returned == 1)
    bought = desk.read(lambda c: select(c, OrderLine, "order_id = ?", view.order_id))
    assert bought[0].returned == 1
    CountedKeys(desk).press("F8")
    desk.until(lambda: "Nothing of this order can come back" in desk.toast)


LATE_ORDER = "536367"
"""Sent home half a year ago."""


def test_after_the_last_day_a_supervisor_s_pin_takes_the_goods_back(desk: ShopWindow) -> None:
    desk.shell.do("go_orders")
    screen = desk.shell.current
    assert isinstance(screen, OrdersScreen)
    keys = CountedKeys(desk)
    keys.type(LATE_ORDER)
    keys.press("Return")
    desk.until(lambda: screen.pane.view is not None and screen.pane.view.number == LATE_ORDER)
    keys.press("F8")
    desk.until(lambda: isinstance(QApplication.activeWindow(), ReturnSheet), "F8 opened no return")
    sheet = QApplication.activeWindow()
    assert isinstance(sheet, ReturnSheet)
    assert "Last return day was" in desk.readable()
    keys.type("3")
    desk.until(lambda: sheet.reasons.current == "not_as_shown")
    keys.press("F9")
    desk.until(lambda: isinstance(QApplication.activeWindow(), SupervisorSheet), "no PIN is asked for")
    boss, pin = desk.demo.pin_of("Maja A.")
    asked = QApplication.activeWindow()
    assert isinstance(asked, SupervisorSheet)
    asked.reject()
    desk.until(lambda: not asked.isVisible())
    assert sheet.isVisible()
    assert sheet.reasons.current == "not_as_shown"
    sheet.activateWindow()
    sheet.do("main")
    desk.until(lambda: isinstance(QApplication.activeWindow(), SupervisorSheet), "no PIN is asked for again")
    keys.type(pin)
    desk.until(lambda: "Taken back" in desk.toast, "the PIN was not taken")
    order_id = screen.pane.view.order_id if screen.pane.view else ""
    (back,) = desk.read(lambda connection: select(connection, GoodsReturn, "order_id = ?", order_id))
    assert back.checked_by == boss

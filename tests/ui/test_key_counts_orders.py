"""How many keys it takes to answer a customer who asks about an order, at the real window."""

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


@pytest.fixture
def orders(desk: ShopWindow) -> OrdersScreen:
    desk.shell.do("go_orders")
    screen = desk.shell.current
    assert isinstance(screen, OrdersScreen)
    return screen


def test_an_order_by_a_part_of_the_phone_takes_seven_keys(desk: ShopWindow, orders: OrdersScreen) -> None:
    keys = CountedKeys(desk)
    keys.type("740612")
    keys.press("Return")
    desk.until(lambda: orders.pane.view is not None, "no order opened")
    assert keys.count <= 7
    assert orders.pane.view is not None
    assert "Maria Nilsson" in orders.pane.view.name
    assert "Göteborg" in orders.pane.answer.bold.text()
    assert orders.list.current_key == orders.pane.view.order_id


def test_the_answer_for_the_customer_is_copied_by_keys(desk: ShopWindow, orders: OrdersScreen) -> None:
    keys = CountedKeys(desk)
    keys.type("48207")
    keys.press("Return")
    desk.until(lambda: orders.pane.view is not None and orders.pane.view.number == "48207")
    keys.press("Ctrl+Shift+C")
    assert QApplication.clipboard().text() == orders.pane.answer.bold.text()
    assert "copied" in desk.toast


def test_a_found_order_that_is_collected_here_opens_at_the_pickups(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    keys.type("48214")
    keys.press("Return")
    desk.until(lambda: "48214" in desk.readable() and desk.state() == "new", "48214 did not open")
    assert desk.shell.current is desk.screen

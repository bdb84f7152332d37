"""Customer service at the real window: contacts, callers, questions and changes by keys alone."""

from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.domain.records import Contact, OrderRequest, StoreQuestion, Task, TimelineEntry
from storedesk.storage.row_reader import select
from storedesk.ui.screens.orders.change_sheets import NoteSheet
from storedesk.ui.screens.orders.contact_sheet import ContactSheet
from storedesk.ui.screens.orders.more_sheet import MoreSheet
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.screens.orders.part_sheets import AskSheet
from storedesk.ui.screens.orders.verify_sheet import VerifySheet
from storedesk.ui.widgets.sheet import Sheet
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow

S = TypeVar("S", bound=Sheet)


def at_the_window(desk: ShopWindow) -> None:
    """No sheet is open and the window has the keys again."""
    for sheet in desk.shell.findChildren(Sheet):
        sheet.reject()
    desk.shell.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is desk.shell)


def sheet_of(desk: ShopWindow, kind: type[S]) -> S:
    """The sheet of this kind once it has the keys."""
    desk.until(lambda: isinstance(QApplication.activeWindow(), kind), f"no {kind.__name__}")
    found = QApplication.activeWindow()
    assert isinstance(found, kind)
    return found


@pytest.fixture
def orders(desk: ShopWindow) -> OrdersScreen:
    at_the_window(desk)
    desk.shell.do("go_orders")
    screen = desk.shell.current
    assert isinstance(screen, OrdersScreen)
    return screen


def open_order(desk: ShopWindow, orders: OrdersScreen, number: str) -> CountedKeys:
    """The order is on the screen; keys are counted from here."""
    keys = CountedKeys(desk)
    keys.type(number)
    keys.press("Return")
    desk.until(
        lambda: orders.pane.view is not None and orders.pane.view.number == number, f"{number} is away"
    )
    return CountedKeys(desk)


def test_a_contact_takes_three_keys_and_is_counted_on_the_day(desk: ShopWindow, orders: OrdersScreen) -> None:
    keys = open_order(desk, orders, "48207")
    keys.press("F7")
    sheet = sheet_of(desk, ContactSheet)
    keys.type("1")
    desk.until(lambda: sheet.reasons.current, "the digit chose nothing")
    keys.press("F9")
    desk.until(lambda: "contact is noted" in desk.toast)
    assert keys.count == 3
    (row,) = desk.read(lambda connection: select(connection, Contact, "1 = 1"))
    assert (row.reason, row.outcome, row.order_id) == (
        "where_is_my_order", "answered", orders.pane.view.order_id if orders.pane.view else "",
    )  # fmt: skip
    at_the_window(desk)
    keys.press("F7")
    sheet_of(desk, ContactSheet)
    assert "1 contact today" in desk.readable()


def test_two_right_answers_show_the_details_until_the_desk_is_locked(
    desk: ShopWindow, orders: OrdersScreen
) -> None:
    keys = open_order(desk, orders, "48207")
    assert "174 06 12" not in desk.readable()
    keys.press("Alt+V")
    sheet = sheet_of(desk, VerifySheet)
    keys.type("48207")
    desk.until(lambda: sheet.right == ("order_number",))
    keys.press("F9")
    assert "Two have to be right" in desk.readable()
    keys.press("Tab")
    keys.press("Tab")
    keys.type("0701740612")
    desk.until(lambda: sheet.right == ("order_number", "phone"))
    keys.press("F9")
    desk.until(lambda: "174 06 12" in desk.readable(), "the details stay covered")
    told = desk.read(lambda connection: select(connection, TimelineEntry, "kind = 'caller_verified'"))
    assert [row.facts for row in told] == ['{"proofs":["order_number","phone"]}']
    desk.shell.do("lock")
    desk.sign_in()
    open_order(desk, orders, "48207")
    desk.shell.do("go_orders")
    desk.until(lambda: "174 06 12" not in desk.readable(), "the details are shown to somebody else")


def test_a_change_is_asked_for_by_digits_and_stands_at_the_order(
    desk: ShopWindow, orders: OrdersScreen
) -> None:
    keys = open_order(desk, orders, "48207")
    keys.press("Alt+M")
    sheet_of(desk, MoreSheet)
    keys.type("4")
    sheet_of(desk, NoteSheet)
    keys.type("Ring first")
    desk.until(lambda: "Ring first" in desk.readable())
    keys.press("F9")
    desk.until(lambda: "Asked for" in desk.toast)
    desk.until(
        lambda: [row.state for row in desk.read(lambda c: select(c, OrderRequest, "1 = 1"))] == ["accepted"],
        "central has not decided",
    )
    desk.until(lambda: orders.pane.view is not None and orders.pane.view.note == "Ring first")
    assert keys.count == len("Ring first") + 4


def test_a_store_is_asked_by_two_keys(desk: ShopWindow, orders: OrdersScreen) -> None:
    number = desk.read(
        lambda connection: connection.execute(
            "SELECT order_number FROM fulfilment WHERE place_id = 2 AND state = 'new' ORDER BY id LIMIT 1"
        ).fetchone()[0]
    )
    keys = open_order(desk, orders, number)
    keys.press("F9")
    sheet_of(desk, AskSheet)
    assert "Ask Stockholm" in desk.readable()
    keys.press("F9")
    desk.until(lambda: "The store is asked" in desk.toast)
    assert keys.count == 2
    (row,) = desk.read(lambda connection: select(connection, StoreQuestion, "place_id = 2"))
    assert (row.place_id, row.question, row.state) == (2, "when_ready", "asked")


def test_the_answer_of_the_store_is_said_and_stands_at_the_order(
    desk: ShopWindow, orders: OrdersScreen
) -> None:
    """The own store is asked here, so that one desk is enough to answer."""
    keys = open_order(desk, orders, "48207")
    keys.press("Alt+M")
    sheet_of(desk, MoreSheet)
    keys.type("1")
    sheet_of(desk, AskSheet)
    keys.press("F9")
    desk.until(lambda: "The store is asked" in desk.toast)
    at_the_window(desk)
    desk.shell.do("go_attention")
    attention = desk.window.attention.screen
    desk.until(
        lambda: desk.read(lambda c: select(c, Task, "kind = 'store_asked' AND place_id = 1")), "no task"
    )
    (task,) = desk.read(lambda c: select(c, Task, "kind = 'store_asked' AND place_id = 1"))
    desk.until(lambda: attention.list.choose(task.id), "the task is not in the list")
    desk.until(lambda: "A customer's question for you" in attention.detail.title.text())
    attention.detail.cards.choose(2)
    attention.do("main")
    desk.until(lambda: "Ready today" in desk.toast, "the answer was not said")
    assert "48207" in desk.toast
    desk.shell.do("go_orders")
    desk.until(lambda: "Ready today" in desk.readable(), "the answer does not stand at the order")


def far_number(desk: ShopWindow) -> str:
    """An order that Malmö has, whose buyer this desk does not know."""
    return str(
        desk.read(
            lambda connection: connection.execute(
                "SELECT order_number FROM fulfilment WHERE place_id = 3 ORDER BY id LIMIT 1"
            ).fetchone()[0]
        )
    )


def test_central_tells_who_an_order_of_another_store_is_for(desk: ShopWindow, orders: OrdersScreen) -> None:
    number = far_number(desk)
    keys = open_order(desk, orders, number)
    assert orders.pane.view is not None
    assert orders.pane.view.name == ""
    keys.press("Alt+K")
    desk.until(lambda: "From central, " in desk.readable(), "central did not answer")
    assert keys.count == 2
    assert orders.list.rows.rows[0].spoken.removeprefix(number).strip(" ,")
    assert number in orders.list.rows.rows[0].spoken


def test_what_nobody_here_knows_is_asked_for_with_enter(desk: ShopWindow, orders: OrdersScreen) -> None:
    keys = CountedKeys(desk)
    keys.type("Xanthippe")
    keys.press("Return")
    desk.until(lambda: "From central, " in desk.readable(), "central was not asked")
    assert not desk.broken


def test_without_a_line_central_says_that_it_cannot_be_asked(desk: ShopWindow, orders: OrdersScreen) -> None:
    desk.window.settings.work_offline()
    desk.until(lambda: desk.session.settings.work_offline)
    keys = open_order(desk, orders, far_number(desk))
    keys.press("Alt+K")
    desk.until(lambda: "Central cannot be asked" in desk.readable(), "nothing was said")
    assert orders.pane.view is not None
    desk.window.settings.work_offline()
    desk.until(lambda: not desk.session.settings.work_offline)

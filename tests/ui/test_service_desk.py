"""A desk of customer service at its real window: its own board, no shelf, no stock, nothing told unasked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from storedesk.desk.one_time_words import words_to_read_out
from storedesk.desk.task_views import derive_task_row
from storedesk.domain.one_time_word import words_match
from storedesk.domain.records import Person, Task
from storedesk.storage.handover_reads import word_key_of
from storedesk.storage.read_records import TaskRecord
from storedesk.storage.row_reader import select
from storedesk.ui.demo.demo_desk import DemoDesk
from storedesk.ui.screens.orders.contact_sheet import ContactSheet
from storedesk.ui.screens.orders.more_sheet import MoreSheet
from storedesk.ui.screens.orders.orders_screen import OrdersScreen
from storedesk.ui.screens.orders.words_sheet import WordsSheet
from storedesk.ui.screens.today.service_screen import ServiceScreen
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.texts.language import install_language
from storedesk.ui.theme.theme import install_theme
from storedesk.ui.theme.tokens import Mode
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


@pytest.fixture(scope="module")
def service(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, filled_hub: Path
) -> Iterator[ShopWindow]:
    """Camilla sits at the desk of customer service."""
    install_language("en")
    install_theme(qapp, Mode.LIGHT)
    folder = tmp_path_factory.mktemp("service")
    with DemoDesk("en", folder / "papers", place="KSV", filled=filled_hub) as demo:
        made = ShopWindow(qapp, demo, folder)
        try:
            made.set_up()
            made.shell.activateWindow()
            made.until(lambda: QApplication.activeWindow() is made.shell)
            made.hands.type("1" + demo.pin_of("Camilla E.")[1])
            made.until(lambda: made.session.user is not None, "the PIN was not taken")
            yield made
        finally:
            made.close()
    assert made.broken == []


def board(service: ShopWindow) -> ServiceScreen:
    service.shell.activateWindow()
    service.until(lambda: QApplication.activeWindow() is service.shell)
    service.shell.do("go_today")
    screen = service.shell.current
    assert isinstance(screen, ServiceScreen)
    service.until(lambda: screen.view is not None, "the board stays empty")
    return screen


def test_signing_in_leads_to_the_board_with_decisions_and_late_pickups_of_every_store(
    service: ShopWindow,
) -> None:
    screen = board(service)
    view = screen.view
    assert view is not None
    assert {"48211", "48224"} <= {row.number for row in view.decide}
    assert {row.place for row in view.decide} == {"Göteborg Centrum"}
    assert view.late
    assert "Nilsson" not in service.readable()


def test_there_is_no_shelf_and_no_stock(service: ShopWindow) -> None:
    board(service)
    for place in (Place.PICKUPS, Place.STOCK):
        assert not service.shell.go(place)
        service.shell.do(f"go_{place}")
        assert isinstance(service.shell.current, ServiceScreen)


def test_an_order_opens_covered_and_is_told_once_the_caller_is_verified(service: ShopWindow) -> None:
    board(service)
    keys = CountedKeys(service)
    keys.type("48207")
    keys.press("Return")
    screen = service.shell.current
    service.until(lambda: isinstance(service.shell.current, OrdersScreen), "no order opened")
    screen = service.shell.current
    assert isinstance(screen, OrdersScreen)
    service.until(lambda: screen.pane.view is not None)
    assert screen.pane.view is not None
    assert screen.pane.view.name == "M••• N•••"
    assert "Maria" not in service.readable()
    keys.press("Alt+V")
    service.until(lambda: QApplication.activeWindow() is not service.shell)
    keys.type("48207")
    keys.press("Tab")
    keys.press("Tab")
    keys.type("0701740612")
    service.until(lambda: "174 06 12" not in service.toast)
    service.hands.key(Qt.Key.Key_Return, "\r")
    service.until(lambda: "Maria Nilsson" in service.readable(), "the details stay covered")


def test_a_caller_to_ring_back_stands_on_the_board_until_rung(service: ShopWindow) -> None:
    screen = board(service)
    keys = CountedKeys(service)
    keys.press("F7")
    service.until(lambda: isinstance(QApplication.activeWindow(), ContactSheet))
    sheet = QApplication.activeWindow()
    assert isinstance(sheet, ContactSheet)
    sheet.reasons.choose(2)
    sheet.outcomes.choose(4)
    keys.press("F9")
    service.until(lambda: screen.view is not None and screen.view.ring_back, "nobody is to be rung")
    assert screen.view is not None
    assert [row.why for row in screen.view.ring_back] == ["stock"]
    assert screen.view.contacts == 1


def test_names_in_attention_are_covered_until_the_caller_of_that_order_is_verified(
    service: ShopWindow,
) -> None:
    order_id = service.read(
        lambda connection: connection.execute("SELECT id FROM orders WHERE number = '48207'").fetchone()[0]
    )
    control = service.window.attention
    task = Task("t", 20, "store_answered", order_id, "", "", 1, "open", "{}", "", None, None)
    person = service.read(lambda c: select(c, Person, "order_id = ?", order_id))[0]
    record = TaskRecord(task, "48207", person, None, (), None, None, "", "", {})
    service.window.callers.forget()
    assert derive_task_row(record, service.session.look(), control.shown(record)).name == "M••• N•••"
    service.window.callers.add(order_id)
    assert derive_task_row(record, service.session.look(), control.shown(record)).name == "Maria Nilsson"
    service.window.callers.forget()


def test_three_keys_show_the_words_that_the_store_takes_for_a_ready_pickup(service: ShopWindow) -> None:
    board(service)
    number, fulfilment_id, place_id = service.read(
        lambda connection: connection.execute(
            "SELECT order_number, id, place_id FROM fulfilment WHERE state = 'ready' ORDER BY id LIMIT 1"
        ).fetchone()
    )
    keys = CountedKeys(service)
    keys.type(number)
    keys.press("Return")
    service.until(lambda: isinstance(service.shell.current, OrdersScreen), "no order opened")
    screen = service.shell.current
    assert isinstance(screen, OrdersScreen)
    service.until(lambda: screen.pane.view is not None and screen.pane.view.number == number)
    keys = CountedKeys(service)
    keys.press("Alt+M")
    service.until(lambda: isinstance(QApplication.activeWindow(), MoreSheet))
    keys.type("9")
    service.until(lambda: isinstance(QApplication.activeWindow(), WordsSheet), "no words are shown")
    assert keys.count == 3
    now = service.session.now()
    spoken = service.read(lambda connection: words_to_read_out(connection, fulfilment_id, now))
    key = service.read(lambda connection: word_key_of(connection, place_id))
    assert key is not None
    assert words_match(key, number, service.session.look().hours.local_day(now), spoken)
    assert spoken in service.readable()
    assert "only to the store" in service.readable()
    keys.press("F9")
    service.until(lambda: not isinstance(QApplication.activeWindow(), WordsSheet), "the sheet stays")
    service.shell.activateWindow()
    service.until(lambda: QApplication.activeWindow() is service.shell)
    assert spoken not in service.readable()

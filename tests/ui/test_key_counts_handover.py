"""How many keys and scans it takes to hand an order over, at the real window."""

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from storedesk.actions.pickup_args import HandOver
from storedesk.ui.screens.handover.exchange_sheet import ExchangeSheet
from storedesk.ui.screens.handover.handover_sheet import HandoverSheet
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


@pytest.fixture
def keys(desk: ShopWindow) -> CountedKeys:
    return CountedKeys(desk)


def open_sheet(desk: ShopWindow) -> HandoverSheet:
    """The handover that has opened, once the keys go there."""
    desk.until(lambda: desk.window.handover.sheet is not None, "the handover did not open")
    sheet = desk.window.handover.sheet
    assert sheet is not None
    sheet.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is sheet, "the handover is not active")
    return sheet


def handed_over(desk: ShopWindow) -> HandOver:
    """What the desk has saved last, once the dialog has closed."""
    desk.until(lambda: desk.window.handover.sheet is None, "the handover was not saved")
    desk.until(lambda: desk.state() == "collected", "the pickup is not collected")
    last = "SELECT kind, args FROM outbox ORDER BY number DESC LIMIT 1"
    kind, args = desk.read(lambda connection: connection.execute(last).fetchone())
    assert kind == "HandOver"
    return msgspec.json.decode(args, type=HandOver)


def test_hand_over_when_the_customer_shows_the_qr(desk: ShopWindow, keys: CountedKeys) -> None:
    keys.scan(desk.customer_code(desk.code_of("48046")))
    open_sheet(desk)
    keys.press("F9")
    assert handed_over(desk).proof == "qr"
    assert (keys.scans, keys.count) == (1, 1)


def test_hand_over_by_the_order_s_last_digits_and_the_code(desk: ShopWindow, keys: CountedKeys) -> None:
    wanted = desk.code_of("48051")
    keys.type("8051")
    keys.press("Return")
    desk.until(lambda: desk.screen.open_id == wanted["fulfilment_id"], "48051 did not open")
    desk.until(lambda: not desk.shell.find_field.popup.isVisible(), "the hits stayed")
    desk.until(lambda: QApplication.activeWindow() is desk.shell, "the window is not active")
    keys.press("F9")
    sheet = open_sheet(desk)
    keys.type(wanted["code"])
    desk.until(lambda: not sheet.go.reason, "the code was not taken")
    keys.press("F9")
    assert handed_over(desk).proof == "code"
    assert keys.scans == 0
    assert keys.count <= 13


def test_hand_over_to_somebody_else_not_named_in_the_order(desk: ShopWindow, keys: CountedKeys) -> None:
    keys.scan(desk.customer_code(desk.code_of("48049")))
    sheet = open_sheet(desk)
    keys.press("Alt+S")
    keys.type("Bo Ekm")
    desk.until(lambda: sheet.who.collector == "Bo Ekm", "the name was not taken")
    keys.press("Tab")
    keys.press("F")
    desk.until(lambda: sheet.who.relation_key == "friend", "the relation was not taken")
    keys.press("F9")
    done = handed_over(desk)
    assert (done.proof, done.collector_name, done.relation) == ("qr", "Bo Ekm", "friend")
    assert (keys.scans, keys.count) == (1, 11)


def test_a_refused_unit_is_exchanged_and_the_rest_goes_out_by_keys(
    desk: ShopWindow, keys: CountedKeys
) -> None:
    keys.scan(desk.customer_code(desk.code_of("48055")))
    sheet = open_sheet(desk)
    keys.press("F7")
    desk.until(lambda: sheet.findChildren(ExchangeSheet), "no exchange was offered")
    (exchange,) = sheet.findChildren(ExchangeSheet)
    exchange.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is exchange, "the exchange is not active")
    assert not exchange.go.reason
    keys.press("F9")
    desk.until(lambda: desk.window.handover.sheet not in (None, sheet), "the handover did not come back")
    again = open_sheet(desk)
    desk.until(lambda: not again.go.reason, "the code was not taken over")
    keys.press("F9")
    assert handed_over(desk).proof == "qr"
    assert keys.count == 3

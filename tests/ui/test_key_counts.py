"""How many keys and scans a task costs, by keys and scans alone at the real window."""

import pytest
from PySide6.QtWidgets import QApplication

from storedesk.domain.codes import BinCode, PickListCode, qr_text
from storedesk.storage.read_records import PickupDetailRecord
from storedesk.ui.demo.hub_truth import desk_outbox
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


@pytest.fixture
def keys(desk: ShopWindow) -> CountedKeys:
    return CountedKeys(desk)


def last_kind(desk: ShopWindow) -> str:
    return str(desk.read(desk_outbox)[-1][0])


def picked(desk: ShopWindow) -> int:
    view = desk.screen.detail.view
    return sum(line.picked for line in view.lines) if view else 0


def user_name(desk: ShopWindow) -> str:
    return desk.session.user.name if desk.session.user else ""


def pick_by_scans(desk: ShopWindow, keys: CountedKeys, record: PickupDetailRecord) -> None:
    for line in record.lines:
        for _ in range(line.line.ordered):
            before = picked(desk)
            keys.scan(line.codes[0])
            desk.until(lambda before=before: picked(desk) > before, "the scan was not picked")  # type: ignore[misc]


def test_mark_ready_of_three_items_with_a_scanner(desk: ShopWindow, keys: CountedKeys) -> None:
    record = desk.open("48213")
    desk.open("48214")
    keys.scan(qr_text(PickListCode(record.pickup.fulfilment.id)))
    desk.until(lambda: desk.screen.open_id == record.pickup.fulfilment.id)
    pick_by_scans(desk, keys, record)
    keys.scan(qr_text(BinCode("GBG", "H2")))
    desk.until(lambda: desk.state() == "staged", "the bin did not take it")
    keys.press("F8")
    desk.until(lambda: desk.state() == "ready", "F8 did not make it ready")
    pieces = sum(line.line.ordered for line in record.lines)
    assert keys.count <= 1
    assert keys.scans <= pieces + 2


def test_mark_ready_of_three_items_without_a_scanner(desk: ShopWindow, keys: CountedKeys) -> None:
    desk.open("48219")
    keys.type("8214")
    keys.press("Return")
    desk.until(lambda: "48214" in desk.readable() and desk.state() == "new", "48214 did not open")
    keys.press("F4")
    desk.until(lambda: not desk.screen.detail.view.blocks.get("stage"), "F4 did not pick all")  # type: ignore[union-attr]
    keys.type("H4")
    keys.press("Return")
    desk.until(lambda: desk.state() == "staged", "the bin did not take it")
    keys.press("F8")
    desk.until(lambda: desk.state() == "ready", "F8 did not make it ready")
    assert keys.count <= 10


def test_short_pick_without_a_swap(desk: ShopWindow, keys: CountedKeys) -> None:
    desk.open("48207")
    keys.press("F7")
    desk.until(lambda: desk.screen._card is not None, "no problem card")
    keys.press("1")
    keys.press("Return")
    desk.until(lambda: last_kind(desk) == "ReportShort", "nothing was reported")
    assert keys.count <= 3


def test_print_slip_again(desk: ShopWindow, keys: CountedKeys) -> None:
    desk.hands.scan(desk.customer_code(desk.code_of("48043")))
    desk.until(lambda: desk.window.handover.sheet is not None)
    sheet = desk.window.handover.sheet
    assert sheet is not None
    sheet.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is sheet)
    desk.hands.press("main")
    desk.until(lambda: desk.state() == "collected" and desk.window.handover.sheet is None)
    desk.until(lambda: "PDF" in desk.toast, "the first slip was not printed")
    desk.shell.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is desk.shell)
    desk.shell.toast.hide()
    keys.press("Ctrl+P")
    desk.until(lambda: "On its way" in desk.toast or "PDF" in desk.toast, "nothing was printed again")
    assert keys.count <= 2


def test_switch_user_by_badge(desk: ShopWindow, keys: CountedKeys) -> None:
    oskar = next(pin for pin in desk.demo.hub.manifest["pins"] if pin["name"] == "Oskar S.")
    keys.scan(oskar["badge"])
    desk.until(lambda: user_name(desk) == "Oskar S.", "the badge was not taken")
    assert (keys.count, keys.scans) == (0, 1)
    keys.scan(next(pin for pin in desk.demo.hub.manifest["pins"] if pin["name"] == "Elin L.")["badge"])
    desk.until(lambda: user_name(desk) == "Elin L.")


def test_switch_user_by_keys(desk: ShopWindow, keys: CountedKeys) -> None:
    keys.press("F12")
    desk.until(lambda: desk.window.lock.is_locked, "the desk did not lock")
    keys.type("2")
    keys.type(desk.demo.pin_of("Oskar S.")[1])
    desk.until(lambda: user_name(desk) == "Oskar S.", "the PIN was not taken")
    assert keys.count <= 6
    desk.shell.do("lock")
    desk.until(lambda: desk.window.lock.is_locked)

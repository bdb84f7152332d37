"""Handing over from the label at the real window: a genuine code of an order this desk has not heard of."""

from typing import Any

from PySide6.QtWidgets import QApplication

from storedesk.domain.codes import SignedPickupCode
from storedesk.domain.ids import derived_id
from storedesk.hub.customer_code import signed_code
from storedesk.ui.screens.handover.label_sheet import LabelSheet
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


def label(desk: ShopWindow, secret: bytes | None = None, **fields: Any) -> str:
    """A customer's code, by default signed by this chain's hub and good for a week."""
    place = desk.session.place
    assert place is not None
    code = SignedPickupCode("GBG", derived_id("fulfilment", "far"), "K7P429", "48999", 2, "2089-12-31", b"")
    key = bytes.fromhex(desk.demo.hub.manifest["signing_key"]) if secret is None else secret
    return signed_code(key, code._replace(**fields))


def sheets(desk: ShopWindow) -> list[LabelSheet]:
    return [one for one in desk.shell.findChildren(LabelSheet) if one.isVisible()]


def outbox_kinds(desk: ShopWindow) -> list[str]:
    query = "SELECT kind FROM outbox ORDER BY number"
    return [row[0] for row in desk.read(lambda connection: connection.execute(query).fetchall())]


def test_a_genuine_code_of_an_unknown_order_goes_out_by_one_scan_and_one_key(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    keys.scan(label(desk))
    desk.until(lambda: sheets(desk), "the sheet did not open")
    (sheet,) = sheets(desk)
    sheet.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is sheet, "the sheet is not active")
    assert "48999" in desk.readable()
    keys.press("F9")
    desk.until(lambda: not sheets(desk), "it was not saved")
    assert (keys.scans, keys.count) == (1, 1)
    assert outbox_kinds(desk)[-1] == "HandOverFromLabel"
    assert "to be confirmed" in desk.toast


def test_a_code_that_central_has_not_signed_gives_nothing_out(desk: ShopWindow) -> None:
    before = outbox_kinds(desk)
    desk.hands.scan(label(desk, bytes(32)))
    desk.until(lambda: "not made by central" in desk.toast, "the forged code was not named")
    assert (sheets(desk), outbox_kinds(desk)) == ([], before)


def test_a_genuine_code_after_its_last_day_says_so(desk: ShopWindow) -> None:
    desk.hands.scan(label(desk, not_after="2020-02-03"))
    desk.until(lambda: "its last day was" in desk.toast, "nothing was said")
    assert sheets(desk) == []


def test_a_signed_code_of_a_known_order_opens_its_handover_as_ever(desk: ShopWindow) -> None:
    desk.hands.scan(desk.code_of("48053")["qr"])
    desk.until(lambda: desk.window.handover.sheet is not None, "the handover did not open")
    sheet = desk.window.handover.sheet
    assert sheet is not None
    desk.until(lambda: sheet.who.proof.is_code_right, "the code was not taken")

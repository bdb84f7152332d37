"""Holding units for a customer by keys at the real window, ending a hold, and taking either back."""

from PySide6.QtWidgets import QApplication

from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.screens.stock.end_hold_sheet import EndHoldSheet
from storedesk.ui.screens.stock.stock_screen import StockScreen
from storedesk.ui.shell.shell_state import Place
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow

MOST = (
    "SELECT b.code FROM stock_level l JOIN barcode b ON b.variant_id = l.variant_id "
    "JOIN variant v ON v.id = l.variant_id AND v.unit = 'piece' "
    "WHERE b.pack_quantity = 1 AND l.location_id = 1 AND l.bucket = 0 "
    "ORDER BY l.quantity - l.reserved DESC, b.code LIMIT 1"
)


def opened(desk: ShopWindow) -> tuple[CountedKeys, StockScreen]:
    """The stock screen with the article of which most stands here."""
    keys, stock = CountedKeys(desk), desk.window.stock.screen
    code = str(desk.read(lambda connection: connection.execute(MOST).fetchone()[0]))
    desk.window.shell.go(Place.STOCK)
    keys.scan(code)
    desk.until(lambda: stock.view is not None and code in stock.view.codes, "the scan opened no article")
    return keys, stock


def at_the_screen(desk: ShopWindow) -> None:
    """The sheet has gone and the window has the keys again."""
    desk.shell.activateWindow()
    desk.until(
        lambda: desk.window.stock.screen._sheet is None and QApplication.activeWindow() is desk.shell,
        "the sheet did not close",
    )


def sheet_is_open(desk: ShopWindow) -> None:
    sheet = desk.window.stock.screen._sheet
    desk.until(
        lambda: sheet is not None and QApplication.activeWindow() is sheet, "the sheet has not the keys"
    )


def kinds(desk: ShopWindow) -> list[str]:
    return [str(one[0]) for one in desk.read(desk_outbox)]


def test_f9_holds_for_a_customer_and_ctrl_z_gives_it_back(desk: ShopWindow) -> None:
    keys, stock = opened(desk)
    keys.press("F9")
    desk.until(lambda: stock._sheet is not None, "F9 opened no sheet")
    sheet_is_open(desk)
    keys.type("sara")
    keys.press("Tab")
    keys.type("612")
    keys.press("F9")
    at_the_screen(desk)
    desk.until(lambda: "until" in desk.toast, "nothing was said")
    keys.press("Alt+3")
    desk.until(lambda: len(stock.where._holds.open) == 1, "the hold is not in the list")
    hold = stock.where._holds.open[0]
    assert (hold.who, hold.phone_tail, hold.quantity, hold.by) == ("sara", "612", 1, "Elin L.")
    desk.until(lambda: stock.where._holds.open[0].state == "held", "central did not decide")
    assert desk.window.undo.offers
    keys.press("Ctrl+Z")
    desk.until(lambda: not stock.where._holds.open, "Ctrl+Z did not release it")
    assert kinds(desk)[-1] == "ReleaseHold"


def test_a_hold_is_ended_by_keys_from_the_list_of_the_place_and_that_can_be_taken_back(
    desk: ShopWindow,
) -> None:
    keys, stock = opened(desk)
    keys.press("F9")
    desk.until(lambda: stock._sheet is not None, "F9 opened no sheet")
    sheet_is_open(desk)
    keys.press("F9")
    at_the_screen(desk)
    desk.until(lambda: len(stock.where._holds.open) == 1, "it was not held")
    keys.press("Alt+3")
    desk.until(lambda: stock.where.holds.hasFocus() and bool(stock.where.holds.current_key))
    keys.press("Return")
    desk.until(lambda: stock._sheet is not None, "Enter opened no sheet")
    sheet_is_open(desk)
    sheet = stock._sheet
    assert isinstance(sheet, EndHoldSheet)
    keys.type("1")
    desk.until(lambda: sheet.cards.current == "collected", "1 did not choose")
    keys.press("F9")
    at_the_screen(desk)
    desk.until(lambda: not stock.where._holds.open, "the hold did not end")
    assert "collected" in [one.state for one in stock.where._holds.ended], stock.where._holds
    desk.until(lambda: desk.window.undo.offers)
    keys.press("Ctrl+Z")
    desk.until(lambda: len(stock.where._holds.open) == 1, "it was not held again")
    assert kinds(desk)[-1] == "PlaceHold"


def test_an_adjustment_is_taken_back_by_ctrl_z(desk: ShopWindow) -> None:
    keys, stock = opened(desk)
    before = stock.view.here.on_hand  # type: ignore[union-attr]
    keys.press("F7")
    desk.until(lambda: stock._sheet is not None, "F7 opened no sheet")
    sheet_is_open(desk)
    keys.type("32")
    keys.press("Return")
    at_the_screen(desk)
    desk.until(lambda: stock.view.here.on_hand == before - 2, "the stock was not adjusted")  # type: ignore[union-attr]
    desk.until(lambda: desk.window.undo.offers)
    desk.until(lambda: kinds(desk)[-1] == "AdjustStock")
    keys.press("Ctrl+Z")
    desk.until(lambda: stock.view.here.on_hand == before, "it was not taken back")  # type: ignore[union-attr]
    desk.until(lambda: "Taken back" in desk.toast)
    assert kinds(desk)[-2:] == ["AdjustStock", "AdjustStock"]


def hold_now(desk: ShopWindow, keys: CountedKeys, stock: StockScreen) -> None:
    """F9 and F9 again: one unit until closing."""
    keys.press("F9")
    desk.until(lambda: stock._sheet is not None, "F9 opened no sheet")
    sheet_is_open(desk)
    keys.press("F9")
    at_the_screen(desk)


def test_without_a_line_what_is_lent_to_this_desk_is_held_for_certain_and_the_rest_is_asked_for(
    desk: ShopWindow,
) -> None:
    keys, stock = opened(desk)
    if stock.view is not None and not stock.view.share:
        hold_now(desk, keys, stock)
    desk.until(lambda: stock.view is not None and stock.view.share == 2, "nothing was lent to this desk")
    before = len(stock.where._holds.open)
    keys.press("Ctrl+Shift+O")
    desk.until(
        lambda: desk.session.sync is not None and desk.session.sync.on_purpose, "it did not go offline"
    )
    for number, words in ((1, "Held until"), (2, "Held until"), (3, "Asked for until")):
        hold_now(desk, keys, stock)
        desk.until(lambda words=words: words in desk.toast, f"{words} was not said")  # type: ignore[misc]
        desk.until(lambda number=number: len(stock.where._holds.open) == before + number)  # type: ignore[misc]
        desk.until(lambda number=number: stock.view is not None and stock.view.share == max(0, 2 - number))  # type: ignore[misc]
    assert [one.state for one in stock.where._holds.open].count("asked") == 1
    keys.press("Ctrl+Shift+O")
    desk.until(
        lambda: {one.state for one in stock.where._holds.open} == {"held"},
        "central did not decide the last one",
    )

"""How many keys and scans stock work costs, by keys and scans alone at the real window."""

from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.screens.stock.transfer_sheet import TransferSheet
from storedesk.ui.shell.shell_state import Place
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow


def test_adjusting_stock_with_a_scanner(desk: ShopWindow) -> None:
    keys, stock = CountedKeys(desk), desk.window.stock.screen
    code = desk.open("48213").lines[0].codes[0]
    desk.window.shell.go(Place.STOCK)
    keys.scan(code)
    desk.until(lambda: stock.view is not None and stock.view.here is not None, "the scan opened no article")
    before = stock.view.here.on_hand  # type: ignore[union-attr]
    keys.press("F7")
    desk.until(lambda: stock._sheet is not None, "F7 opened no sheet")
    keys.type("14")
    keys.press("Return")
    desk.until(lambda: stock.view.here.on_hand == before - 4, "the stock was not adjusted")  # type: ignore[union-attr]
    assert str(desk.read(desk_outbox)[-1][0]) == "AdjustStock"
    assert (keys.scans, keys.count) == (1, 4)


def test_stock_elsewhere_with_a_scanner_needs_no_key(desk: ShopWindow) -> None:
    keys, stock = CountedKeys(desk), desk.window.stock.screen
    code = desk.open("48213").lines[0].codes[0]
    stock.show_nothing()
    desk.window.shell.go(Place.TODAY)
    keys.scan(code)
    desk.until(lambda: desk.shell.current is stock and stock._stack.currentIndex() == 0, "no stock is shown")
    assert len(stock.where.places.rows.rows) > 1, "the other places stand below"
    assert (keys.scans, keys.count) == (1, 0)


def test_stock_elsewhere_typed_and_asked_for_from_the_nearest_place(desk: ShopWindow) -> None:
    """The words of the sample shop for a shell jacket Alva in M and a colour that begins with gr."""
    keys, stock = CountedKeys(desk), desk.window.stock.screen
    stock.show_nothing()
    desk.window.shell.go(Place.STOCK)
    keys.type("alva m gr")
    keys.press("Return")
    desk.until(lambda: stock._stack.currentIndex() == 0 and stock.view is not None, "nothing was found")
    view = stock.view
    assert view is not None and ("Alva" in view.name, view.size) == (True, "M")
    assert keys.count <= 10
    typed = keys.count
    keys.press("F8")
    desk.until(lambda: isinstance(stock._sheet, TransferSheet), "F8 opened no sheet")
    nearest = next(place for place in view.places if not place.is_here and place.online > 0)
    assert stock._sheet is not None and stock._sheet.cards.current == str(nearest.place_id)  # type: ignore[union-attr]
    keys.press("F9")
    desk.until(lambda: str(desk.read(desk_outbox)[-1][0]) == "AskTransfer", "no transfer was asked for")
    assert keys.count - typed <= 2


def test_asking_for_a_transfer_from_the_nearest_place(desk: ShopWindow) -> None:
    keys, stock = CountedKeys(desk), desk.window.stock.screen
    code = desk.open("48213").lines[0].codes[0]
    desk.window.shell.go(Place.STOCK)
    keys.scan(code)
    desk.until(lambda: stock.view is not None and stock.view.here is not None, "the scan opened no article")
    keys.press("F8")
    desk.until(lambda: stock._sheet is not None, "F8 opened no sheet")
    keys.press("F9")
    desk.until(lambda: str(desk.read(desk_outbox)[-1][0]) == "AskTransfer", "no transfer was asked for")
    assert keys.count == 2

"""How many keys and scans stock work costs, by keys and scans alone at the real window."""

from storedesk.ui.demo.hub_truth import desk_outbox
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


def test_asking_for_a_transfer_from_the_place_with_most(desk: ShopWindow) -> None:
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

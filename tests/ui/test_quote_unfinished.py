"""An unfinished quote at the real window: left empty it is withdrawn, with a line without price it is not issued."""

import pytest

from storedesk.domain.records import Quote
from storedesk.storage.row_reader import one
from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.screens.quotes.own_line_sheet import OwnLineSheet
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow
from tests.ui.test_key_counts_quotes import SKUS, ask_quantity, barcode, begin, lines, newest
from tests.ui.test_quote_writing import back, quotes, sheet_of


def state_of(desk: ShopWindow, quote_id: str) -> str:
    return str(desk.read(lambda connection: one(connection, Quote, "id = ?", quote_id)).state)


def outcomes(desk: ShopWindow) -> list[tuple[str, str | None]]:
    return [(str(kind), outcome) for kind, _, outcome in desk.read(desk_outbox)]


def empty(desk: ShopWindow, keys: CountedKeys) -> str:
    """A quote that was begun for a company, without a line."""
    begin(desk, keys)
    quote_id = newest(desk).id
    assert state_of(desk, quote_id) == "draft"
    return quote_id


def test_esc_withdraws_a_quote_on_which_nothing_was_written(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    quote_id = empty(desk, keys)
    keys.press("Esc")
    desk.until(lambda: state_of(desk, quote_id) == "withdrawn", "the empty quote stayed")
    desk.until(lambda: "Nothing was written" in desk.toast, "nothing was said")
    screen = quotes(desk)
    desk.until(lambda: screen.detail.view is not None and screen.detail.view.quote_id != quote_id)
    assert not screen.list.choose(quote_id, tell=False) and not screen.is_full


def test_another_screen_withdraws_it_and_another_new_quote_too(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    first = empty(desk, keys)
    desk.shell.do("go_pickups")
    desk.until(lambda: state_of(desk, first) == "withdrawn", "the empty quote stayed")
    second = empty(desk, keys)
    keys.press("Ctrl+N")
    desk.until(lambda: state_of(desk, second) == "withdrawn", "the empty quote stayed")
    screen = quotes(desk)
    assert screen.detail.is_new and screen.is_full and screen.detail.head.buyer.hasFocus()
    keys.press("Esc")


def test_the_lock_withdraws_it_for_who_began_it(desk: ShopWindow) -> None:
    quote_id = empty(desk, CountedKeys(desk))
    desk.window.lock.lock()
    desk.until(lambda: state_of(desk, quote_id) == "withdrawn", "the empty quote stayed")
    desk.until(lambda: ("WithdrawQuote", "accepted") in outcomes(desk)[-1:], "central has not agreed")
    assert desk.window.lock.is_locked and desk.session.user is None
    desk.sign_in()


@pytest.mark.parametrize("written", ["line", "number"])
def test_what_was_written_on_stays_a_draft(desk: ShopWindow, written: str) -> None:
    keys = CountedKeys(desk)
    quote_id = empty(desk, keys)
    if written == "line":
        keys.scan(barcode(desk, SKUS[0]))
        ask_quantity(desk, quotes(desk), keys, 1, "2")
        keys.press("Del")
        desk.until(lambda: lines(desk)[0].kind == "removed", "the line is still there")
    else:
        keys.press("Alt+P")
        keys.type("7781")
    desk.shell.do("go_pickups")
    gone = empty(desk, keys)
    keys.press("Esc")
    desk.until(lambda: state_of(desk, gone) == "withdrawn", "the empty quote stayed")
    assert state_of(desk, quote_id) == "draft"


def test_a_price_of_0_is_asked_about_once_and_then_free_of_charge(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    screen = begin(desk, keys)
    keys.type("xqzv")
    keys.press("Return")
    sheet = sheet_of(desk, OwnLineSheet)
    assert isinstance(sheet, OwnLineSheet)
    desk.until(sheet.price.hasFocus, "the price is not asked for")
    keys.type("0")
    keys.press("Return")
    assert sheet.isVisible() and "free of charge" in sheet._warning.text()
    keys.press("Return")
    desk.until(lambda: len(lines(desk)) == 1, "the line was not saved")
    desk.until(lambda: screen.detail.view is not None and len(screen.detail.view.lines) == 1)
    back(desk)
    keys.press("Alt+P")
    keys.type("1")
    keys.press("F9")
    desk.until(lambda: newest(desk).state == "issued", "it was not issued")
    assert lines(desk)[0].amount == 0

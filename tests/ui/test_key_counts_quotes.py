"""How many keys and scans a quote costs, by keys and scans alone at the real window."""

import pytest

from storedesk.domain.records import Quote, QuoteLine
from storedesk.storage.row_reader import select
from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.screens.supervisor_sheet import SupervisorSheet
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow

SKUS = ("ALV-2201-SKO-M", "LJG-0815-GRA-L", "STN-0100-STE")
FRAGMENTS = ("alva sk", "lj gr l", "sten sk")


def newest(desk: ShopWindow) -> Quote:
    rows = desk.read(lambda c: select(c, Quote, "1 ORDER BY made_at DESC, id DESC LIMIT 1"))
    found: Quote = rows[0]
    return found


def lines(desk: ShopWindow) -> list[QuoteLine]:
    quote = newest(desk)
    found: list[QuoteLine] = desk.read(
        lambda c: select(c, QuoteLine, "quote_id = ? AND version = ? ORDER BY line", quote.id, quote.version)
    )
    return found


def barcode(desk: ShopWindow, sku: str) -> str:
    sql = "SELECT code FROM barcode WHERE variant_id = (SELECT id FROM variant WHERE sku = ?) ORDER BY code"
    return str(desk.read(lambda c: c.execute(sql, (sku,)).fetchone()[0]))


def quotes_screen(desk: ShopWindow) -> QuotesScreen:
    screen = desk.shell.current
    assert isinstance(screen, QuotesScreen)
    return screen


def begin(desk: ShopWindow, keys: CountedKeys) -> QuotesScreen:
    """A new quote for the company that is found by four letters."""
    before = newest(desk).id
    keys.press("Ctrl+N")
    desk.until(lambda: isinstance(desk.shell.current, QuotesScreen), "the quotes did not open")
    screen = quotes_screen(desk)
    desk.until(lambda: screen.detail.head.buyer.hasFocus(), "nobody asks for the company")
    keys.type("bran")
    keys.press("Return")
    desk.until(lambda: newest(desk).id != before, "no quote was begun")
    desk.until(lambda: screen.detail.article.hasFocus(), "no article can be written")
    return screen


def ask_quantity(desk: ShopWindow, screen: QuotesScreen, keys: CountedKeys, count: int, digits: str) -> None:
    editor = screen.detail.lines.editor
    desk.until(lambda: editor.isVisible() and editor.hasFocus(), f"no quantity is asked for line {count}")
    keys.type(digits)
    keys.press("Return")
    desk.until(lambda: len(lines(desk)) == count and lines(desk)[-1].quantity == int(digits), "not saved")
    desk.until(lambda: screen.detail.article.hasFocus(), "the next article cannot be written")


def finish(desk: ShopWindow, screen: QuotesScreen, keys: CountedKeys) -> Quote:
    keys.press("Alt+P")
    assert screen.detail.head.po_number.hasFocus()
    keys.type("7781-A")
    keys.press("F9")
    desk.until(lambda: newest(desk).state == "issued", "it was not issued")
    quote = newest(desk)
    assert quote.po_number == "7781-A" and quote.number
    return quote


def test_a_quote_of_three_lines_with_the_scanner(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    screen = begin(desk, keys)
    for count, (sku, digits) in enumerate(zip(SKUS, ("12", "20", "24"), strict=True), 1):
        keys.scan(barcode(desk, sku))
        ask_quantity(desk, screen, keys, count, digits)
    finish(desk, screen, keys)
    assert [(line.sku, line.quantity) for line in lines(desk)] == [*zip(SKUS, (12, 20, 24), strict=True)]
    assert keys.scans == 3
    assert keys.count <= 25


def test_a_quote_of_three_lines_typed(desk: ShopWindow) -> None:
    keys = CountedKeys(desk)
    screen = begin(desk, keys)
    for count, (text, digits) in enumerate(zip(FRAGMENTS, ("12", "20", "24"), strict=True), 1):
        keys.type(text)
        keys.press("Return")
        ask_quantity(desk, screen, keys, count, digits)
    finish(desk, screen, keys)
    assert [line.quantity for line in lines(desk)] == [12, 20, 24]
    assert (keys.scans, keys.count <= 49) == (0, True)


def test_fourteen_per_cent_on_a_line_with_the_managers_pin(desk: ShopWindow) -> None:
    before = CountedKeys(desk)
    screen = begin(desk, before)
    before.scan(barcode(desk, SKUS[1]))
    ask_quantity(desk, screen, before, 1, "20")
    pin = desk.demo.pin_of("Maja A.")[1]
    keys = CountedKeys(desk)
    keys.press("Ctrl+D")
    assert screen.detail.lines.editor.hasFocus()
    keys.type("14")
    keys.press("Return")
    desk.until(lambda: open_sheet(desk) is not None, "nobody asks for the PIN")
    keys.type(pin)
    desk.until(lambda: newest(desk).approval == "given", "it was not approved")
    assert lines(desk)[0].discount == 140_000
    assert desk.session.user is not None and desk.session.user.name == "Elin L."
    assert [str(kind) for kind, _, _ in desk.read(desk_outbox)[-2:]] == ["SaveQuote", "ApproveQuote"]
    assert keys.count <= 9


def open_sheet(desk: ShopWindow) -> SupervisorSheet | None:
    return next((one for one in desk.shell.findChildren(SupervisorSheet) if one.isVisible()), None)


@pytest.mark.parametrize("text", ["alva sk", "lj gr l", "sten sk"])
def test_the_typed_fragments_have_seven_characters(text: str) -> None:
    assert len(text) == 7

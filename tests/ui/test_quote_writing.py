"""Writing a quote at the real window: all that is typed is saved at once, and what is no figure changes nothing."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from storedesk.domain.records import Quote, QuoteRevision, Task
from storedesk.storage.row_reader import select
from storedesk.ui.demo.hub_truth import desk_outbox
from storedesk.ui.screens.attention.attention_screen import AttentionScreen
from storedesk.ui.screens.quotes.choice_sheet import ChoiceSheet
from storedesk.ui.screens.quotes.own_line_sheet import OwnLineSheet
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from storedesk.ui.screens.supervisor_sheet import SupervisorSheet
from storedesk.ui.widgets.sheet import Sheet
from tests.ui.counted_keys import CountedKeys
from tests.ui.shop_window import ShopWindow
from tests.ui.test_key_counts_quotes import SKUS, ask_quantity, barcode, begin, lines, newest


def written(desk: ShopWindow, quantity: str = "12") -> tuple[QuotesScreen, CountedKeys]:
    """A draft with one line."""
    keys = CountedKeys(desk)
    screen = begin(desk, keys)
    keys.scan(barcode(desk, SKUS[0]))
    ask_quantity(desk, screen, keys, 1, quantity)
    return screen, keys


def quantities(desk: ShopWindow) -> list[int]:
    return [line.quantity for line in lines(desk) if line.kind != "removed"]


def sheet_of(desk: ShopWindow, kind: type[Sheet]) -> Sheet:
    found: list[Sheet] = []

    def is_open() -> bool:
        found[:] = [one for one in desk.shell.findChildren(kind) if one.isVisible()]
        return bool(found)

    desk.until(is_open, f"no {kind.__name__} opened")
    return found[0]


def back(desk: ShopWindow, state: str = "") -> None:
    """The window has the keys again, and shows the quote in this state."""
    desk.shell.activateWindow()
    desk.until(lambda: QApplication.activeWindow() is desk.shell, "the window is not active")
    if state:
        desk.until(lambda: quotes(desk).detail.view.state == state)  # type: ignore[union-attr]


def test_a_second_scan_is_one_more_and_lands_in_no_field(desk: ShopWindow) -> None:
    screen, keys = written(desk)
    keys.press("Alt+P")
    keys.type("77")
    keys.scan(barcode(desk, SKUS[0]))
    editor = screen.detail.lines.editor
    desk.until(lambda: editor.isVisible() and editor.text() == "13", "one more was not asked about")
    desk.until(lambda: quantities(desk) == [13], "it was not saved")
    desk.until(lambda: newest(desk).po_number == "77", "the number that was being typed is gone")
    keys.press("Return")
    assert screen.detail.head.po_number.text() == "77"


def test_what_is_no_quantity_leaves_the_line_and_says_so(desk: ShopWindow) -> None:
    screen, keys = written(desk)
    for typed in ("1,5", "0", "abc"):
        screen.detail.edit_quantity(0)
        keys.type(typed)
        keys.press("Return")
        desk.until(lambda: "no quantity" in desk.toast, "nothing was said")
        desk.shell.toast.hide()
    assert quantities(desk) == [12]


def test_plus_minus_and_del_work_on_the_line_and_ctrl_z_puts_it_back(desk: ShopWindow) -> None:
    screen, keys = written(desk)
    keys.press("+")
    desk.until(lambda: quantities(desk) == [13])
    keys.press("-")
    desk.until(lambda: quantities(desk) == [12])
    keys.press("Del")
    desk.until(lambda: quantities(desk) == [], "the line was not taken out")
    keys.press("Ctrl+Z")
    desk.until(lambda: quantities(desk) == [12], "the line did not come back")
    assert not screen.detail.article.text()


def test_what_no_article_is_called_becomes_a_line_of_its_own_with_decimal_hours(desk: ShopWindow) -> None:
    screen, keys = written(desk)
    keys.type("xqzv")
    keys.press("Return")
    sheet = sheet_of(desk, OwnLineSheet)
    assert isinstance(sheet, OwnLineSheet) and sheet.name.text() == "xqzv"
    sheet.unit.setCurrentIndex(sheet.unit.findData("h"))
    sheet.quantity.setText("2,5")
    desk.until(sheet.price.hasFocus, "the price is not asked for")
    keys.type("640,50")
    keys.press("Return")
    desk.until(lambda: len(lines(desk)) == 2, "the line was not saved")
    own = lines(desk)[1]
    assert (own.kind, own.name, own.unit, own.quantity) == ("own", "xqzv", "h", 250)
    assert own.amount == 16_012_500
    assert screen.detail.lines.records.cells(1)[2] == "2,5\u00a0h"


def test_note_validity_and_delivery_are_saved_as_they_are_written(desk: ShopWindow) -> None:
    screen, keys = written(desk)
    head = screen.detail.head
    head.until.setFocus()
    head.until.selectAll()
    keys.type("10")
    head.note.setFocus()
    keys.type("by 8")
    head.deliver.setCurrentIndex(1)
    head.deliver.activated.emit(1)
    desk.until(lambda: newest(desk).note == "by 8" and newest(desk).delivery == "sent", "not saved")
    quote = newest(desk)
    assert quote.deliver_country == "SE"
    assert quote.valid_until == head.until.text() and quote.tax_day < quote.valid_until
    kinds = {str(kind) for kind, _, _ in desk.read(desk_outbox)}
    assert {"StartQuote", "SaveQuote"} <= kinds


def test_a_personal_number_in_the_note_is_refused_and_not_kept(desk: ShopWindow) -> None:
    screen, keys = written(desk)
    screen.detail.head.note.setFocus()
    keys.type("19811218-9876")
    desk.until(lambda: "personal number" in desk.toast, "it was not refused")
    assert newest(desk).note == "" and quantities(desk) == [12]
    screen.detail.head.note.clear()


def test_the_margin_is_seen_only_while_its_key_is_held(desk: ShopWindow) -> None:
    screen, _ = written(desk)
    side = screen.detail._side
    assert side.margin.isHidden() and not side.margin.text()
    desk.shell.do("margin")
    assert side.margin.isVisible() and "Margin 40" in side.margin.text()
    released = QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(QApplication.focusWidget(), released)
    assert side.margin.isHidden() and not side.margin.text()


def test_an_issued_quote_gets_a_new_version_for_a_reason_and_the_customer_may_say_no(
    desk: ShopWindow,
) -> None:
    _, keys = written(desk)
    keys.press("Alt+P")
    keys.type("1")
    keys.press("F9")
    desk.until(lambda: newest(desk).state == "issued", "it was not issued")
    quote_id = newest(desk).id
    back(desk, "issued")
    keys.press("F8")
    sheet_of(desk, ChoiceSheet)
    keys.type("2")
    keys.press("Return")
    desk.until(lambda: (newest(desk).state, newest(desk).version) == ("draft", 2), "no new version")
    back(desk, "draft")
    keys.press("F9")
    desk.until(lambda: newest(desk).state == "issued", "the new version was not issued")
    found = desk.read(lambda c: select(c, QuoteRevision, "quote_id = ? ORDER BY version", quote_id))
    assert [one.reason for one in found] == ["", "renewed"]
    back(desk, "issued")
    keys.press("Ctrl+P")
    desk.until(lambda: "printer" in desk.toast, "nothing was printed")
    desk.shell.toast.hide()
    keys.press("Ctrl+P")
    desk.until(lambda: "Copy" in desk.toast, "the second print is no copy")
    keys.press("F7")
    sheet_of(desk, ChoiceSheet)
    keys.type("1")
    keys.press("Return")
    desk.until(lambda: newest(desk).state == "declined", "the customer's no was not noted")


def test_an_approval_that_waits_is_answered_in_attention_with_less_discount(desk: ShopWindow) -> None:
    screen, keys = written(desk)
    keys.press("Ctrl+D")
    keys.type("14")
    keys.press("Return")
    sheet_of(desk, SupervisorSheet).reject()
    desk.until(lambda: lines(desk)[0].discount == 140_000 and newest(desk).approval == "needed")
    desk.until(lambda: not screen.unsettled)
    back(desk)
    keys.press("Alt+A")
    desk.until(lambda: newest(desk).approval == "asked", "nobody was asked")
    quote_id = newest(desk).id
    desk.shell.do("go_attention")
    attention = desk.shell.current
    assert isinstance(attention, AttentionScreen)
    task = desk.read(lambda c: select(c, Task, "kind = 'quote_approval' AND facts LIKE ?", f"%{quote_id}%"))[
        0
    ]
    desk.until(lambda: attention.list.choose(task.id), "the approval does not wait")
    desk.until(lambda: attention._view is not None and attention._view.quote_id == quote_id)
    back(desk)
    attention.detail.cards.setFocus()
    desk.until(attention.detail.cards.hasFocus, "the answers have no focus")
    keys.type("2")
    desk.until(lambda: attention.detail.cards.current == "offer_less", "no answer is chosen")
    keys.press("F9")
    sheet_of(desk, SupervisorSheet)
    keys.type(desk.demo.pin_of("Maja A.")[1])
    desk.until(lambda: newest(desk).approval == "not_needed", "less discount was not allowed")
    assert lines(desk)[0].discount == 100_000


def quotes(desk: ShopWindow) -> QuotesScreen:
    screen = desk.shell.current
    assert isinstance(screen, QuotesScreen)
    return screen


def test_every_draft_on_this_desk_holds_what_its_last_action_said(desk: ShopWindow) -> None:
    """Nothing waits in the window: a quote without a button pressed is in the database as it was written."""
    written(desk, "7")
    row: Quote = newest(desk)
    assert row.state == "draft" and row.net == lines(desk)[0].amount == lines(desk)[0].net * 7

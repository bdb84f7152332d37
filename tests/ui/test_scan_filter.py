"""Scans are caught wherever the focus is; letters nobody reads go to the find field."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from storedesk.ui.scan.scan_filter import ScanFilter
from storedesk.ui.widgets.choice_card import Choice, ChoiceCards
from storedesk.ui.widgets.code_entry import CodeEntry
from storedesk.ui.widgets.pin_pad import PinPad
from tests.ui.conftest import Keyboard

EAN = "2000148220139"
Show = Callable[[QWidget], QWidget]


def in_window(widget: QWidget) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(widget)
    return window


@pytest.fixture
def heard(scan_filter: ScanFilter) -> list[str]:
    codes: list[str] = []
    scan_filter.scanned.connect(codes.append)
    return codes


def focused(show: Show, widget: QWidget) -> None:
    show(in_window(widget))
    widget.setFocus()
    assert widget.hasFocus()


def test_a_scan_in_a_pin_pad_leaves_no_digit_and_submits_nothing(
    shown: Show, keyboard: Keyboard, heard: list[str]
) -> None:
    pad = PinPad(4)
    entered: list[str] = []
    pad.entered.connect(entered.append)
    focused(shown, pad)
    keyboard.type("123")
    keyboard.scan(EAN)
    assert (heard, entered) == ([EAN], [])
    assert pad.count() <= 3


def test_a_scan_in_a_quantity_leaves_the_quantity(shown: Show, keyboard: Keyboard, heard: list[str]) -> None:
    quantity = QSpinBox()
    quantity.setMaximum(10**9)
    quantity.setValue(7)
    focused(shown, quantity)
    keyboard.scan(EAN)
    assert (heard, quantity.value(), quantity.text()) == ([EAN], 7, "7")


def test_a_scan_in_a_price_keeps_text_cursor_and_selection(
    shown: Show, keyboard: Keyboard, heard: list[str]
) -> None:
    price = QLineEdit("640,00")
    focused(shown, price)
    price.setSelection(0, 3)
    keyboard.scan(EAN)
    assert (heard, price.text(), price.selectedText()) == ([EAN], "640,00", "640")


def test_a_scan_in_a_note_leaves_the_note(shown: Show, keyboard: Keyboard, heard: list[str]) -> None:
    note = QPlainTextEdit("Comes at 17")
    focused(shown, note)
    keyboard.scan("K7P429XYZ")
    assert (heard, note.toPlainText()) == (["K7P429XYZ"], "Comes at 17")


def test_a_scan_never_completes_a_half_typed_code(shown: Show, keyboard: Keyboard, heard: list[str]) -> None:
    entry = CodeEntry(6)
    completed: list[str] = []
    entry.completed.connect(completed.append)
    focused(shown, entry)
    keyboard.type("K7P42")
    keyboard.scan(EAN)
    assert (heard, completed) == ([EAN], [])
    assert "K7P42".startswith(entry.code())


def test_a_scan_chooses_no_card(shown: Show, keyboard: Keyboard, heard: list[str]) -> None:
    cards = ChoiceCards()
    cards.show_choices((Choice("a", "One", ""), Choice("b", "Two", "")), chosen="a")
    focused(shown, cards)
    keyboard.scan(EAN)
    assert (heard, cards.current) == ([EAN], "a")


def test_a_scan_on_a_button_presses_nothing(shown: Show, keyboard: Keyboard, heard: list[str]) -> None:
    button = QPushButton("Go")
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    focused(shown, button)
    keyboard.scan("ABC 123 DEF")
    assert (heard, pressed) == (["ABC 123 DEF"], [])


def test_typed_letters_without_an_editor_go_to_the_find_field(
    shown: Show, keyboard: Keyboard, scan_filter: ScanFilter, heard: list[str]
) -> None:
    typed: list[str] = []
    scan_filter.typed.connect(typed.append)
    focused(shown, QPushButton("Go"))
    keyboard.type("alva m")
    scan_filter.flush()
    assert ("".join(typed).replace(" ", ""), heard) == ("alvam", [])


def test_typing_in_an_editor_stays_there(
    shown: Show, keyboard: Keyboard, scan_filter: ScanFilter, heard: list[str]
) -> None:
    editor = QLineEdit()
    focused(shown, editor)
    keyboard.type("alva m grön")
    keyboard.press("xyz", 20)
    scan_filter.flush()
    assert (editor.text(), heard) == ("alva m grönxyz", [])


def test_digits_of_a_pin_arrive_one_by_one(
    shown: Show, keyboard: Keyboard, scan_filter: ScanFilter, heard: list[str]
) -> None:
    pad = PinPad(4)
    entered: list[str] = []
    pad.entered.connect(entered.append)
    focused(shown, pad)
    keyboard.type("2468")
    scan_filter.flush()
    assert (entered, heard) == (["2468"], [])


def test_held_characters_come_out_after_a_silence(
    shown: Show, keyboard: Keyboard, scan_filter: ScanFilter, qtbot: object
) -> None:
    editor = QLineEdit()
    focused(shown, editor)
    keyboard.press("ab", 10)

    def came_out() -> None:
        assert (editor.text(), QApplication.focusWidget()) == ("ab", editor), vars(scan_filter)

    qtbot.waitUntil(came_out, timeout=30_000)  # type: ignore[attr-defined]


def test_held_characters_come_out_where_they_were_typed_though_the_focus_has_left(
    shown: Show, keyboard: Keyboard, scan_filter: ScanFilter
) -> None:
    typed: list[str] = []
    scan_filter.typed.connect(typed.append)
    window = QWidget()
    layout = QVBoxLayout(window)
    editor, button = QLineEdit(), QPushButton("Go")
    layout.addWidget(editor)
    layout.addWidget(button)
    shown(window)
    editor.setFocus()
    keyboard.press("ab", 10)
    button.setFocus()
    scan_filter.flush()
    assert (editor.text(), typed) == ("ab", [])


def test_held_characters_of_an_editor_that_is_gone_go_to_the_find_field(
    shown: Show, keyboard: Keyboard, scan_filter: ScanFilter
) -> None:
    typed: list[str] = []
    scan_filter.typed.connect(typed.append)
    button, editor = QPushButton("Go"), QLineEdit()
    shown(in_window(button))
    focused(shown, editor)
    keyboard.press("ab", 10)
    shiboken6.delete(editor)
    button.window().activateWindow()
    QApplication.processEvents()
    button.setFocus()
    scan_filter.flush()
    assert typed == ["b"]


def test_the_enter_of_a_short_code_follows_it_into_the_find_field(
    shown: Show, keyboard: Keyboard, scan_filter: ScanFilter, heard: list[str]
) -> None:
    """A five-digit order number is too short for a burst: it is typed, and its Enter belongs to it."""
    window = QWidget()
    layout = QVBoxLayout(window)
    button, field = QPushButton("Go"), QLineEdit()
    layout.addWidget(button)
    layout.addWidget(field)
    pressed: list[bool] = []
    entered: list[str] = []
    button.clicked.connect(pressed.append)
    field.returnPressed.connect(lambda: entered.append(field.text()))

    def into_field(char: str) -> None:
        field.setFocus()
        field.insert(char)

    scan_filter.typed.connect(into_field)
    shown(window)
    button.setFocus()
    keyboard.scan("48207")
    assert (entered, pressed, heard) == (["48207"], [], [])

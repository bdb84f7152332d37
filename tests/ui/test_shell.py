"""The window around the screens: keys, find field, cover, banner, narrow layout."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.find_popup import FoundRow
from storedesk.ui.shell.keys_sheet import KeysSheet
from storedesk.ui.shell.palette_rows import commands_in
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shortcuts import Context
from storedesk.ui.shot_samples.shot import OFFLINE, ONLINE
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.chip import Chip
from storedesk.ui.widgets.screen import Screen

Show = Callable[[QWidget], QWidget]


class Counter(Screen):
    """A screen with one field, one blue button and one action of its own."""

    context = Context.PICKUPS

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.field = QLineEdit()
        self.other = QLineEdit()
        self.button = Button("Hand over", Kind.PRIMARY, "", "main", Context.PICKUPS)
        layout = QVBoxLayout(self)
        for widget in (self.field, self.other, self.button):
            layout.addWidget(widget)
        self.button.clicked.connect(lambda: self.done.append("main"))
        self.bind("main", self.button)
        self.bind("why", lambda: self.done.append("why"))

    def panes(self) -> tuple[QWidget, ...]:
        return (self.field, self.other)


@pytest.fixture
def screen(themed: object) -> Counter:
    return Counter()


@pytest.fixture
def shell(screen: Counter, shown: Show) -> AppShell:
    made = AppShell((Place.PICKUPS, Place.ATTENTION, Place.LOCK))
    made.add_screen(Place.PICKUPS, screen)
    made.show_state(ONLINE)
    made.resize(1440, 900)
    shown(made)
    assert made.go(Place.PICKUPS)
    return made


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifier)


def test_f9_and_its_double_press_the_blue_button(shell: AppShell, screen: Counter) -> None:
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.done == ["main", "main"]


def test_a_blocked_button_says_why_and_does_nothing(shell: AppShell, screen: Counter) -> None:
    screen.button.set_not_yet("Mark ready: 1 item is missing.")
    said: list[str] = []
    shell.toast.shown.connect(said.append)
    press(Qt.Key.Key_F9)
    QTest.mouseClick(screen.button, Qt.MouseButton.LeftButton)
    assert said == ["Mark ready: 1 item is missing."] * 2
    assert screen.done == []
    assert screen.button.accessibleDescription() == "Mark ready: 1 item is missing."


def test_a_busy_button_takes_no_second_press(shell: AppShell, screen: Counter) -> None:
    screen.button.set_busy("Saving")
    press(Qt.Key.Key_F9)
    QTest.mouseClick(screen.button, Qt.MouseButton.LeftButton)
    assert screen.done == []


def test_keys_the_screen_does_not_know_are_asked_of_the_application(shell: AppShell) -> None:
    asked: list[str] = []
    shell.action_asked.connect(asked.append)
    for key in (Qt.Key.Key_N, Qt.Key.Key_P):
        press(key, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["new_quote", "print"]


def test_the_palette_does_what_was_typed_and_gives_the_focus_back(shell: AppShell, screen: Counter) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.palette_list.isVisible()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "hand over")
    press(Qt.Key.Key_Return)
    assert screen.done == ["main"]
    assert screen.field.hasFocus()


def test_keys_behind_the_palette_do_nothing(shell: AppShell, screen: Counter) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_F9)
    assert screen.done == []
    press(Qt.Key.Key_Escape)
    assert not shell.palette_list.isVisible()


def test_f1_shows_the_keys_of_the_screen(shell: AppShell) -> None:
    press(Qt.Key.Key_F1)
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, KeysSheet)
    assert {"main", "second", "problem"} <= {row.key for row in commands_in(shell.context())}
    sheet._router.press("F1")
    assert not sheet.isVisible()


def test_ctrl_k_works_while_the_find_field_has_the_focus(shell: AppShell) -> None:
    press(Qt.Key.Key_F2)
    shell.find_field.editor.setText("alva")
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert shell.palette_list.isVisible()
    assert shell.find_field.editor.text() == "alva"


def test_f2_selects_what_is_in_the_find_field(shell: AppShell) -> None:
    shell.find_field.editor.setText("48207")
    press(Qt.Key.Key_F2)
    assert shell.find_field.editor.hasFocus()
    assert shell.find_field.editor.selectedText() == "48207"


def test_enter_before_the_results_waits_for_them(shell: AppShell) -> None:
    searched: list[str] = []
    chosen: list[str] = []
    shell.find_field.searched.connect(searched.append)
    shell.find_field.chosen.connect(chosen.append)
    shell.type_to_find("8")
    press(Qt.Key.Key_2)
    press(Qt.Key.Key_Return)
    assert (searched, chosen) == (["82"], [])
    shell.find_field.show_found("8", (FoundRow("old", "receipt", "Older answer"),))
    assert chosen == []
    shell.find_field.show_found("82", (FoundRow("new", "receipt", "48207"),))
    assert chosen == ["new"]
    assert shell.find_field.editor.text() == ""


def test_a_code_that_nobody_knows_stays_on_screen_though_a_known_one_came_just_before(
    shell: AppShell,
) -> None:
    shell.find_field.show_scan("2000148220139", accepted=True)
    shell.find_field.show_scan("48207", accepted=False)
    assert shell.find_field._flashing.remainingTime() > 2_000
    assert [chip.text() for chip in shell.find_field.findChildren(Chip)] == ["48207"]


def test_the_list_of_hits_never_takes_the_focus(shell: AppShell) -> None:
    press(Qt.Key.Key_F2)
    shell.find_field.editor.setText("alva")
    rows = tuple(FoundRow(str(n), "barcode", f"Alva {n}") for n in range(3))
    shell.find_field.show_found("alva", rows, "Searched 98 412 items")
    assert shell.find_field.popup.isVisible()
    assert shell.find_field.editor.hasFocus()
    chosen: list[str] = []
    shell.find_field.chosen.connect(chosen.append)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert chosen == ["1"]
    assert not shell.find_field.popup.isVisible()


def test_escape_clears_the_find_field_then_leaves_it(shell: AppShell, screen: Counter) -> None:
    press(Qt.Key.Key_F2)
    shell.find_field.editor.setText("alva")
    press(Qt.Key.Key_Escape)
    assert shell.find_field.editor.text() == ""
    assert shell.find_field.editor.hasFocus()
    press(Qt.Key.Key_Escape)
    assert screen.field.hasFocus()


def test_f6_goes_round_the_panes(shell: AppShell, screen: Counter) -> None:
    assert screen.field.hasFocus()
    press(Qt.Key.Key_F6)
    assert screen.other.hasFocus()
    press(Qt.Key.Key_F6)
    assert screen.field.hasFocus()
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert screen.other.hasFocus()


def test_nothing_behind_the_cover_can_be_reached(shell: AppShell, screen: Counter) -> None:
    cover = Screen()
    shell.cover(cover)
    asked: list[str] = []
    shell.action_asked.connect(asked.append)
    shell.type_to_find("x")
    shell.do("main")
    assert (screen.done, shell.find_field.editor.text()) == ([], "")
    shell.uncover()
    assert shell.current is screen


def test_one_banner_at_a_time_and_offline_first(shell: AppShell) -> None:
    shell.show_state(OFFLINE)
    assert shell.offline_banner.isVisible()
    assert "17:06" in shell.offline_banner.bold.text()
    assert "9 changes" in shell.offline_banner.words.text()
    shell.show_state(replace(OFFLINE, waiting=1))
    assert "1 change is" in shell.offline_banner.words.text()
    shell.show_state(ONLINE)
    assert not shell.offline_banner.isVisible()


def test_the_narrow_window_makes_rail_and_bar_narrow(shell: AppShell) -> None:
    shell.resize(1024, 768)
    QApplication.processEvents()
    assert shell.rail.width() == 68
    shell.resize(1440, 900)
    QApplication.processEvents()
    assert shell.rail.width() == 84


def test_undo_is_asked_for_by_its_key_whether_a_toast_is_there_or_not(shell: AppShell) -> None:
    undone: list[str] = []
    shell.undo_asked.connect(lambda: undone.append("undone"))
    shell.do("undo")
    shell.say("48201 is ready.", can_undo=True)
    screen_focus = QApplication.focusWidget()
    shell.do("undo")
    assert undone == ["undone", "undone"]
    assert QApplication.focusWidget() is screen_focus


def test_data_is_shown_as_plain_text(shell: AppShell) -> None:
    shell.show_state(replace(ONLINE, store="Tom & <b>Bo</b>"))
    assert shell.top.store_name() == "Tom & <b>Bo</b>"

"""F1 shows every key of the screen and of the desk; the palette says why something cannot be done."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from storedesk.ui.shell.app_shell import AppShell
from storedesk.ui.shell.keys_sheet import KeysSheet, keys_of
from storedesk.ui.shell.shell_state import Place
from storedesk.ui.shortcuts import Context
from storedesk.ui.theme.theme import Theme
from storedesk.ui.widgets.button import Button, Kind
from storedesk.ui.widgets.key_cap import KeyCap
from storedesk.ui.widgets.screen import Screen

SCREENS = (Context.TODAY, Context.PICKUPS, Context.STOCK, Context.ORDERS, Context.QUOTES, Context.ATTENTION)


def words_in(sheet: QWidget) -> set[str]:
    return {label.text() for label in sheet.findChildren(QLabel)}


@pytest.mark.parametrize("context", SCREENS)
def test_every_key_of_a_screen_and_of_the_desk_is_on_the_sheet(
    qtbot: QtBot, themed: Theme, context: Context
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = KeysSheet(window, context)
    caps = [cap.accessibleName() for cap in sheet.findChildren(KeyCap)]
    own = keys_of(context)
    assert {one.text for one in own} <= words_in(sheet)
    assert len(caps) >= len(own) + 20
    assert "Alt 1–9" in caps
    assert len([cap for cap in caps if cap.startswith("Alt") and cap[-1].isdigit() and "–" not in cap]) == 0


def test_a_key_that_the_screen_uses_otherwise_stands_there_once(qtbot: QtBot, themed: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    caps = [cap.accessibleName() for cap in KeysSheet(window, Context.PICKUPS).findChildren(KeyCap)]
    assert caps.count("F7") == 1


class _Blocked(Screen):
    context = Context.PICKUPS

    def __init__(self) -> None:
        super().__init__()
        self.ready = Button("Mark ready", Kind.SECOND, "", "second", self.context, parent=self)
        self.gone = Button("Hand over", Kind.PRIMARY, "", "main", self.context, parent=self)
        self.ready.set_not_yet("1 item is missing.")
        self.gone.hide()
        for button in (self.ready, self.gone):
            self.bind(button.action, button)


def test_the_palette_says_why_and_leaves_out_what_is_not_shown(qtbot: QtBot, themed: Theme) -> None:
    shell = AppShell((Place.PICKUPS,))
    qtbot.addWidget(shell)
    shell.add_screen(Place.PICKUPS, _Blocked())
    shell.go(Place.PICKUPS)
    shell.show()
    rows = {row.key: row.blocked for row in shell._commands()}
    assert rows["second"] == "1 item is missing."
    assert "main" not in rows
    assert rows["help"] == ""

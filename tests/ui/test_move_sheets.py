"""Asking for another store or another collector, by keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.actions.pickup_shelf_args import ChangeCollector, MovePickupToStore
from storedesk.desk.store_choice import CollectorSeen
from storedesk.ui.screens.pickups.collector_sheet import CollectorSheet
from storedesk.ui.screens.pickups.move_sheet import MoveSheet
from storedesk.ui.shot_samples import pickup_samples
from storedesk.ui.shot_samples.move_samples import STORES

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def window(shown: Show) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    shown(made)
    return made


def test_the_chosen_store_is_asked_for_once(window: QWidget) -> None:
    sheet, asked = MoveSheet("f", "48207", STORES, window), list[object]()
    sheet.confirmed.connect(asked.append)
    sheet.open()
    QTest.keyClick(sheet.list, Qt.Key.Key_Down)
    QTest.keyClick(sheet.list, Qt.Key.Key_Return)
    sheet.do("main")
    assert asked == [MovePickupToStore("f", 3)]


def test_a_store_that_lacks_something_is_refused_with_the_reason(window: QWidget) -> None:
    sheet, asked = MoveSheet("f", "48207", STORES, window), list[object]()
    sheet.confirmed.connect(asked.append)
    sheet.open()
    sheet.list.choose("4")
    sheet.do("main")
    assert asked == []
    assert sheet._warning.text() == "Malmö does not have all of it."


def test_a_collector_is_asked_for_with_the_one_that_was_seen(window: QWidget) -> None:
    sheet = CollectorSheet("f", "48207", CollectorSeen("p-1", "Jonas Nilsson"), window)
    asked: list[object] = []
    sheet.confirmed.connect(asked.append)
    sheet.open()
    for wrong in ("", "  ", "Eva 811218-9876"):
        sheet.name.setText(wrong)
        sheet.do("main")
    assert asked == []
    sheet.name.setText("Eva Marin")
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    assert asked == [ChangeCollector("f", "Eva Marin", "p-1")]


def test_the_pickup_screen_leads_to_both_by_their_keys(shown: Show) -> None:
    shell = pickup_samples.pickups()
    shown(shell)
    screen, asked = pickup_samples.screen_of(shell), list[tuple[str, str]]()
    screen.move_wanted.connect(lambda key: asked.append(("move", key)))
    screen.collector_wanted.connect(lambda key: asked.append(("collector", key)))
    for key in (Qt.Key.Key_M, Qt.Key.Key_N):
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(shell, key, both)
    assert asked == [("move", "f-48207"), ("collector", "f-48207")]

"""The lock screen by keys alone, and what it tells about tries."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from storedesk.ui.screens.lock_screen import LockScreen
from storedesk.ui.shot_samples.lock_samples import LOCKED
from tests.ui.conftest import Keyboard

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def screen(shown: Show) -> LockScreen:
    made = LockScreen(LOCKED)
    shown(made)
    made.setFocus()
    return made


def test_a_digit_chooses_the_person_and_four_more_are_the_pin(screen: LockScreen) -> None:
    entered: list[tuple[str, str]] = []
    screen.pin_entered.connect(lambda key, pin: entered.append((key, pin)))
    QTest.keyClicks(screen, "21234")
    assert entered == [("oskar", "1234")]
    assert screen.pad.count() == 0


def test_escape_forgets_the_person_and_the_digits(screen: LockScreen) -> None:
    QTest.keyClicks(screen, "112")
    screen.do("back")
    assert screen.pad.count() == 0
    entered: list[str] = []
    screen.pin_entered.connect(lambda key, pin: entered.append(key))
    QTest.keyClicks(screen, "31234")
    assert entered == ["maja"]


def test_a_digit_beyond_the_people_chooses_nobody(screen: LockScreen) -> None:
    chosen: list[str] = []
    screen.user_chosen.connect(chosen.append)
    QTest.keyClicks(screen, "9")
    assert chosen == []


def test_arrow_keys_go_through_the_people(screen: LockScreen) -> None:
    chosen: list[str] = []
    screen.user_chosen.connect(chosen.append)
    for _ in range(2):
        QTest.keyClick(screen, Qt.Key.Key_Down)
    assert chosen == ["elin", "oskar"]


def test_a_locked_person_can_type_nothing_and_sees_for_how_long(screen: LockScreen) -> None:
    screen.show_state(replace(LOCKED, chosen="elin", locked_minutes=5))
    QTest.keyClicks(screen, "1234")
    assert screen.pad.count() == 0
    assert "5 min" in " ".join(label.text() for label in screen.findChildren(QLabel))


def test_no_label_ever_holds_the_digits(screen: LockScreen) -> None:
    QTest.keyClicks(screen, "1987")
    texts = [label.text() for label in screen.findChildren(QLabel)]
    names = [widget.accessibleName() for widget in screen.findChildren(QWidget)]
    assert [text for text in texts + names if "987" in text] == []


def test_a_badge_scan_on_the_lock_screen_is_no_pin(
    screen: LockScreen, keyboard: Keyboard, scan_filter: object
) -> None:
    heard: list[str] = []
    chosen: list[str] = []
    scan_filter.scanned.connect(heard.append)  # type: ignore[attr-defined]
    screen.user_chosen.connect(chosen.append)
    keyboard.scan("2468135790")
    assert (heard, chosen, screen.pad.count()) == (["2468135790"], [], 0)

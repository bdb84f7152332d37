"""The board of the day by keys: tiles and rows open what they show."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.ui.screens.today.today_screen import TodayScreen
from storedesk.ui.shot_samples.today_samples import CLOSED, EMPTY, MONDAY

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def today(shown: Show) -> TodayScreen:
    screen = TodayScreen()
    screen.resize(1300, 800)
    shown(screen)
    screen.show_today(MONDAY)
    return screen


def test_enter_opens_the_pickup_that_is_next(today: TodayScreen) -> None:
    opened: list[str] = []
    today.pickup_wanted.connect(opened.append)
    today.list.choose("f-48201")
    QTest.keyClick(today.list, Qt.Key.Key_Return)
    assert opened == ["f-48201"]


def test_a_tile_opens_the_first_it_counts_and_attention_opens_all(today: TodayScreen) -> None:
    pickups: list[str] = []
    tasks: list[str] = []
    today.pickup_wanted.connect(pickups.append)
    today.task_wanted.connect(tasks.append)
    today.late_wanted.connect(pickups.append)
    for number in (1, 4, 5):
        assert today.do(f"tab_{number}")
    assert (pickups, tasks) == (["f-48196", "f-48179"], [""])


def test_a_tile_that_counts_nothing_says_so(today: TodayScreen) -> None:
    said: list[str] = []
    today.refused.connect(said.append)
    today.show_today(EMPTY)
    today.do("tab_1")
    assert said == ["There is nothing of this now."]


def test_the_heading_says_until_when_the_doors_are_open_and_when_they_open(today: TodayScreen) -> None:
    assert (today.head.title.text(), today.doors.text()) == ("Monday 23 November", "Open until 20:00")
    today.show_today(CLOSED)
    assert today.doors.text() == "Closed · opens Mon 10:00"


def test_the_shelf_says_its_bars_in_words_and_opens_what_is_overdue(today: TodayScreen) -> None:
    opened: list[str] = []
    today.late_wanted.connect(opened.append)
    assert today.bars.accessibleName() == "Today: 14, 1 d: 9, 2 d: 6, 3–4 d: 5, 5–6 d: 3, 7 d +: 1"
    today.overdue.press()
    assert opened == ["f-48179"]

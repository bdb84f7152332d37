"""The list of not collected pickups by keys: the answers, what they ask for, goods put back."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.actions import pickup_shelf_args as args
from storedesk.actions.service_args import ExtendPickup, LogContact
from storedesk.desk.pickup_views import QueueView, Tab
from storedesk.ui.screens.pickups.pickups_screen import PickupsScreen
from storedesk.ui.shortcuts import Context
from storedesk.ui.shot_samples import late_samples as sample
from storedesk.ui.shot_samples import pickup_samples

Show = Callable[[QWidget], QWidget]


class Caller:
    """A screen with the list open, and what was asked for there."""

    def __init__(self, screen: PickupsScreen) -> None:
        self.screen = screen
        self.asked: list[tuple[str, Any]] = []
        screen.late.perform.connect(lambda kind, arguments: self.asked.append((kind, arguments)))
        screen.show_queue(QueueView((*sample.LATE_ROWS, *pickup_samples.ROWS), True, None))
        screen.do("tab_4")
        screen.late.show_late(
            sample.LATE, {"no_answer": "Call 1 times more first."}, sample.PUT_BACK, "2026-11-23"
        )

    @property
    def cards(self) -> Any:
        return self.screen.late.answers.cards


@pytest.fixture
def caller(shown: Show) -> Caller:
    screen = PickupsScreen()
    screen.resize(1300, 800)
    shown(screen)
    return Caller(screen)


def test_alt_4_lists_whom_to_call_by_the_last_day(caller: Caller) -> None:
    screen = caller.screen
    assert (screen.queue.tabs.current, screen.current_context()) == (Tab.NOT_COLLECTED, Context.NOT_COLLECTED)
    numbers = [row.order_number for row in screen.queue.view.of_tab(Tab.NOT_COLLECTED)]
    assert numbers == ["47902", "47963", "47951", "48037", "48010"]
    assert screen.queue.list.current_key == "f-47902"


@pytest.mark.parametrize(
    ("digit", "kind", "wanted"),
    [
        ("1", "ReleaseNotCollected", args.ReleaseNotCollected("f-47902", "does_not_come")),
        ("2", "ExtendPickup", ExtendPickup("f-47902", "2026-11-26")),
        ("3", "LogContact", LogContact("other", "no_answer", "2026-11-23", "o-47902")),
    ],
)
def test_f7_a_digit_and_enter_give_the_answer(caller: Caller, digit: str, kind: str, wanted: Any) -> None:
    caller.screen.do("problem")
    QTest.keyClicks(caller.cards, digit)
    QTest.keyClick(caller.cards, Qt.Key.Key_Return)
    assert caller.asked == [(kind, wanted)]


def test_an_answer_that_may_not_be_given_yet_cannot_be_chosen(caller: Caller) -> None:
    caller.screen.do("problem")
    QTest.keyClicks(caller.cards, "4")
    assert caller.cards.current == "does_not_come"


def test_plus_and_minus_move_the_day_within_what_is_possible(caller: Caller) -> None:
    caller.screen.do("problem")
    QTest.keyClicks(caller.cards, "2++-")
    assert caller.screen.late.answers.day == "2026-11-27"
    QTest.keyClicks(caller.cards, "-" * 9)
    assert caller.screen.late.answers.day == "2026-11-23"
    QTest.keyClicks(caller.cards, "+" * 30)
    assert caller.screen.late.answers.day == "2026-12-06"
    caller.screen.do("second")
    assert caller.asked == [("ExtendPickup", ExtendPickup("f-47902", "2026-12-06"))]


def test_goods_are_put_back_by_scan_or_by_enter_on_their_line(caller: Caller) -> None:
    assert caller.screen.scan_article(3)
    assert not caller.screen.scan_article(99)
    shelf = caller.screen.late.shelf
    assert shelf.choose(sample.PUT_BACK[0].key)
    QTest.keyClick(shelf, Qt.Key.Key_Return)
    assert caller.asked == [
        ("RestockReturned", args.RestockReturned("f-47880", 3, 1)),
        ("RestockReturned", args.RestockReturned("f-47880", 1, 1)),
    ]


def test_what_is_back_already_is_not_put_back_again(caller: Caller) -> None:
    assert not caller.screen.scan_article(4)
    caller.screen.late.shelf.opened.emit(sample.PUT_BACK[2].key)
    assert caller.asked == []


def test_another_tab_brings_the_work_and_its_keys_back(caller: Caller) -> None:
    caller.screen.do("tab_1")
    assert not caller.screen.shows_late
    assert caller.screen.current_context() == Context.PICKUPS


def test_what_was_let_go_asks_for_nothing_more(caller: Caller) -> None:
    caller.screen.late.show_late(sample._LET_GO, {}, sample.PUT_BACK, "2026-11-23")
    for action in ("problem", "second", "main"):
        caller.screen.do(action)
    assert caller.asked == []

"""The sheet of a return after the last day: a supervisor is asked last, and nothing typed is lost."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from storedesk.actions.return_args import TakeBackGoods
from storedesk.ui.screens.orders.return_sheet import ReturnSheet
from storedesk.ui.shot_samples.order_samples import RETURN
from storedesk.ui.theme.theme import Theme
from storedesk.ui.widgets.text import Text

LATE = replace(RETURN, last_day="2026-11-09", is_late=True)


class Watched:
    """A sheet and what it has asked for."""

    def __init__(self, window: QWidget, late: bool = True, supervises: bool = False) -> None:
        self.sheet = ReturnSheet(LATE if late else RETURN, False, window, supervises)
        self.sent: list[TakeBackGoods] = []
        self.asked = 0
        self.sheet.confirmed.connect(self._send)
        self.sheet.supervisor_wanted.connect(self._ask)

    def _send(self, kind: str, args: Any) -> None:
        self.sent.append(args)

    def _ask(self) -> None:
        self.asked += 1

    def fill(self) -> None:
        """One of the first line comes back by itself, for it is the only one that can."""
        self.sheet.reasons.choose(1)

    def says(self, words: str) -> bool:
        return any(words in text.text() for text in self.sheet.findChildren(Text))


@pytest.fixture
def window(themed: Theme) -> QWidget:
    made = QWidget()
    made.resize(1200, 800)
    return made


def test_before_the_last_day_nobody_is_asked(window: QWidget) -> None:
    watched = Watched(window, late=False)
    watched.fill()
    watched.sheet.do("main")
    assert (watched.asked, [args.checked_by for args in watched.sent]) == (0, [None])
    assert not watched.says("Last return day")


def test_after_it_f9_asks_for_the_pin_and_then_goes_on_with_what_was_entered(window: QWidget) -> None:
    watched = Watched(window)
    assert watched.says("Last return day was Mon 9 Nov.")
    watched.sheet.do("main")
    assert (watched.asked, watched.sent) == (0, [])
    watched.fill()
    watched.sheet.do("main")
    assert (watched.asked, watched.sent) == (1, [])
    watched.sheet.do("main")
    assert watched.asked == 2
    watched.sheet.supervisor_agreed(103)
    (args,) = watched.sent
    assert args.checked_by == 103
    assert [(line.line, line.quantity, line.reason) for line in args.lines] == [(1, 1, "too_small")]


def test_a_supervisor_sees_that_it_is_late_and_needs_nobody_else(window: QWidget) -> None:
    watched = Watched(window, supervises=True)
    assert watched.says("You may allow it.")
    watched.fill()
    watched.sheet.do("main")
    assert (watched.asked, [args.checked_by for args in watched.sent]) == (0, [None])

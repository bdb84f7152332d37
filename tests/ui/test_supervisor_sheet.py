"""The sheet for a supervisor's PIN by keys alone, and asking for it at the real window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from storedesk.ui.screens.supervisor_sheet import Supervisor, SupervisorSheet
from storedesk.ui.shot_samples.supervisor_samples import MAJA, PEOPLE, open_sheet
from storedesk.ui.window.supervisor import ask_supervisor
from tests.ui.shop_window import ShopWindow

Show = Callable[[QWidget], QWidget]
Open = Callable[..., SupervisorSheet]
HEADING = "Take back the handover"


@pytest.fixture
def sheet_of(shown: Show) -> Iterator[Open]:
    """Opens the sheet for some supervisors, as the active window."""
    made: list[SupervisorSheet] = []

    def open_it(people: tuple[Supervisor, ...] = PEOPLE) -> SupervisorSheet:
        made.append(open_sheet(shown(QWidget()), people))
        made[0].activateWindow()
        QApplication.processEvents()
        return made[0]

    yield open_it
    made[0].reject()


def test_digits_alone_are_the_pin_of_a_single_supervisor(sheet_of: Open) -> None:
    sheet = sheet_of((MAJA,))
    entered: list[tuple[int, str]] = []
    sheet.entered.connect(lambda staff_id, pin: entered.append((staff_id, pin)))
    QTest.keyClicks(sheet.pad, "2718")
    assert entered == [(MAJA.staff_id, "2718")]
    assert sheet.pad.count() == 0


def test_a_digit_chooses_one_of_several_before_the_pin_and_escape_goes_back_to_them(sheet_of: Open) -> None:
    sheet = sheet_of()
    entered: list[int] = []
    sheet.entered.connect(lambda staff_id, pin: entered.append(staff_id))
    QTest.keyClicks(QApplication.focusWidget(), "2")
    QTest.keyClicks(QApplication.focusWidget(), "12")
    sheet.do("back")
    assert (sheet.isVisible(), sheet.pad.count()) == (True, 0)
    QTest.keyClicks(QApplication.focusWidget(), "3")
    QTest.keyClicks(QApplication.focusWidget(), "1234")
    assert entered == [PEOPLE[2].staff_id]
    sheet.do("back")
    sheet.do("back")
    assert not sheet.isVisible()


def test_a_blocked_supervisor_types_nothing_while_another_can_be_chosen(sheet_of: Open) -> None:
    sheet = sheet_of()
    sheet.choose(0)
    sheet.refuse_blocked(4)
    assert not sheet.pad.isEnabled()
    assert "4 min" in " ".join(label.text() for label in sheet.findChildren(QLabel))
    QTest.keyClicks(QApplication.focusWidget(), "2")
    assert sheet.pad.isEnabled()


def test_a_store_without_a_supervisor_says_so(sheet_of: Open) -> None:
    sheet = sheet_of(())
    assert not sheet.pad.isEnabled()
    assert "Ask central" in " ".join(label.text() for label in sheet.findChildren(QLabel))
    sheet.do("back")
    assert not sheet.isVisible()


class Asked:
    """A question at the real window, and its sheet."""

    def __init__(self, desk: ShopWindow) -> None:
        self.desk, self.answers = desk, list[int | None]()
        desk.window.background.start(self._ask())
        desk.until(self.sheets, "the sheet did not open")

    @property
    def sheet(self) -> SupervisorSheet:
        return self.sheets()[0]

    def sheets(self) -> list[SupervisorSheet]:
        return [one for one in self.desk.shell.findChildren(SupervisorSheet) if one.isVisible()]

    def reads(self, words: str) -> bool:
        return words in "\n".join(label.text() for label in self.sheet.findChildren(QLabel))

    async def _ask(self) -> None:
        self.answers.append(await ask_supervisor(self.desk.window, HEADING, "It was an hour ago."))


@pytest.fixture
def asked(desk: ShopWindow) -> Asked:
    return Asked(desk)


def type_pin(desk: ShopWindow, pin: str) -> None:
    for digit in pin:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, digit)


def test_the_right_pin_names_the_supervisor_and_changes_nobody_at_the_desk(asked: Asked) -> None:
    desk, user = asked.desk, asked.desk.session.user
    staff_id, pin = desk.demo.pin_of("Maja A.")
    wrong = str((int(pin) + 1) % 10_000).zfill(4)
    type_pin(desk, wrong)
    desk.until(lambda: asked.reads("4 tries left"), "the wrong PIN was not counted")
    type_pin(desk, pin)
    desk.until(lambda: asked.answers, "the PIN was not taken")
    assert asked.answers == [staff_id]
    assert desk.session.user is user
    assert asked.sheets() == []


def test_closing_the_sheet_answers_nobody(asked: Asked) -> None:
    asked.sheet.do("back")
    asked.desk.until(lambda: asked.answers, "closing was not heard")
    assert asked.answers == [None]


def test_a_lock_ends_the_question(asked: Asked) -> None:
    asked.desk.window.lock.lock()
    asked.desk.until(lambda: asked.answers, "the lock did not end it")
    assert asked.answers == [None]

"""The handover dialog by keys and scans: who, what, and one press."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from storedesk.actions.pickup_args import EnterWrongCode
from storedesk.desk.handover_views import HandoverView
from storedesk.ui.screens.handover.handover_sheet import HandoverSheet
from storedesk.ui.shot_samples import handover_samples as sample
from storedesk.ui.widgets.code_entry import CodeState

Show = Callable[[QWidget], QWidget]
ONE = replace(sample.MARIA, orders=(replace(sample.FIRST, parcels=sample.FIRST.parcels[:1]),))


class Desk:
    """Opens handover dialogs and keeps what they complete."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.completed: list[tuple[Any, bool]] = []
        self.performed: list[tuple[str, Any]] = []
        self.sheets: list[HandoverSheet] = []

    def open(self, view: HandoverView = ONE) -> HandoverSheet:
        sheet = HandoverSheet(view, lambda code: code == sample.CODE, self._window)
        sheet.completed.connect(lambda handovers, slip: self.completed.append((handovers, slip)))
        sheet.perform.connect(lambda kind, arguments: self.performed.append((kind, arguments)))
        sheet.open()
        self.sheets.append(sheet)
        return sheet


@pytest.fixture
def desk(shown: Show) -> Any:
    window = QWidget()
    window.resize(1440, 900)
    shown(window)
    made = Desk(window)
    yield made
    for sheet in made.sheets:
        sheet.close()
        sheet.deleteLater()


def test_the_customers_qr_and_f9_hand_over_one_parcel(desk: Desk) -> None:
    sheet = desk.open()
    sheet.scan_code(sample.CODE)
    assert sheet.focusWidget() is sheet.go
    sheet.do("main")
    (((handover,), slip),) = desk.completed
    assert (handover.proof, handover.parcels, handover.left, slip) == ("qr", ("p-1",), (), True)


def test_a_second_press_does_nothing(desk: Desk) -> None:
    sheet = desk.open()
    sheet.scan_code(sample.CODE)
    for _ in range(3):
        sheet.do("main")
        QTest.keyClick(sheet.go, Qt.Key.Key_Space)
    assert len(desk.completed) == 1


def test_a_handover_that_was_not_saved_keeps_everything_and_may_be_pressed_again(desk: Desk) -> None:
    sheet = desk.open()
    sheet.scan_code(sample.CODE)
    sheet.do("main")
    sheet.fail("The disk is full. Nothing was handed over.")
    sheet.do("main")
    assert len(desk.completed) == 2


def test_the_code_is_typed_where_the_focus_stands(desk: Desk) -> None:
    sheet = desk.open()
    QTest.keyClicks(sheet.who.proof.code, sample.CODE.lower())
    sheet.do("main")
    assert desk.completed[0][0][0].proof == "code"


def test_a_wrong_code_counts_and_the_last_one_locks_the_code_but_not_the_id(desk: Desk) -> None:
    sheet = desk.open(replace(ONE, tries_left=2))
    code = sheet.who.proof.code
    QTest.keyClicks(code, "AAAAAA")
    assert code.state is CodeState.WRONG
    QTest.keyClicks(code, "BBBBBB")
    assert code.state is CodeState.LOCKED
    assert desk.performed == [("EnterWrongCode", EnterWrongCode("f-48207"))] * 2
    sheet.scan_code(sample.CODE)
    assert code.state is CodeState.LOCKED
    _see_id(sheet)
    sheet.do("main")
    assert desk.completed[0][0][0].proof == "id_seen"


def test_an_id_seen_keeps_its_kind_and_nothing_else(desk: Desk) -> None:
    sheet = desk.open()
    _see_id(sheet)
    sheet.do("main")
    handover = desk.completed[0][0][0]
    assert (handover.id_document, handover.override) == ("passport", "")


def test_a_name_needs_a_reason_and_is_not_enough_when_two_people_share_it(desk: Desk) -> None:
    sheet = desk.open()
    sheet.do("by_name")
    assert sheet.go.reason == "Write why the name is enough."
    QTest.keyClicks(sheet.who.proof.reason, "known regular")
    assert sheet.go.reason == ""
    shared = desk.open(replace(ONE, name_is_shared=True))
    shared.do("by_name")
    QTest.keyClicks(shared.who.proof.reason, "known regular")
    assert "same name" in shared.go.reason


@pytest.mark.parametrize("field", ["reason", "name", "receipt"])
def test_personal_numbers_are_refused_in_every_field(desk: Desk, field: str) -> None:
    sheet = desk.open(replace(sample.UNPAID, name_is_shared=False))
    sheet.scan_code(sample.CODE)
    sheet.last.ages.choose(1)
    if field == "reason":
        sheet.do("by_name")
        QTest.keyClicks(sheet.who.proof.reason, "19811218-9876")
    elif field == "name":
        sheet.do("someone_else")
        QTest.keyClicks(sheet.who.name, "811218-9876")
    else:
        QTest.keyClicks(sheet.last.receipts["f-48207"], "811218-9876")
    assert "personal number" in sheet.go.reason


def test_somebody_else_is_named_with_a_relation(desk: Desk) -> None:
    sheet = desk.open(replace(ONE, may_collect=()))
    sheet.scan_code(sample.CODE)
    sheet.do("someone_else")
    assert sheet.go.reason == "Write the name of the person who collects."
    QTest.keyClicks(sheet.who.name, "Jonas N")
    QTest.keyClicks(sheet.who.relation, "F")
    sheet.do("main")
    handover = desk.completed[0][0][0]
    assert (handover.collector_name, handover.relation) == ("Jonas N", "friend")


def test_each_of_several_parcels_is_scanned_ticked_or_stated_as_left(desk: Desk) -> None:
    sheet = desk.open()
    sheet.close()
    sheet = desk.open(replace(sample.MARIA, orders=(sample.FIRST,)))
    sheet.scan_code(sample.CODE)
    assert sheet.go.reason == "Scan or tick 2 parcels, or say that they stay here."
    assert sheet.scan_parcel("p-1")
    sheet.what.choices[0]._leave["p-2"].click()
    sheet.do("main")
    handover = desk.completed[0][0][0]
    assert (handover.parcels, handover.left) == (("p-1",), ("p-2",))


def test_a_parcel_of_another_order_is_refused_by_name(desk: Desk) -> None:
    sheet = desk.open()
    assert not sheet.scan_parcel("p-77", "48155", "Eva Strand")
    assert sheet.what.alarm.isVisible()
    assert "48155 Eva Strand" in sheet.what.alarm.bold.text()
    assert sheet.scan_parcel("p-1")
    assert not sheet.what.alarm.isVisible()


def test_other_ready_orders_of_the_person_go_along_as_one_action_each(desk: Desk) -> None:
    sheet = desk.open(sample.MARIA)
    sheet.scan_code(sample.CODE)
    sheet.what.choices[1].include()
    sheet.do("take_all")
    sheet.do("main")
    handovers = desk.completed[0][0]
    assert [handover.fulfilment_id for handover in handovers] == ["f-48207", "f-48190"]
    assert handovers[1].parcels == ("p-9",)


def test_scanning_a_parcel_of_the_other_order_takes_that_order_along(desk: Desk) -> None:
    sheet = desk.open(sample.MARIA)
    assert sheet.scan_parcel("p-9")
    assert len(sheet.what.included) == 2


def test_what_is_unpaid_needs_a_receipt_and_an_age_answer(desk: Desk) -> None:
    sheet = desk.open(replace(sample.UNPAID, name_is_shared=False))
    sheet.scan_code(sample.CODE)
    assert "18" in sheet.go.reason
    QTest.keyClicks(sheet.last.ages, "2")
    assert sheet.go.reason == "Take payment at the till, then enter its receipt number."
    QTest.keyClicks(sheet.last.receipts["f-48207"], "gbg-2-9911")
    sheet.do("main")
    handover = desk.completed[0][0][0]
    assert (handover.receipt, handover.of_age) == ("GBG-2-9911", "no")


def test_a_gift_shows_no_amount(desk: Desk) -> None:
    gift = replace(ONE, orders=(replace(ONE.orders[0], is_gift=True),))
    sheet = desk.open(gift)
    assert not any("kr" in label.text() for label in sheet.findChildren(QLabel))


def test_a_press_too_early_says_why_and_goes_where_something_is_missing(desk: Desk) -> None:
    sheet = desk.open()
    sheet.do("main")
    assert desk.completed == []
    assert sheet._words.text() == "Enter the code, or check an ID."
    assert sheet.focusWidget() is sheet.who.proof.code


def test_escape_closes_and_gives_nothing_out(desk: Desk) -> None:
    sheet = desk.open()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert desk.completed == []


def _see_id(sheet: HandoverSheet) -> None:
    sheet.do("by_id")
    QTest.keyClicks(sheet.who.proof.documents, "2")
    assert sheet.go.reason == "Tick that the name on the ID matches."
    QTest.keyClick(sheet.who.proof.matches, Qt.Key.Key_Space)

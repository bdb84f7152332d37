"""The pickup screen by keys and scans: what it emits, what it refuses, and why."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.actions import pickup_args as args
from storedesk.actions.pickup_shelf_args import ReadyUnchecked, ReceiveInbound, SwapLine
from storedesk.desk.pickup_views import LineStatus, PickupView, QueueView, StepStatus, Tab
from storedesk.ui.screens.pickups.correct_sheet import CorrectSheet
from storedesk.ui.screens.pickups.pickups_screen import PickupsScreen
from storedesk.ui.screens.pickups.ready_sheet import ReadySheet
from storedesk.ui.screens.pickups.split_sheet import SplitSheet
from storedesk.ui.shot_samples import pickup_samples as sample
from storedesk.ui.widgets.button import Kind

Show = Callable[[QWidget], QWidget]
PICKED = replace(
    sample.PICKING,
    lines=tuple(replace(line, picked=line.wanted, status=LineStatus.PICKED) for line in sample.LINES),
    blocks={name: block for name, block in sample.PICKING.blocks.items() if name != "stage"},
)
STAGED = replace(
    sample.READY, blocks={name: block for name, block in sample.READY.blocks.items() if name != "ready"},
    row=replace(sample.READY.row, state="staged"),
)  # fmt: skip
NEW = replace(
    sample.PICKING,
    row=sample.ROWS[0],
    blocks={"hand_over": sample.PICKING.blocks["hand_over"]},
    steps=sample.steps(0),
)


class Counter:
    """A pickup screen and everything it asked for."""

    def __init__(self, screen: PickupsScreen) -> None:
        self.screen = screen
        self.performed: list[tuple[str, Any]] = []
        self.refused: list[str] = []
        self.wanted: list[str] = []
        screen.perform.connect(lambda kind, arguments: self.performed.append((kind, arguments)))
        screen.refused.connect(self.refused.append)
        screen.handover_wanted.connect(self.wanted.append)
        screen.pickup_wanted.connect(self.wanted.append)

    def open(self, view: PickupView) -> None:
        self.screen.show_queue(QueueView((view.row, *sample.ROWS[3:6]), True, None))
        self.screen.show_pickup(view)
        self.wanted.clear()


@pytest.fixture
def counter(shown: Show) -> Counter:
    screen = PickupsScreen()
    screen.resize(1300, 800)
    shown(screen)
    return Counter(screen)


def test_a_scanned_article_takes_one_more_of_it(counter: Counter) -> None:
    counter.open(sample.PICKING)
    assert counter.screen.scan_article(3)
    assert counter.performed == [("Pick", args.Pick("f-48207", (args.LineQuantity(3, 1),)))]


def test_an_article_the_order_does_not_want_is_not_the_screens_business(counter: Counter) -> None:
    counter.open(sample.PICKING)
    assert not counter.screen.scan_article(99)
    assert counter.performed == []


def test_an_article_that_is_picked_already_is_refused_with_the_reason(counter: Counter) -> None:
    counter.open(sample.PICKING)
    assert counter.screen.scan_article(1)
    assert counter.refused == ["All of this item are picked."]


def test_f4_takes_everything_that_is_open(counter: Counter) -> None:
    counter.open(sample.PICKING)
    counter.screen.do("take_all")
    ((_, pick),) = counter.performed
    assert pick.lines == (args.LineQuantity(3, 1), args.LineQuantity(4, 1))


def test_plus_and_minus_on_the_selected_line(counter: Counter) -> None:
    counter.open(sample.PICKING)
    table = counter.screen.detail.lines
    table.select(3)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Plus)
    QTest.keyClick(table, Qt.Key.Key_Minus)
    assert [kind for kind, _ in counter.performed] == ["Pick", "PutBack"]


def test_f7_then_a_digit_then_enter_reports_what_is_missing(counter: Counter) -> None:
    counter.open(sample.PICKING)
    counter.screen.detail.lines.select(3)
    counter.screen.do("problem")
    cards = counter.screen._card.cards  # type: ignore[union-attr]
    QTest.keyClicks(cards, "2")
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert counter.performed == [("ReportShort", args.ReportShort("f-48207", 3, 1, "damaged"))]


def test_a_wrong_label_waits_for_the_scan_of_what_was_found(counter: Counter) -> None:
    counter.open(sample.PICKING)
    counter.screen.detail.lines.select(3)
    counter.screen.do("problem")
    cards = counter.screen._card.cards  # type: ignore[union-attr]
    QTest.keyClicks(cards, "3")
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert counter.performed == []
    assert counter.screen.scan_article(77)
    assert counter.performed[0][1].found_variant_id == 77


def test_a_personal_number_in_the_words_is_refused_with_the_reason(counter: Counter) -> None:
    counter.open(sample.PICKING)
    counter.screen.do("problem")
    card = counter.screen._card
    assert card is not None
    QTest.keyClicks(card.cards, "6")
    QTest.keyClicks(card.note, "taken by 811218-9876")
    QTest.keyClick(card.note, Qt.Key.Key_Return)
    assert counter.performed == []
    assert "personal number" in card._hint.text()


def test_a_scanned_bin_stages_everything_picked(counter: Counter) -> None:
    counter.open(PICKED)
    assert counter.screen.scan_bin("H4")
    ((kind, stage),) = counter.performed
    assert kind == "StageParcels"
    assert stage.parcels[0].bin == "H4"
    assert len(stage.parcels[0].lines) == 4


def test_a_bin_is_refused_while_items_are_open_and_ignored_when_nothing_waits(counter: Counter) -> None:
    counter.open(sample.PICKING)
    assert counter.screen.scan_bin("H4")
    assert counter.refused == ["Pick or report 2 items first."]
    counter.open(sample.READY)
    assert not counter.screen.scan_bin("H4")


def test_f8_marks_ready_when_it_may_and_says_why_when_it_may_not(counter: Counter) -> None:
    counter.open(sample.PICKING)
    counter.screen.do("second")
    assert counter.performed == []
    assert counter.refused == ["Pick or report 2 items first."]
    counter.open(STAGED)
    counter.screen.do("second")
    assert counter.performed == [("MarkReady", args.MarkReady("f-48207"))]


def test_f9_hands_over_what_is_ready(counter: Counter) -> None:
    counter.open(sample.READY)
    counter.screen.do("main")
    assert counter.wanted == ["f-48207"]


def test_there_is_one_blue_button_at_most(counter: Counter) -> None:
    detail = counter.screen.detail
    for view in (sample.PICKING, sample.READY, STAGED, PICKED, NEW, sample.HELD, sample.COLLECTED):
        counter.open(view)
        buttons = (detail.start, detail.ready, detail.hand_over)
        blue = [b for b in buttons if b.isVisible() and b._kind is Kind.PRIMARY and not b.reason]
        assert len(blue) <= 1


def test_enter_on_a_new_order_starts_it(counter: Counter) -> None:
    counter.open(NEW)
    counter.screen.queue.list.setFocus()
    QTest.keyClick(counter.screen.queue.list, Qt.Key.Key_Return)
    assert counter.performed == [("ClaimPickup", args.ClaimPickup("f-48196"))]


def test_what_somebody_else_works_on_can_be_taken_over(counter: Counter) -> None:
    counter.open(sample.HELD)
    counter.screen.scan_article(3)
    assert "Oskar" in counter.refused[0]
    counter.screen.detail.take_over.click()
    assert counter.performed == [("ClaimPickup", args.ClaimPickup("f-48207", True))]


def test_arrow_keys_choose_orders_and_the_selection_stays_when_the_list_changes(counter: Counter) -> None:
    counter.open(sample.PICKING)
    queue = counter.screen.queue
    QTest.keyClick(queue.list, Qt.Key.Key_Down)
    assert counter.wanted == ["f-48209"]
    counter.screen.show_queue(QueueView((*sample.ROWS[4:6], *sample.ROWS[:4]), True, None))
    assert queue.list.current_key == "f-48209"


def test_what_another_desk_changed_is_said_and_work_begun_is_kept(counter: Counter) -> None:
    counter.open(sample.PICKING)
    counter.screen.do("problem")
    ready = replace(sample.PICKING, row=replace(sample.PICKING.row, picked=4, version=2))
    counter.screen.show_pickup(ready, "Desk 1")
    assert counter.screen.detail.changed.isVisible()
    assert counter.screen._card is not None


def test_the_closed_store_says_when_it_opens(counter: Counter) -> None:
    counter.screen.show_queue(QueueView((), False, sample.clock("10:00", 5)))
    assert counter.screen.queue._closed.text() == "Closed · opens Sat 10:00"


def test_parcels_are_shared_out_before_they_are_staged_once(counter: Counter) -> None:
    counter.open(PICKED)
    counter.screen._more("split")
    sheet = counter.screen._sheet
    assert isinstance(sheet, SplitSheet)
    counter.screen.scan_bin("H4")
    assert sheet._go.reason == ""
    sheet._parts[1][3].setValue(1)
    assert sheet._go.reason == "Share out every picked piece, none twice."
    sheet._parts[0][3].setValue(1)
    assert sheet._go.reason == "Each parcel needs a bin."
    counter.screen.scan_bin("H5")
    sheet.do("main")
    sheet.do("main")
    ((_, stage),) = counter.performed
    assert [parcel.bin for parcel in stage.parcels] == ["H4", "H5"]


def test_a_handover_is_taken_back_once_into_a_bin_of_the_shelf(counter: Counter) -> None:
    counter.open(sample.COLLECTED)
    counter.screen._correct("h-1")
    sheet = counter.screen._sheet
    assert isinstance(sheet, CorrectSheet)
    sheet.bin.setText("Z9")
    sheet.do("main")
    assert counter.performed == []
    counter.screen.scan_bin("H4")
    sheet.do("main")
    sheet.do("main")
    assert counter.performed == [("CorrectHandover", args.CorrectHandover("h-1", "too_early", "H4"))]


def test_a_late_correction_asks_for_a_supervisor_first(counter: Counter) -> None:
    late = replace(sample.COLLECTED.handovers[0], correctable_alone=False)
    counter.open(replace(sample.COLLECTED, handovers=(late,)))
    supervised: list[tuple[str, object]] = []
    counter.screen.supervised.connect(lambda kind, arguments: supervised.append((kind, arguments)))
    counter.screen._correct("h-1")
    sheet = counter.screen._sheet
    assert isinstance(sheet, CorrectSheet)
    counter.screen.scan_bin("H4")
    sheet.do("main")
    assert counter.performed == []
    assert supervised == [("CorrectHandover", args.CorrectHandover("h-1", "too_early", "H4"))]


def test_every_state_of_a_pickup_can_be_shown(counter: Counter) -> None:
    for status in StepStatus:
        for state in ("new", "staged", "inbound", "rejected", "cancelled", "not_collected"):
            steps = tuple(replace(step, status=status) for step in sample.PICKING.steps)
            counter.open(replace(sample.PICKING, row=replace(sample.PICKING.row, state=state), steps=steps))
    assert counter.performed == []


def test_f7_a_digit_down_and_enter_swap_the_item(counter: Counter) -> None:
    counter.open(sample.PICKING)
    counter.screen.detail.lines.select(3)
    counter.screen.do("problem")
    card = counter.screen._card
    assert card is not None
    QTest.keyClicks(card.cards, "1")
    QTest.keyClick(card.cards, Qt.Key.Key_Down)
    QTest.keyClick(card.swaps._buttons[0], Qt.Key.Key_Return)
    assert counter.performed == [("SwapLine", SwapLine("f-48207", 3, 1, "not_found", 301))]


def test_a_swap_wants_a_reason_that_says_where_the_goods_are(counter: Counter) -> None:
    counter.open(sample.PICKING)
    counter.screen.detail.lines.select(3)
    counter.screen.do("problem")
    card = counter.screen._card
    assert card is not None
    QTest.keyClicks(card.cards, "5")
    card.swaps.chosen.emit(301)
    assert counter.performed == []
    assert "not found, damaged or on display" in card._hint.text()


def test_goods_on_their_way_are_received_with_f9(counter: Counter) -> None:
    counter.open(replace(NEW, row=replace(NEW.row, state="inbound", tab=Tab.ARRIVING)))
    counter.screen.do("main")
    assert counter.performed == [("ReceiveInbound", ReceiveInbound("f-48196"))]


def test_f8_asks_only_for_the_bin_where_items_are_not_checked(counter: Counter) -> None:
    unchecked = replace(NEW, item_checks=False, blocks={"hand_over": NEW.blocks["hand_over"]})
    counter.open(unchecked)
    counter.screen.do("second")
    sheet = counter.screen._sheet
    assert isinstance(sheet, ReadySheet)
    sheet.bin.setText("Z9")
    QTest.keyClick(sheet.bin, Qt.Key.Key_Return)
    assert counter.performed == []
    sheet.scan_bin("H5")
    QTest.keyClick(sheet.bin, Qt.Key.Key_Return)
    assert counter.performed == [("ReadyUnchecked", ReadyUnchecked("f-48196", "H5"))]

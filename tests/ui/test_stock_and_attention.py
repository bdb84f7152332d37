"""Stock and Attention by keys: moving in the matrix, explaining numbers, answering once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from storedesk.actions.pickup_args import AnswerTask
from storedesk.actions.stock_args import AdjustStock, CountStock, PlaceHold
from storedesk.actions.task_answers import CHOICES
from storedesk.desk.task_views import ChoiceView
from storedesk.domain.stock import available_at_counter, available_for_channel
from storedesk.ui.screens.attention.attention_screen import AttentionScreen
from storedesk.ui.screens.stock.hold_sheet import HoldSheet
from storedesk.ui.screens.stock.stock_screen import StockScreen
from storedesk.ui.shot_samples import attention_samples, stock_samples

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def stock(shown: Show) -> StockScreen:
    screen = StockScreen()
    screen.resize(1300, 800)
    shown(screen)
    screen.show_stock(stock_samples.JACKET)
    return screen


@pytest.fixture
def attention(shown: Show) -> AttentionScreen:
    screen = AttentionScreen()
    screen.resize(1300, 800)
    shown(screen)
    screen.show_tasks(attention_samples.OPEN, attention_samples.DONE)
    screen.show_task(attention_samples.DOUBLE)
    return screen


def test_arrow_keys_move_between_variants_and_pass_over_what_was_never_made(stock: StockScreen) -> None:
    asked: list[int] = []
    stock.variant_wanted.connect(asked.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(stock.matrix, key)
    assert asked == [4, 14, 15, 16, 36]


def test_counter_and_online_stand_apart_and_the_bars_add_up(stock: StockScreen) -> None:
    assert (stock.side.counter.text(), stock.side.online.text()) == ("3", "2")
    bars = stock.side.why._bars
    assert sum(bar.quantity for bar in bars if not bar.is_total) == bars[-1].quantity == 2
    assert "At the counter 3" in stock.side.why.accessibleName()


def test_the_bars_add_up_when_this_desk_has_a_share_that_is_not_offered_online(stock: StockScreen) -> None:
    shared = replace(
        stock_samples.JACKET,
        counter=available_at_counter(6, 2, 0, 1),
        online=available_for_channel(6, 2, 0, 3, 1, 0, 0),
    )
    stock.show_stock(shared)
    bars = stock.side.why._bars
    assert [(bar.title, bar.quantity) for bar in bars if not bar.is_total][-2:] == [
        ("Share of this desk", -2), ("Store safety stock", -1),
    ]  # fmt: skip
    assert [bar.quantity for bar in bars if bar.is_total] == [3, 0]
    assert sum(bar.quantity for bar in bars if not bar.is_total) == 0


def test_what_is_sold_by_the_metre_is_shown_in_metres(stock: StockScreen) -> None:
    metres = replace(
        stock_samples.JACKET,
        unit="m",
        counter=available_at_counter(650, 200, 0, 0),
        online=available_for_channel(650, 200, 0, 0, 100, 0, 0),
    )
    stock.show_stock(metres)
    assert (stock.side.counter.text(), stock.side.online.text()) == ("4,5", "3,5")
    spoken = stock.side.why.accessibleName()
    assert spoken.startswith("On hand here +6,5; Reserved for pickups −2; At the counter 4,5")


def test_each_channel_says_what_it_may_sell_and_why(stock: StockScreen) -> None:
    stock.show_stock(replace(stock_samples.JACKET, age_ms=3 * 3_600_000), offline=True)
    shown = [(note.text() if note else "", figure.text()) for note, figure in stock.side._channel_texts]
    assert shown == [
        ("nothing kept back", "3"), ("", "2"), ("32 − buffer 2", "30"), ("32 − buffer 2", "30"),
        ("32 − buffer 6", "26"), ("32 in all, no buffer", "32"),
    ]  # fmt: skip


def test_f3_goes_to_the_reasons_of_the_number(stock: StockScreen) -> None:
    assert stock.do("why")
    assert stock.side.why.hasFocus()


def test_stock_has_no_dead_keys(stock: StockScreen) -> None:
    assert not stock.do("ship")
    stock.show_stock(stock_samples.JACKET, ends=stock_samples.ENDS)
    assert stock.do("main")
    assert isinstance(stock._sheet, HoldSheet)


def test_where_nothing_is_free_f9_says_what_to_do_instead(stock: StockScreen) -> None:
    said: list[str] = []
    stock.refused.connect(said.append)
    none = replace(stock_samples.JACKET, counter=available_at_counter(0, 0, 0, 0))
    stock.show_stock(none, ends=stock_samples.ENDS)
    stock.do("main")
    assert stock._sheet is None
    assert said == ["None of it is free here. Ask another place: F8."]


@pytest.mark.parametrize(
    ("quantity", "offline", "words"),
    [("1", True, "Certain at once"), ("2", True, "Not certain"), ("2", False, "Central decides at once")],
)
def test_the_sheet_says_before_it_asks_how_certain_a_hold_is(
    stock: StockScreen, quantity: str, offline: bool, words: str
) -> None:
    sheet = HoldSheet(stock_samples.JACKET, stock_samples.ENDS, offline, stock)
    sheet.quantity.setText(quantity)
    assert sheet.effect.text().startswith(words)


def test_f9_holds_until_closing_with_name_and_last_digits(stock: StockScreen) -> None:
    done: list[tuple[str, Any]] = []
    stock.perform.connect(lambda kind, args: done.append((kind, args)))
    stock.show_stock(stock_samples.JACKET, ends=stock_samples.ENDS)
    stock.do("main")
    sheet = stock._sheet
    assert isinstance(sheet, HoldSheet)
    QTest.keyClicks(sheet.name, "Sara Holm")
    QTest.keyClicks(sheet.tail, "07x612")
    for _ in range(2):
        sheet.do("main")
    closing = stock_samples.ENDS[0].at
    assert done == [("PlaceHold", PlaceHold(1, 3, 1, closing, "Sara Holm", "", "0761"))]


def test_holds_of_the_place_say_who_until_when_and_how_certain(stock: StockScreen) -> None:
    stock.show_holds(stock_samples.HOLDS)
    stock.do("tab_3")
    rows = [stock.where.holds.rows.rows[number] for number in (0, 1, 3)]
    assert [row.spoken for row in rows] == [
        "1 × Skaljacka Alva · Forest green · M, Karin Öberg •••612 · Sara Holm, GBG-1, until 18:00, Held",
        "2 × Skaljacka Alva · Forest green · M, No name · Sara Holm, GBG-1, until 20:00, Asked for",
        "1 × Skaljacka Alva · Forest green · M, Sara Holm, GBG-1, until 13:00, Lapsed",
    ]
    stock.do("tab_2")
    assert len(stock.where.holds.rows.rows) == 2


def test_an_ended_hold_cannot_be_ended_again(stock: StockScreen) -> None:
    said: list[str] = []
    stock.refused.connect(said.append)
    stock.where.hold_opened.emit(stock_samples.HOLDS.ended[0])
    assert (stock._sheet, said) == (None, ["This hold has ended already."])


def test_the_right_pane_needs_no_scrolling_at_the_reference_size(shown: Show) -> None:
    window = shown(next(shot for shot in stock_samples.SHOTS if shot.name == "stock").build())
    window.resize(1440, 900)
    QApplication.processEvents()
    for area in window.findChildren(QScrollArea):
        assert area.verticalScrollBar().maximum() == 0


def test_old_figures_stay_readable_and_say_that_they_are_old(stock: StockScreen) -> None:
    stock.show_stock(replace(stock_samples.JACKET, age_ms=45 * 60_000), offline=True)
    assert stock.side.counter.text() == "3"
    assert stock.side.age.text() == "45 min old"


def test_no_match_says_what_was_searched_and_how_far(stock: StockScreen) -> None:
    stock.show_no_match("alvva m", 98_412)
    assert stock._empty.heading.text() == "No match for “alvva m”"
    assert "98" in stock._empty.sentence.text()


def test_a_digit_chooses_and_f9_answers_once(attention: AttentionScreen) -> None:
    answered: list[tuple[str, Any]] = []
    attention.perform.connect(lambda kind, arguments: answered.append((kind, arguments)))
    QTest.keyClicks(attention.detail.cards, "3")
    assert attention.detail.go._label() == "Do choice 3"
    for _ in range(3):
        attention.do("main")
    assert answered == [("AnswerTask", AnswerTask("t-1", "ask_customer"))]
    attention.failed("t-1")
    attention.do("main")
    assert len(answered) == 2


def test_the_suggested_choice_is_chosen_already(attention: AttentionScreen) -> None:
    assert attention.detail.cards.current == "recorded_twice"


@pytest.mark.parametrize("kind", sorted(CHOICES))
def test_every_kind_of_task_has_words_for_all_it_shows(attention: AttentionScreen, kind: str) -> None:
    choices = tuple(ChoiceView(key, not number) for number, key in enumerate(CHOICES[kind]))
    view = replace(
        attention_samples.DOUBLE, row=replace(attention_samples.OPEN[0], kind=kind), choices=choices
    )
    attention.show_task(view)
    titles = [card.choice.title for card in attention.detail.cards._cards]
    assert not set(titles) & set(CHOICES[kind])
    assert attention.detail.title.text() != "Needs a look"


def test_nothing_to_do_is_said_to_be_good(attention: AttentionScreen) -> None:
    attention.show_tasks((), ())
    attention.show_task(None)
    assert attention._left.currentWidget() is attention._empty
    assert attention._nothing.heading.text() == "Nothing to decide"


def test_the_order_of_a_task_can_be_opened(attention: AttentionScreen) -> None:
    opened: list[str] = []
    attention.pickup_wanted.connect(opened.append)
    attention.detail.open_order.click()
    assert opened == ["f-48155"]


def test_f7_a_digit_the_number_and_enter_adjust_the_stock(stock: StockScreen) -> None:
    done: list[tuple[str, Any]] = []
    stock.perform.connect(lambda kind, args: done.append((kind, args)))
    assert stock.do("problem")
    sheet = stock._sheet
    assert sheet is not None
    QTest.keyClick(sheet.cards, Qt.Key.Key_1)
    QTest.keyClicks(sheet.quantity, "4")
    assert sheet.effect.text() == "On hand 6 → 2"
    QTest.keyClick(sheet.quantity, Qt.Key.Key_Return)
    assert done == [("AdjustStock", AdjustStock(3, 4, "missing"))]
    assert stock._sheet is None


def test_the_same_sheet_takes_a_count_of_nothing(stock: StockScreen) -> None:
    done: list[tuple[str, Any]] = []
    stock.perform.connect(lambda kind, args: done.append((kind, args)))
    stock.do("problem")
    sheet = stock._sheet
    assert sheet is not None
    QTest.keyClick(sheet.cards, Qt.Key.Key_2)
    QTest.keyClicks(sheet.quantity, "0")
    QTest.keyClick(sheet.quantity, Qt.Key.Key_Return)
    assert done == []
    QTest.keyClick(sheet.cards, Qt.Key.Key_9)
    QTest.keyClick(sheet.quantity, Qt.Key.Key_Return)
    assert done == [("CountStock", CountStock(3, 0))]

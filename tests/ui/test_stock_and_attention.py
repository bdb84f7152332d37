"""Stock and Attention by keys: moving in the matrix, explaining numbers, answering once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.actions.pickup_args import AnswerTask
from storedesk.actions.stock_args import AdjustStock, CountStock
from storedesk.actions.task_answers import CHOICES
from storedesk.desk.task_views import ChoiceView
from storedesk.ui.screens.attention.attention_screen import AttentionScreen
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


def test_f3_goes_to_the_reasons_of_the_number(stock: StockScreen) -> None:
    assert stock.do("why")
    assert stock.side.why.hasFocus()


def test_stock_has_no_dead_keys(stock: StockScreen) -> None:
    assert not any(stock.do(action) for action in ("main", "ship"))


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

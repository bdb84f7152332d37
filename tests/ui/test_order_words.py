"""The menu of an order: the words for the store are offered to customer service for what is ready, else nowhere."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from storedesk.desk.order_views import OrderView
from storedesk.ui.screens.orders.more_sheet import MoreSheet
from storedesk.ui.screens.orders.words_sheet import SpokenWords, WordsSheet
from storedesk.ui.shot_samples.order_samples import BORAS, ORDER
from storedesk.ui.widgets.text import Text


@pytest.fixture
def window(qapp: QApplication) -> QWidget:
    made = QWidget()
    made.resize(1200, 800)
    return made


def ninth(view: OrderView, window: QWidget, agrees: bool) -> str:
    sheet = MoreSheet(view, window, agrees)
    return sheet.cards._cards[8].choice.key


def with_part(state: str) -> OrderView:
    return replace(ORDER, parts=(replace(ORDER.parts[1], state=state),))


@pytest.mark.parametrize("state", ["ready", "partly_collected"])
def test_customer_service_is_offered_the_words_of_what_is_ready(window: QWidget, state: str) -> None:
    assert ninth(with_part(state), window, True) == "words"


def test_a_store_desk_is_never_offered_them(window: QWidget) -> None:
    assert ninth(with_part("ready"), window, False) == "decide"


@pytest.mark.parametrize("state", ["picking", "rejected", "collected", "not_collected"])
def test_what_is_not_ready_has_no_words(window: QWidget, state: str) -> None:
    assert ninth(with_part(state), window, True) == "decide"


def test_a_desk_without_the_key_says_what_the_store_does_instead(window: QWidget) -> None:
    sheet = WordsSheet("47815", (SpokenWords(BORAS, "", ""),), window)
    assert any("supervisor" in text.text() for text in sheet.findChildren(Text))

"""Exchanging a refused unit by keys: what goes back, what goes out, and when the till is asked."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.actions.pickup_args import ExchangeAtHandover
from storedesk.ui.screens.handover.exchange_sheet import ExchangeSheet, Offers
from storedesk.ui.shot_samples import handover_samples as sample

Show = Callable[[QWidget], QWidget]
Open = Callable[[Offers], tuple[ExchangeSheet, list[Any]]]


@pytest.fixture
def open_it(shown: Show) -> Iterator[Open]:
    made: list[ExchangeSheet] = []

    def open_sheet(offers: Offers) -> tuple[ExchangeSheet, list[Any]]:
        window = QWidget()
        window.resize(1440, 900)
        sheet = ExchangeSheet(sample.FIRST, offers, shown(window))
        confirmed: list[Any] = []
        sheet.confirmed.connect(confirmed.append)
        sheet.open()
        made.append(sheet)
        return sheet, confirmed

    yield open_sheet
    for sheet in made:
        sheet.close()
        sheet.deleteLater()


def test_a_digit_says_what_goes_back_and_the_first_of_the_same_price_goes_out(open_it: Open) -> None:
    sheet, confirmed = open_it(sample.OFFERS)
    sheet.do("main")
    assert confirmed == []
    QTest.keyClicks(sheet.back, "1")
    sheet.do("main")
    sheet.do("main")
    parcel, line, _ = sheet.parts[0]
    assert confirmed == [ExchangeAtHandover("f-48207", parcel, line, 1, 902)]


def test_another_one_is_chosen_and_the_unit_may_be_damaged(open_it: Open) -> None:
    sheet, confirmed = open_it(sample.OFFERS)
    QTest.keyClicks(sheet.back, "1")
    QTest.keyClicks(sheet.out, "2")
    sheet.damaged.click()
    sheet.do("main")
    assert (confirmed[0].variant_id, confirmed[0].condition) == (903, "damaged")


def test_where_nothing_costs_the_same_the_till_is_named(open_it: Open) -> None:
    sheet, confirmed = open_it({})
    QTest.keyClicks(sheet.back, "1")
    assert sheet._nothing.isVisible()
    assert "till" in sheet._nothing.more.text()
    sheet.do("main")
    assert confirmed == []
    sheet.do("back")
    assert not sheet.isVisible()

"""The sheet of a quote from a request: what is missing is said, lines change by keys, the quote gets what is left."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from storedesk.domain.request_lines import RequestText
from storedesk.ui.screens.customers.customers_screen import CustomersScreen
from storedesk.ui.screens.customers.request_sheet import RequestSheet
from storedesk.ui.screens.customers.request_words import unreadable_text
from storedesk.ui.shot_samples.customers_samples import FOUND, REQUEST


@pytest.fixture
def sheet(shown: Callable[[QWidget], QWidget]) -> RequestSheet:
    opened = RequestSheet(shown(CustomersScreen()))
    opened.open()
    return opened


def test_company_and_text_are_asked_for_before_lines_are_matched(sheet: RequestSheet) -> None:
    wanted: list[tuple[int, str]] = []
    sheet.match_wanted.connect(lambda company, text: wanted.append((company, text)))
    sheet.do("main")
    assert sheet.warning.text() == "Say first for which company: type a part of its name."
    sheet.show_companies(FOUND)
    sheet.found.choose("6")
    sheet.found.opened.emit("6")
    sheet.do("main")
    assert sheet.warning.text() == "Paste what the customer sent, or choose the file."
    sheet.text.setPlainText("12 st Alva")
    sheet.do("main")
    assert wanted == [(6, "12 st Alva")]


def test_a_file_stands_for_the_text_until_something_is_pasted(sheet: RequestSheet) -> None:
    wanted: list[str] = []
    sheet.match_wanted.connect(lambda company, text: wanted.append(text))
    sheet.set_company(1, "Brännö Varv")
    sheet.show_file("lista.csv", "7 lines read")
    assert sheet.told.text() == "lista.csv · 7 lines read"
    sheet.do("main")
    sheet.text.setPlainText("3 st Alva")
    assert sheet.told.text() == ""
    assert wanted == [""]


def test_space_goes_through_the_meanings_and_delete_leaves_a_line_out(sheet: RequestSheet) -> None:
    confirmed: list[Any] = []
    sheet.confirmed.connect(lambda company, lines: confirmed.append((company, lines)))
    sheet.set_company(1, "Brännö Varv")
    sheet.show_lines(REQUEST, RequestText((), ("Hej",), 1, 2))
    assert sheet.told.text() == (
        "4 matched · 2 kept as text · 1 other line not taken · 1 held back: personal number · 2 over the 60 of a quote"
    )
    sheet.table.selectRow(4)
    QTest.keyClick(sheet.table, Qt.Key.Key_Space)
    assert sheet.lines[4].article is not None and sheet.table.currentIndex().row() == 4
    sheet.table.selectRow(5)
    QTest.keyClick(sheet.table, Qt.Key.Key_Delete)
    assert sheet.told.text().startswith("5 matched · 1 other line")
    sheet.do("main")
    ((company, lines),) = confirmed
    assert company == 1 and len(lines) == 5 and not any(line.is_out for line in lines)


def test_a_quote_of_nothing_is_not_begun_and_esc_goes_back_to_the_text(sheet: RequestSheet) -> None:
    sheet.set_company(1, "Brännö Varv")
    sheet.show_lines(REQUEST[:1], RequestText(()))
    QTest.keyClick(sheet.table, Qt.Key.Key_Delete)
    sheet.do("main")
    assert sheet.warning.text() == "All lines are left out. Delete takes one in again."
    sheet.do("back")
    assert not sheet.is_matched and sheet.result() == 0


@pytest.mark.parametrize("why", ["too_large", "not_there", "not_text", "damaged"])
def test_a_file_that_cannot_be_read_says_what_to_do(why: str) -> None:
    assert unreadable_text(why).endswith(".")
    assert unreadable_text(why).split()[1] in ("file", "mail")

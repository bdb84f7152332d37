"""Each quote calculated by hand is shown on the screen, and printed from what the screen shows, as the hand has it."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtWidgets import QLabel, QWidget

from storedesk.actions.action import Accepted, Act
from storedesk.actions.quote_args import StartQuote
from storedesk.actions.quote_pricing import line_args, price_quote
from storedesk.actions.registry import act_from, decide
from storedesk.desk.moments import Look
from storedesk.desk.papers import PaperOrder
from storedesk.desk.quote_details import derive_quote
from storedesk.desk.quote_paper import quote_on_paper
from storedesk.desk.quote_views import QuoteView
from storedesk.documents.pdf_rendering import render_pdf
from storedesk.domain.document_number import document_number
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.records import Quote
from storedesk.ui.screens.quotes.quote_line_row import Col
from storedesk.ui.screens.quotes.quotes_screen import QuotesScreen
from tests.documents.pdf_reader import pages_text
from tests.documents.test_quote_paper import written
from tests.domain.quote_table import QuoteCase
from tests.domain.quote_table_rows import COMPANY_QUOTES, SELLER, rows_of_case, seller_place, shared_rows
from tests.memory_state import MemoryState, carry_out_all, tables_of_rows
from tests.small_shop import WEEK


def seen(text: str) -> str:
    """A text with plain spaces."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def as_written(case: QuoteCase) -> tuple[QuoteView, Quote]:
    """The quote as a desk has it after it was entered."""
    rows, place = rows_of_case(case, 1, 100), seller_place(case.seller, 100)
    tables = tables_of_rows([*shared_rows(), *place, *rows.rows])
    state = MemoryState(tables)
    priced = price_quote(state, rows.place_id, rows.head, rows.edits, rows.at)
    action = derived_id("screen table", case.name)
    body = msgspec.json.encode(StartQuote(rows.head, line_args(priced.lines)))
    act: Act = act_from(action, "StartQuote", 1, body, SELLER, rows.place_id, "QT-1")
    result = decide(state, act, rows.at, rows.at)
    assert isinstance(result, Accepted)
    carry_out_all(tables, result.changes)
    look = Look(rows.at, OpeningHours.from_text("Europe/Stockholm", WEEK, "{}"), SELLER, "QT-1")
    row: Quote = tables["quote"][(effect_id(action, 1),)]
    return derive_quote(MemoryState(tables), row, look, rows.at, False), row


@pytest.fixture
def screen(shown: Callable[[QWidget], QWidget]) -> QuotesScreen:
    made = QuotesScreen()
    made.resize(1300, 800)
    shown(made)
    made.set_full(True)
    return made


@pytest.mark.parametrize("case", COMPANY_QUOTES, ids=lambda case: case.name)
def test_the_screen_and_its_paper_equal_the_hand(case: QuoteCase, screen: QuotesScreen) -> None:
    view, row = as_written(case)
    screen.show_quote(view)
    cells, side = screen.detail.lines.records.cells, screen.detail._side
    assert [seen(cells(place)[Col.SUM]) for place in range(len(view.lines))] == [
        written(line.amount) for line in case.lines
    ]
    assert [seen(cells(place)[Col.PRICE]) for place in range(len(view.lines))] == [
        written(line.each) for line in case.lines
    ]
    assert seen(side.total.text()).startswith(written(case.total) + " ")
    beside = [seen(label.text()) for label in side.findChildren(QLabel)]
    sums = beside[beside.index("Net") + 1 :]
    assert sums[0] == written(case.net)
    for tax in case.taxes:
        name = f"VAT {tax.rate.replace('.', ',')} %" if tax.treatment == "standard" else ""
        assert not name or sums[sums.index(name) + 1] == written(tax.tax)
        assert written(tax.tax) in sums
    order = PaperOrder(document_number("QT", 1, 1, row.id), row.made_at, "QT-1", "Elin L.", "sv")
    text = " ".join(pages_text(render_pdf(quote_on_paper(view, row, order))))
    for figure in (
        *(line.amount for line in case.lines),
        *(tax.tax for tax in case.taxes),
        case.net,
        case.total,
    ):
        assert written(figure) in text

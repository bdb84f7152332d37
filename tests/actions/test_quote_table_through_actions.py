"""Each quote calculated by hand, written and issued by the actions, equals the hand on desk and hub alike."""

import msgspec
import pytest

from storedesk.actions.action import Accepted, Act
from storedesk.actions.quote_args import IssueQuote, StartQuote
from storedesk.actions.quote_pricing import line_args, price_quote
from storedesk.actions.quote_rows import lines_of, totals_of_rows
from storedesk.actions.registry import act_from, decide, may_begin
from storedesk.domain.document_number import document_number
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Quote
from tests.domain.quote_table import QuoteCase
from tests.domain.quote_table_rows import (
    COMPANY_QUOTES,
    SELLER,
    rows_of_case,
    scaled,
    seller_place,
    shared_rows,
)
from tests.memory_state import MemoryState, Tables, carry_out_all, tables_of_rows


def done(tables: Tables, act: Act, at: int) -> None:
    state = MemoryState(tables)
    assert may_begin(state, act, at) is None
    result = decide(state, act, at, at)
    assert isinstance(result, Accepted) and result.task is None, result
    carry_out_all(tables, result.changes)


def test_there_are_forty_of_them() -> None:
    assert len(COMPANY_QUOTES) >= 40


@pytest.mark.parametrize("case", COMPANY_QUOTES, ids=lambda case: case.name)
def test_the_issued_quote_equals_the_hand(case: QuoteCase) -> None:
    rows, place = rows_of_case(case, 1, 100), seller_place(case.seller, 100)
    desk, hub = (tables_of_rows([*shared_rows(), *place, *rows.rows]) for _ in range(2))
    priced = price_quote(MemoryState(desk), rows.place_id, rows.head, rows.edits, rows.at)
    start = StartQuote(rows.head, line_args(priced.lines))
    first = derived_id("table", case.name)
    quote_id = effect_id(first, 1)
    act = act_from(first, "StartQuote", 1, msgspec.json.encode(start), SELLER, rows.place_id, "QT-1")
    done(desk, act, rows.at)
    done(hub, act, rows.at)
    quote: Quote = desk["quote"][(quote_id,)]
    number = document_number("QT", 1, 1, quote_id)
    issue = IssueQuote(quote_id, 1, number, quote.content_hash, quote.net, quote.tax, quote.total)
    body = msgspec.json.encode(issue)
    act = act_from(derived_id("issue", case.name), "IssueQuote", 1, body, SELLER, rows.place_id, "QT-1")
    for tables in (desk, hub):
        done(tables, act, rows.at)
        kept: Quote = tables["quote"][(quote_id,)]
        lines = lines_of(MemoryState(tables), quote_id, 1)
        totals = totals_of_rows(lines, kept.currency)
        assert (kept.net, kept.tax, kept.total) == tuple(map(scaled, (case.net, case.tax, case.total)))
        assert [line.amount for line in lines] == [scaled(line.amount) for line in case.lines]
        assert [(group.treatment, group.rate, group.tax) for group in totals.groups] == [
            (tax.treatment, scaled(tax.rate), scaled(tax.tax)) for tax in case.taxes
        ]
    assert desk["quote_revision"] == hub["quote_revision"]

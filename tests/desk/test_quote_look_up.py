"""What a desk says about prices, drafts, quotes and accounts, from its own encrypted database."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from storedesk.actions.quote_args import (
    ApproveQuote,
    QuoteHeadArgs,
    ReviseQuote,
    SaveQuote,
    StartQuote,
    WithdrawQuote,
)
from storedesk.actions.quote_pricing import LineEdit
from storedesk.desk.moments import Look
from storedesk.desk.price_look_up import Draft, QuoteLookUp
from storedesk.desk.quote_views import Block, PriceView, QuoteView
from storedesk.domain.opening_hours import OpeningHours
from storedesk.domain.reasons import Reason
from storedesk.domain.records import Setting
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.storage.engine import connect_sqlite, create_schema, new_database_key, open_sqlite
from storedesk.storage.feed_writer import key_text
from storedesk.storage.rows import Rows, add_hash
from tests.actions.quote_shop import (
    ANNA,
    GROUP,
    HEAD,
    PICTURE,
    SITE,
    SUPERVISOR,
    VARV,
    QuoteDesk,
    number_of,
    quote_shop,
)
from tests.actions.test_quotes import OVER, accepted, issue_args, issued, started
from tests.memory_state import put_rows
from tests.small_shop import ELIN, GBG, NOW, RASK, WEEK

LOOK = Look(NOW, OpeningHours.from_text("Europe/Stockholm", WEEK, "{}"), ELIN, "GBG-2")
Reader = Callable[[QuoteDesk], QuoteLookUp]


@pytest.fixture
def read(tmp_path: Path) -> Iterator[Reader]:
    opened: list[Any] = []

    def make(desk: QuoteDesk) -> QuoteLookUp:
        path, key = tmp_path / f"desk{len(opened)}.db", new_database_key()
        engine = open_sqlite(path, key)
        with engine.begin() as connection:
            create_schema(connection, "desk")
            rows = Rows(connection)
            for name in TABLE_BY_NAME:
                rows.put_many(name, [add_hash(name, row) for row in desk.tables[name].values()])
            for quote_id, *_ in desk.tables["quote"]:
                connection.exec_driver_sql(
                    "INSERT INTO base_row VALUES ('quote', ?, NULL, 0)", (key_text((quote_id,)),)
                )
        opened.append(connect_sqlite(path, key, readonly=True))
        return QuoteLookUp(opened[-1], GBG, LOOK, NOW - 60_000)

    yield make
    for connection in opened:
        connection.close()


@pytest.fixture
def desk() -> QuoteDesk:
    return QuoteDesk(quote_shop())


def seen(found: QuoteView | None) -> QuoteView:
    assert found is not None
    return found


def drafted(found: Draft | Reason) -> Draft:
    assert isinstance(found, Draft), found
    return found


def test_a_price_is_answered_with_its_steps_and_its_tax(desk: QuoteDesk, read: Reader) -> None:
    found = read(desk).price(HEAD, RASK, 20)
    assert isinstance(found, PriceView)
    assert (found.price, found.gross, found.list_price) == (6_150_000, 7_687_500, 7_992_000)
    assert [step.label_key for step in found.steps] == ["list_price", "contract", "break"]
    assert [step.label_key for step in found.tax_steps] == ["collected_here", "tax_of_country"]
    assert not found.indicative
    missing = read(desk).price(msgspec.structs.replace(HEAD, company_id=99), RASK, 1)
    assert isinstance(missing, Reason) and missing.kind == "UnknownRecord"


def test_a_draft_shows_what_it_would_be_before_it_is_saved(desk: QuoteDesk, read: Reader) -> None:
    draft = drafted(read(desk).draft(HEAD, OVER))
    view = draft.view
    assert (draft.kind, draft.missing) == ("StartQuote", ())
    assert (view.totals.net, view.totals.total) == (387_582_000, 484_477_500)
    assert view.credit.left == 219_122_500
    assert view.blocks == (Block.NEEDS_APPROVAL,)
    assert [(hit.rule, hit.line) for hit in view.hits] == [("discount", 2)]
    assert view.who == "supervisor"
    accepted(desk.do("StartQuote", draft.args))
    saved = seen(read(desk).quote(desk.quote.id))
    assert saved.totals == view.totals and saved.provisional and saved.lines == view.lines


def test_a_draft_goes_on_from_what_was_saved(desk: QuoteDesk, read: Reader) -> None:
    quote_id = started(desk, OVER)
    draft = drafted(read(desk).draft(HEAD, PICTURE[:1], quote_id))
    assert isinstance(draft.args, SaveQuote) and draft.args.quote_id == quote_id
    assert [line.sku for line in draft.view.lines] == ["SKU-101"]
    assert draft.view.blocks == ()


def test_a_line_without_a_price_is_named_and_left_out(desk: QuoteDesk, read: Reader) -> None:
    for key in [key for key in desk.tables["price"] if key[0] == RASK]:
        del desk.tables["price"][key]
    draft = drafted(read(desk).draft(HEAD, (*PICTURE[:1], LineEdit("goods", RASK, 1))))
    assert draft.missing == (1,) and len(draft.view.lines) == 1
    refused = read(desk).draft(msgspec.structs.replace(HEAD, company_id=99), PICTURE[:1])
    assert isinstance(refused, Reason)


def test_a_number_travels_with_the_draft(desk: QuoteDesk, read: Reader) -> None:
    draft = drafted(read(desk).draft(HEAD, PICTURE[:1], "", number_of("x")))
    assert isinstance(draft.args, StartQuote) and draft.args.number == number_of("x")


def test_a_quote_in_full_says_who_agreed_and_what_has_changed(desk: QuoteDesk, read: Reader) -> None:
    quote_id = started(desk, OVER)
    accepted(desk.do("ApproveQuote", ApproveQuote(quote_id, desk.quote.content_hash, SUPERVISOR)))
    view = seen(read(desk).quote(quote_id))
    assert (view.approved_by, view.conditional, view.blocks) == ("Maja A.", True, ())
    accepted(desk.do("IssueQuote", issue_args(desk)))
    accepted(desk.do("ReviseQuote", ReviseQuote(quote_id, 1)))
    less = (OVER[0], OVER[1]._replace(quantity=12, discount=80_000), OVER[3])
    accepted(desk.do("SaveQuote", SaveQuote(quote_id, 2, HEAD, desk.lines(less))))
    view = seen(read(desk).quote(quote_id))
    assert [(row.version, row.total) for row in view.revisions] == [(1, 484_477_500)]
    assert {(change.name, change.what) for change in view.since_issued} == {
        ("Vandringskänga Rask", "quantity"), ("Vandringskänga Rask", "price"),
        ("Vandringskänga Rask", "discount"), ("Termos Sten", "removed"), ("Delivery", "removed"),
    }  # fmt: skip


def test_a_price_that_moved_blocks_and_is_shown(desk: QuoteDesk, read: Reader) -> None:
    quote_id = started(desk, PICTURE[:2])
    key = (RASK, "B-2026-17", "SEK", 20, "2026-01-01")
    desk.tables["price"][key] = desk.tables["price"][key]._replace(amount=6_400_000)
    view = seen(read(desk).quote(quote_id))
    assert view.blocks == (Block.PRICE_MOVED,)
    assert [line.moved_to for line in view.lines] == [None, 6_400_000]


def test_quotes_are_listed_and_found_by_number(desk: QuoteDesk, read: Reader) -> None:
    quote_id = issued(desk)
    reader = read(desk)
    (row,) = reader.quotes()
    assert (row.quote_id, row.lines, row.company_name) == (quote_id, 5, "Brännö Varv & Montage AB")
    assert [found.quote_id for found in reader.quotes_numbered("00418")] == [quote_id]
    assert seen(reader.quote(quote_id)).blocks == (Block.ISSUED,)
    assert reader.quote("nothing") is None


def test_a_company_is_shown_in_its_tree_with_its_people_and_work(desk: QuoteDesk, read: Reader) -> None:
    quote_id = issued(desk)
    view = read(desk).company(VARV)
    assert view is not None
    assert [head.company_id for head in view.tree] == [GROUP, VARV, SITE]
    assert view.tree[2].price_list == "B-2026-17" and view.tree[2].po_required
    assert view.contacts[0].contact_id == ANNA
    assert [(row.kind, row.record_id) for row in view.rows] == [("quote", quote_id)]
    assert view.head.credit.left == 703_600_000
    assert read(desk).company(99) is None


def test_a_site_buys_at_the_prices_of_its_company(desk: QuoteDesk, read: Reader) -> None:
    head = QuoteHeadArgs(company_id=SITE, valid_until="2026-12-23")
    found = read(desk).price(head, RASK, 20)
    assert isinstance(found, PriceView) and found.price == 6_150_000


def test_a_chain_that_waits_for_somebody_else_is_no_matter_of_a_pin_here(
    desk: QuoteDesk, read: Reader
) -> None:
    quote_id = started(desk, OVER)
    assert seen(read(desk).quote(quote_id)).who == "supervisor"
    put_rows(desk.tables, [Setting(0, "quote.chain.discount", "any store_manager > all head_office")])
    assert seen(read(desk).quote(quote_id)).who == "supervisor"
    put_rows(desk.tables, [Setting(0, "quote.chain.discount", "all head_office")])
    assert seen(read(desk).quote(quote_id)).who == "pending"


def test_lines_without_a_price_block_and_are_marked_until_they_are_called_free(read: Reader) -> None:
    text = LineEdit("own", None, 32, 0, 0, "32 pcs embroidery")
    desk = QuoteDesk(quote_shop())
    started(desk, (PICTURE[0], text))
    view = read(desk).quote(desk.quote.id)
    assert view is not None and view.blocks == (Block.NO_PRICE,)
    assert [line.no_price for line in view.lines] == [False, True]
    free = desk.lines((PICTURE[0], text._replace(free=True)))
    accepted(desk.do("SaveQuote", SaveQuote(desk.quote.id, 1, HEAD, free)))
    view = read(desk).quote(desk.quote.id)
    assert view is not None and (view.blocks, view.lines[1].no_price) == ((), False)


def test_a_quote_names_the_roles_whose_yes_its_chain_waits_for(read: Reader) -> None:
    desk = QuoteDesk(quote_shop())
    put_rows(desk.tables, [Setting(0, "quote.chain.discount", "any store_manager > all head_office")])
    started(desk, OVER)
    view = read(desk).quote(desk.quote.id)
    assert view is not None and (view.who, view.waits_for) == ("supervisor", ("store_manager",))
    accepted(desk.do("ApproveQuote", ApproveQuote(view.quote_id, view.content_hash, SUPERVISOR)))
    view = read(desk).quote(desk.quote.id)
    assert view is not None
    assert (view.who, view.approval, view.waits_for) == ("pending", "asked", ("head_office",))


def test_an_empty_quote_that_was_withdrawn_is_not_listed(read: Reader) -> None:
    desk = QuoteDesk(quote_shop())
    started(desk, ())
    assert [row.state for row in read(desk).quotes()] == ["draft"]
    accepted(desk.do("WithdrawQuote", WithdrawQuote(desk.quote.id, 1)))
    assert read(desk).quotes() == ()

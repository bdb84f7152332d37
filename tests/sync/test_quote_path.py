"""Quotes between real databases: written without a line, decided by the hub, equal on every desk."""

import random
from pathlib import Path
from typing import Any

import msgspec

from storedesk.actions.quote_args import ApproveQuote, AskForOrder, IssueQuote, StartQuote
from storedesk.actions.quote_pricing import line_args, price_quote
from storedesk.actions.quote_rows import totals_of_rows
from storedesk.domain.document_number import document_number
from storedesk.domain.ids import derived_id, effect_id
from storedesk.domain.records import Order, Quote, QuoteLine
from storedesk.storage.desk_quote_reads import DeskRows
from storedesk.storage.row_reader import one, select
from tests.actions.quote_shop import ANNA, HEAD, SUPERVISOR, quote_rows
from tests.actions.test_quotes import OVER
from tests.domain.quote_table_rows import (
    COMPANY_QUOTES,
    SELLER,
    rows_of_case,
    scaled,
    seller_place,
    shared_rows,
)
from tests.small_shop import ELIN, articles, places
from tests.world import DeskInProcess, HubInProcess

QUOTE_TABLES = ("quote", "quote_line", "quote_revision", "orders", "order_line", "company", "task")


def perform(desk: DeskInProcess, name: str, kind: str, args: Any, staff: int = ELIN) -> None:
    record = desk.record(derived_id(name, kind), kind, staff, msgspec.to_builtins(args))
    assert desk.perform_record(record) is None


def quote_on(desk: DeskInProcess, quote_id: str) -> Quote:
    with desk.engine.begin() as connection:
        found = one(connection.connection.driver_connection, Quote, "id = ?", quote_id)
    assert found is not None
    return found


def write_and_issue(desk: DeskInProcess, name: str, start: StartQuote, staff: int, approver: int = 0) -> str:
    quote_id = effect_id(derived_id(name, "StartQuote"), 1)
    perform(desk, name, "StartQuote", start, staff)
    row = quote_on(desk, quote_id)
    if approver:
        perform(desk, name, "ApproveQuote", ApproveQuote(quote_id, row.content_hash, approver), staff)
    number = document_number("GBG", 1, 1, quote_id)
    issue = IssueQuote(quote_id, 1, number, row.content_hash, row.net, row.tax, row.total)
    perform(desk, name, "IssueQuote", issue, staff)
    return quote_id


def priced_lines(desk: DeskInProcess, head: Any, edits: Any) -> Any:
    with desk.engine.begin() as connection:
        state = DeskRows(connection.connection.driver_connection)
        return line_args(price_quote(state, desk.place_id, head, edits, desk.clock).lines)


def content(side: Any) -> dict[str, list[Any]]:
    with side.engine.begin() as connection:
        return {
            name: sorted(map(repr, connection.exec_driver_sql(f"SELECT * FROM {name}")))
            for name in QUOTE_TABLES
        }


def test_a_quote_written_offline_becomes_an_order_and_is_equal_everywhere(tmp_path: Path) -> None:
    hub = HubInProcess(tmp_path, random.Random(1), rows=[*places(), *articles(), *quote_rows()])
    first, second = (DeskInProcess(tmp_path, hub, number) for number in (1, 2))
    for desk in (first, second):
        assert desk.sync().kind == "done"
    start = StartQuote(HEAD, priced_lines(first, HEAD, OVER))
    quote_id = write_and_issue(first, "path", start, ELIN, SUPERVISOR)
    before = quote_on(first, quote_id)
    assert (before.net, before.total, before.state) == (387_582_000, 484_477_500, "issued")
    first.sync()
    first.sync()
    second.sync()
    assert quote_on(second, quote_id) == before == quote_on(first, quote_id)
    ask = AskForOrder(quote_id, 1, before.content_hash, ANNA)
    perform(second, "path", "AskForOrder", ask)
    assert quote_on(second, quote_id).state == "order_asked"
    for desk in (second, second, first, first):
        hub.now = desk.clock = desk.clock + 60_000
        desk.sync()
    ordered = quote_on(first, quote_id)
    with first.engine.begin() as connection:
        order = one(connection.connection.driver_connection, Order, "id = ?", ordered.order_id)
    assert order is not None and order.total == before.total and ordered.state == "ordered"
    assert content(hub) == content(first) == content(second)


def test_every_quote_by_hand_is_the_same_before_and_after_sync(tmp_path: Path) -> None:
    sellers = ("SE", "NO", "DK", "FI", "DE")
    shops = {country: 201 + number for number, country in enumerate(sellers)}
    rows: list[Any] = shared_rows()
    for country, place in shops.items():
        rows += seller_place(country, place)
    made = [
        (case, rows_of_case(case, number, shops[case.seller])) for number, case in enumerate(COMPANY_QUOTES)
    ]
    for _, case_rows in made:
        rows += case_rows.rows
    hub = HubInProcess(tmp_path, random.Random(1), rows=rows)
    desks = {country: DeskInProcess(tmp_path, hub, 1, place_id=place) for country, place in shops.items()}
    for desk in desks.values():
        assert desk.sync().kind == "done"
    written: dict[str, str] = {}
    for case, case_rows in sorted(made, key=lambda pair: pair[1].at):
        desk = desks[case.seller]
        desk.clock = case_rows.at
        start = StartQuote(case_rows.head, priced_lines(desk, case_rows.head, case_rows.edits))
        written[case.name] = write_and_issue(desk, case.name, start, SELLER)
    before = {case.name: quote_on(desks[case.seller], written[case.name]) for case, _ in made}
    hub.now = max(desk.clock for desk in desks.values())
    for _ in range(2):
        for desk in desks.values():
            assert desk.sync().kind == "done"
    assert content(hub)["task"] == []
    for case, _ in made:
        for desk in desks.values():
            assert quote_on(desk, written[case.name]) == before[case.name]
        with hub.engine.begin() as connection:
            lines = select(
                connection.connection.driver_connection,
                QuoteLine,
                "quote_id = ? ORDER BY line",
                written[case.name],
            )
        totals = totals_of_rows(lines, case.currency)
        assert (totals.net, totals.tax, totals.total) == tuple(map(scaled, (case.net, case.tax, case.total)))
        assert before[case.name].total == totals.total

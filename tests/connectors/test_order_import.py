"""What the rows of an order table mean, by the shipped mapping for Online Retail."""

from pathlib import Path

import pytest

from storedesk.connectors.import_refused import ImportRefused
from storedesk.connectors.run_import import run_import
from storedesk.domain.records import Company, Price, Variant
from tests.connectors.import_world import (
    HEADER,
    MAPPINGS,
    MemoryStore,
    import_lines,
    invoice,
    quiet,
    write_csv,
)

LAMP = "71053,WHITE METAL LANTERN,6,3.39"


def test_the_rows_of_an_invoice_become_one_order_with_exact_amounts(tmp_path: Path) -> None:
    store, report = import_lines(tmp_path, [*invoice("536365", LAMP, "84406B,CREAM HANGER,8,0.001")])
    order, lines = store.order("536365")
    assert [(line.sku, line.ordered, line.price, line.amount) for line in lines] == [
        ("71053", 6, 33_900, 203_400), ("84406B", 8, 10, 80)]  # fmt: skip
    assert (order.total, order.currency, order.country, order.state) == (203_480, "GBP", "GB", "completed")
    assert (report.read, report.taken, report.repaired, report.refused) == (2, 2, 0, 0)


def test_times_are_those_of_the_shop_s_zone(tmp_path: Path) -> None:
    store, _ = import_lines(tmp_path, [*invoice("1", LAMP, at="2011-06-01 12:00:00")])
    assert store.order("1")[0].placed_at == 1_306_926_000_000


def test_a_credit_soon_after_an_order_cancels_its_line(tmp_path: Path) -> None:
    store, report = import_lines(
        tmp_path,
        [*invoice("1", LAMP), *invoice("C2", "71053,WHITE METAL LANTERN,-6,3.39", at="2011-01-03 15:00:00")],
    )
    order, lines = store.order("1")
    assert (order.state, order.payment_state, lines[0].cancelled, lines[0].returned) == (
        "cancelled", "refunded", 6, 0)  # fmt: skip
    assert report.meanings == {"sold": 1, "credit of goods, taken off its order": 1}


def test_a_later_credit_is_a_return_and_the_rest_of_the_order_stays(tmp_path: Path) -> None:
    store, _ = import_lines(
        tmp_path,
        [*invoice("1", LAMP), *invoice("C2", "71053,WHITE METAL LANTERN,-2,3.39", at="2011-02-03 15:00:00")],
    )
    order, lines = store.order("1")
    assert (order.state, lines[0].cancelled, lines[0].returned) == ("completed", 0, 2)


def test_a_credit_is_never_taken_off_an_order_twice(tmp_path: Path) -> None:
    credit = "71053,WHITE METAL LANTERN,-4,3.39"
    store, report = import_lines(tmp_path, [
        *invoice("1", LAMP), *invoice("C2", credit, at="2011-02-01 10:00:00"),
        *invoice("C3", credit, at="2011-02-02 10:00:00")])  # fmt: skip
    assert store.order("1")[1][0].returned == 6
    rest, lines = store.order("C3")
    assert (rest.state, rest.total, lines[0].returned) == ("returned", -2 * 33_900, 2)
    assert report.meanings["credit of goods, partly taken off its order"] == 1


@pytest.mark.parametrize("customer", ["", "12345.0"])
def test_a_credit_without_its_order_is_an_order_of_its_own(tmp_path: Path, customer: str) -> None:
    rows = [*invoice("1", LAMP), *invoice("C2", "71053,WHITE METAL LANTERN,-6,3.39", customer=customer)]
    store, _ = import_lines(tmp_path, rows)
    assert store.order("1")[1][0].cancelled == 0
    assert (store.order("C2")[0].state, store.order("C2")[0].total) == ("returned", -203_400)


def test_postage_and_discounts_are_charges_and_no_articles(tmp_path: Path) -> None:
    store, report = import_lines(
        tmp_path, [*invoice("1", LAMP, "POST,POSTAGE,1,18"), *invoice("C2", "D,Discount,-1,27.5")]
    )
    assert [line.kind for line in store.order("1")[1]] == ["goods", "charge"]
    assert store.order("1")[1][1].variant_id is None
    assert store.order("C2")[0].total == -275_000
    assert [variant.sku for variant in store.all(Variant)] == ["71053"]
    assert report.meanings["charge"] == 1


def test_goods_below_nothing_without_a_credit_correct_the_stock(tmp_path: Path) -> None:
    store, report = import_lines(tmp_path, [*invoice("1", "71053,wet/rusty,-10,0", customer="")])
    movement = store.movements()[0]
    assert (movement.quantity, movement.reason, movement.location_id) == (-10, "adjusted_damaged", 90)
    assert report.meanings == {"stock adjustment down": 1}


def test_an_article_given_away_in_an_order_costs_nothing(tmp_path: Path) -> None:
    store, report = import_lines(tmp_path, [*invoice("1", LAMP, "22841,ROUND CAKE TIN,1,0")])
    assert store.order("1")[1][1].amount == 0
    assert report.meanings["given at price 0"] == 1


def test_skus_that_differ_in_case_are_one_article(tmp_path: Path) -> None:
    rows = [*invoice("1", "85123A,HANGING HEART,1,2.55", "85123A,HANGING HEART,2,2.55"),
            *invoice("2", "85123a,HANGING HEART,1,2.55")]  # fmt: skip
    store, report = import_lines(tmp_path, rows)
    assert [variant.sku for variant in store.all(Variant)] == ["85123A"]
    assert store.order("2")[1][0].sku == "85123a"
    assert report.repairs == {"sku_case": 1}


def test_the_most_frequent_name_that_is_no_note_names_the_article(tmp_path: Path) -> None:
    rows = [*invoice("1", "71053,damages,1,3", "71053,damages,1,3.1", "71053,damages,1,3.2",
                     "71053,WHITE METAL LANTERN,1,3.39"),
            *invoice("2", "71053,,1,3.39")]  # fmt: skip
    store, report = import_lines(tmp_path, rows)
    lines = store.order("1")[1]
    assert {line.name for line in lines} == {"WHITE METAL LANTERN"}
    assert [line.detail for line in lines] == ["damages"] * 3 + [""]
    assert report.repairs == {"name_replaced": 3, "name_filled": 1}


def test_a_line_that_is_there_twice_stays_twice_and_is_reported(tmp_path: Path) -> None:
    store, report = import_lines(tmp_path, [*invoice("1", LAMP, LAMP)])
    assert len(store.order("1")[1]) == 2
    assert report.repairs == {"repeated_line": 1}


def test_a_missing_customer_is_a_guest_and_numbers_lose_their_decimals(tmp_path: Path) -> None:
    store, report = import_lines(tmp_path, [*invoice("1", LAMP, customer=""), *invoice("2", LAMP)])
    assert store.order("1")[0].customer_id == ""
    plain, _ = import_lines(tmp_path, [*invoice("3", LAMP, customer="17850")])
    assert store.order("2")[0].customer_id == plain.order("3")[0].customer_id
    assert report.counts["orders of guests"] == 1


def test_customers_who_buy_much_and_often_are_companies(tmp_path: Path) -> None:
    large = "71053,WHITE METAL LANTERN,600,3.39"
    rows = [*invoice("1", large), *invoice("2", large), *invoice("3", large),
            *invoice("4", large, customer="12345.0")]  # fmt: skip
    store, _ = import_lines(tmp_path, rows)
    companies = store.all(Company)
    assert [company.number for company in companies] == ["17850"]
    assert store.order("1")[0].company_id == companies[0].id
    assert store.order("4")[0].company_id is None


def test_the_usual_price_becomes_the_article_s_price_without_tax(tmp_path: Path) -> None:
    rows = [*invoice("1", LAMP, "71053,WHITE METAL LANTERN,1,5", LAMP)]
    store, _ = import_lines(tmp_path, rows)
    assert [(price.amount, price.gross) for price in store.all(Price)] == [(33_900, 0)]


@pytest.mark.parametrize(("row", "reason"), [
    ("1,71053,X,0,2011-01-03 10:00:00,1,,United Kingdom", "the quantity is zero"),
    ("1,71053,X,6.5,2011-01-03 10:00:00,1,,United Kingdom", "the quantity is no whole number"),
    ("1,71053,X,six,2011-01-03 10:00:00,1,,United Kingdom", "the quantity is no whole number"),
    ("1,71053,X,6,2011-01-03 10:00:00,,,United Kingdom", "the price is missing"),
    ("1,71053,X,6,2011-01-03 10:00:00,1.23456,,United Kingdom", "the price is no amount"),
    ("1,71053,X,6,2011-01-03 10:00:00,-1,,United Kingdom", "the price of goods is negative"),
    ("1,71053,X,6,tomorrow,1,,United Kingdom", "the date is not in a form the mapping names"),
    (",71053,X,6,2011-01-03 10:00:00,1,,United Kingdom", "the order number is missing"),
    ("1,,X,6,2011-01-03 10:00:00,1,,United Kingdom", "the SKU is missing"),
    ("C1,71053,X,6,2011-01-03 10:00:00,1,,United Kingdom", "a credit has a positive quantity"),
    ("1,71053,X", "the row has 3 columns, 8 are needed"),
])  # fmt: skip
def test_a_row_that_cannot_be_understood_is_refused_with_its_line(
    tmp_path: Path, row: str, reason: str
) -> None:
    store, report = import_lines(tmp_path, [*invoice("7", LAMP), row, *invoice("8", LAMP)])
    assert [(item.line, item.reason) for item in report.refusals] == [(3, reason)]
    assert (report.read, report.taken, report.refused) == (3, 2, 1)
    assert store.order("8")


def test_an_unknown_country_is_left_open_and_reported(tmp_path: Path) -> None:
    store, report = import_lines(tmp_path, [*invoice("1", LAMP, country="Unspecified")])
    assert store.order("1")[0].country == ""
    assert report.repairs == {"country_unknown": 1}


def test_names_are_cleaned_of_what_could_mislead(tmp_path: Path) -> None:
    store, report = import_lines(tmp_path, [*invoice("1", "71053,WHITE\u202e LANTERN\x07,1,3")])
    assert store.order("1")[1][0].name == "WHITE LANTERN"
    assert report.repairs == {"name_cleaned": 1}


def test_rows_of_one_invoice_may_stand_apart(tmp_path: Path) -> None:
    rows = [*invoice("1", LAMP), *invoice("2", LAMP), *invoice("1", "84406B,CREAM HANGER,1,2")]
    store, _ = import_lines(tmp_path, rows)
    assert [line.sku for line in store.order("1")[1]] == ["71053", "84406B"]


def test_a_missing_column_is_named_with_those_that_are_there(tmp_path: Path) -> None:
    with pytest.raises(
        ImportRefused, match=r"lacks the column 'StockCode' for sku; it has 'InvoiceNo', 'Code'"
    ):
        import_lines(tmp_path, ["1,2,3"], header=HEADER.replace("StockCode", "Code"))


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="has a heading and no rows"):
        import_lines(tmp_path, [])


def test_several_files_are_one_input(tmp_path: Path) -> None:
    first = write_csv(tmp_path / "a.csv", [*invoice("1", LAMP)])
    second = write_csv(tmp_path / "b.csv", [*invoice("C2", "71053,WHITE METAL LANTERN,-6,3.39")])
    store = MemoryStore()
    report = run_import(MAPPINGS / "online_retail.toml", [first, second], store, quiet)
    assert store.order("1")[0].state == "cancelled"
    assert report.read == 2

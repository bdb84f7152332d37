"""Files of an ERP system: articles, contract prices, companies, stock and arrivals, each field by its master."""

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storedesk.domain.records import Movement, Setting
from storedesk.hub.database import SqliteDatabase
from storedesk.hub.erp.erp_import import ErpImport, ErpReport
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.hub_verify import verify_hub
from storedesk.storage.refused_writes import refused_since
from storedesk.storage.rows import Rows
from tests.hub.till_lines import ALVA, GBG, NOW, RASK, till_shop
from tests.small_shop import MAL

KEY = "5a" * 32
ALL = {"texts": "erp", "price": "erp", "on_hand": "erp", "company": "erp", "credit": "erp"}


class Erp:
    """A hub that takes files, with the masters a test wishes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = SqliteDatabase(folder / "hub.db", KEY, folder / "snapshots")
        self.tags = iter(range(1, 1 << 40))
        self.imports = ErpImport(self.database, folder / "mappings", lambda: NOW, self.tag)
        asyncio.run(self.database.write(lambda connection: prepare_hub(connection, "hub", self.tag)))
        self.write(*till_shop())

    def tag(self) -> int:
        return next(self.tags)

    def write(self, *rows: Any) -> None:
        asyncio.run(self.database.write(lambda connection: write_rows(connection, rows, self.tag)))

    def masters(self, entries: dict[str, str]) -> None:
        self.write(Setting(0, "masters", json.dumps(entries)))

    def take(self, name: str, *lines: str, encoding: str = "cp1252") -> ErpReport:
        path = self.folder / name
        path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
        os.utime(path, (NOW / 1000, NOW / 1000))
        return asyncio.run(self.imports.take(path))[1]

    def rows(self, table: str) -> list[Any]:
        sql = f"SELECT * FROM {table}"
        return list(asyncio.run(self.database.read(lambda connection: connection.exec_driver_sql(sql).all())))

    def row(self, table: str, *key: Any) -> Any:
        found = asyncio.run(self.database.read(lambda connection: Rows(connection).get(table, key)))
        return None if found is None else found.row

    def level(self, place: int, variant: int) -> Any:
        return self.row("stock_level", place, variant, 0)


@pytest.fixture
def erp(tmp_path: Path) -> Iterator[Erp]:
    running = Erp(tmp_path)
    running.masters(ALL)
    yield running
    assert asyncio.run(running.database.read(verify_hub)).wrong == ""
    asyncio.run(running.database.close())


ARTICLES = "Artikelnr;Benämning;Varugrupp;Enhet;EAN;Pris"
STOCK = "Lagerställe;Artikelnr;Antal;Datum"
COMPANIES = "Kundnr;Namn;Land;Orgnr;Kreditgräns;Utnyttjad kredit;Kreditstopp;Betalningsvillkor"
PRICES = "Prislista;Artikelnr;Pris;Från antal;Gäller från;Gäller till;Kundnr"


def test_articles_are_made_and_changed(erp: Erp) -> None:
    report = erp.take(
        "articles-1.csv",
        ARTICLES,
        "A-1;Fjällräven kånken;Väskor;st;7310865004703;1.234,50",
        "SKU-101;Skaljacka Alva II;;;;",
        "TWICE;Ost;;;;",
        "A-2;Lösvikt;;tunna;;",
        "Summa;;;;;1.234,50",
    )
    assert [one["why"] for one in report.lines] == [
        "the unit is not known; name it in the mapping under words",
        "the SKU is ambiguous: several articles have it",
    ]
    (made,) = (row for row in erp.rows("variant") if row.sku == "A-1")
    assert erp.row("product", made.product_id).name == "Fjällräven kånken"
    assert [row.amount for row in erp.rows("price") if row.variant_id == made.id] == [12_345_000]
    assert erp.row("product", ALVA).name == "Skaljacka Alva II"
    assert report.counts == {"new articles": 1}


def test_a_total_that_differs_refuses_the_whole_file_with_both_figures(erp: Erp) -> None:
    report = erp.take("stock.csv", STOCK, "GBG;SKU-101;1.002,5;2026-11-23", "Total;;1.002,4;")
    assert "says 1002,4 for quantity, its rows add up to 1002,5" in report.refused
    assert erp.level(GBG, ALVA).quantity == 50


def test_what_the_erp_is_not_master_of_is_refused_and_counted(erp: Erp) -> None:
    erp.masters({})
    articles = erp.take("articles.csv", ARTICLES, "SKU-101;Anders;;;;9,00", "SKU-102;Vandringskänga Rask;;;;")
    companies = erp.take("companies.csv", COMPANIES, "K1;Bygg AB;SE;;1.000,00;0,00;nej;30")
    again = erp.take("companies-2.csv", COMPANIES, "K1;Bygg AB;SE;;2.000,00;0,00;nej;30")
    stock = erp.take("stock.csv", STOCK, "GBG;SKU-101;7;2026-11-23", "GBG;SKU-102;50;2026-11-23")
    assert (articles.not_master, again.not_master) == ({"price": 1, "texts": 1}, {"credit": 1})
    assert (companies.inserted, companies.not_master) == (1, {})
    assert (stock.counts["compared, differing"], stock.counts["compared, equal"]) == (1, 1)
    assert erp.level(GBG, ALVA).quantity == 50
    counted = asyncio.run(erp.database.read(lambda connection: refused_since(connection, NOW)))
    assert {(one.field, one.writes) for one in counted} == {
        ("price", 1),
        ("texts", 1),
        ("credit", 1),
        ("on_hand", 1),
    }


def test_another_master_than_us_keeps_new_records_out_too(erp: Erp) -> None:
    erp.masters({"company": "shop", "texts": "shop"})
    erp.take("companies.csv", COMPANIES, "K1;Bygg AB;SE;;1,00;0,00;nej;30")
    erp.take("articles.csv", ARTICLES, "A-9;Ny;;;;")
    assert erp.rows("company") == []
    assert not any(row.sku == "A-9" for row in erp.rows("variant"))


def test_companies_come_with_their_credit(erp: Erp) -> None:
    erp.take("companies.csv", COMPANIES, "K1;Bygg & Son AB;se;556036-0793;50.000,00;12.500,50-;Ja;30",
             "K2;X;Sverige;;1;1;;", "Totalt;;;;50.000,00;12.499,50-;;")  # fmt: skip
    (company,) = erp.rows("company")
    assert (company.name, company.country, company.credit_limit, company.credit_used, company.credit_stop) == (
        "Bygg & Son AB", "SE", 500_000_000, -125_005_000, 1,
    )  # fmt: skip


def test_contract_prices_have_breaks_validity_and_a_company(erp: Erp) -> None:
    erp.take("companies.csv", COMPANIES, "K1;Bygg AB;SE;;1,00;0,00;nej;30")
    report = erp.take(
        "prices.csv",
        PRICES,
        "AVTAL-1;SKU-101;199,00;;2026-01-01;2026-12-31;K1",
        "AVTAL-1;SKU-101;179,00;10;2026-01-01;;",
        "AVTAL-1;OST-1;89,90;0,5;2026-01-01;;",
        "AVTAL-1;saknas;1;;;;",
        "base;SKU-101;1;;;;",
        "Total;;469,90;;;;",
    )
    assert [one["why"] for one in report.lines] == [
        "this list has no contract prices",
        "the article is unknown",
    ]
    (head,) = erp.rows("price_list")
    assert (head.code, head.kind, head.valid_until) == ("AVTAL-1", "contract", "2026-12-31")
    prices = {(row.variant_id, row.from_quantity): row.amount for row in erp.rows("price")}
    assert prices == {(ALVA, 1): 1_990_000, (ALVA, 10): 1_790_000, (301, 1): 899_000}
    assert erp.rows("company")[0].price_list == "AVTAL-1"


def test_a_count_of_the_erp_keeps_what_moved_after_it(erp: Erp) -> None:
    sold = Movement("00000000-0000-4000-8000-000000000001", GBG, ALVA, 0, -2, "till_sale", "", 0, NOW)
    erp.write(sold, erp.level(GBG, ALVA)._replace(quantity=48))
    erp.take("stock.csv", "Lagerställe;Artikelnr;Antal;Datum;Tid", "GBG;SKU-101;30;2026-11-23;01:00",
             "GBG;SKU-101;5;2026-11-23;01:00", "MAL;SKU-102;0;2026-11-23;01:00", "XXX;SKU-101;1;;")  # fmt: skip
    assert erp.level(GBG, ALVA).quantity == 33
    assert erp.level(MAL, RASK).quantity == 0
    again = erp.take(
        "stock-b.csv", "Lagerställe;Artikelnr;Antal;Datum;Tid", "GBG;SKU-101;99;2026-11-22;01:00"
    )
    assert again.counts["older than a count here"] == 1
    assert erp.level(GBG, ALVA).quantity == 33


def test_the_master_of_the_stock_may_differ_by_place(erp: Erp) -> None:
    erp.masters({"on_hand:MAL": "erp"})
    report = erp.take("stock.csv", STOCK, "GBG;SKU-101;1;2026-11-23", "MAL;SKU-101;1;2026-11-23")
    assert (erp.level(GBG, ALVA).quantity, erp.level(MAL, ALVA).quantity) == (50, 1)
    assert report.not_master == {"on_hand": 1}


def test_arrivals_are_added_up_with_the_first_date(erp: Erp) -> None:
    lines = ["GBG;SKU-101;5;2026-12-05", "GBG;SKU-101;7;2026-12-01", "Summa;;12;"]
    erp.take("arrivals.csv", "Lagerställe;Artikelnr;Antal;Leveransdatum", *lines)
    level = erp.level(GBG, ALVA)
    assert (level.incoming, level.quantity) == (12, 50)
    assert level.incoming_at == 1_796_079_600_000
    erp.take("arrivals-2.csv", "Lagerställe;Artikelnr;Antal;Leveransdatum", "GBG;SKU-101;0;2026-12-01")
    assert (erp.level(GBG, ALVA).incoming, erp.level(GBG, ALVA).incoming_at) == (0, None)


def test_the_same_file_again_changes_nothing(erp: Erp) -> None:
    lines = (STOCK, "GBG;SKU-101;7;2026-11-23")
    first = erp.take("stock.csv", *lines)
    again = erp.take("stock-copy.csv", *lines)
    assert (first.repeated, again.repeated, again.file) == (False, True, "stock.csv")
    assert sum(row.reason == "erp_count" for row in erp.rows("movement")) == 1


@pytest.mark.parametrize(
    ("name", "lines", "why"),
    [
        ("list.csv", ["a;b"], "does not say what the file is"),
        ("stock.csv", ["Artikelnr;Antal", "1;2"], "lacks the column"),
        ("stock.csv", [STOCK, "Total;;x;"], "cannot be checked"),
        ("tills.csv", ["a;b"], "does not say what the file is"),
    ],
)
def test_a_file_that_is_no_such_file_is_refused_in_one_sentence(
    erp: Erp, name: str, lines: list[str], why: str
) -> None:
    assert why in erp.take(name, *lines).refused


def test_a_master_table_that_cannot_be_read_refuses_the_file(erp: Erp) -> None:
    erp.write(Setting(0, "masters", "{"))
    assert "master table" in erp.take("stock.csv", STOCK, "GBG;SKU-101;7;2026-11-23").refused

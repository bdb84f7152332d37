"""Lines of a request find their articles: by SKU, barcode, the customer's own number, words; the rest stays text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storedesk.desk.request_match import How, as_text, edits_of, match_request, next_choice, sender_of
from storedesk.domain.plain_text import fold
from storedesk.domain.records import Barcode, CompanyContact, CustomerArticle, Product, Variant
from storedesk.domain.request_lines import read_request
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.storage.engine import connect_sqlite, create_schema, driver_of, new_database_key, open_sqlite
from storedesk.storage.rows import Rows, add_hash
from storedesk.storage.variant_search import create_search, fill_search
from tests.actions.quote_shop import GROUP, SITE, TOMAS, VARV, QuoteDesk, quote_shop
from tests.memory_state import put_rows
from tests.small_shop import ALVA, RASK, TERMOS

ROPE = 104
ASKED = """Hej!
12 st SKU-EAN
2 st 2000148220139
4 st vm-1001
3 st Vandringskänga Rask
6 kluriga Termos Sten Blå
2 st Skaljacka
2,5 m Rep Sisal
1,5 st Termos Sten
32 st brodyr vänster bröst
"""


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Any]:
    desk = QuoteDesk(quote_shop())
    sku = desk.tables["variant"][(ALVA,)].sku
    desk.tables["variant"][(ALVA,)] = desk.tables["variant"][(ALVA,)]._replace(sku="SKU-EAN")
    assert sku
    person: CompanyContact = desk.tables["company_contact"][(TOMAS,)]
    put_rows(
        desk.tables,
        [
            CustomerArticle(GROUP, "VM-1001", TERMOS),
            Barcode("2000148220139", RASK, 1),
            Product(ROPE, "ROPE", "Rep Sisal", "", "", "standard", 0),
            Variant(ROPE, ROPE, "ROPE-1", "Rep Sisal", "", "", "m", 0),
            Product(105, "S105", "Skaljacka Vind", "", "", "standard", 0),
            Variant(105, 105, "SKU-105", "", "", "", "piece", 0),
            person._replace(email="Tomas.Kvist@Example.se", folded=fold(person.name)),
        ],
    )
    path, key = tmp_path / "desk.db", new_database_key()
    engine = open_sqlite(path, key)
    with engine.begin() as opened:
        create_schema(opened, "desk")
        for name in TABLE_BY_NAME:
            Rows(opened).put_many(name, [add_hash(name, row) for row in desk.tables[name].values()])
        create_search(driver_of(opened).execute)
        fill_search(driver_of(opened))
    reader = connect_sqlite(path, key, readonly=True)
    yield reader
    reader.close()


def test_each_line_finds_its_article_and_says_how(connection: Any) -> None:
    lines = match_request(connection, SITE, read_request(ASKED))
    found = [(line.how, line.article and line.article.variant_id, line.quantity) for line in lines]
    assert found == [
        (How.SKU, ALVA, 12),
        (How.BARCODE, RASK, 2),
        (How.CUSTOMER, TERMOS, 4),
        (How.WORDS, RASK, 3),
        (How.WORDS, TERMOS, 6),
        (How.SEVERAL, None, 2),
        (How.WORDS, ROPE, 250),
        (How.WORDS, TERMOS, 1),
        (How.TEXT, None, 32),
    ]
    assert [line.is_guessed for line in lines] == [False] * 7 + [True, False]


def test_a_number_of_the_customers_is_only_that_customers(connection: Any) -> None:
    (line,) = match_request(connection, 99, read_request("4 st vm-1001"))
    assert line.how is How.TEXT and line.article is None


def test_of_several_one_is_taken_by_going_through_them(connection: Any) -> None:
    (line,) = match_request(connection, VARV, read_request("2 st Skaljacka"))
    seen = []
    for _ in range(4):
        line = next_choice(line)
        seen.append(None if line.article is None else line.article.variant_id)
    assert set(seen[:2]) == {ALVA, 105} and seen[2:] == [None, seen[0]]


def test_what_is_left_out_is_gone_and_what_fits_nothing_is_kept_as_text(connection: Any) -> None:
    lines = match_request(connection, VARV, read_request("12 st SKU-EAN\n32 st brodyr vänster bröst\n"))
    goods, own = edits_of(lines)
    assert (goods.kind, goods.variant_id, goods.quantity) == ("goods", ALVA, 12)
    assert (own.kind, own.name, own.price, own.quantity) == ("own", "32 st brodyr vänster bröst", 0, 32)
    assert edits_of((lines[0].with_out(True), lines[1])) == (own,)
    assert as_text(lines[0]).name == "12 st SKU-EAN"


def test_the_sender_of_a_mail_is_known_by_the_address(connection: Any) -> None:
    found = sender_of(connection, "tomas.kvist@example.se")
    assert found is not None and (found.company_id, found.contact_id) == (VARV, TOMAS)
    assert sender_of(connection, "") is None
    assert sender_of(connection, "nobody@example.se") is None

"""Whom a quote can be for, by a part of a name; where it can be sent; what taxes its own lines can have."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storedesk.desk.buyer_look_up import buyers, deliver_to, tax_categories
from storedesk.domain.plain_text import fold
from storedesk.domain.records import Company, CompanyContact
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.storage.engine import connect_sqlite, create_schema, new_database_key, open_sqlite
from storedesk.storage.rows import Rows, add_hash
from tests.actions.quote_shop import ANNA, GROUP, SITE, VARV, quote_shop


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Any]:
    tables, path, key = quote_shop(), tmp_path / "desk.db", new_database_key()
    for name, kind in (("company", Company), ("company_contact", CompanyContact)):
        tables[name] = {place: row._replace(folded=fold(row.name)) for place, row in tables[name].items()}
        assert all(isinstance(row, kind) for row in tables[name].values())
    engine = open_sqlite(path, key)
    with engine.begin() as opened:
        create_schema(opened, "desk")
        rows = Rows(opened)
        for name in TABLE_BY_NAME:
            rows.put_many(name, [add_hash(name, row) for row in tables[name].values()])
    made = connect_sqlite(path, key, readonly=True)
    yield made
    made.close()


def test_a_company_is_found_without_accents_by_a_part_of_its_name(connection: Any) -> None:
    (found,) = buyers(connection, "branno")
    assert (found.company_id, found.contact_id, found.number) == (VARV, None, "20417")


def test_a_buyer_is_found_by_name_with_the_company(connection: Any) -> None:
    (found,) = buyers(connection, "lindb")
    assert (found.company_id, found.contact_id, found.contact) == (VARV, ANNA, "Anna Lindberg")


def test_nothing_typed_lists_those_who_may_buy_for_the_company(connection: Any) -> None:
    assert {one.role for one in buyers(connection, "", VARV)} == {"buyer", "approver"}
    assert {one.contact_id for one in buyers(connection, "")} == {None}


def test_the_company_the_quote_is_for_comes_first(connection: Any) -> None:
    found = buyers(connection, "a", VARV)
    assert found[0].company_id == VARV
    assert GROUP in {one.company_id for one in found}


def test_goods_go_to_the_company_or_one_of_its_sites(connection: Any) -> None:
    found = deliver_to(connection, VARV)
    assert [(one.site_id, one.country) for one in found] == [(None, "SE"), (SITE, "SE")]
    assert deliver_to(connection, 999) == ()


def test_the_usual_tax_comes_first(connection: Any) -> None:
    assert tax_categories(connection, "SE") == ("standard", "food")
    assert tax_categories(connection, "XX") == ()

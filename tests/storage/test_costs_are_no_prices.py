"""What an article costs the shop is never shown as its price."""

from pathlib import Path

from storedesk.domain.currency import UNIT
from storedesk.domain.records import Price
from storedesk.domain.tables import TABLE_BY_NAME
from storedesk.storage.desk_stock_reads import stock_of_variant
from storedesk.storage.engine import connect_sqlite, create_schema, new_database_key, open_sqlite
from storedesk.storage.rows import Rows, add_hash
from tests.actions.quote_shop import quote_shop
from tests.small_shop import GBG, RASK


def test_an_article_with_a_cost_alone_has_no_price_at_the_counter(tmp_path: Path) -> None:
    tables, path, key = quote_shop(), tmp_path / "desk.db", new_database_key()
    prices = {place: row for place, row in tables["price"].items() if row.variant_id != RASK}
    cost = Price("cost", RASK, "SEK", 1, "2026-01-01", 400 * UNIT, 0)
    tables["price"] = prices | {(RASK, "cost", "SEK", 1, "2026-01-01"): cost}
    with open_sqlite(path, key).begin() as opened:
        create_schema(opened, "desk")
        for name in TABLE_BY_NAME:
            Rows(opened).put_many(name, [add_hash(name, row) for row in tables[name].values()])
    connection = connect_sqlite(path, key, readonly=True)
    found = stock_of_variant(connection, RASK, GBG, "2026-11-23")
    connection.close()
    assert found is not None and found.price is None

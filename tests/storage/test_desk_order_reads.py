"""Reading one order from a desk's encrypted database, and finding it by a part of an e-mail."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storedesk.domain import records as r
from storedesk.domain.tables import TABLE_BY_ROW
from storedesk.storage.desk_order_reads import order_detail, orders_by_id
from storedesk.storage.desk_search import orders_by_part, orders_matching, orders_with_articles
from storedesk.storage.engine import connect_sqlite, create_schema, new_database_key, open_sqlite
from storedesk.storage.rows import Rows, add_hash
from tests.storage.test_desk_reads import NOON, sample, uid


def more() -> list[Any]:
    buyer = r.Person(
        uid("mail"), "1", uid("a"), "recipient", "", "Maria N", "maria n", "", "", "maria_n@example.se", "sv"
    )
    return [
        buyer,
        r.Payment(uid("pay"), uid("a"), "payment", "card", "captured", 52_450_000, NOON, ""),
        r.TimelineEntry(uid("t1"), uid("a"), NOON - 5, "paid", "shop", 0, "{}"),
        r.TimelineEntry(uid("t2"), uid("a"), NOON, "contact_logged", "GBG-1", 3, "{}"),
    ]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Any]:
    path, key = tmp_path / "desk.db", new_database_key()
    engine = open_sqlite(path, key)
    with engine.begin() as connection:
        create_schema(connection, "desk")
        rows = Rows(connection)
        for row in sample() + more():
            name = TABLE_BY_ROW[type(row)].name
            rows.put_many(name, [add_hash(name, row)])
    connection = connect_sqlite(path, key, readonly=True)
    yield connection
    connection.close()
    engine.dispose()


def test_an_order_comes_with_all_that_hangs_on_it(reader: Any) -> None:
    found = order_detail(reader, uid("a"))
    assert found is not None
    assert [line.sku for line in found.lines] == ["ALV-2201-SKO-M"]
    assert [row.amount for row in found.payments] == [52_450_000]
    assert [row.kind for row in found.timeline] == ["contact_logged", "paid"]
    assert [part.fulfilment.state for part in found.parts] == ["picking"]
    assert (found.place_names[2], found.staff[3]) == ("Mölndal", "Elin Larsson")


def test_an_order_of_two_places_has_two_parts(reader: Any) -> None:
    found = order_detail(reader, uid("c"))
    assert found is not None
    assert {part.fulfilment.place_id for part in found.parts} == {1, 2}


def test_an_order_that_is_not_here_is_nothing(reader: Any) -> None:
    assert order_detail(reader, uid("nowhere")) is None
    assert [order.number for order in orders_by_id(reader, (uid("b"), uid("x"), uid("a")))] == [
        "48208",
        "48207",
    ]


@pytest.mark.parametrize(("typed", "count"), [("a_n@exam", 1), ("aXn@exam", 0), ("%%%@", 0), ("@ex", 0)])
def test_an_order_is_found_by_a_part_of_an_e_mail(reader: Any, typed: str, count: int) -> None:
    assert len(orders_matching(reader, typed)) == count


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("820", []),
        ("4820", ["48207", "48208"]),
        ("aria_n@ex", ["48207"]),
        ("aria", ["48207"]),
        ("ALV-2201", ["48207"]),
        ("alv-2201-sko", ["48207"]),
        ("%%%%", []),
    ],
)
def test_an_order_is_found_by_what_stands_inside(reader: Any, typed: str, numbers: list[str]) -> None:
    assert set(numbers) <= {hit.number for hit in orders_by_part(reader, typed)}
    assert bool(numbers) == bool(orders_by_part(reader, typed))


def test_orders_of_an_article_are_found_by_the_index_on_its_sku(reader: Any) -> None:
    assert [hit.number for hit in orders_with_articles(reader, ("ALV-2201-SKO-M",))][:1] == ["48207"]
    plan = reader.execute(
        "EXPLAIN QUERY PLAN SELECT DISTINCT order_id FROM order_line WHERE sku >= 'A' AND sku < 'B'"
    )
    assert "INDEX" in str(plan.fetchall())


def test_the_words_of_a_name_may_come_in_any_order(reader: Any) -> None:
    both = [{hit.number for hit in orders_matching(reader, typed)} for typed in ("maria n", "n maria")]
    assert "48207" in both[0]
    assert both[0] == both[1]

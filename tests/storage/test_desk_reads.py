"""The desk's reads on a small encrypted database on disk."""

import dataclasses
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storedesk.domain import records as r
from storedesk.domain.tables import TABLE_BY_ROW
from storedesk.storage import desk_detail_reads, desk_reads, desk_search, desk_stock_reads, desk_task_reads
from storedesk.storage.engine import connect_sqlite, create_schema, driver_of, new_database_key, open_sqlite
from storedesk.storage.feed_writer import key_text
from storedesk.storage.rows import Rows, add_hash
from storedesk.storage.variant_search import create_search, fill_search

HERE, THERE = 1, 2
NOON = 1_795_435_200_000
WEEKLY = "[" + ",".join(['[["10:00","19:00"]]'] * 7) + "]"


def uid(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


def place(id_: int, code: str, name: str) -> r.Place:
    return r.Place(id_, code, name, "store", "west", "SE", "SEK", "Europe/Stockholm", WEEKLY, "{}", "", "")


def order(name: str, number: str, customer: str) -> r.Order:
    return r.Order(
        uid(name),
        number,
        1,
        "",
        NOON,
        "SE",
        "SEK",
        52_450_000,
        "open",
        "captured",
        None,
        0,
        0,
        customer,
        None,
        NOON,
    )


def fulfilment(name: str, order_name: str, number: str, state: str, place_id: int = HERE) -> r.Fulfilment:
    ended = NOON if state == "collected" else None
    return r.Fulfilment(
        uid(name), uid(order_name), number, place_id, "collect", state, NOON, "2026-11-30",
        None, "", None, None, ended, "", 0, "", NOON,
    )  # fmt: skip


def person(order_name: str, role: str, name: str, folded: str, phone: str) -> r.Person:
    return r.Person(
        uid(order_name + role),
        str(HERE),
        uid(order_name),
        role,
        "",
        name,
        folded,
        phone,
        phone.lstrip("+"),
        "",
        "sv",
    )


def sample() -> list[Any]:
    level = r.StockLevel(HERE, 11, 0, 6, 2, 1, 6, None, "A3-02", NOON)
    return [
        place(HERE, "GBG", "Göteborg Centrum"),
        place(THERE, "MOL", "Mölndal"),
        r.Channel(1, "shop", "Shopify", "web", 2),
        r.StagingBin(HERE, "H4", 4),
        r.Staff(HERE, 3, "Elin Larsson", "EL", "sales", "", "", 0, None, 1),
        r.Product(5, "ALV-2201", "Skaljacka Alva", "Fjäll", "jackets", "standard", 0),
        r.Variant(11, 5, "ALV-2201-SKO-M", "Skaljacka Alva", "Forest green", "M", "piece", 400),
        r.Variant(12, 5, "ALV-2201-SKO-L", "Skaljacka Alva", "Forest green", "L", "piece", 400),
        r.Barcode("2000148220139", 11, 1),
        r.Price("base", 11, "SEK", 1, "2026-01-01", 24_990_000, 1),
        r.Price("base", 11, "SEK", 1, "2027-01-01", 25_990_000, 1),
        level,
        level._replace(location_id=THERE, quantity=3, reserved=0),
        level._replace(bucket=1, quantity=2, reserved=0),
        order("a", "48207", "maria"),
        order("b", "48208", "maria"),
        order("c", "48107", ""),
        r.OrderLine(uid("a"), 1, "goods", 11, "ALV-2201-SKO-M", "Skaljacka Alva", "", "piece", 2, 0, 0, 1, 2, 3),
        fulfilment("fa", "a", "48207", "picking"),
        fulfilment("fb", "b", "48208", "ready"),
        fulfilment("fc", "c", "48107", "collected"),
        fulfilment("fd", "c", "48107", "new", THERE),
        r.FulfilmentLine(uid("fa"), 1, 11, 2, 0, 1, 0, "", 0, 0, 0),
        r.Parcel(uid("p"), uid("fb"), 1, "H4", "staged"),
        r.ParcelLine(uid("p"), 1, 1),
        person("a", "buyer", "Maria Nilsson", "maria nilsson", "+46701740612"),
        person("b", "buyer", "Maria Nilsson", "maria nilsson", "+46701740612"),
        person("c", "buyer", "Karin Öberg", "karin oberg", "+46701740699"),
        r.Task(uid("t"), HERE, "double_handover", uid("a"), uid("fa"), uid("act"), NOON, "open",
               '{"variant_id": 11, "list": []}', "", None, None),
        r.Task(uid("t2"), HERE, "count_task", "", "", "", NOON, "done", "not json", "done", 3, NOON),
    ]  # fmt: skip


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Any]:
    path, key = tmp_path / "desk.db", new_database_key()
    engine = open_sqlite(path, key)
    with engine.begin() as connection:
        create_schema(connection, "desk")
        rows = Rows(connection)
        for row in sample():
            name = TABLE_BY_ROW[type(row)].name
            rows.put_many(name, [add_hash(name, row)])
        create_search(driver_of(connection).execute)
        fill_search(driver_of(connection))
        connection.exec_driver_sql(
            "INSERT INTO base_row VALUES ('fulfilment_line', ?, NULL, 0)", (key_text((uid("fa"), 1)),)
        )
    connection = connect_sqlite(path, key, readonly=True)
    yield connection
    connection.close()
    engine.dispose()


def test_queue_holds_the_open_pickups_of_the_place_and_what_ended_lately(reader: Any) -> None:
    found = desk_reads.pickup_queue(reader, HERE, NOON - 1)
    assert {record.fulfilment.order_number for record in found} == {"48207", "48208", "48107"}
    assert desk_reads.pickup_queue(reader, HERE, NOON + 1)[-1].fulfilment.state != "collected"


def test_a_pickup_with_an_unconfirmed_line_is_provisional(reader: Any) -> None:
    by_number = {p.fulfilment.order_number: p for p in desk_reads.pickup_queue(reader, HERE, NOON)}
    assert by_number["48207"].provisional
    assert not by_number["48208"].provisional


def test_detail_has_lines_with_shelf_and_codes_and_the_other_ready_order(reader: Any) -> None:
    detail = desk_detail_reads.pickup_detail(reader, uid("fa"))
    assert detail is not None
    line = detail.lines[0]
    assert (line.codes, line.level and line.level.shelf) == (("2000148220139",), "A3-02")
    assert [other.fulfilment.order_number for other in detail.others_ready] == ["48208"]
    assert not detail.name_is_shared
    assert detail.bins[0].parcels == 1


def test_a_name_is_shared_when_goods_wait_for_another_customer_of_that_name(reader: Any) -> None:
    record = desk_reads.pickup_by_id(reader, uid("fa"))
    assert record is not None
    stranger = tuple(person._replace(customer_id="another") for person in record.persons)
    assert desk_reads.name_is_shared(reader, dataclasses.replace(record, persons=stranger))


def test_a_pickup_this_desk_does_not_hold_has_no_detail(reader: Any) -> None:
    assert desk_detail_reads.pickup_detail(reader, uid("nowhere")) is None


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("8207", ["48207"]),
        ("48207", ["48207"]),
        ("207", []),
        ("740612", ["48207", "48208"]),
        ("070-174 06 12", ["48207", "48208"]),
        ("oberg", ["48107"]),
        ("Öberg", ["48107"]),
        ("nils", ["48207", "48208"]),
        ("berg", []),
        ("%", []),
        ("___", []),
        ("", []),
    ],
)
def test_orders_are_found_by_tail_phone_part_and_name(reader: Any, typed: str, numbers: list[str]) -> None:
    assert sorted(hit.number for hit in desk_search.orders_matching(reader, typed)) == numbers


def test_a_hit_shows_the_last_three_digits_of_the_phone_only(reader: Any) -> None:
    assert desk_search.orders_matching(reader, "48207")[0].phone_tail == "612"


def test_an_article_is_found_by_barcode_and_by_sku_in_any_case(reader: Any) -> None:
    assert [hit.variant.id for hit in desk_search.variants_by_code(reader, "2000148220139")] == [11]
    assert [hit.variant.id for hit in desk_search.variants_by_code(reader, "alv-2201-sko-l")] == [12]


@pytest.mark.parametrize(
    ("typed", "count"), [("alva m gr", 1), ("alva m for", 1), ("ALV-2201", 2), ("fors", 0)]
)
def test_articles_are_found_by_beginnings_of_words(reader: Any, typed: str, count: int) -> None:
    assert len(desk_search.variants_matching(reader, typed)) == count


@pytest.mark.parametrize(
    "typed", ['"', "'", "a OR b", "NEAR(", "*", "name:alva", "-alva", "alva)", 'x" OR "', "\x00"]
)
def test_what_is_typed_is_never_full_text_syntax(reader: Any, typed: str) -> None:
    assert isinstance(desk_search.variants_matching(reader, typed), tuple)


def test_stock_knows_all_places_todays_price_and_who_reserved(reader: Any) -> None:
    stock = desk_stock_reads.stock_of_variant(reader, 11, HERE, "2026-11-23")
    assert stock is not None
    assert [(p.place.code, p.quantities, p.reserved) for p in stock.places] == [
        ("GBG", {0: 6, 1: 2}, 2),
        ("MOL", {0: 3}, 0),
    ]
    assert (stock.price, stock.currency, stock.reserved_orders) == (24_990_000, "SEK", ("48207",))


def test_matrix_holds_variants_with_sellable_levels_only(reader: Any) -> None:
    matrix = desk_stock_reads.variant_matrix(reader, 5)
    assert matrix is not None
    assert len(matrix.variants) == 2
    assert {level.bucket for level in matrix.levels} == {0}
    assert desk_stock_reads.variant_matrix(reader, 99) is None


def test_tasks_come_with_order_person_and_article(reader: Any) -> None:
    (task,) = desk_task_reads.open_tasks(reader, HERE)
    assert (task.order_number, task.person and task.person.name) == ("48207", "Maria Nilsson")
    assert task.article and task.article.variant.id == 11
    (done,) = desk_task_reads.answered_tasks(reader, HERE, NOON)
    assert (done.answered_by_name, desk_task_reads.facts_of(done.task)) == ("Elin Larsson", {})


def test_a_parcel_leads_to_its_pickup(reader: Any) -> None:
    found = desk_reads.parcel_by_id(reader, uid("p"))
    assert found is not None
    assert found[1].fulfilment.order_number == "48208"
    assert [p.fulfilment.order_number for p in desk_reads.pickups_in_bin(reader, HERE, "H4")] == ["48208"]

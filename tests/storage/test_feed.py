"""The feed keeps the newest entry of each row, knows its own cursors, and says what has left a scope."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from storedesk.domain.ids import derived_id
from storedesk.domain.records import Person
from storedesk.protocol.canonical import row_hash
from storedesk.protocol.wire import Cursor, PullReply
from storedesk.storage.engine import open_sqlite
from storedesk.storage.feed_writer import FeedWriter
from storedesk.storage.hub_rows import load_rows, prepare_hub, write_rows
from storedesk.storage.pull_page import pull_page
from storedesk.sync.rebase import apply_page
from tests.small_shop import ALVA, GBG, MAL, articles, order_id, pickup, small_shop
from tests.world import KEY, DeskInProcess, HubInProcess, make_world


def tag_source() -> Any:
    source = random.Random(3)
    return lambda: source.getrandbits(62)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[sa.Connection]:
    engine = open_sqlite(tmp_path / "hub.db", KEY)
    with engine.begin() as connection:
        prepare_hub(connection, "hub", tag_source())
        write_rows(connection, small_shop(), tag_source())
        yield connection
    engine.dispose()


def rows_of(page: PullReply | None, table: str) -> list[list[Any]]:
    assert page is not None
    return [row for part in page.tables if part.table == table for row in part.rows]


def test_only_the_newest_entry_of_a_row_is_kept(hub: sa.Connection) -> None:
    start = FeedWriter.head(hub)
    entries = hub.exec_driver_sql("SELECT count(*) FROM feed").scalar_one()
    for quantity in (5, 6, 7):
        write_rows(hub, articles(quantity=quantity), tag_source())
    assert hub.exec_driver_sql("SELECT count(*) FROM feed").scalar_one() == entries
    page = pull_page(hub, start, [f"stock:{GBG}"])
    assert {row[3] for row in rows_of(page, "stock_level")} == {7}
    assert len(rows_of(page, "stock_level")) == 3


def test_equal_rows_move_nothing(hub: sa.Connection) -> None:
    start = FeedWriter.head(hub)
    written = write_rows(hub, small_shop(), tag_source())
    assert (written.inserted, written.changed) == (0, 0)
    assert FeedWriter.head(hub) == start


@pytest.mark.parametrize("change", ["other tag", "ahead", "between commits"])
def test_a_cursor_that_this_hub_never_gave_is_unknown(hub: sa.Connection, change: str) -> None:
    head = FeedWriter.head(hub)
    wrong = {
        "other tag": Cursor(head.position, head.tag ^ 1),
        "ahead": Cursor(head.position + 1, head.tag),
        "between commits": Cursor(head.position - 1, head.tag),
    }[change]
    assert pull_page(hub, wrong, ["orders"]) is None
    assert pull_page(hub, head, ["orders"]) is not None


def test_a_cursor_from_before_the_horizon_is_unknown(hub: sa.Connection) -> None:
    before = FeedWriter.head(hub)
    horizon = load_rows(hub, pickup(50_000, {ALVA: 1}), tag_source())
    assert pull_page(hub, before, ["orders"]) is None
    page = pull_page(hub, horizon, ["orders"])
    assert page is not None
    assert page.tables == []
    whole = {row.scope: row.total for row in hub.exec_driver_sql("SELECT scope, total FROM scope_sum")}
    assert page.sums["orders"] == whole["orders"]


def moved(holder: str) -> Person:
    row = next(row for row in pickup(48201, {ALVA: 1}) if isinstance(row, Person))
    return row._replace(holder=holder)


def test_a_row_that_moves_leaves_word_in_its_old_scope(hub: sa.Connection) -> None:
    start = FeedWriter.head(hub)
    write_rows(hub, [moved("closed")], tag_source())
    old, new = f"persons:{GBG}", "persons:closed"
    page = pull_page(hub, start, [old])
    assert page is not None
    assert [(gone.table, gone.scope, gone.key) for gone in page.gone] == [
        ("person", old, [derived_id("person", "48201")])
    ]
    assert rows_of(page, "person") == []
    assert len(rows_of(pull_page(hub, start, [new]), "person")) == 1


def test_a_row_that_moves_and_comes_back_is_not_gone(hub: sa.Connection) -> None:
    start = FeedWriter.head(hub)
    for holder in ("closed", str(GBG)):
        write_rows(hub, [moved(holder)._replace(phone="1")], tag_source())
    page = pull_page(hub, start, [f"persons:{GBG}", "persons:closed"])
    assert page is not None
    assert [gone.scope for gone in page.gone] == ["persons:closed"]
    assert len(rows_of(page, "person")) == 1


def world_with_both_scopes(tmp_path: Path) -> tuple[HubInProcess, DeskInProcess]:
    """A desk that follows the persons of both stores."""
    hub, (desk, _) = make_world(tmp_path)
    scopes = (*desk.store.link().scopes, f"persons:{MAL}")
    desk.store.follow(scopes)
    return hub, desk


def pull(hub: HubInProcess, desk: DeskInProcess) -> None:
    link = desk.store.link()
    assert link.cursor is not None
    with hub.engine.begin() as connection:
        page = pull_page(connection, link.cursor, link.scopes)
    assert page is not None
    outcome = desk.store.apply(page, apply_page)
    assert outcome is not None
    assert outcome.wrong == ()


def test_a_person_may_move_between_two_scopes_of_one_desk(tmp_path: Path) -> None:
    hub, desk = world_with_both_scopes(tmp_path)
    hub.write([moved(str(MAL))])
    pull(hub, desk)
    assert desk.rows(f"SELECT holder FROM person WHERE order_id = '{order_id(48201)}'") == [(str(MAL),)]


def test_a_person_with_own_work_on_it_may_move_between_two_scopes(tmp_path: Path) -> None:
    """The hub's version beneath own work moves too, and is counted once."""
    hub, desk = world_with_both_scopes(tmp_path)
    person = moved(str(GBG))
    with desk.store.begin() as connection:
        rows = desk.store.rows(connection)
        held = rows.local("person", (person.id,))
        rows.keep("person", (person.id,), held)
    hub.write([moved(str(MAL))])
    pull(hub, desk)
    assert desk.rows(f"SELECT holder FROM person WHERE id = '{person.id}'") == [(str(MAL),)]


def test_what_leaves_the_scopes_of_a_desk_leaves_the_desk(tmp_path: Path) -> None:
    hub, desk = world_with_both_scopes(tmp_path)
    hub.write([moved("closed")])
    pull(hub, desk)
    assert desk.rows(f"SELECT holder FROM person WHERE order_id = '{order_id(48201)}'") == []


def test_the_hash_beside_a_row_is_that_of_its_content(hub: sa.Connection) -> None:
    for values in hub.exec_driver_sql("SELECT * FROM person"):
        assert values[-1] == row_hash("person", tuple(values)[:-1])

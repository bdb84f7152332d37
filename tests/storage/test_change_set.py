"""Changes are executed only on what they were decided on; what fails leaves nothing behind."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from storedesk.domain.changes import Add, Insert, Set
from storedesk.domain.records import Fulfilment, Parcel, StockLevel
from storedesk.domain.tables import SELLABLE
from storedesk.storage.change_set import ConditionFailed, attempt, execute
from storedesk.storage.engine import open_sqlite
from storedesk.storage.hub_rows import prepare_hub, write_rows
from storedesk.storage.rows import Rows
from tests.small_shop import ALVA, GBG, fulfilment_id, small_shop
from tests.world import KEY

LEVEL = (GBG, ALVA, SELLABLE)


@pytest.fixture
def rows(tmp_path: Path) -> Iterator[Rows]:
    engine = open_sqlite(tmp_path / "hub.db", KEY)
    source = random.Random(1)
    with engine.begin() as connection:
        prepare_hub(connection, "hub", lambda: source.getrandbits(62))
        write_rows(connection, small_shop(), lambda: source.getrandbits(62))
        yield Rows(connection)
    engine.dispose()


def fulfilment(rows: Rows) -> Fulfilment:
    stored = rows.get("fulfilment", (fulfilment_id(48201),))
    assert stored is not None
    row: Fulfilment = stored.row
    return row


def test_a_row_that_is_not_as_it_was_read_is_not_changed(rows: Rows) -> None:
    row = fulfilment(rows)
    with pytest.raises(ConditionFailed):
        execute(rows, Set("fulfilment", row._replace(note="read before"), row._replace(state="claimed")))
    assert fulfilment(rows) == row


def test_a_changed_row_says_what_it_was_and_is(rows: Rows) -> None:
    row = fulfilment(rows)
    applied = execute(rows, Set("fulfilment", row, row._replace(state="claimed")))
    assert applied.before is not None
    assert applied.after is not None
    assert (applied.before.row.state, applied.after.row.state) == ("new", "claimed")
    assert applied.before.hash != applied.after.hash


def test_a_row_is_inserted_once(rows: Rows) -> None:
    parcel = Parcel("p" * 36, fulfilment_id(48201), 1, "H1", "staged")
    assert execute(rows, Insert("parcel", parcel)).before is None
    with pytest.raises(ConditionFailed):
        execute(rows, Insert("parcel", parcel))


def test_a_row_that_is_not_there_cannot_change(rows: Rows) -> None:
    nowhere = fulfilment(rows)._replace(id="x" * 36)
    with pytest.raises(ConditionFailed):
        execute(rows, Set("fulfilment", nowhere, nowhere._replace(state="claimed")))
    with pytest.raises(ConditionFailed):
        execute(rows, Add("stock_level", (GBG, 999, SELLABLE), "quantity", 1))


@pytest.mark.parametrize(("delta", "left"), [(-50, 0), (-51, None), (1, 51)])
def test_a_figure_stays_above_its_floor(rows: Rows, delta: int, left: int | None) -> None:
    change = Add("stock_level", LEVEL, "quantity", delta, floor=0)
    if left is None:
        with pytest.raises(ConditionFailed):
            execute(rows, change)
        return
    applied = execute(rows, change)
    assert applied.after is not None
    level: StockLevel = applied.after.row
    assert level.quantity == left


def test_what_is_raised_in_an_attempt_leaves_what_was_before_it(rows: Rows) -> None:
    row = fulfilment(rows)
    execute(rows, Add("stock_level", LEVEL, "quantity", 1))
    nowhere = row._replace(id="x" * 36)
    changes = [Set("fulfilment", one, one._replace(state="claimed")) for one in (row, nowhere)]

    def try_both() -> None:
        with attempt(rows.connection):
            for change in changes:
                execute(rows, change)

    with pytest.raises(ConditionFailed):
        try_both()
    assert fulfilment(rows) == row
    stored = rows.get("stock_level", LEVEL)
    assert stored is not None
    assert stored.row.quantity == 51


def test_a_key_that_is_taken_meanwhile_is_a_failed_condition(rows: Rows) -> None:
    with pytest.raises(ConditionFailed), attempt(rows.connection):
        raise sa.exc.IntegrityError("insert", {}, ValueError("taken"))


def test_rows_are_found_by_many_keys(rows: Rows) -> None:
    keys = [(fulfilment_id(number),) for number in range(48201, 48801)]
    assert len(rows.get_many("fulfilment", keys)) == 6
    assert rows.get_many("stock_level", [LEVEL, (GBG, 999, SELLABLE)]).keys() == {LEVEL}

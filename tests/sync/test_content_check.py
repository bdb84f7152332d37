"""Rows that have changed by themselves are noticed by hashing them again, and fetched anew."""

from pathlib import Path
from typing import Any

import pytest

from storedesk.desk.content_care import DAY_MS, next_scope, settle
from storedesk.storage.content_check import ScopeChecked, check_scope
from storedesk.storage.encrypted_file import connect_sqlite
from tests.caught_up import KEY
from tests.small_shop import ALVA, GBG, NOW, articles, fulfilment_id
from tests.world import DeskInProcess, make_world

STOCK = f"stock:{GBG}"


def checked(desk: DeskInProcess, scope: str) -> ScopeChecked:
    reader = connect_sqlite(desk.folder / "desk.db", KEY, readonly=True)
    try:
        return next(verdict for verdict in check_scope(reader, scope, slice_rows=2) if verdict is not None)
    finally:
        reader.close()


def check_all(desk: DeskInProcess, now: int = NOW) -> list[ScopeChecked]:
    verdicts = []
    while (scope := next_scope(desk.store, now)) is not None:
        verdicts.append(checked(desk, scope))
        settle(desk.store, verdicts[-1])
    return verdicts


def spoil(desk: DeskInProcess, text: str) -> None:
    with desk.store.begin() as connection:
        connection.exec_driver_sql(text)


def test_a_desk_in_order_has_nothing_wrong_with_own_work_on_top(tmp_path: Path) -> None:
    _, (desk, _) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(48201)) is None
    verdicts = check_all(desk)
    assert {verdict.scope for verdict in verdicts} == set(desk.store.link().scopes)
    assert [verdict for verdict in verdicts if not verdict.is_right] == []


@pytest.mark.parametrize(
    "change",
    [
        f"UPDATE stock_level SET quantity = 77 WHERE location_id = {GBG} AND variant_id = {ALVA}",
        f"DELETE FROM stock_level WHERE location_id = {GBG} AND variant_id = {ALVA}",
        f"UPDATE scope_state SET total = total + 1 WHERE scope = '{STOCK}'",
    ],
    ids=["a changed value", "a lost row", "a wrong sum"],
)
def test_what_went_wrong_is_healed_with_its_scope_alone(change: str, tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    before = desk.rows("SELECT * FROM stock_level ORDER BY 1, 2, 3")
    spoil(desk, change)
    assert [verdict.scope for verdict in check_all(desk) if not verdict.is_right] == [STOCK]
    outcome = desk.sync()
    assert (outcome.kind, outcome.covered) == ("done", (STOCK,))
    assert desk.rows("SELECT * FROM stock_level ORDER BY 1, 2, 3") == before
    assert checked(desk, STOCK).is_right
    assert desk.store.refetching() == ()


def test_a_spoilt_version_beneath_own_work_is_healed(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    assert desk.perform("ClaimPickup", fulfilment_id=fulfilment_id(48201)) is None
    spoil(
        desk,
        "UPDATE base_row SET content = replace(content, '\"new\"', '\"ready\"') WHERE tbl = 'fulfilment'",
    )
    assert [verdict.scope for verdict in check_all(desk) if not verdict.is_right] == ["orders"]
    assert desk.sync().kind == "done"
    assert desk.rows("SELECT state FROM fulfilment WHERE id = '" + fulfilment_id(48201) + "'") == [
        ("claimed",)
    ]
    assert checked(desk, "orders").is_right


def test_a_scope_that_is_distrusted_stays_so_though_other_news_are_brought_in(tmp_path: Path) -> None:
    hub, (desk, _) = make_world(tmp_path)
    spoil(desk, f"UPDATE stock_level SET quantity = 77 WHERE location_id = {GBG} AND variant_id = {ALVA}")
    check_all(desk)
    hub.write(articles(quantity=5))
    assert desk.sync().covered == (STOCK,)
    assert checked(desk, STOCK).is_right


def test_a_check_goes_on_where_it_was_and_begins_again_after_a_day(tmp_path: Path) -> None:
    _, (desk, _) = make_world(tmp_path)
    first, second = desk.store.link().scopes[:2]
    assert next_scope(desk.store, NOW) == first
    settle(desk.store, checked(desk, first))
    desk.crash()
    assert next_scope(desk.store, NOW + 1) == second
    check_all(desk, NOW + 2)
    assert next_scope(desk.store, NOW + DAY_MS - 1) is None
    assert next_scope(desk.store, NOW + DAY_MS) == first


def test_slices_are_short(tmp_path: Path) -> None:
    _, (desk, _) = make_world(tmp_path)
    reader: Any = connect_sqlite(desk.folder / "desk.db", KEY, readonly=True)
    rows = reader.execute(f"SELECT count(*) FROM stock_level WHERE location_id = {GBG}").fetchone()[0]
    verdicts = list(check_scope(reader, STOCK, slice_rows=1))
    reader.close()
    assert len(verdicts) > rows
    assert verdicts[:-1] == [None] * (len(verdicts) - 1)

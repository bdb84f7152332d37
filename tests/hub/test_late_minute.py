"""What the hub does by its own clock, on a real database: late pickups, and desks that hear of them."""

from pathlib import Path

from tests.small_shop import ALVA, NOW, RASK, fulfilment_id
from tests.world import DeskInProcess, HubInProcess, make_world

DAY_MS = 86_400_000
LATE = NOW + 8 * DAY_MS
ONE = fulfilment_id(48201)


def ready_pickup(desk: DeskInProcess) -> None:
    lines = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]
    assert desk.perform("Pick", fulfilment_id=ONE, lines=lines) is None
    assert desk.perform("StageParcels", fulfilment_id=ONE, parcels=[{"bin": "H1", "lines": lines}]) is None
    assert desk.perform("MarkReady", fulfilment_id=ONE) is None
    assert desk.sync().kind == "done"


def strike(hub: HubInProcess, now: int) -> int:
    with hub.engine.begin() as connection:
        return hub.hub.mind(connection, now)


def hear(hub: HubInProcess, now: int, *desks: DeskInProcess) -> None:
    """Every desk says hello at that time, with nothing unsent."""
    hub.now = now
    for desk in desks:
        desk.clock = now
        for _ in range(2):
            assert desk.sync().kind == "done"


def tasks(desk: DeskInProcess) -> list[tuple[str, str]]:
    found = desk.rows("SELECT kind, state FROM task ORDER BY opened_at, id")
    return [tuple(row) for row in found]


def test_a_late_pickup_reaches_the_desks_of_its_store_as_a_task(tmp_path: Path) -> None:
    hub, (first, second) = make_world(tmp_path)
    ready_pickup(first)
    before = strike(hub, NOW)
    assert strike(hub, NOW) == before
    hear(hub, LATE, first, second)
    after = strike(hub, LATE)
    assert after > before
    assert strike(hub, LATE + DAY_MS) == after
    assert second.sync().kind == "done"
    assert tasks(second) == [("not_collected", "open")]


def test_no_pickup_is_late_while_a_desk_of_its_store_is_silent(tmp_path: Path) -> None:
    hub, (first, second) = make_world(tmp_path)
    ready_pickup(first)
    hear(hub, LATE, first)
    before = strike(hub, LATE)
    assert strike(hub, LATE + DAY_MS) == before
    hear(hub, LATE + DAY_MS, second)
    assert strike(hub, LATE + DAY_MS) > before


def test_two_desks_that_let_the_same_pickup_go_ask_for_the_money_once(tmp_path: Path) -> None:
    hub, (first, second) = make_world(tmp_path)
    ready_pickup(first)
    assert second.sync().kind == "done"
    hear(hub, LATE, first, second)
    strike(hub, LATE)
    for desk in (first, second):
        assert desk.perform("ReleaseNotCollected", fulfilment_id=ONE, reason="does_not_come") is None
    assert desk.rows("SELECT payment_state FROM orders WHERE number = '48201'") == [("captured",)]
    for desk in (first, second, first):
        assert desk.sync().kind == "done"
    assert desk.rows("SELECT payment_state FROM orders WHERE number = '48201'") == [("refund_asked",)]
    assert ("refused_action", "open") in tasks(first)
    assert ("not_collected", "answered") in tasks(first)


def test_goods_scanned_back_offline_are_free_at_the_hub(tmp_path: Path) -> None:
    hub, (first, _) = make_world(tmp_path)
    ready_pickup(first)
    hub.now = first.clock = LATE
    assert first.perform("ReleaseNotCollected", fulfilment_id=ONE, reason="does_not_come") is None
    for line, quantity in ((1, 1), (2, 2)):
        assert first.perform("RestockReturned", fulfilment_id=ONE, line=line, quantity=quantity) is None
    assert first.sync().kind == "done"
    (state,) = (row.state for row in hub.rows("fulfilment") if row.id == ONE)
    assert state == "returned_to_stock"
    levels = {row.variant_id: row for row in hub.rows("stock_level") if row.location_id == 1}
    assert [levels[variant].quantity for variant in (ALVA, RASK)] == [50, 50]

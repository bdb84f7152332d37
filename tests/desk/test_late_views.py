"""The list of whom to call, from a desk's own rows: what was tried, what may be done, what is put back."""

from pathlib import Path

import pytest

from storedesk.desk.late_views import LateView, PutBackRow, derive_late, derive_put_back
from storedesk.desk.moments import Look
from storedesk.desk.pickup_rows import derive_queue
from storedesk.desk.pickup_views import QueueView, Tab
from storedesk.domain.opening_hours import OpeningHours
from storedesk.storage.desk_late_reads import late_rows
from storedesk.storage.desk_quote_reads import DeskRows
from storedesk.storage.desk_reads import pickup_queue
from storedesk.storage.engine import driver_of
from tests.small_shop import GBG, NOW, WEEK, fulfilment_id, order_id
from tests.world import DeskInProcess, make_world

ONE = fulfilment_id(48201)
DAY_MS = 86_400_000
HOURS = OpeningHours.from_text("Europe/Stockholm", WEEK, "{}")


@pytest.fixture
def desk(tmp_path: Path) -> DeskInProcess:
    """One pickup has been ready since the day of the small shop."""
    made = make_world(tmp_path, desks=1)[1][0]
    lines = [{"line": 1, "quantity": 1}, {"line": 2, "quantity": 2}]
    for kind, args in (
        ("Pick", {"lines": lines}),
        ("StageParcels", {"parcels": [{"bin": "H1", "lines": lines}]}),
        ("MarkReady", {}),
    ):
        assert made.perform(kind, fulfilment_id=ONE, **args) is None
    return made


def look(days: int) -> Look:
    return Look(NOW + days * DAY_MS, HOURS, 1, "GBG-1")


def late(desk: DeskInProcess, days: int) -> tuple[LateView, tuple[PutBackRow, ...]]:
    with desk.engine.begin() as connection:
        driver = driver_of(connection)
        record = late_rows(driver, GBG, ONE, NOW)
        view = derive_late(record, DeskRows(driver), look(days), GBG)
    assert view is not None
    return view, derive_put_back(record.put_back, look(days))


def queue(desk: DeskInProcess, days: int) -> QueueView:
    with desk.engine.begin() as connection:
        return derive_queue(pickup_queue(driver_of(connection), GBG, NOW), look(days))


@pytest.mark.parametrize(("days", "listed"), [(0, 0), (2, 0), (3, 1), (7, 1), (9, 1)])
def test_goods_that_wait_three_opening_days_are_worth_a_call(
    desk: DeskInProcess, days: int, listed: int
) -> None:
    assert len(queue(desk, days).of_tab(Tab.NOT_COLLECTED)) == listed
    assert len(queue(desk, days).of_tab(Tab.READY)) == 1


def test_goods_age_in_opening_minutes_only(desk: DeskInProcess) -> None:
    (row,) = queue(desk, 1).of_tab(Tab.READY)
    assert (row.shelf_days, row.shelf_minutes) == (1, 9 * 60)


def test_before_the_last_day_only_the_customers_word_lets_goods_go(desk: DeskInProcess) -> None:
    view, _ = late(desk, 3)
    assert {key: reason.kind for key, reason in view.refused.items()} == {"no_answer": "LastDayNotOver"}
    assert late(desk, 8)[0].refused == {}


def test_what_was_tried_stands_in_its_order(desk: DeskInProcess) -> None:
    desk.clock = NOW + DAY_MS
    asked = {"reason": "other", "outcome": "no_answer", "day": "2026-11-24", "order_id": order_id(48201)}
    assert desk.perform("LogContact", **asked) is None
    desk.clock += 60_000
    assert desk.perform("ExtendPickup", fulfilment_id=ONE, last_day="2026-12-03") is None
    view, _ = late(desk, 3)
    assert [(one.kind, one.detail) for one in view.tried] == [
        ("ready", "H1"),
        ("contact_logged", "no_answer"),
        ("pickup_extended", "2026-12-03"),
    ]
    assert (view.calls, view.tried[1].who) == (1, "Elin L.")


def test_the_last_day_moves_from_today_on_and_at_most_two_weeks(desk: DeskInProcess) -> None:
    view, _ = late(desk, 3)
    assert (view.first_day, view.offered_day, view.furthest_day) == ("2026-11-30", "2026-11-30", "2026-12-14")
    view, _ = late(desk, 9)
    assert (view.first_day, view.offered_day) == ("2026-12-02", "2026-12-05")


def test_let_go_goods_are_listed_until_they_are_back_and_then_as_done(desk: DeskInProcess) -> None:
    desk.clock = NOW + 8 * DAY_MS
    assert desk.perform("ReleaseNotCollected", fulfilment_id=ONE, reason="does_not_come") is None
    view, rows = late(desk, 8)
    assert not view.is_open
    assert [(row.line.line, row.quantity, row.bins, row.done) for row in rows] == [
        (1, 1, ("H1",), None),
        (2, 2, ("H1",), None),
    ]
    assert desk.perform("RestockReturned", fulfilment_id=ONE, line=2, quantity=1) is None
    _, rows = late(desk, 8)
    assert [(row.line.line, row.quantity, row.done is None) for row in rows] == [
        (1, 1, True),
        (2, 1, True),
        (2, 1, False),
    ]


def test_the_band_of_the_goods_value_is_marked(desk: DeskInProcess) -> None:
    view, _ = late(desk, 3)
    assert [(band.days, band.by, band.is_this) for band in view.bands] == [
        (5, "staff", True),
        (7, "staff", False),
        (10, "manager", False),
    ]

"""The board of the day: tiles, what is next, how long goods have stood on the shelf."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from storedesk.desk.moments import Look
from storedesk.desk.shelf_age import opening_days_since
from storedesk.desk.today_views import TileKind, TodayView, derive_today
from storedesk.domain.records import Parcel
from storedesk.storage.desk_today_reads import TodayRecord
from tests.desk.conftest import uid, utc

Make = Callable[..., Any]
Looks = Callable[[str], Look]


def board(look: Look, *pickups: Any) -> TodayView:
    return derive_today(TodayRecord(tuple(pickups), (), 3, ()), look)


def test_the_earliest_promise_is_next_and_the_tiles_count_what_is_due(pickup: Make, look: Looks) -> None:
    late = pickup(id=uid("late"), order_number="48196", promised_at=utc("2026-11-23 13:50"))
    soon = pickup(id=uid("soon"), state="picking", claimed_by=3)
    later = pickup(id=uid("later"), order_number="48213", promised_at=utc("2026-11-23 17:00"))
    view = board(look("2026-11-23 14:05"), later, soon, late)
    assert [row.fulfilment_id for row in view.do_next] == [uid("late"), uid("soon"), uid("later")]
    due, to_pick = view.tiles[0], view.tiles[1]
    assert (due.kind, due.count, due.more, due.first) == (TileKind.DUE, 2, 1, uid("late"))
    assert (to_pick.count, to_pick.more) == (3, 1)
    assert (view.closes, view.opens) == ("19:00", None)


def test_while_closed_the_board_says_when_it_opens_and_nothing_is_due(pickup: Make, look: Looks) -> None:
    view = board(look("2026-11-22 15:00"), pickup())
    assert view.opens is not None
    assert (view.opens.clock, view.opens.days_away, view.closes) == ("10:00", 1, "")
    assert view.tiles[0].count == 0
    assert len(view.do_next) == 1


@pytest.mark.parametrize(
    ("ready", "now", "days"),
    [
        ("2026-11-23 11:00", "2026-11-23 18:00", 0),
        ("2026-11-21 18:00", "2026-11-22 12:00", 0),
        ("2026-11-21 18:00", "2026-11-23 12:00", 1),
        ("2026-11-20 18:00", "2026-11-23 12:00", 2),
        ("2026-10-01 18:00", "2026-11-23 12:00", 7),
    ],
)
def test_a_closed_day_does_not_age_the_shelf(look: Looks, ready: str, now: str, days: int) -> None:
    assert opening_days_since(utc(ready), look(now)) == days


def test_parcels_on_the_shelf_are_counted_by_age_and_the_overdue_is_named(pickup: Make, look: Looks) -> None:
    parcels = tuple(Parcel(uid(f"p{n}"), uid("old"), n, "H1", "staged") for n in (1, 2))
    gone = Parcel(uid("p3"), uid("old"), 3, "H1", "handed_over")
    old = dataclasses.replace(
        pickup(id=uid("old"), state="ready", ready_at=utc("2026-11-20 12:00"), last_day="2026-11-21"),
        parcels=(*parcels, gone),
    )
    view = board(look("2026-11-23 12:00"), old)
    assert view.shelf.bars == (0, 0, 2, 0, 0, 0)
    assert view.shelf.overdue is not None
    assert view.shelf.overdue.fulfilment_id == uid("old")
    ready, last_day = view.tiles[2], view.tiles[3]
    assert (ready.count, ready.more) == (1, 2)
    assert (last_day.count, last_day.more, last_day.first) == (1, 1, uid("old"))
    assert not view.do_next


def test_answered_and_waiting_tasks_are_counted(look: Looks) -> None:
    view = board(look("2026-11-23 12:00"))
    assert (view.waiting, view.answered, view.tiles[4].more) == (0, 3, 3)

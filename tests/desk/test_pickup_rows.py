"""What is due and where: the queue's derivations."""

from collections.abc import Callable
from typing import Any

import pytest

from storedesk.desk.moments import Look
from storedesk.desk.pickup_rows import derive_due, derive_queue, derive_row
from storedesk.desk.pickup_views import DueKind, Tab

Make = Callable[..., Any]
Looks = Callable[[str], Look]


@pytest.mark.parametrize(
    ("now", "kind", "minutes"),
    [
        ("2026-11-23 11:00", DueKind.IN_TIME, 200),
        ("2026-11-23 14:05", DueKind.SOON, 15),
        ("2026-11-23 14:20", DueKind.SOON, 0),
        ("2026-11-23 14:32", DueKind.LATE, 12),
        ("2026-11-23 20:00", DueKind.LATE, 280),
        ("2026-11-24 09:59", DueKind.LATE, 280),
        ("2026-11-22 15:00", DueKind.WHILE_CLOSED, 260),
    ],
)
def test_a_promise_is_counted_in_opening_minutes(
    pickup: Make, look: Looks, now: str, kind: DueKind, minutes: int
) -> None:
    due = derive_due(pickup(), look(now))
    assert (due.kind, due.minutes) == (kind, minutes)


def test_while_closed_nothing_turns_late(pickup: Make, look: Looks, at: Callable[[str], int]) -> None:
    evening = pickup(promised_at=at("2026-11-23 19:00"))
    assert derive_due(evening, look("2026-11-23 23:00")).kind is DueKind.WHILE_CLOSED
    assert derive_due(evening, look("2026-11-24 10:01")).kind is DueKind.LATE


def test_the_board_says_when_the_doors_open(pickup: Make, look: Looks) -> None:
    queue = derive_queue([pickup()], look("2026-11-22 15:00"))
    assert not queue.is_open
    assert queue.opens is not None
    assert (queue.opens.clock, queue.opens.days_away) == ("10:00", 1)
    assert derive_queue([], look("2026-11-23 15:00")).opens is None


@pytest.mark.parametrize(
    ("now", "kind", "days"),
    [
        ("2026-11-24 12:00", DueKind.ON_SHELF, 6),
        ("2026-11-30 18:59", DueKind.LAST_DAY, 0),
        ("2026-11-30 19:00", DueKind.LAST_DAY_OVER, 0),
        ("2026-12-02 12:00", DueKind.LAST_DAY_OVER, 2),
    ],
)
def test_what_is_ready_counts_to_the_closing_of_its_last_day(
    pickup: Make, look: Looks, now: str, kind: DueKind, days: int
) -> None:
    due = derive_due(pickup(state="ready"), look(now))
    assert (due.kind, due.minutes) == (kind, days)


def test_a_last_day_that_cannot_be_read_is_shown_as_on_the_shelf(pickup: Make, look: Looks) -> None:
    assert derive_due(pickup(state="ready", last_day=""), look("2026-11-24 12:00")).kind is DueKind.ON_SHELF


def test_an_authorisation_that_ends_before_the_last_day_is_the_last_day(
    pickup: Make, look: Looks, at: Callable[[str], int]
) -> None:
    record = pickup(state="ready")
    order = record.order._replace(payment_state="authorised", authorised_until=at("2026-11-25 12:00"))
    due = derive_due(type(record)(record.fulfilment, order, *_rest(record)), look("2026-11-25 11:00"))
    assert due.kind is DueKind.LAST_DAY


def test_a_row_counts_pieces_and_takes_a_measured_line_as_one(pickup: Make, look: Looks) -> None:
    record = pickup()
    line = record.lines[0]
    metres = type(record)(
        record.fulfilment,
        record.order,
        "",
        (line, line._replace(line=2, ordered=250)),
        frozenset({2}),
        *_tail(record),
    )
    row = derive_row(metres, look("2026-11-23 14:05"))
    assert (row.pieces, row.picked, row.tab, row.name) == (3, 0, Tab.TO_PICK, "Maria Nilsson")


def test_rows_are_sorted_by_promise_within_their_tab(
    pickup: Make, look: Looks, at: Callable[[str], int]
) -> None:
    early = pickup(id="a" * 36, promised_at=at("2026-11-23 12:00"))
    late = pickup(id="b" * 36, promised_at=at("2026-11-23 18:00"))
    rows = derive_queue([late, early], look("2026-11-23 11:00")).of_tab(Tab.TO_PICK)
    assert [row.fulfilment_id[0] for row in rows] == ["a", "b"]


def _rest(record: Any) -> tuple[Any, ...]:
    return (record.channel, record.lines, record.measured, *_tail(record))


def _tail(record: Any) -> tuple[Any, ...]:
    return (record.parcels, record.persons, record.claimed_by_name, record.provisional)

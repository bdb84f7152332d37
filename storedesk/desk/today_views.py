"""Derives the board of the day: what is late, what is next, how long goods have stood, what needs people."""

from dataclasses import dataclass
from enum import StrEnum

from storedesk.desk.day_views import day_state_of
from storedesk.desk.moments import Look, Moment
from storedesk.desk.pickup_rows import derive_row
from storedesk.desk.pickup_views import DueKind, PickupRow, Tab
from storedesk.desk.shelf_age import opening_days_since
from storedesk.desk.task_views import TaskRow, derive_task_row
from storedesk.domain import pickup_state
from storedesk.storage.desk_today_reads import TodayRecord
from storedesk.storage.read_records import PickupRecord

MOST_NEXT = 50
MOST_TASKS = 20
NEAR_DAYS = 1
AGES = ((0, 0), (1, 1), (2, 2), (3, 4), (5, 6), (7, None))
"""The bars of the shelf: opening days since the goods were ready, first and last; the last bar is open."""


class TileKind(StrEnum):
    """In the order of Alt+1 to Alt+5."""

    DUE = "due"
    TO_PICK = "to_pick"
    READY = "ready"
    LAST_DAY = "last_day"
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class TileView:
    """``more`` is the figure of the second line: how many late, being picked, parcels, past their last day
    or answered today; ``first`` the pickup that the tile opens, empty for none."""

    kind: TileKind
    count: int
    more: int
    first: str
    due: Moment | None = None


@dataclass(frozen=True, slots=True)
class ShelfView:
    """Parcels by the age of ``AGES``; ``overdue`` is the pickup whose last day ended first."""

    bars: tuple[int, ...]
    overdue: PickupRow | None

    @property
    def parcels(self) -> int:
        return sum(self.bars)


@dataclass(frozen=True, slots=True)
class TodayView:
    """``opens`` is the next opening while the doors are closed, ``closes`` today's closing while they are
    open (HH:MM); ``waiting`` and ``answered`` count the tasks of the place; ``day_state`` is
    opened, closed or empty, by the last such step of the day."""

    day: str
    opens: Moment | None
    closes: str
    tiles: tuple[TileView, ...]
    do_next: tuple[PickupRow, ...]
    shelf: ShelfView
    tasks: tuple[TaskRow, ...]
    waiting: int
    answered: int
    day_state: str = ""


def derive_today(record: TodayRecord, look: Look) -> TodayView:
    """The board of a place at a moment; earliest promise first."""
    day = look.hours.local_day(look.now)
    rows = sorted((derive_row(pickup, look) for pickup in record.pickups), key=_earliest)
    picks = tuple(row for row in rows if row.tab is Tab.TO_PICK)
    is_open = look.hours.is_open(look.now)
    opening = None if is_open else look.hours.next_opening(look.now)
    closing = look.hours.closing_of(day) if is_open else None
    return TodayView(
        day,
        None if opening is None else look.moment(opening),
        "" if closing is None else look.hours.local_clock(closing),
        _tiles(rows, picks, record),
        picks[:MOST_NEXT],
        _shelf(record.pickups, rows, look),
        tuple(derive_task_row(task, look) for task in record.tasks[:MOST_TASKS]),
        len(record.tasks),
        record.answered,
        day_state_of(record.entries),
    )


def _tiles(rows: list[PickupRow], picks: tuple[PickupRow, ...], record: TodayRecord) -> tuple[TileView, ...]:
    due = tuple(row for row in picks if row.due.kind in (DueKind.LATE, DueKind.SOON))
    late = sum(1 for row in due if row.due.kind is DueKind.LATE)
    started = sum(1 for row in picks if row.state in (pickup_state.CLAIMED, pickup_state.PICKING))
    ready = tuple(row for row in rows if row.state in pickup_state.HANDOVER)
    near = tuple(row for row in rows if _is_near(row))
    past = sum(1 for row in near if row.due.kind is DueKind.LAST_DAY_OVER)
    own = {row.fulfilment_id for row in ready}
    parcels = sum(
        1
        for pickup in record.pickups
        if pickup.fulfilment.id in own
        for p in pickup.parcels
        if _stands(p.state)
    )
    return (
        _tile(TileKind.DUE, due, late),
        _tile(TileKind.TO_PICK, picks, started),
        _tile(TileKind.READY, ready, parcels),
        _tile(TileKind.LAST_DAY, near, past),
        TileView(TileKind.ATTENTION, len(record.tasks), record.answered, ""),
    )


def _tile(kind: TileKind, rows: tuple[PickupRow, ...], more: int) -> TileView:
    first = rows[0] if rows else None
    return TileView(
        kind, len(rows), more, first.fulfilment_id if first else "", first.due.moment if first else None
    )


def _is_near(row: PickupRow) -> bool:
    """Not collected, or to be collected by tomorrow at the latest."""
    if row.state == pickup_state.NOT_COLLECTED:
        return True
    if row.due.kind in (DueKind.LAST_DAY, DueKind.LAST_DAY_OVER):
        return True
    return row.due.kind is DueKind.ON_SHELF and row.due.minutes <= NEAR_DAYS and row.tab is Tab.READY


def _shelf(pickups: tuple[PickupRecord, ...], rows: list[PickupRow], look: Look) -> ShelfView:
    bars = [0] * len(AGES)
    for pickup in pickups:
        fulfilment = pickup.fulfilment
        if fulfilment.state in pickup_state.ON_SHELF:
            days = opening_days_since(fulfilment.ready_at or fulfilment.changed_at, look)
            number = next(n for n, (_, last) in enumerate(AGES) if last is None or days <= last)
            bars[number] += sum(1 for parcel in pickup.parcels if _stands(parcel.state))
    overdue = next((row for row in rows if row.due.kind is DueKind.LAST_DAY_OVER), None)
    return ShelfView(tuple(bars), overdue)


def _stands(parcel_state: str) -> bool:
    return parcel_state == "staged"


def _earliest(row: PickupRow) -> tuple[int, str]:
    return row.due.moment.at, row.order_number

"""Derives what opening, changing shift and closing show: what came overnight, claims, parcels on the shelf."""

from dataclasses import dataclass

from storedesk.actions.day_work import CLOSED, OPENED, SHIFT_CHANGED
from storedesk.desk.moments import Look, Moment
from storedesk.domain.pickup_state import CLAIMED, NEW, ON_SHELF, PICKING
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import DayEntry
from storedesk.storage.desk_day_reads import DayRecord
from storedesk.storage.read_records import PickupRecord


@dataclass(frozen=True, slots=True)
class Overnight:
    """Counts since the last closing; ``late`` are promises that are past, ``overdue`` goods past their last day."""

    pickups: int
    late: int
    overdue: int
    tasks: int
    arriving: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody works on this pickup."""

    fulfilment_id: str
    order_number: str
    staff_id: int


@dataclass(frozen=True, slots=True)
class Colleague:
    staff_id: int
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ShelfParcel:
    """A parcel that should stand on the shelf: ``number`` of ``of`` of its order."""

    parcel_id: str
    order_number: str
    name: str
    bin: str
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class DayView:
    """``state`` is opened, closed or empty, by the last such step; ``step`` when and by whom."""

    day: str
    state: str
    step: Moment | None
    step_by: str
    since: Moment
    last_note: str
    overnight: Overnight
    claims: tuple[Claim, ...]
    colleagues: tuple[Colleague, ...]
    shelf: tuple[ShelfParcel, ...]


def day_state_of(entries: tuple[DayEntry, ...]) -> str:
    """``opened``, ``closed`` or empty; as ``day_work.day_state`` says it inside an action."""
    return next((entry.kind for entry in reversed(entries) if entry.kind in (OPENED, CLOSED)), "")


def derive_day(record: DayRecord, look: Look) -> DayView:
    """``look.staff_id`` is whoever stands at the desk; the others are the colleagues."""
    step = next((one for one in reversed(record.entries) if one.kind != SHIFT_CHANGED), None)
    noted = next((one.note for one in reversed(record.entries) if one.note), "")
    return DayView(
        look.hours.local_day(look.now),
        step.kind if step else "",
        look.moment(step.at) if step else None,
        record.names.get(step.staff_id, "") if step else "",
        look.moment(record.since),
        clean_text(noted, 200),
        _overnight(record, look),
        tuple(_claim(pickup) for pickup in record.pickups if _is_claimed(pickup)),
        tuple(
            Colleague(one.staff_id, clean_text(one.name, NAME_SHOWN), one.role)
            for one in record.staff
            if one.active_from <= look.now and (one.active_until is None or look.now < one.active_until)
        ),
        tuple(
            sorted(
                (parcel for pickup in record.pickups for parcel in _parcels(pickup)),
                key=lambda parcel: (parcel.bin, parcel.order_number, parcel.number),
            )
        ),
    )


def _overnight(record: DayRecord, look: Look) -> Overnight:
    today = look.hours.local_day(look.now)
    work = [pickup for pickup in record.pickups if pickup.fulfilment.state in (NEW, CLAIMED, PICKING)]
    shelf = [pickup for pickup in record.pickups if pickup.fulfilment.state in ON_SHELF]
    return Overnight(
        sum(1 for pickup in work if pickup.order is not None and pickup.order.placed_at >= record.since),
        sum(1 for pickup in work if pickup.fulfilment.promised_at < look.now),
        sum(1 for pickup in shelf if pickup.fulfilment.last_day and pickup.fulfilment.last_day < today),
        record.tasks,
        record.arriving,
    )


def _is_claimed(pickup: PickupRecord) -> bool:
    return pickup.fulfilment.state in (CLAIMED, PICKING) and pickup.fulfilment.claimed_by is not None


def _claim(pickup: PickupRecord) -> Claim:
    row = pickup.fulfilment
    return Claim(row.id, row.order_number, row.claimed_by or 0)


def _parcels(pickup: PickupRecord) -> tuple[ShelfParcel, ...]:
    row = pickup.fulfilment
    if row.state not in ON_SHELF:
        return ()
    name = clean_text(next((one.name for one in pickup.persons), ""), NAME_SHOWN)
    return tuple(
        ShelfParcel(parcel.id, row.order_number, name, parcel.bin, parcel.number, len(pickup.parcels))
        for parcel in pickup.parcels
        if parcel.state == "staged"
    )

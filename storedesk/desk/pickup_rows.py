"""Derives the queue from pickup records: what is due, who is at it, what stands where."""

from collections.abc import Iterable

from storedesk.desk.moments import Look, days_between
from storedesk.desk.pickup_views import Due, DueKind, PickupRow, QueueView, Tab
from storedesk.desk.shelf_age import opening_days_since, opening_minutes_since
from storedesk.domain import payment, pickup_state
from storedesk.domain.opening_hours import NeverOpen
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.wall_clock import NotALocalDay
from storedesk.storage.read_records import PickupRecord

SOON_MINUTES = 45
_TABS = {
    pickup_state.NEW: Tab.TO_PICK,
    pickup_state.CLAIMED: Tab.TO_PICK,
    pickup_state.PICKING: Tab.TO_PICK,
    pickup_state.STAGED: Tab.TO_PICK,
    pickup_state.READY: Tab.READY,
    pickup_state.PARTLY_COLLECTED: Tab.READY,
    pickup_state.NOT_COLLECTED: Tab.NOT_COLLECTED,
    pickup_state.INBOUND: Tab.ARRIVING,
    pickup_state.ARRIVED: Tab.ARRIVING,
    pickup_state.REJECTED: Tab.CUSTOMER,
    pickup_state.CUSTOMER_DECISION: Tab.CUSTOMER,
}
_NAME_ROLES = ("recipient", "buyer", "collector")


def derive_queue(records: Iterable[PickupRecord], look: Look) -> QueueView:
    """The rows of a place in the order of their tabs' work, and whether its doors are open."""
    rows = sorted((derive_row(record, look) for record in records), key=_order)
    is_open = look.hours.is_open(look.now)
    opening = None if is_open else look.hours.next_opening(look.now)
    return QueueView(tuple(rows), is_open, None if opening is None else look.moment(opening))


def derive_row(record: PickupRecord, look: Look) -> PickupRow:
    fulfilment, order = record.fulfilment, record.order
    stands = fulfilment.ready_at if fulfilment.state in pickup_state.ON_SHELF else None
    expected = fulfilment.expected_at if fulfilment.state == pickup_state.INBOUND else None
    return PickupRow(
        fulfilment_id=fulfilment.id,
        order_number=fulfilment.order_number,
        name=shown_name(record),
        channel=record.channel,
        tab=_TABS.get(fulfilment.state, Tab.CLOSED),
        state=fulfilment.state,
        due=derive_due(record, look),
        pieces=_pieces(record, "wanted"),
        picked=_pieces(record, "picked"),
        bins=staged_bins(record),
        worker=record.claimed_by_name if fulfilment.claimed_by is not None else "",
        is_mine=fulfilment.claimed_by is not None and fulfilment.claimed_by == look.staff_id,
        payment_block=payment_block(record, look.now),
        provisional=record.provisional,
        version=fulfilment.changed_at,
        shelf_days=0 if stands is None else opening_days_since(stands, look),
        shelf_minutes=0 if stands is None else opening_minutes_since(stands, look),
        total=order.total if order else 0,
        currency=order.currency if order else "",
        expected=None if expected is None else look.moment(expected),
    )


def derive_due(record: PickupRecord, look: Look) -> Due:
    """Opening minutes until goods on their way should be here, to the promise while it can be kept, and
    after that the last day on the shelf."""
    fulfilment = record.fulfilment
    if fulfilment.state in pickup_state.FINAL:
        return Due(DueKind.ENDED, 0, look.moment(fulfilment.ended_at or fulfilment.changed_at))
    if fulfilment.state == pickup_state.INBOUND and fulfilment.expected_at is not None:
        return _due_by_promise(fulfilment.expected_at, look)
    if fulfilment.state in pickup_state.COUNTS_FOR_PROMISE or fulfilment.state not in pickup_state.ON_SHELF:
        return _due_by_promise(fulfilment.promised_at, look)
    return _due_by_last_day(record, look)


def _due_by_promise(promised_at: int, look: Look) -> Due:
    promise = look.moment(promised_at)
    passed = look.hours.opening_minutes_between(promised_at, look.now) if promised_at < look.now else 0
    if passed > 0:
        return Due(DueKind.LATE, passed, promise)
    left = max(0, look.hours.opening_minutes_between(look.now, promised_at))
    if not look.hours.is_open(look.now):
        return Due(DueKind.WHILE_CLOSED, left, promise)
    return Due(DueKind.SOON if left <= SOON_MINUTES else DueKind.IN_TIME, left, promise)


def _due_by_last_day(record: PickupRecord, look: Look) -> Due:
    fulfilment, order = record.fulfilment, record.order
    try:
        end = look.hours.end_of_last_day(fulfilment.last_day)
    except (NotALocalDay, NeverOpen):
        return Due(DueKind.ON_SHELF, 0, look.moment(fulfilment.promised_at))
    if order is not None:
        end = payment.end_of_pickup(order.payment_state, order.authorised_until, end)
    ends = look.moment(end)
    days = days_between(look.hours.local_day(look.now), ends.day)
    if end <= look.now:
        return Due(DueKind.LAST_DAY_OVER, -days, ends)
    return Due(DueKind.LAST_DAY if days == 0 else DueKind.ON_SHELF, days, ends)


def shown_name(record: PickupRecord) -> str:
    """The recipient, else the buyer; empty where this desk may not hold persons."""
    for role in _NAME_ROLES:
        for person in record.persons:
            if person.role == role and person.name:
                return clean_text(person.name, NAME_SHOWN)
    return ""


def staged_bins(record: PickupRecord) -> tuple[str, ...]:
    """The bins to walk to, each once."""
    return tuple(dict.fromkeys(parcel.bin for parcel in record.parcels if parcel.state == "staged"))


def payment_block(record: PickupRecord, now: int) -> str:
    """The payment rules' key that stops a handover, or an empty text."""
    order = record.order
    if order is None:
        return payment.PAYMENT_UNKNOWN
    return payment.handover_allowed(order.payment_state, order.authorised_until, order.due, now) or ""


def _pieces(record: PickupRecord, what: str) -> int:
    """Units to find or found; a line sold by metre or weight counts as one."""
    total = 0
    for line in record.lines:
        wanted = line.ordered - line.cancelled
        quantity = wanted if what == "wanted" else line.picked
        if line.line in record.measured:
            quantity = int(quantity >= wanted > 0) if what == "picked" else int(wanted > 0)
        total += max(0, quantity)
    return total


def _order(row: PickupRow) -> tuple[str, int, str]:
    at = -row.due.moment.at if row.tab is Tab.CLOSED else row.due.moment.at
    return row.tab, at, row.order_number

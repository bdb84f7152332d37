"""Derives the board of customer service: whom to ring, who has to decide, which pickups are late anywhere."""

from dataclasses import dataclass

from storedesk.desk.covered_details import covered_name
from storedesk.desk.moments import Look, Moment
from storedesk.storage.desk_service_reads import ServiceRecord

RING_DAYS_MS = 7 * 24 * 3_600_000
"""A call that was not returned for a week is not on the board any more."""


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """``order_id`` is empty for a caller about no order; ``why`` is the reason of a contact or a part's state."""

    key: str
    order_id: str
    number: str
    name: str
    place: str
    why: str
    at: Moment


@dataclass(frozen=True, slots=True)
class ServiceToday:
    day: str
    ring_back: tuple[ServiceRow, ...]
    decide: tuple[ServiceRow, ...]
    late: tuple[ServiceRow, ...]
    contacts: int


def derive_service_today(record: ServiceRecord, look: Look) -> ServiceToday:
    """Oldest first in each list; names are covered, because nobody on the phone is known yet."""
    ring = tuple(
        _row(record, one.id, one.order_id, 0, one.reason, look.moment(one.at)) for one in record.contacts
    )
    decide = tuple(
        _row(record, one.id, one.order_id, one.place_id, one.state, look.moment(one.changed_at))
        for one in record.waiting
    )
    late = tuple(
        _row(record, one.id, one.order_id, one.place_id, one.state, look.moment(one.promised_at))
        for one in record.late
    )
    return ServiceToday(look.hours.local_day(look.now), ring, decide, late, sum(record.counts.values()))


def _row(record: ServiceRecord, key: str, order_id: str, place_id: int, why: str, at: Moment) -> ServiceRow:
    name = covered_name(record.names.get(order_id, ""))
    number = record.numbers.get(order_id, "")
    return ServiceRow(key, order_id, number, name, record.places.get(place_id, ""), why, at)

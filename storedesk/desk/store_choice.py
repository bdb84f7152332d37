"""The stores that could take a pickup over: their hours, and how much of it each has free."""

from dataclasses import dataclass

from storedesk.actions.action import State
from storedesk.actions.ending_parts import free_at, wanted
from storedesk.actions.pickup_collector import collector_of
from storedesk.actions.reading import row_or_none
from storedesk.desk.moments import Moment, moment
from storedesk.domain.opening_hours import BadOpeningHours, OpeningHours, UnknownZone
from storedesk.domain.place_of_work import STORE
from storedesk.domain.plain_text import NAME_SHOWN, clean_text
from storedesk.domain.records import Fulfilment, FulfilmentLine, Place


@dataclass(frozen=True, slots=True)
class StoreChoice:
    """``closes`` is today's closing (HH:MM) while it is open, ``opens`` the next opening while it is not;
    ``free`` of ``wanted`` articles are there in full."""

    place_id: int
    name: str
    address: str
    closes: str
    opens: Moment | None
    free: int
    wanted: int

    @property
    def has_all(self) -> bool:
        return self.free == self.wanted


@dataclass(frozen=True, slots=True)
class CollectorSeen:
    """Who may collect now: the id of the row, empty for none, and the name."""

    person_id: str
    name: str


def derive_stores(state: State, fulfilment_id: str, now: int) -> tuple[StoreChoice, ...]:
    """Stores that have all of it first; ``now`` in UTC milliseconds."""
    row = row_or_none(state, Fulfilment, fulfilment_id)
    if row is None:
        return ()
    needed: dict[int, int] = {}
    for line in state.among(FulfilmentLine, fulfilment_id=row.id):
        if wanted(line):
            needed[line.variant_id] = needed.get(line.variant_id, 0) + wanted(line)
    places = [place for place in state.among(Place, kind=STORE) if place.id != row.place_id]
    found = [_choice(state, place, needed, now) for place in places]
    return tuple(sorted(found, key=lambda one: (-one.free, one.name)))


def collector_seen(state: State, fulfilment_id: str) -> CollectorSeen:
    row = row_or_none(state, Fulfilment, fulfilment_id)
    person = collector_of(state, row.order_id, str(row.place_id)) if row else None
    return CollectorSeen(person.id, clean_text(person.name, NAME_SHOWN)) if person else CollectorSeen("", "")


def _choice(state: State, place: Place, needed: dict[int, int], now: int) -> StoreChoice:
    free = sum(
        1 for variant, quantity in needed.items() if free_at(state, place.id, variant, now) >= quantity
    )
    closes, opens = _doors(place, now)
    name, address = clean_text(place.name, NAME_SHOWN), clean_text(place.address, NAME_SHOWN)
    return StoreChoice(place.id, name, address, closes, opens, free, len(needed))


def _doors(place: Place, now: int) -> tuple[str, Moment | None]:
    try:
        hours = OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
    except (BadOpeningHours, UnknownZone):
        return "", None
    if hours.is_open(now):
        closing = hours.closing_of(hours.local_day(now))
        return ("" if closing is None else hours.local_clock(closing)), None
    opening = hours.next_opening(now)
    return "", None if opening is None else moment(opening, now, hours)

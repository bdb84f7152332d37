"""The places as routing sees them for one order: free stock, way, hours, what they have sent today, switched off."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from storedesk.actions.action import State
from storedesk.actions.brought_goods import gave_back
from storedesk.actions.incoming_order import Wish
from storedesk.actions.reading import row_or_none
from storedesk.actions.stock_lending import free_units
from storedesk.domain.distance import kilometres
from storedesk.domain.opening_hours import BadOpeningHours, OpeningHours, UnknownZone
from storedesk.domain.pickup_state import CUSTOMER_DECISION, REJECTED, REROUTED
from storedesk.domain.place_of_work import STORE, WAREHOUSE
from storedesk.domain.plain_text import fold
from storedesk.domain.records import Address, Fulfilment, Place, Setting, StockLevel, TillFeed
from storedesk.domain.routing import Candidate, Stock, Wanted
from storedesk.domain.routing_rules import OFF_SETTING
from storedesk.domain.tables import SELLABLE

_GAVE_BACK = frozenset({REJECTED, REROUTED, CUSTOMER_DECISION})


class Asked(NamedTuple):
    """An order with its wish and what is to be placed, smallest steps by article; ``parcels`` are those of the day
    by place."""

    order_id: str
    wish: Wish
    goods: Mapping[int, int]
    parcels: Mapping[int, int]


def wanted_of(asked: Asked) -> Wanted:
    wish = asked.wish
    return Wanted(wish.channel, wish.group, wish.delivery, wish.place_id, asked.goods)


def candidates(state: State, asked: Asked, now: int) -> list[Candidate]:
    """Every store and warehouse; ``now`` in UTC ms."""
    places = [place for place in state.among(Place) if place.kind in (STORE, WAREHOUSE)]
    start = _start(state, places, asked)
    parts = state.among(Fulfilment, order_id=asked.order_id)
    tried = {place for part in parts if part.state in _GAVE_BACK for place in gave_back(state, part)}
    return [_candidate(state, place, asked, start, now)._replace(tried=place.id in tried) for place in places]


def _candidate(state: State, place: Place, asked: Asked, start: Place | None, now: int) -> Candidate:
    hours = hours_of(place)
    open_now = hours is None or hours.is_open(now)
    open_today = hours is None or _closes(hours, now) > now
    feed = row_or_none(state, TillFeed, place.id)
    return Candidate(
        place.id, place.code, place.kind,
        {variant: _stock(state, place.id, variant, now) for variant in asked.goods},
        None if start is None else kilometres(start, place),
        asked.parcels.get(place.id, 0), open_now, open_today, is_off(state, place.id),
        as_of=0 if feed is None else feed.last_sale_at or 0,
    )  # fmt: skip


def is_off(state: State, place_id: int) -> bool:
    row = row_or_none(state, Setting, place_id, OFF_SETTING)
    return row is not None and bool(row.value)


def _stock(state: State, place_id: int, variant_id: int, now: int) -> Stock:
    level = row_or_none(state, StockLevel, place_id, variant_id, SELLABLE)
    if level is None:
        return Stock(0, 0)
    if level.quantity - level.reserved <= 0:
        return Stock(0, level.safety)
    return Stock(max(0, free_units(state, place_id, variant_id, now)), level.safety)


def _start(state: State, places: list[Place], asked: Asked) -> Place | None:
    """Where the way is counted from: the buyer's place, or the place in the town that the goods are sent to."""
    if asked.wish.place_id is not None:
        return next((place for place in places if place.id == asked.wish.place_id), None)
    addresses = state.among(Address, order_id=asked.order_id)
    town = next((fold(one.city) for one in addresses if one.role == "shipping" and one.city), "")
    found = [place for place in places if town and town in fold(place.address) and place.latitude is not None]
    return found[0] if found else None


def _closes(hours: OpeningHours, now: int) -> int:
    return hours.closing_of(hours.local_day(now)) or 0


def hours_of(place: Place) -> OpeningHours | None:
    """None where the place's hours cannot be read: it counts as open."""
    return _hours(place.zone, place.weekly, place.exceptions)


@lru_cache(maxsize=2_000)
def _hours(zone: str, weekly: str, exceptions: str) -> OpeningHours | None:
    try:
        return OpeningHours.from_text(zone, weekly, exceptions)
    except (BadOpeningHours, UnknownZone):
        return None

"""Past orders as routing would have seen them: read from the hub's rows, a few at a time."""

from collections.abc import Sequence
from typing import NamedTuple

from storedesk.actions.incoming_order import Wish
from storedesk.actions.reading import row_or_none
from storedesk.actions.routing_facts import Asked, candidates, wanted_of
from storedesk.domain.place_of_work import STORE, WAREHOUSE
from storedesk.domain.records import Order, OrderLine, Place
from storedesk.domain.routing_replay import PastOrder
from storedesk.domain.wall_clock import MINUTE_MS
from storedesk.hub.placing import day_began, wish_by_parts, wish_from
from storedesk.storage.database_work import Connection
from storedesk.storage.order_wishes import wishes_of
from storedesk.storage.past_orders import Placed, placed_between
from storedesk.storage.rows import Rows
from storedesk.storage.state_view import StateView

DAY_MS = 24 * 60 * MINUTE_MS
MOST_ORDERS = 5_000


class Day(NamedTuple):
    """``start`` in UTC ms; orders in the order in which they were placed."""

    start: int
    orders: tuple[Placed, ...]


class Plan(NamedTuple):
    """``days`` with orders, the newest first; ``places`` are names by number. ``left_out`` orders were too many."""

    days: tuple[Day, ...]
    places: dict[int, str]
    left_out: int

    @property
    def total(self) -> int:
        return sum(len(day.orders) for day in self.days)


def plan_days(connection: Connection, days: int, now: int) -> Plan:
    """The whole days before today; ``now`` in UTC ms."""
    places = [one for one in StateView(Rows(connection)).among(Place) if one.kind in (STORE, WAREHOUSE)]
    today = day_began(places[0], now) if places else now
    found, count = placed_between(connection, today - days * DAY_MS, today, MOST_ORDERS)
    by_day: dict[int, list[Placed]] = {}
    for one in reversed(found):
        by_day.setdefault((one.at - today) // DAY_MS, []).append(one)
    made = tuple(Day(today + day * DAY_MS, tuple(by_day[day])) for day in sorted(by_day, reverse=True))
    return Plan(made, {place.id: place.name for place in places}, count - len(found))


def past_orders(connection: Connection, placed: Sequence[Placed]) -> list[PastOrder]:
    """As they were ordered; hours as at that moment, what is switched off as it is now. Without goods left out."""
    view = StateView(Rows(connection))
    wishes = wishes_of(connection, [one.order_id for one in placed])
    found = []
    for one in placed:
        stored = wishes.get(one.order_id)
        wish = _wish(view, one) if stored is None else wish_from(stored)
        goods: dict[int, int] = {}
        for line in view.among(OrderLine, order_id=one.order_id):
            if line.variant_id is not None and line.ordered > 0:
                goods[line.variant_id] = goods.get(line.variant_id, 0) + line.ordered
        if wish is not None and goods:
            places = candidates(view, Asked(one.order_id, wish, {}, {}), one.at)
            wanted = wanted_of(Asked(one.order_id, wish, goods, {}))
            found.append(PastOrder(wanted, tuple(place._replace(tried=False) for place in places)))
    return found


def _wish(view: StateView, placed: Placed) -> Wish | None:
    order = row_or_none(view, Order, placed.order_id)
    return None if order is None else wish_by_parts(view, order)

"""What if: past orders routed once more by a set of rules, each day from the stock that was there."""

from collections import Counter
from collections.abc import Mapping
from statistics import median_low
from typing import NamedTuple

from storedesk.domain.routing import Candidate, Stock, Wanted, route
from storedesk.domain.routing_rules import SENT, RuleSet

Figures = Mapping[tuple[int, int], Stock]
"""Stock by place and article."""


class PastOrder(NamedTuple):
    """``places`` as they were for the order, without stock and parcels."""

    wanted: Wanted
    places: tuple[Candidate, ...]


class Outcome(NamedTuple):
    """``whole`` orders left in one parcel, ``split`` in several, ``unplaced`` found no place for all or a part;
    together they are ``orders``. ``km`` is the middle way of parcels that were sent, None where no way is known.
    ``over_limit`` counts days of places that sent more than their daily limit. ``by_place``: orders that a place
    does, or a part of them."""

    orders: int
    whole: int
    split: int
    unplaced: int
    km: int | None
    over_limit: int
    by_place: Mapping[int, int]


class Replay:
    """One set of rules over many days: ``new_day``, then the day's orders in their order."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._stock: dict[tuple[int, int], Stock] = {}
        self._parcels: Counter[int] = Counter()
        self._codes: dict[int, str] = {}
        self._by_place: Counter[int] = Counter()
        self._ways: list[int] = []
        self._orders = self._whole = self._split = self._over = 0

    def new_day(self, stock: Figures) -> None:
        """What the day before gave out is in ``stock`` as far as it really left."""
        self._close_day()
        self._stock, self._parcels = dict(stock), Counter()

    def take(self, past: PastOrder) -> None:
        places = [self._as_now(place, past.wanted) for place in past.places]
        routed = route(past.wanted, places, self._rules)
        used = sorted({share.place_id for share in routed.shares})
        self._orders += 1
        self._whole += len(used) == 1 and not routed.left
        self._split += len(used) > 1 and not routed.left
        for share in routed.shares:
            there = self._stock[share.place_id, share.variant_id]
            self._stock[share.place_id, share.variant_id] = there._replace(free=there.free - share.quantity)
        self._by_place.update(used)
        if past.wanted.delivery == SENT:
            self._parcels.update(used)
            self._ways += [place.km for place in places if place.place_id in used and place.km is not None]

    def outcome(self) -> Outcome:
        self._close_day()
        self._parcels = Counter()
        return Outcome(
            self._orders,
            self._whole,
            self._split,
            self._orders - self._whole - self._split,
            median_low(self._ways) if self._ways else None,
            self._over,
            dict(self._by_place),
        )

    def _as_now(self, place: Candidate, wanted: Wanted) -> Candidate:
        self._codes[place.place_id] = place.code
        keys = {article: (place.place_id, article) for article in wanted.goods}
        stock = {article: self._stock[key] for article, key in keys.items() if key in self._stock}
        return place._replace(stock=stock, parcels_today=self._parcels[place.place_id])

    def _close_day(self) -> None:
        for place_id, parcels in self._parcels.items():
            limit = self._rules.limit_of(self._codes[place_id])
            self._over += limit is not None and parcels > limit

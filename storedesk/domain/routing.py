"""Which place does an order: the first rule that finds one, and for every place why it does it or not."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from storedesk.domain.routing_rules import COLLECTED, NOW, TODAY, Rule, RuleSet

CHOSEN, NEXT, NO = "chosen", "next", "no"
"""What comes of a place: it does the order (or a part), it could do it all, or it cannot."""
SWITCHED_OFF, TRIED, WRONG_PLACE, NO_POSITION, TOO_FAR, CLOSED, FULL, TOO_LITTLE, NOT_NEEDED, NEAREST, SHARES = (
    "switched_off", "tried", "wrong_place", "no_position", "too_far", "closed", "full", "too_little", "not_needed",
    "nearest", "shares",
)  # fmt: skip
_FURTHEST = 1 << 30


class Wanted(NamedTuple):
    """An order as routing sees it: ``goods`` are smallest steps by article, summed over all lines; ``place_id``
    is where the buyer collects, None where it is sent."""

    channel: str
    group: str
    delivery: str
    place_id: int | None
    goods: Mapping[int, int]


class Stock(NamedTuple):
    """What nobody has a claim to at a place, and how much of it the place keeps for safety."""

    free: int
    safety: int


class Candidate(NamedTuple):
    """A place as it is now. ``km`` is the way to the customer, None if unknown; ``tried`` says that it has had
    the order and given it back; ``as_of`` is when its figures were last changed (UTC ms)."""

    place_id: int
    code: str
    kind: str
    stock: Mapping[int, Stock]
    km: int | None
    parcels_today: int
    open_now: bool
    open_today: bool
    off: bool = False
    tried: bool = False
    as_of: int = 0


class Looked(NamedTuple):
    """What the deciding rule made of a place. ``why`` is the reason's word, ``figure`` the value that failed or
    decided and ``limit`` what stood against it; ``article`` is the one there was too little of."""

    place_id: int
    outcome: str
    why: str
    figure: int = 0
    limit: int = 0
    article: int = 0


class Share(NamedTuple):
    """So much of an article at a place, in smallest steps."""

    place_id: int
    variant_id: int
    quantity: int


class Routed(NamedTuple):
    """``rule`` counts from 1, 0 where none fits; ``shares`` are what is to be reserved, ``left`` what waits.

    ``brought_to`` is the place to which the shares of all others have to be brought, for a pickup.
    """

    rule: int
    shares: tuple[Share, ...]
    left: Mapping[int, int]
    looked: tuple[Looked, ...]
    brought_to: int | None = None


def route(order: Wanted, candidates: Iterable[Candidate], rules: RuleSet) -> Routed:
    """The same for the same facts, in whatever order they come. Nothing is shared out beyond what is free."""
    places = sorted(candidates, key=lambda one: one.place_id)
    last: tuple[Looked, ...] = ()
    for number, rule in enumerate(rules.rules, 1):
        if not rule.on or not rule.orders.takes(order.channel, order.group, order.delivery):
            continue
        shares, last = _by_rule(order, places, rule, rules)
        if shares:
            left = _left(order.goods, shares)
            away = order.delivery == COLLECTED and any(one.place_id != order.place_id for one in shares)
            return Routed(number, shares, left, last, order.place_id if away else None)
    return Routed(0, (), dict(order.goods), last)


def _by_rule(
    order: Wanted, places: Sequence[Candidate], rule: Rule, rules: RuleSet
) -> tuple[tuple[Share, ...], tuple[Looked, ...]]:
    home_off = any(one.off for one in places if one.place_id == order.place_id)
    against = {one.place_id: _against(order, one, rule, rules, home_off=home_off) for one in places}
    able = sorted((one for one in places if against[one.place_id] is None), key=_nearest_first)
    whole = [one for one in able if _first_short(order.goods, one, rule) is None]
    if whole and order.delivery == COLLECTED:
        whole.sort(key=lambda one: one.place_id != order.place_id)
    if whole:
        shares = tuple(Share(whole[0].place_id, *part) for part in sorted(order.goods.items()) if part[1] > 0)
    else:
        shares = _split(order.goods, able, rule, order.place_id if order.delivery == COLLECTED else None)
    used = {share.place_id for share in shares}
    alone = len(used) == 1 and bool(whole)
    looked = tuple(_looked(order, one, rule, against[one.place_id], used, alone=alone) for one in places)
    return shares, looked


def _nearest_first(place: Candidate) -> tuple[int, int, int]:
    return (_FURTHEST if place.km is None else place.km, place.parcels_today, place.place_id)


def _against(order: Wanted, place: Candidate, rule: Rule, rules: RuleSet, *, home_off: bool) -> Looked | None:
    """What keeps a place out before its stock is looked at; nothing is brought to a place that is switched off."""

    def no(why: str, figure: int = 0, limit: int = 0) -> Looked:
        return Looked(place.place_id, NO, why, figure, limit)

    if place.off:
        return no(SWITCHED_OFF)
    if place.tried:
        return no(TRIED)
    at_home = place.place_id == order.place_id
    brings = rule.from_elsewhere and order.place_id is not None and not home_off
    if order.delivery == COLLECTED and not at_home and not brings:
        return no(WRONG_PLACE)
    if rule.places and not at_home and not {place.code, place.kind} & set(rule.places):
        return no(WRONG_PLACE)
    if rule.km is not None and not at_home and place.km is None:
        return no(NO_POSITION, limit=rule.km)
    if rule.km is not None and not at_home and (place.km or 0) > rule.km:
        return no(TOO_FAR, place.km or 0, rule.km)
    if (rule.opening == NOW and not place.open_now) or (rule.opening == TODAY and not place.open_today):
        return no(CLOSED)
    limit = rules.limit_of(place.code) if rule.capacity else None
    if limit is not None and place.parcels_today >= limit:
        return no(FULL, place.parcels_today, limit)
    return None


def can_give(place: Candidate, variant_id: int, rule: Rule) -> int:
    """What the place may promise of an article under a rule."""
    stock = place.stock.get(variant_id, Stock(0, 0))
    return max(0, stock.free - (stock.safety if rule.safety else 0))


def _first_short(goods: Mapping[int, int], place: Candidate, rule: Rule) -> Looked | None:
    for variant_id, quantity in sorted(goods.items()):
        there = can_give(place, variant_id, rule)
        if there < quantity:
            return Looked(place.place_id, NO, TOO_LITTLE, there, quantity, variant_id)
    return None


def _split(
    goods: Mapping[int, int], able: Sequence[Candidate], rule: Rule, home: int | None
) -> tuple[Share, ...]:
    """Where the buyer collects first, then the place that has most, up to the parcels the rule allows; all of it,
    unless a part is allowed."""
    left = {variant: quantity for variant, quantity in goods.items() if quantity > 0}
    shares: list[Share] = []
    unused = list(able)
    for _ in range(rule.most_parcels):
        if not left or not unused:
            break
        offers = [(one, sum(_given(one, left, rule).values())) for one in unused]
        best = max(offers, key=lambda offer: (offer[1] > 0 and offer[0].place_id == home, offer[1]))[0]
        given = {variant: quantity for variant, quantity in _given(best, left, rule).items() if quantity}
        if not given:
            break
        unused.remove(best)
        shares += [Share(best.place_id, variant, quantity) for variant, quantity in sorted(given.items())]
        left = {variant: rest for variant, rest in _left(left, shares[-len(given) :]).items() if rest}
    return tuple(shares) if not left or rule.partial else ()


def _given(place: Candidate, left: Mapping[int, int], rule: Rule) -> dict[int, int]:
    return {variant: min(quantity, can_give(place, variant, rule)) for variant, quantity in left.items()}


def _left(goods: Mapping[int, int], shares: Iterable[Share]) -> dict[int, int]:
    left = dict(goods)
    for share in shares:
        left[share.variant_id] -= share.quantity
    return {variant: quantity for variant, quantity in left.items() if quantity > 0}


def _looked(
    order: Wanted, place: Candidate, rule: Rule, against: Looked | None, used: set[int], *, alone: bool
) -> Looked:
    if place.place_id in used:
        return Looked(place.place_id, CHOSEN, NEAREST if alone else SHARES, place.km or 0)
    if against is not None:
        return against
    return _first_short(order.goods, place, rule) or Looked(place.place_id, NEXT, NOT_NEEDED, place.km or 0)


__all__ = ["Candidate", "Looked", "Routed", "Share", "Stock", "Wanted", "can_give", "route"]

"""Why this store: an order routed again as if nobody had it yet; nothing is changed."""

from collections.abc import Mapping
from typing import NamedTuple

from storedesk.actions.action import State
from storedesk.actions.brought_goods import at_place, is_brought
from storedesk.actions.chain_setting import CHAIN, setting
from storedesk.actions.ending_parts import reserved, wanted
from storedesk.actions.incoming_order import Wish
from storedesk.actions.order_unplaced import unplaced
from storedesk.actions.routing_facts import Asked, candidates, wanted_of
from storedesk.actions.send_home import SHIP
from storedesk.domain.pickup_state import CUSTOMER_DECISION, FINAL, REJECTED
from storedesk.domain.records import Fulfilment, FulfilmentLine, Order, OrderLine, Transfer, TransferLine
from storedesk.domain.routing import Candidate, Routed, Stock, route
from storedesk.domain.routing_rules import SETTING, RuleSet, rules_from


class Why(NamedTuple):
    """``goods`` are smallest steps by article, ``given`` the places that have the order now, ``rule`` the name of
    the rule that finds a place, or empty; ``waits`` is what no place has now, by article."""

    order: Order
    goods: Mapping[int, int]
    places: tuple[Candidate, ...]
    rules: RuleSet
    routed: Routed
    rule: str
    given: tuple[int, ...]
    waits: Mapping[int, int]


def why_place(
    state: State, order: Order, wish: Wish, parcels: Mapping[int, int], now: int, by: str | None = None
) -> Why:
    """What the order itself holds counts as free for it. ``by`` is the JSON of rules other than those in use.
    Raises RoutingWrong; ``now`` in UTC ms."""
    rules = rules_from(setting(state, CHAIN, SETTING) if by is None else by)
    goods: dict[int, int] = {}
    for line in state.among(OrderLine, order_id=order.id):
        if line.variant_id is not None and line.ordered > line.cancelled:
            goods[line.variant_id] = goods.get(line.variant_id, 0) + line.ordered - line.cancelled
    own, sent = _own(state, order.id)
    less = {place: count - sent.get(place, 0) for place, count in parcels.items()}
    asked = Asked(order.id, wish, goods, less)
    places = tuple(_with_own(place, own) for place in candidates(state, asked, now))
    routed = route(wanted_of(asked), places, rules)
    name = rules.rules[routed.rule - 1].name if routed.rule else ""
    given = tuple(sorted({place for (place, _article), units in own.items() if units}))
    return Why(order, goods, places, rules, routed, name, given, _waits(state, order, wish))


def _waits(state: State, order: Order, wish: Wish) -> dict[int, int]:
    """What was given to no place, or given back by one and not taken by another."""
    waits: dict[int, int] = {}
    if order.state != "open":
        return waits
    articles = {line.line: line.variant_id for line in state.among(OrderLine, order_id=order.id)}
    found = list(unplaced(state, order, wish.gone).items())
    for part in state.among(Fulfilment, order_id=order.id):
        if part.state in (REJECTED, CUSTOMER_DECISION):
            lines = state.among(FulfilmentLine, fulfilment_id=part.id)
            found += [(line.line, wanted(line)) for line in lines]
    for number, units in found:
        article = articles.get(number)
        if article is not None and units:
            waits[article] = waits.get(article, 0) + units
    return waits


def _own(state: State, order_id: str) -> tuple[dict[tuple[int, int], int], dict[int, int]]:
    """What the order's open parts have reserved by place and article, and the parcels they are by place."""
    own: dict[tuple[int, int], int] = {}
    sent: dict[int, int] = {}

    def has(place: int, article: int, quantity: int) -> None:
        own[place, article] = own.get((place, article), 0) + quantity

    for part in state.among(Fulfilment, order_id=order_id):
        if part.state in FINAL:
            continue
        if part.kind == SHIP:
            sent[part.place_id] = sent.get(part.place_id, 0) + 1
        for line in state.among(FulfilmentLine, fulfilment_id=part.id):
            if not is_brought(part) or line.picked:
                has(part.place_id, line.variant_id, at_place(part, line, reserved(line)))
        for row in state.among(Transfer, fulfilment_id=part.id):
            for asked in state.among(TransferLine, transfer_id=row.id):
                has(row.from_id, asked.variant_id, asked.reserved)
    return own, sent


def _with_own(place: Candidate, own: Mapping[tuple[int, int], int]) -> Candidate:
    stock = {
        article: Stock(there.free + own.get((place.place_id, article), 0), there.safety)
        for article, there in place.stock.items()
    }
    return place._replace(stock=stock)

"""An order finds its place: reserved and promised where the rules say, or it waits with a task and nothing is promised."""

from collections.abc import Mapping
from typing import NamedTuple

from storedesk.actions.action import Act, State
from storedesk.actions.brought_goods import ask_for_goods
from storedesk.actions.chain_setting import CHAIN, setting
from storedesk.actions.effects import Effects
from storedesk.actions.ending_parts import end_part
from storedesk.actions.incoming_order import Wish
from storedesk.actions.open_tasks import settle
from storedesk.actions.order_people import follow
from storedesk.actions.order_promise import DAY_MS, Promise, promise_at, promise_brought
from storedesk.actions.order_tasks import ask_waiting, central_place, settle_waiting
from storedesk.actions.order_unplaced import unplaced
from storedesk.actions.reading import row_or_none
from storedesk.actions.routing_facts import Asked, candidates, wanted_of
from storedesk.actions.send_home import SEND_TASK, SHIP
from storedesk.domain.changes import Change
from storedesk.domain.ids import derived_id
from storedesk.domain.pickup_state import CUSTOMER_DECISION, FINAL, INBOUND, NEW, REJECTED, REROUTED
from storedesk.domain.records import Fulfilment, FulfilmentLine, Order, OrderLine
from storedesk.domain.routing import Candidate, Routed, route
from storedesk.domain.routing_rules import COLLECTED, SETTING, RoutingWrong, RuleSet, rules_from

PICKUP = "pickup"


class Tried(NamedTuple):
    """What routing makes of an order at a moment, and what it was made from."""

    lines: Mapping[int, int]
    places: tuple[Candidate, ...]
    routed: Routed
    rules: RuleSet


def try_to_place(
    state: State, order: Order, wish: Wish, parcels: Mapping[int, int], now: int, without: str = ""
) -> Tried:
    """Changes nothing. ``parcels`` are those of the day by place; the part ``without`` counts as given back.
    Raises RoutingWrong."""
    rules = rules_from(setting(state, CHAIN, SETTING))
    lines = unplaced(state, order, wish.gone, without)
    asked = Asked(order.id, wish, _summed(state, order.id, lines), parcels)
    places = tuple(candidates(state, asked, now))
    return Tried(lines, places, route(wanted_of(asked), places, rules), rules)


def place_order(
    state: State, order_id: str, wish: Wish, parcels: Mapping[int, int], now: int
) -> tuple[Change, ...]:
    """Places what waits of an order; what finds no place waits on, with one task. ``now`` in UTC ms."""
    order = row_or_none(state, Order, order_id)
    if order is None or order.state != "open":
        return settle_waiting(state, order_id, "no_longer", now)
    waiting_at = wish.place_id or central_place(state)
    try:
        tried = try_to_place(state, order, wish, parcels, now)
    except RoutingWrong:
        return ask_waiting(state, order_id, waiting_at, {"order": order.number, "reason": "rules_wrong"}, now)
    if not tried.lines:
        return settle_waiting(state, order_id, "no_longer", now)
    effects = _effects(state, order, now)
    if tried.routed.shares:
        _make_parts(effects, order, wish, tried)
        effects.note(order_id, "placed", {"places": _places(tried), "rule": tried.routed.rule})
    left = tried.routed.left
    facts = {"order": order.number, "reason": "no_place", "quantity": sum(left.values())}
    if not left:
        return (*effects.changes, *settle_waiting(state, order_id, "placed", now))
    return (*effects.changes, *ask_waiting(state, order_id, waiting_at, facts, now))


def place_again(
    state: State, fulfilment_id: str, wish: Wish, parcels: Mapping[int, int], now: int
) -> tuple[Change, ...]:
    """A part that a place could not do goes to another that can do all of it, or as much as the rule lets go with the
    rest waiting; else its customer decides."""
    part = row_or_none(state, Fulfilment, fulfilment_id)
    order = None if part is None else row_or_none(state, Order, part.order_id)
    if part is None or order is None or part.state != REJECTED or order.state != "open":
        return ()
    try:
        tried = try_to_place(state, order, wish, parcels, now, without=part.id)
    except RoutingWrong:
        return ()
    if not tried.routed.shares:
        return ()
    effects = _effects(state, order, now)
    settle(effects, part.id, "customer_decision", "rerouted")
    settle(effects, part.id, SEND_TASK, "rerouted")
    end_part(effects, part, REROUTED)
    _make_parts(effects, order, wish, tried)
    effects.note(order.id, "rerouted", {"places": _places(tried), "from": part.place_id})
    left = sum(tried.routed.left.values())
    if not left:
        return tuple(effects.changes)
    facts = {"order": order.number, "reason": "no_place", "quantity": left}
    waiting_at = wish.place_id or central_place(state)
    return (*effects.changes, *ask_waiting(state, order.id, waiting_at, facts, now))


def _effects(state: State, order: Order, now: int) -> Effects:
    made = len(state.among(Fulfilment, order_id=order.id))
    mark = derived_id("place order", order.id, str(made), str(now))
    return Effects(state, Act(mark, "PlaceOrder", None, 0, 0, ""), now)


def _places(tried: Tried) -> list[int]:
    return sorted({share.place_id for share in tried.routed.shares})


def _summed(state: State, order_id: str, lines: Mapping[int, int]) -> dict[int, int]:
    goods: dict[int, int] = {}
    for line in state.among(OrderLine, order_id=order_id):
        if line.line in lines and line.variant_id is not None:
            goods[line.variant_id] = goods.get(line.variant_id, 0) + lines[line.line]
    return goods


def _make_parts(effects: Effects, order: Order, wish: Wish, tried: Tried) -> None:
    """One part for each place, with what it reserves there; what a pickup's place lacks is brought from another."""
    left = dict(tried.lines)
    rows = [row for row in effects.state.among(OrderLine, order_id=order.id) if row.line in left]
    parts: dict[int, Fulfilment] = {}
    goods: dict[int, dict[int, int]] = {}
    for share in tried.routed.shares:
        if share.place_id not in parts:
            parts[share.place_id] = _part(effects, order, wish, share.place_id, tried)
        if parts[share.place_id].source_id:
            goods.setdefault(share.place_id, {})[share.variant_id] = share.quantity
        else:
            effects.release(share.place_id, share.variant_id, -share.quantity)
        rest = share.quantity
        for row in rows:
            taken = min(rest, left[row.line]) if row.variant_id == share.variant_id else 0
            if taken:
                effects.insert(
                    FulfilmentLine(
                        parts[share.place_id].id, row.line, share.variant_id, taken, 0, 0, 0, "", 0, 0, 0
                    )
                )
                left[row.line] -= taken
                rest -= taken
    for source, brought in goods.items():
        ask_for_goods(effects, parts[source], brought)
    follow(effects, order.id, next(iter(parts.values())).place_id, _working_on(effects.state, order.id))


def _working_on(state: State, order_id: str) -> set[int]:
    """The places that have goods of the order to give out."""
    parts = state.among(Fulfilment, order_id=order_id)
    return {part.place_id for part in parts if part.state not in (*FINAL, REJECTED, CUSTOMER_DECISION)}


def _part(effects: Effects, order: Order, wish: Wish, place_id: int, tried: Tried) -> Fulfilment:
    at, brought_to, source = effects.at, tried.routed.brought_to, 0
    collected = wish.delivery == COLLECTED
    promise = Promise(at + DAY_MS)
    if brought_to is not None and brought_to != place_id:
        place_id, source = brought_to, place_id
        promise = promise_brought(effects.state, place_id, tried.rules, at)
    elif collected:
        promise = promise_at(effects.state, place_id, tried.rules, at)
    part = effects.insert(
        Fulfilment(
            effects.new_id(), order.id, order.number, place_id, PICKUP if collected else SHIP,
            INBOUND if source else NEW, promise.promised_at, promise.last_day, None, "", None, None, None, "", 0,
            "", at, promise.expected_at, source,
        )
    )  # fmt: skip
    if not collected:
        effects.task(SEND_TASK, place_id, {"order": order.number}, order.id, part.id)
    return part

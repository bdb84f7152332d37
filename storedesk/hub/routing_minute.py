"""Each minute on the hub: orders that wait are tried again when due, and what was rejected or is short goes elsewhere."""

from functools import partial

from storedesk.actions.order_placing import place_again, place_order
from storedesk.actions.order_tasks import WAITS_TASK
from storedesk.actions.short_units import GIVES_BACK, give_back_short
from storedesk.domain.pickup_state import REJECTED
from storedesk.domain.records import Setting
from storedesk.domain.routing_rules import SETTING, USUAL, USUAL_MINUTES, RoutingWrong, RuleSet, rules_from
from storedesk.domain.wall_clock import MINUTE_MS
from storedesk.hub.minute_steps import Step
from storedesk.hub.placing import parcels_today, wish_from
from storedesk.storage.database_work import Connection
from storedesk.storage.order_wishes import StoredWish, rejected_parts, short_parts, waiting_orders, wishes_of
from storedesk.storage.rows import Rows

MOST = 500
REJECTED_FOR_MS = 3 * 24 * 3_600_000
"""A part that was rejected longer ago is its customer's decision alone."""


def routing_steps(connection: Connection, now: int) -> list[Step]:
    """``now`` in UTC milliseconds."""
    waiting = waiting_orders(connection, WAITS_TASK, MOST)
    rejected = rejected_parts(connection, REJECTED, now - REJECTED_FOR_MS, MOST)
    short = short_parts(connection, sorted(GIVES_BACK), now - REJECTED_FOR_MS, MOST)
    if not waiting and not rejected and not short:
        return []
    rules, parcels = _rules(connection), parcels_today(connection, now)
    wishes = wishes_of(connection, [*waiting, *(order_id for _part, order_id in (*rejected, *short))])
    due = [wishes[one] for one in waiting if one in wishes and _is_due(rules, wishes[one], now)]
    due.sort(key=lambda wish: _batch_of(rules, wish))
    again = [
        partial(place_again, fulfilment_id=part, wish=wish_from(wishes[order_id]), parcels=parcels, now=now)
        for part, order_id in rejected
    ]
    waits = [
        partial(place_order, order_id=wish.order_id, wish=wish_from(wish), parcels=parcels, now=now)
        for wish in due
    ]
    back = [
        partial(give_back_short, fulfilment_id=part, gone=wishes[order_id].gone, now=now)
        for part, order_id in short
    ]
    return [*again, *back, *waits]


def _rules(connection: Connection) -> RuleSet:
    stored = Rows(connection).get("setting", (0, SETTING))
    if stored is None:
        return USUAL
    row: Setting = stored.row
    try:
        return rules_from(row.value)
    except RoutingWrong:
        return USUAL


def _is_due(rules: RuleSet, wish: StoredWish, now: int) -> bool:
    """The first run that takes the order says how often it is looked at."""
    about = (wish.channel, wish.group, wish.delivery)
    every = next((run.every_minutes for run in rules.runs if run.orders.takes(*about)), USUAL_MINUTES)
    return now // MINUTE_MS % every == 0


def _batch_of(rules: RuleSet, wish: StoredWish) -> int:
    about = (wish.channel, wish.group, wish.delivery)
    places = (number for number, one in enumerate(rules.batches) if one.orders.takes(*about))
    return next(places, len(rules.batches))

"""Goods that nobody collects: let go by value and age, the money asked back, the goods scanned to their shelf."""

from collections.abc import Sequence

import msgspec

from storedesk.actions.action import Accepted, Act, Refusal, State
from storedesk.actions.chain_setting import setting
from storedesk.actions.effects import Effects
from storedesk.actions.open_tasks import settle
from storedesk.actions.pickup_shelf_args import ReleaseNotCollected
from storedesk.actions.pickup_work import fulfilment_here, require_state
from storedesk.actions.reading import need, row_or_none
from storedesk.actions.rights import is_supervisor
from storedesk.domain import keep_rules, payment, pickup_state
from storedesk.domain.opening_hours import NeverOpen, OpeningHours
from storedesk.domain.reasons import CallsMissing, LastDayNotOver, SecondCheckNeeded
from storedesk.domain.records import (
    Fulfilment,
    FulfilmentLine,
    Order,
    OrderLine,
    Parcel,
    Payment,
    Place,
    TimelineEntry,
)
from storedesk.domain.wall_clock import NotALocalDay

TASK, RESTOCK_TASK = "not_collected", "restock"
MAY_BE_RELEASED = (pickup_state.READY, pickup_state.PARTLY_COLLECTED)
_PAID = frozenset({payment.CAPTURED, payment.AUTHORISED, payment.ON_ACCOUNT, payment.PART_PAID})


def outstanding(line: FulfilmentLine) -> int:
    """What was picked and is neither with the customer nor back on its shelf."""
    return line.picked - line.collected - line.restocked


def is_late(row: Fulfilment, order: Order | None, place: Place, at: int) -> bool:
    """True once the closing of the last day has passed on the place's calendar, or the card's hold has."""
    try:
        hours = OpeningHours.from_text(place.zone, place.weekly, place.exceptions)
        end = hours.end_of_last_day(row.last_day)
    except (NotALocalDay, NeverOpen):
        return False
    if order is not None:
        end = payment.end_of_pickup(order.payment_state, order.authorised_until, end)
    return end <= at


def waiting_value(state: State, row: Fulfilment) -> int:
    """What the goods that wait are worth, in 1/10,000 of the order's currency."""
    lines = {line.line: line for line in state.among(OrderLine, order_id=row.order_id)}
    total = 0
    for part in state.among(FulfilmentLine, fulfilment_id=row.id):
        line = lines.get(part.line)
        if line is not None:
            total += keep_rules.share_of(line.amount, line.ordered, outstanding(part))
    return total


def keep_rule(state: State, row: Fulfilment, order: Order) -> keep_rules.KeepRule:
    return keep_rules.rule_for(keep_rules_of(state, row, order), waiting_value(state, row))


def keep_rules_of(state: State, row: Fulfilment, order: Order) -> tuple[keep_rules.KeepRule, ...]:
    """The bands of the place, else of the chain, for this kind of customer."""
    key = keep_rules.BUSINESS if order.company_id else order.currency
    return keep_rules.rules_from(key, setting(state, row.place_id, f"{keep_rules.SETTING}.{key}"))


def calls_made(entries: Sequence[TimelineEntry], since: int) -> int:
    """How often somebody tried to reach the customer since the goods were ready."""
    tried = ("no_answer", "call_back")
    return sum(
        1
        for entry in entries
        if entry.kind == "contact_logged" and entry.at >= since and _outcome(entry) in tried
    )


def begin_release(state: State, act: Act, at: int) -> None:
    _may_be_released(state, act, at)


def release(state: State, act: Act, at: int, now: int) -> Accepted:
    """The goods wait for their shelves; only the hub asks for the money to go back, once."""
    args: ReleaseNotCollected = act.args
    row = _may_be_released(state, act, at)
    effects = Effects(state, act, at)
    effects.set(row, state=pickup_state.NOT_COLLECTED, changed_at=at)
    effects.note(row.order_id, "not_collected", {"reason": args.reason})
    settle(effects, row.id, TASK, "released")
    if state.is_central:
        _ask_refund(effects, row)
    ask_to_put_back(effects, row)
    return effects.accepted()


def ask_to_put_back(effects: Effects, row: Fulfilment) -> None:
    """A task with the bins from which the goods go to their shelves, if there are any."""
    lines = effects.state.among(FulfilmentLine, fulfilment_id=row.id)
    quantity = sum(outstanding(line) for line in lines)
    standing = [one for one in effects.state.among(Parcel, fulfilment_id=row.id) if one.state == "staged"]
    bins = sorted({parcel.bin for parcel in standing})
    if quantity:
        facts = {"order": row.order_number, "quantity": quantity, "bin": ", ".join(bins)}
        effects.task(RESTOCK_TASK, row.place_id, facts, row.order_id, row.id)


def _may_be_released(state: State, act: Act, at: int) -> Fulfilment:
    args: ReleaseNotCollected = act.args
    row = fulfilment_here(state, act, args.fulfilment_id)
    require_state(row, MAY_BE_RELEASED, pickup_state.NOT_COLLECTED)
    order = need(state, Order, row.order_id)
    rule = keep_rule(state, row, order)
    if args.reason == "no_answer":
        _refuse_too_early(state, row, order, rule, at)
    boss = is_supervisor(state, act, act.staff_id, at) or is_supervisor(state, act, args.checked_by, at)
    if rule.by == keep_rules.MANAGER and not boss:
        raise Refusal(SecondCheckNeeded("not_collected"))
    return row


def _refuse_too_early(
    state: State, row: Fulfilment, order: Order, rule: keep_rules.KeepRule, at: int
) -> None:
    """Without a word of the customer the last day has to pass, and they have to be tried first."""
    if not is_late(row, order, need(state, Place, row.place_id), at):
        raise Refusal(LastDayNotOver(row.last_day))
    entries = state.among(TimelineEntry, order_id=row.order_id)
    missing = rule.calls - calls_made(entries, row.ready_at or 0)
    if missing > 0:
        raise Refusal(CallsMissing(missing))


def _ask_refund(effects: Effects, row: Fulfilment) -> None:
    state = effects.state
    order = row_or_none(state, Order, row.order_id)
    if order is None or order.payment_state not in _PAID:
        return
    amount = waiting_value(state, row)
    if order.payment_state == payment.PART_PAID:
        amount = min(amount, max(0, order.total - order.due))
    for line in state.among(FulfilmentLine, fulfilment_id=row.id):
        effects.set(line, refunded=line.refunded + outstanding(line))
    if amount:
        effects.insert(
            Payment(effects.new_id(), order.id, "refund", "", payment.REFUND_ASKED, amount, effects.at, "")
        )
    if _nothing_else(state, row):
        effects.set(order, payment_state=payment.REFUND_ASKED, changed_at=effects.at)
    effects.note(order.id, "refund_asked", {"amount": amount, "currency": order.currency})


def _nothing_else(state: State, row: Fulfilment) -> bool:
    """No goods of the order have gone to the customer, and none are still to go."""
    if any(line.collected for line in state.among(FulfilmentLine, fulfilment_id=row.id)):
        return False
    over = pickup_state.FINAL - {pickup_state.COLLECTED, pickup_state.SHIP_HOME}
    return all(
        other.id == row.id or other.state in over for other in state.among(Fulfilment, order_id=row.order_id)
    )


def _outcome(entry: TimelineEntry) -> str:
    try:
        facts = msgspec.json.decode(entry.facts)
    except msgspec.MsgspecError:
        return ""
    return str(facts.get("outcome", "")) if isinstance(facts, dict) else ""

"""What a channel is to be told about its orders: ready, gone, cancelled, and the money that is asked for."""

from typing import Any, NamedTuple

from storedesk.connectors.neutral import COLLECTED as BY_HAND
from storedesk.connectors.neutral import GONE, READY, SENT
from storedesk.connectors.pushes import (
    CANCEL,
    CAPTURE,
    PART_GONE,
    PART_READY,
    REFUND,
    Ask,
    CancelAsk,
    CaptureAsk,
    PartGone,
    PartReady,
)
from storedesk.domain import payment, pickup_state
from storedesk.domain.customer_message import CORRECTION_WAIT_MS
from storedesk.domain.records import Fulfilment, Order
from storedesk.domain.returnable import refund_of
from storedesk.hub.channels import order_facts as facts_of
from storedesk.hub.channels.order_facts import OrderFacts, Quantities, lines_there, order_facts
from storedesk.hub.channels.plan import About, Plan, about_of, ask_of
from storedesk.hub.channels.plan_refunds import money_for, refunds, still_asked
from storedesk.hub.channels.told_by import told_by_us
from storedesk.storage.channel_outbox import Entry, Planned, order_entity

_CANCELLED = "cancelled"


def order_pushes(plan: Plan, order_id: str) -> list[Planned]:
    """What follows from the order as it is now and has not been planned before, in the order of telling."""
    facts = order_facts(plan, order_id)
    if facts is None:
        return []
    return [*_ready(plan, facts), *_capture(plan, facts), *_gone(plan, facts), *_cancel(plan, facts),
            *refunds(plan, facts)]  # fmt: skip


def still_true(plan: Plan, entry: Entry) -> Ask | None:
    """The message as it is to be sent now; None where it is true no more."""
    about, ask = about_of(entry), ask_of(entry)
    facts = order_facts(plan, about.order)
    if facts is None:
        return None
    part = next((one for one in facts.parts if one.id == about.part), None)
    checks = {
        PART_READY: lambda: part is not None and part.state == READY and part.ready_at == about.at,
        PART_GONE: lambda: part is not None and _all_gone(plan, facts, part, entry),
        CANCEL: lambda: _covers(facts_of.cancelled(plan, facts, without=entry.key), about),
        CAPTURE: lambda: _to_capture(plan, facts),
        REFUND: lambda: still_asked(plan, facts, entry),
    }
    return ask if checks[entry.kind]() else None


class CameBack(NamedTuple):
    """Goods that the channel was told are gone, and that stand here again; ``name`` is the same for the same."""

    name: str
    order: Order
    part: Fulfilment


def came_back(plan: Plan, order_id: str) -> list[CameBack]:
    """Handovers that were corrected after the channel had been told: it cannot take them back by itself."""
    facts = order_facts(plan, order_id)
    if facts is None:
        return []
    found = []
    for part in facts.parts:
        told = facts_of.taken(facts, PART_GONE, part.id)
        more = facts_of.minus(told, facts_of.gone(plan, part))
        if more:
            found.append(
                CameBack(f"{part.id} {sorted(told.items())} {sorted(more.items())}", facts.order, part)
            )
    return found


def _ready(plan: Plan, facts: OrderFacts) -> list[Planned]:
    planned = []
    for part in facts.parts:
        part_id, said = facts_of.part_there(plan, part)
        lines = facts_of.waiting(plan, part)
        if part.state != pickup_state.READY or part.ready_at is None or said in (READY, GONE) or not lines:
            continue
        ask = PartReady(
            facts.external_id, part_id, plan.place_there(part.place_id), lines_there(facts, lines),
            told_by_us(plan, READY, part),
        )  # fmt: skip
        about = _about(facts, part=part.id, at=part.ready_at, lines=lines)
        planned.append(_later(plan, facts, ask, about, [part.id, str(part.ready_at)], part.ready_at))
    return planned


def _gone(plan: Plan, facts: OrderFacts) -> list[Planned]:
    planned = []
    for part in facts.parts:
        part_id, said = facts_of.part_there(plan, part)
        in_all = facts_of.gone(plan, part)
        left = facts_of.minus(in_all, facts_of.told(facts, PART_GONE, part.id))
        if said == GONE or not left:
            continue
        delivery = SENT if part.kind == facts_of.SHIP else BY_HAND
        ask = PartGone(
            facts.external_id, part_id, plan.place_there(part.place_id), delivery, lines_there(facts, left),
            part.changed_at, told_by_us(plan, GONE, part),
        )  # fmt: skip
        about = _about(facts, part=part.id, at=part.changed_at, lines=left)
        made_by = [part.id, str(sorted(in_all.items()))]
        planned.append(_later(plan, facts, ask, about, made_by, part.changed_at))
    return planned


def _capture(plan: Plan, facts: OrderFacts) -> list[Planned]:
    """Asked for once, when the first goods of an order whose money is only held have left. The order's total is the
    channel's, which has taken off what it knows to be cancelled."""
    if not _to_capture(plan, facts):
        return []
    order = facts.order
    said = facts_of.said_cancelled(plan, facts)
    off = sum(
        refund_of(line.amount, line.ordered, known, max(0, line.cancelled - known), order.currency)
        for line in facts.lines.values()
        for known in (said.get(line.line, 0),)
    )
    amount = order.total - off
    if amount <= 0:
        return []
    at = max(part.changed_at for part in facts.parts)
    ask = CaptureAsk(facts.external_id, amount, order.currency)
    return [_later(plan, facts, ask, _about(facts), [order.id], at)]


def _to_capture(plan: Plan, facts: OrderFacts) -> bool:
    held = facts.order.payment_state == payment.AUTHORISED
    return held and any(facts_of.gone(plan, part) for part in facts.parts)


def _cancel(plan: Plan, facts: OrderFacts) -> list[Planned]:
    """Without its money; what is cancelled together with money that was taken goes as a refund."""
    left = facts_of.cancelled(plan, facts)
    if not left or money_for(plan, facts):
        return []
    goods = [line for line in facts.lines.values() if line.kind == "goods"]
    whole = facts.order.state == _CANCELLED and all(left.get(line.line, 0) == line.ordered for line in goods)
    lines = () if whole else lines_there(facts, left)
    if not whole and not lines:
        return []
    ask = CancelAsk(facts.external_id, lines, "cancelled_here", restock=True)
    in_all = sorted((line.line, line.cancelled) for line in goods if line.cancelled)
    at = facts.order.changed_at
    about = _about(facts, lines=left)
    return [plan.push(ask, about, order_entity(facts.order.id), [facts.order.id, str(in_all)], at)]


def _all_gone(plan: Plan, facts: OrderFacts, part: Fulfilment, entry: Entry) -> bool:
    """Whether what the message says has left has not been brought back meanwhile."""
    before = facts_of.told(facts, PART_GONE, part.id, without=entry.key)
    return _covers(facts_of.minus(facts_of.gone(plan, part), before), about_of(entry))


def _covers(quantities: Quantities, about: About) -> bool:
    return all(quantities.get(line, 0) >= quantity for line, quantity in about.lines)


def _about(facts: OrderFacts, lines: Quantities | None = None, **values: Any) -> About:
    return About(order=facts.order.id, lines=tuple(sorted((lines or {}).items())), **values)


def _later(plan: Plan, facts: OrderFacts, ask: Ask, about: About, made_by: list[str], at: int) -> Planned:
    """Staff may take back for two minutes what they pressed too early."""
    entity = order_entity(facts.order.id)
    return plan.push(ask, about, entity, made_by, at, due_at=at + CORRECTION_WAIT_MS)

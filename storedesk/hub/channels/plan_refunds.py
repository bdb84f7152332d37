"""Which money a channel is asked to give back: for goods that came back, were never collected, or were cancelled."""

from typing import NamedTuple

from storedesk.connectors.pushes import REFUND, RefundAsk
from storedesk.domain import payment
from storedesk.domain.records import GoodsReturn, Payment
from storedesk.domain.returnable import refund_of
from storedesk.hub.channels import order_facts as facts_of
from storedesk.hub.channels.order_facts import OFF, RETURNED, UNSOLD, OrderFacts, Quantities, lines_there
from storedesk.hub.channels.plan import About, Plan, about_of, ask_of
from storedesk.storage.channel_outbox import DONE, DROPPED, Entry, Planned, order_entity


class _Money(NamedTuple):
    """A refund that was asked for here, with what it is for; no lines where others stand for them."""

    row: Payment
    reason: str
    lines: Quantities


def refunds(plan: Plan, facts: OrderFacts) -> list[Planned]:
    """Each once: the key follows from the return or from the payment's row."""
    asked = _asked(plan, facts)
    returns = {one.external_id: one for one in asked if one.external_id}
    planned = [
        _returned(plan, facts, back, returns[back.number])
        for back in plan.among("goods_return", order_id=facts.order.id)
        if back.state == payment.REFUND_ASKED and back.number in returns
    ]
    return planned + [_loose(plan, facts, money) for money in _for_what(plan, facts, asked)]


def money_for(plan: Plan, facts: OrderFacts) -> bool:
    """Whether what is cancelled now goes together with money that was taken."""
    return any(money.reason == OFF for money in _for_what(plan, facts, _asked(plan, facts)))


def still_asked(plan: Plan, facts: OrderFacts, entry: Entry) -> bool:
    """Whether the money is still to go back: not where the channel has given it back by itself meanwhile."""
    about = about_of(entry)
    if about.goods_return:
        back = plan.row("goods_return", about.goods_return)
        if back is None or back.state != payment.REFUND_ASKED:
            return False
    money: Payment | None = plan.row("payment", about.payment)
    if money is None or money.state != payment.REFUND_ASKED:
        return False
    return money.amount > _given_by_itself(plan, facts)


def _asked(plan: Plan, facts: OrderFacts) -> list[Payment]:
    rows = plan.among("payment", order_id=facts.order.id)
    found = [one for one in rows if one.kind == "refund" and one.state == payment.REFUND_ASKED]
    return sorted(found, key=lambda one: (one.at, one.id))


def _for_what(plan: Plan, facts: OrderFacts, asked: list[Payment]) -> list[_Money]:
    """The refunds that no return asked for and that were not told: for what was never collected, and for what was
    cancelled after money had been taken. What was cancelled before is no matter of money."""
    told = {about_of(one).payment for one in facts.pushes if one.kind == REFUND and one.state != DROPPED}
    loose = [one for one in asked if not one.external_id and one.id not in told]
    if not loose:
        return []
    unsold = facts_of.refunded(plan, facts)
    off = facts_of.cancelled(plan, facts) if _taken(plan, facts) else {}
    worth, found, some_off = _worth(facts, off), list[_Money](), bool(off)
    for row in loose:
        if unsold and not (off and row.amount == worth):
            found.append(_Money(row, UNSOLD, unsold))
            unsold = {}
        elif some_off:
            found.append(_Money(row, OFF, off))
            off = {}
    return found


def _worth(facts: OrderFacts, off: Quantities) -> int:
    lines = [(facts.lines[number], quantity) for number, quantity in off.items()]
    return sum(
        refund_of(line.amount, line.ordered, line.cancelled - quantity, quantity, facts.order.currency)
        for line, quantity in lines
    )


def _taken(plan: Plan, facts: OrderFacts) -> int:
    """What the channel says it has of the buyer's money."""
    rows: list[Payment] = plan.among("payment", order_id=facts.order.id)
    had = sum(one.amount for one in rows if one.kind == "payment" and one.state == payment.CAPTURED)
    return had - _given_there(rows)


def _given_there(rows: list[Payment]) -> int:
    return sum(one.amount for one in rows if one.kind == "refund" and one.state == payment.REFUNDED)


def _given_by_itself(plan: Plan, facts: OrderFacts) -> int:
    """What the channel gave back beyond what we asked for, less what has stood for another message of ours."""
    ours = [one for one in facts.pushes if one.kind == REFUND and one.state in (DONE, DROPPED)]
    there = _given_there(plan.among("payment", order_id=facts.order.id))
    return there - sum(ask.amount for ask in map(ask_of, ours) if isinstance(ask, RefundAsk))


def _returned(plan: Plan, facts: OrderFacts, back: GoodsReturn, money: Payment) -> Planned:
    lines: Quantities = {}
    for row in plan.among("goods_return_line", return_id=back.id):
        lines[row.line] = lines.get(row.line, 0) + row.quantity
    ask = RefundAsk(
        facts.external_id, lines_there(facts, lines), money.amount, facts.order.currency, RETURNED,
        plan.place_there(back.place_id),
    )  # fmt: skip
    about = About(order=facts.order.id, goods_return=back.id, payment=money.id)
    return plan.push(ask, about, order_entity(facts.order.id), [back.id], back.at)


def _loose(plan: Plan, facts: OrderFacts, money: _Money) -> Planned:
    """The goods can be sold again where the order's part lies."""
    place = next((one.place_id for one in facts.parts if any(facts_of.part_lines(plan, one))), 0)
    ask = RefundAsk(
        facts.external_id, lines_there(facts, money.lines), money.row.amount, facts.order.currency,
        money.reason, plan.place_there(place),
    )  # fmt: skip
    about = About(order=facts.order.id, payment=money.row.id, lines=tuple(sorted(money.lines.items())))
    return plan.push(ask, about, order_entity(facts.order.id), [money.row.id], money.row.at)

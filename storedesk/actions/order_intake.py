"""An order of a channel becomes an order here, and later news of it change what is here; old news change nothing."""

import hashlib
from typing import Any

from storedesk.actions.action import Act, State
from storedesk.actions.effects import Effects
from storedesk.actions.incoming_order import IncomingLine, IncomingOrder
from storedesk.actions.order_cuts import cut_parts
from storedesk.actions.order_people import take_people
from storedesk.actions.order_tasks import ask_unknown, central_place
from storedesk.actions.order_unplaced import unplaced
from storedesk.actions.reading import row_or_none
from storedesk.domain.changes import Change
from storedesk.domain.ids import derived_id
from storedesk.domain.payment import can_be_news
from storedesk.domain.pickup_state import FINAL
from storedesk.domain.records import Fulfilment, Order, OrderLine, Payment, Quote

OPEN, CANCELLED = "open", "cancelled"


def take_order(state: State, news: IncomingOrder, now: int) -> tuple[Change, ...]:
    """What changes here; nothing where the news is old, known, or not the channel's to say. ``now`` in UTC ms."""
    mark = hashlib.sha256(repr(news).encode()).hexdigest()
    act_id = derived_id("order news", news.channel, news.external_id, str(now), mark)
    effects = Effects(state, Act(act_id, "TakeOrder", None, 0, 0, news.channel), now)
    order = row_or_none(state, Order, news.order_id)
    if order is None:
        if news.may_order:
            _new(effects, news)
    elif news.newer:
        _newer(effects, order, news)
    return tuple(effects.changes)


def _new(effects: Effects, news: IncomingOrder) -> None:
    payment = news.payment_state
    effects.insert(
        Order(
            news.order_id, news.number, news.channel_id, news.external_id, news.placed_at, news.country,
            news.currency, news.total, news.state, payment, news.authorised_until, news.due, 0,
            news.customer_id, news.company_id, effects.at,
        )
    )  # fmt: skip
    for line in news.lines:
        effects.insert(_line(news.order_id, line))
    take_people(effects, news)
    _payments(effects, news)
    effects.note(news.order_id, "order_received", {"channel": news.channel})
    _ask_for_unknown(effects, news)
    quote = row_or_none(effects.state, Quote, news.quote_id) if news.quote_id else None
    if quote is not None and not quote.order_id:
        effects.set(quote, state="ordered", order_id=news.order_id, changed_at=effects.at)


def _newer(effects: Effects, order: Order, news: IncomingOrder) -> None:
    wanted: dict[str, Any] = {}
    if news.may_pay:
        if can_be_news(order.payment_state, news.payment_state):
            wanted["payment_state"] = news.payment_state
        wanted |= {"authorised_until": news.authorised_until, "due": news.due}
        _payments(effects, news)
    if news.may_order:
        wanted |= {"total": news.total}
        cancelled = news.state == CANCELLED and order.state != CANCELLED
        if order.state == OPEN and (news.state == CANCELLED or _is_over(effects, order, news)):
            wanted["state"] = news.state
        changed = _lines(effects, order, news, everything_off=cancelled)
        take_people(effects, news)
        if cancelled:
            effects.note(order.id, "cancelled_online")
        elif changed:
            effects.note(order.id, "changed_online", {"lines": changed})
        _ask_for_unknown(effects, news)
    if any(getattr(order, name) != value for name, value in wanted.items()):
        effects.set(order, **wanted, changed_at=effects.at)
        _note_payment(effects, order, wanted.get("payment_state", order.payment_state))


def _is_over(effects: Effects, order: Order, news: IncomingOrder) -> bool:
    """The channel has ended it, and no place here still works on it."""
    parts = effects.state.among(Fulfilment, order_id=order.id)
    return news.state != OPEN and all(part.state in FINAL for part in parts)


def _note_payment(effects: Effects, order: Order, payment_state: str) -> None:
    if payment_state != order.payment_state:
        effects.note(order.id, "payment_changed", {"state": payment_state})


def _lines(effects: Effects, order: Order, news: IncomingOrder, *, everything_off: bool) -> list[int]:
    """The numbers of the lines that changed. What a desk has cancelled stays so, whatever the channel still says."""
    there = {line.line: line for line in effects.state.among(OrderLine, order_id=order.id)}
    waiting = unplaced(effects.state, order, news.wish.gone)
    cuts: dict[int, int] = {}
    changed = []
    named = {line.line for line in news.lines}
    gone = [] if news.made_here else [line for number, line in there.items() if number not in named]
    for line in (*news.lines, *(_gone(one) for one in gone)):
        row = there.get(line.line)
        if row is None:
            effects.insert(_line(order.id, line))
            changed.append(line.line)
            continue
        new = _merged(row, line, everything_off=everything_off)
        if new != row:
            effects.set(row, **new._asdict())
            changed.append(line.line)
        less = (row.ordered - row.cancelled) - (new.ordered - new.cancelled)
        cuts[line.line] = max(0, less - waiting.get(line.line, 0))
    cut_parts(effects, order.id, order.number, cuts)
    return changed


def _merged(row: OrderLine, line: IncomingLine, *, everything_off: bool) -> OrderLine:
    ordered = max(row.ordered, line.ordered)
    target = 0 if everything_off else max(0, line.ordered - line.cancelled)
    return row._replace(
        ordered=ordered,
        cancelled=min(ordered, max(row.cancelled, ordered - target)),
        returned=max(row.returned, line.returned),
        variant_id=row.variant_id if row.variant_id is not None else line.variant_id,
        unit=line.unit if row.variant_id is None else row.unit,
        price=line.price,
        amount=line.amount,
    )


def _gone(row: OrderLine) -> IncomingLine:
    """A line that the channel does not name any more: nothing of it is wanted."""
    return IncomingLine(
        row.line, row.kind, row.variant_id, row.sku, row.name, row.unit, row.ordered, row.ordered, row.returned,
        0, row.price, row.amount, row.tax_rate,
    )  # fmt: skip


def _line(order_id: str, line: IncomingLine) -> OrderLine:
    return OrderLine(
        order_id, line.line, line.kind, line.variant_id, line.sku, line.name, "", line.unit, line.ordered,
        line.cancelled, line.returned, line.price, line.amount, line.tax_rate,
    )  # fmt: skip


def _payments(effects: Effects, news: IncomingOrder) -> None:
    """Each payment once; its state goes on, never back. One sum of all refunds, as some channels say it, grows."""
    for one in news.payments:
        row_id = derived_id("channel payment", news.channel, news.external_id, one.external_id)
        row = row_or_none(effects.state, Payment, row_id)
        if row is None:
            effects.insert(
                Payment(
                    row_id,
                    news.order_id,
                    one.kind,
                    one.method,
                    one.state,
                    one.amount,
                    one.at,
                    one.external_id,
                )
            )
        elif can_be_news(row.state, one.state) or (row.state == one.state and one.amount > row.amount):
            effects.set(row, state=one.state, amount=one.amount)


def _ask_for_unknown(effects: Effects, news: IncomingOrder) -> None:
    """One task for an order with articles that nobody here knows; they stay on it as text."""
    unknown = [line for line in news.lines if line.kind == "goods" and line.variant_id is None]
    if news.state != OPEN or not unknown:
        return
    facts = {"order": news.number, "wanted": unknown[0].sku, "quantity": len(unknown)}
    place_id = news.wish.place_id or central_place(effects.state)
    effects.changes += ask_unknown(effects.state, news.order_id, place_id, facts, effects.at)

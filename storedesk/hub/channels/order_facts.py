"""An order of a channel as its messages need it: rows here, ids there, and what the channel was told or says itself."""

from collections.abc import Mapping
from typing import NamedTuple

from storedesk.connectors.pushes import CANCEL, REFUND, RefundAsk
from storedesk.domain.pickup_state import SHIP_HOME
from storedesk.domain.quantity import PIECE, UNITS
from storedesk.domain.records import Fulfilment, FulfilmentLine, Order, OrderLine
from storedesk.hub.channels.plan import Plan, about_of, ask_of, detail_of
from storedesk.storage.channel_links import LINE, ORDER, PART
from storedesk.storage.channel_outbox import DONE, DROPPED, REFUSED, Entry, order_entity, pushes_of

SHIP = "ship"
OFF, UNSOLD, RETURNED = "cancelled", "not_collected", "returned"
"""Why a channel is asked for a refund."""
Quantities = dict[int, int]
"""By order line, in smallest steps."""


class OrderFacts(NamedTuple):
    """``line_ids`` are the channel's by our line; ``pushes`` all messages about the order so far."""

    order: Order
    external_id: str
    lines: Mapping[int, OrderLine]
    line_ids: Mapping[int, str]
    parts: tuple[Fulfilment, ...]
    pushes: tuple[Entry, ...]


def order_facts(plan: Plan, order_id: str) -> OrderFacts | None:
    """None for an order that the channel does not know."""
    order: Order | None = plan.row("orders", order_id)
    external_id = plan.external(ORDER, order_id)
    if order is None or not external_id:
        return None
    lines = {line.line: line for line in plan.among("order_line", order_id=order_id)}
    links = plan.links(LINE, [f"{order_id}/{number}" for number in lines])
    line_ids = {
        int(local.rpartition("/")[2]): found[0].external_id.removeprefix(f"{external_id}/")
        for local, found in links.items()
    }
    parts = tuple(plan.among("fulfilment", order_id=order_id))
    pushes = tuple(pushes_of(plan.connection, plan.channel.id, [order_entity(order_id)]))
    return OrderFacts(order, external_id, lines, line_ids, parts, pushes)


def lines_there(facts: OrderFacts, quantities: Quantities) -> tuple[tuple[str, int], ...]:
    """Line ids of the channel with whole pieces; what it has no line for is left out."""
    found = []
    for number, quantity in sorted(quantities.items()):
        line = facts.lines.get(number)
        pieces = quantity // UNITS.get(line.unit if line else "", PIECE).step
        if number in facts.line_ids and pieces > 0:
            found.append((facts.line_ids[number], pieces))
    return tuple(found)


def part_lines(plan: Plan, part: Fulfilment) -> list[FulfilmentLine]:
    return plan.among("fulfilment_line", fulfilment_id=part.id)


def waiting(plan: Plan, part: Fulfilment) -> Quantities:
    """What stands ready of a part and has not left."""
    rows = part_lines(plan, part)
    left = {row.line: row.ordered - row.cancelled - row.short - row.collected - row.refunded for row in rows}
    return {line: quantity for line, quantity in left.items() if quantity > 0}


def gone(plan: Plan, part: Fulfilment) -> Quantities:
    """What has left of a part, over the counter or by carrier, in all."""
    rows = part_lines(plan, part)
    if part.kind == SHIP and part.state == SHIP_HOME:
        return {row.line: row.ordered - row.cancelled - row.short - row.refunded for row in rows}
    return {row.line: row.collected for row in rows if row.collected > 0}


def told(facts: OrderFacts, kind: str, part_id: str = "", without: str = "") -> Quantities:
    """What was told of a kind (gone, cancel, refund) so far and not refused; ``without`` a push's key."""
    total: Quantities = {}
    for entry in facts.pushes:
        about = about_of(entry)
        if entry.kind != kind or entry.state in (DROPPED, REFUSED) or entry.key == without:
            continue
        if about.part == part_id:
            for line, quantity in about.lines:
                total[line] = total.get(line, 0) + quantity
    return total


def taken(facts: OrderFacts, kind: str, part_id: str) -> Quantities:
    """What the channel was told of a kind and took."""
    done = facts._replace(pushes=tuple(entry for entry in facts.pushes if entry.state == DONE))
    return told(done, kind, part_id)


def said_cancelled(plan: Plan, facts: OrderFacts) -> Quantities:
    """What the channel itself says is cancelled, of lines that it knows."""
    links = plan.links(LINE, [f"{facts.order.id}/{number}" for number in facts.lines])
    found: Quantities = {}
    for number, line in facts.lines.items():
        link = links.get(f"{facts.order.id}/{number}")
        if link is not None:
            said = detail_of(link[0]).get("cancelled", 0)
            found[number] = said * UNITS.get(line.unit, PIECE).step if isinstance(said, int) else 0
    return found


def cancelled(plan: Plan, facts: OrderFacts, without: str = "") -> Quantities:
    """What was cancelled here and neither told to the channel, alone or with its money, nor cancelled by itself."""
    before, with_money, left = told(facts, CANCEL, without=without), told_with_money(facts, without), {}
    for number, said in said_cancelled(plan, facts).items():
        done = max(before.get(number, 0) + with_money.get(number, 0), said)
        if facts.lines[number].cancelled > done:
            left[number] = facts.lines[number].cancelled - done
    return left


def told_with_money(facts: OrderFacts, without: str = "") -> Quantities:
    """What was told as cancelled in the message that asks for its money back."""
    return told(_only(facts, REFUND, OFF), REFUND, without=without)


def refunded(plan: Plan, facts: OrderFacts, without: str = "") -> Quantities:
    """What was put back unsold and whose refund was not asked for."""
    total: Quantities = {}
    for part in facts.parts:
        for row in part_lines(plan, part):
            total[row.line] = total.get(row.line, 0) + row.refunded
    before = told(_only(facts, REFUND, UNSOLD), REFUND, without=without)
    return minus(total, before)


def _only(facts: OrderFacts, kind: str, reason: str) -> OrderFacts:
    """With the messages of a kind that were made for a reason."""
    found = [one for one in facts.pushes if one.kind == kind and reason_of(one) == reason]
    return facts._replace(pushes=tuple(found))


def reason_of(entry: Entry) -> str:
    """Why a refund was asked for; empty of any other message."""
    ask = ask_of(entry)
    return ask.reason if isinstance(ask, RefundAsk) else ""


def part_there(plan: Plan, part: Fulfilment) -> tuple[str, str]:
    """The channel's id of a part and how it said that it was; empty where it names none."""
    found = plan.links(PART, [part.id]).get(part.id)
    return (found[0].external_id, str(detail_of(found[0]).get("state", ""))) if found else ("", "")


def minus(more: Quantities, less: Quantities) -> Quantities:
    left = {line: quantity - less.get(line, 0) for line, quantity in more.items()}
    return {line: quantity for line, quantity in left.items() if quantity > 0}

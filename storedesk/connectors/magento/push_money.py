"""Cancels, captures and refunds there, and puts back the goods that a cancelled order had taken."""

from collections.abc import Mapping
from typing import Any

from storedesk.connectors.magento.mapping_lines import charged
from storedesk.connectors.magento.markers import marked, note
from storedesk.connectors.magento.order_papers import (
    asked_rows,
    left_to_refund,
    order_now,
    refunds_of,
    rows_by_id,
    shipments_of,
    to_collect,
)
from storedesk.connectors.magento.push_parts import invoice
from storedesk.connectors.magento.push_stock import figures, write_figures
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.scalars import amount, exact, pieces, price_out, record, rows, text
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, CancelAsk, CaptureAsk, Outcome, RefundAsk
from storedesk.domain.money import divide_half_up


async def push_cancel(line: Line, key: str, ask: CancelAsk) -> Outcome:
    """The whole order only. The shop says yes to shipped orders too, and leaves their goods gone."""
    order = await order_now(line, ask.order_id)
    if ask.lines and _is_part(order, asked_rows(ask.lines)):
        return Outcome(REFUSED, "not_supported", "the shop cancels whole orders only")
    state = text(order.get("state"))
    if state in ("closed", "complete") and not any(to_collect(row) > 0 for row in rows_by_id(order).values()):
        return Outcome(DONE)
    if state in ("closed", "complete"):
        return Outcome(REFUSED, "over", state)
    if state != "canceled":
        yes = await line.client.send("POST", f"/V1/orders/{ask.order_id}/cancel")
        if yes is not True:
            return Outcome(REFUSED, "not_supported", "it is invoiced there: refund it instead")
    if ask.restock and not marked(rows(order.get("status_histories")), key):
        await _put_back(line, key, ask.order_id)
    return Outcome(DONE)


async def look_cancel(line: Line, key: str, ask: CancelAsk) -> Outcome:
    order = await order_now(line, ask.order_id)
    if text(order.get("state")) != "canceled":
        return Outcome(NOT_DONE)
    shipped = any(pieces(row.get("qty_shipped"), "qty_shipped") for row in rows(order.get("items")))
    done = not (ask.restock and shipped) or marked(rows(order.get("status_histories")), key)
    return Outcome(DONE if done else NOT_DONE)


def _is_part(order: Mapping[str, Any], asked: Mapping[str, int]) -> bool:
    return any(
        asked.get(item, 0)
        < pieces(row.get("qty_ordered"), "qty_ordered") - pieces(row.get("qty_canceled"), "qty_canceled")
        for item, row in rows_by_id(order).items()
    )


async def _put_back(line: Line, key: str, order_id: str) -> None:
    """Adds what was shipped to its sources. The mark goes first: adding twice would promise goods that are not
    there, and what is missing after a break the next stock figure of ours mends."""
    back: dict[tuple[str, str], int] = {}
    for shipment in await shipments_of(line, order_id):
        code = exact(record(shipment.get("extension_attributes")).get("source_code"))
        for row in rows(shipment.get("items")):
            level = (exact(row.get("sku")), code)
            back[level] = back.get(level, 0) + pieces(row.get("qty"), "qty")
    back = {level: quantity for level, quantity in back.items() if level[1] and quantity > 0}
    if not back:
        return
    found = await figures(line, sorted({sku for sku, _code in back}), sorted({code for _sku, code in back}))
    history = {
        "comment": note("Goods put back", key),
        "is_customer_notified": 0,
        "is_visible_on_front": 0,
        "parent_id": int(order_id),
    }
    await line.client.send("POST", f"/V1/orders/{order_id}/comments", {"statusHistory": history})
    levels = [(*level, found.get(level, 0) + quantity) for level, quantity in back.items()]
    await write_figures(line, levels)


async def push_capture(line: Line, ask: CaptureAsk) -> Outcome:
    """Everything that is due, by an invoice; the shop takes no part of it."""
    order = await order_now(line, ask.order_id)
    due = amount(order.get("total_due"), "total_due")
    if due <= 0:
        return Outcome(DONE)
    if text(order.get("state")) in ("canceled", "closed"):
        return Outcome(REFUSED, "over", text(order.get("state")))
    if ask.currency != text(order.get("order_currency_code")):
        return Outcome(REFUSED, "invalid", "the order is in another currency")
    if ask.amount != due:
        return Outcome(REFUSED, "too_many" if ask.amount > due else "not_supported", "another amount is due")
    return Outcome(DONE, made=await invoice(line, ask.order_id))


async def look_capture(line: Line, ask: CaptureAsk) -> Outcome:
    order = await order_now(line, ask.order_id)
    return Outcome(DONE if amount(order.get("total_due"), "total_due") <= 0 else NOT_DONE)


async def push_refund(line: Line, key: str, ask: RefundAsk) -> Outcome:
    """A credit memo of these lines; what the amount differs from theirs goes as an adjustment. Where the shop has
    given everything back already nothing is left to do."""
    made = await look_refund(line, key, ask)
    if made.state == DONE:
        return made
    order = await order_now(line, ask.order_id)
    own, asked = rows_by_id(order), asked_rows(ask.lines)
    if any(item not in own for item in asked):
        return Outcome(REFUSED, "not_linked", "no such line")
    paid, back = amount(order.get("total_paid"), "total_paid"), given_back(order)
    if not paid:
        return Outcome(REFUSED, "not_paid")
    if back >= paid:
        return Outcome(DONE)
    if ask.amount > paid - back:
        return Outcome(REFUSED, "too_many", "Less was paid than is to be given back.")
    if any(quantity > left_to_refund(own[item]) for item, quantity in asked.items()):
        return Outcome(REFUSED, "too_many")
    done = await line.client.send("POST", f"/V1/order/{ask.order_id}/refund", _refund(key, ask, own, asked))
    return Outcome(DONE, made=text(done))


async def look_refund(line: Line, key: str, ask: RefundAsk) -> Outcome:
    for memo in await refunds_of(line, ask.order_id):
        if marked(rows(memo.get("comments")), key):
            return Outcome(DONE, made=text(memo.get("entity_id")))
    return Outcome(NOT_DONE)


def given_back(order: Mapping[str, Any]) -> int:
    """What the shop's totals say was refunded, by whomever. Raises Odd."""
    return amount(order.get("total_refunded"), "total_refunded")


def _refund(
    key: str, ask: RefundAsk, own: Mapping[str, Mapping[str, Any]], asked: Mapping[str, int]
) -> Mapping[str, Any]:
    """No lines at all would mean all of them to the shop: each is named, with zero where nothing comes back. What
    never left goes back to stock in any case: the shop holds it for the order until it is told so."""
    worth = sum(
        divide_half_up(
            charged(own[item]) * quantity, pieces(own[item].get("qty_ordered"), "qty_ordered") or 1
        )
        for item, quantity in asked.items()
    )
    arguments: dict[str, Any] = {"shipping_amount": 0}
    if ask.amount > worth:
        arguments["adjustment_positive"] = price_out(ask.amount - worth)
    elif ask.amount < worth:
        arguments["adjustment_negative"] = price_out(worth - ask.amount)
    restocked = [int(item) for item in asked if ask.place_id or not _shipped(own[item])]
    if restocked:
        arguments["extension_attributes"] = {"return_to_stock_items": restocked}
    return {
        "items": [{"order_item_id": int(item), "qty": asked.get(item, 0)} for item in (asked or own)],
        "notify": False,
        "appendComment": False,
        "comment": {"comment": note("Refund", key), "is_visible_on_front": 0},
        "arguments": arguments,
    }


def _shipped(row: Mapping[str, Any]) -> int:
    return pieces(row.get("qty_shipped"), "qty_shipped")

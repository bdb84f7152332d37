"""Tells the shop that goods are ready, were collected or were sent, without doing any of it twice."""

from collections.abc import Mapping
from typing import Any

from storedesk.connectors.magento.mapping_lines import left_to_ship
from storedesk.connectors.magento.mapping_orders import is_pickup
from storedesk.connectors.magento.markers import collected_before, collected_note, marked, note, part_note
from storedesk.connectors.magento.order_papers import (
    OVER,
    Papers,
    asked_rows,
    order_now,
    rows_by_id,
    shipments_of,
    to_collect,
)
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.refusals import ready_faults, refused
from storedesk.connectors.magento.scalars import amount, moment_text, rows, text
from storedesk.connectors.neutral import COLLECTED
from storedesk.connectors.pushes import DONE, NOT_DONE, REFUSED, Outcome, PartGone, PartReady

READY_CALL = "/V1/order/notify-orders-are-ready-for-pickup"


async def push_ready(line: Line, ask: PartReady) -> Outcome:
    """Asks first whether there is a shipment: the call made twice writes to the customer twice. The call is for a
    whole order, and always writes: whoever writes themselves switches the shop's mail off there."""
    if ask.told_by_us and not line.settings.ready_mail_off:
        return Outcome(REFUSED, "not_supported", "the shop's own ready mail is not switched off")
    done = await look_ready(line, ask)
    if done.state == DONE:
        return done
    order = await order_now(line, ask.order_id)
    if order.get("state") in OVER:
        return Outcome(REFUSED, "over", text(order.get("state")))
    asked, own = asked_rows(ask.lines), rows_by_id(order)
    if asked and any(left_to_ship(row) > asked.get(item, 0) for item, row in own.items()):
        return Outcome(REFUSED, "not_supported", "the shop marks whole orders as ready only")
    faults = await _make_ready(line, ask.order_id)
    if faults:
        return refused(faults.get(ask.order_id) or next(iter(faults.values())))
    return Outcome(DONE)


async def _make_ready(line: Line, order_id: str) -> Mapping[str, str]:
    """Takes the goods off the source, which nothing else does for a pickup; the faults by order. Also for goods that
    were collected before anybody said that they were ready: the shop's mail, where it is on, goes out then."""
    return ready_faults(await line.client.send("POST", READY_CALL, {"orderIds": [int(order_id)]}))


async def look_ready(line: Line, ask: PartReady) -> Outcome:
    found = await shipments_of(line, ask.order_id)
    return Outcome(DONE, made=text(found[-1].get("entity_id"))) if found else Outcome(NOT_DONE)


async def push_gone(line: Line, key: str, ask: PartGone) -> Outcome:
    order = await order_now(line, ask.order_id)
    if ask.delivery == COLLECTED and _is_pickup(line, order):
        return await _collected(line, key, ask, order)
    return await _sent(line, key, ask, order)


async def look_gone(line: Line, key: str, ask: PartGone) -> Outcome:
    order = await order_now(line, ask.order_id)
    if ask.delivery == COLLECTED and _is_pickup(line, order):
        done = marked(rows(order.get("status_histories")), key)
        return Outcome(DONE if done else NOT_DONE)
    made = _ours(await shipments_of(line, ask.order_id), key)
    return Outcome(DONE, made=made) if made else Outcome(NOT_DONE)


def _is_pickup(line: Line, order: Mapping[str, Any]) -> bool:
    """Whether the shop knows that the buyer comes for it; another order that is handed over is shipped there."""
    return is_pickup(order, line.settings.pickup_methods, line.settings.pickup_field)


async def _collected(line: Line, key: str, ask: PartGone, order: Mapping[str, Any]) -> Outcome:
    """The shop has no such state: a comment says it, and once all is collected what is due is invoiced."""
    if marked(rows(order.get("status_histories")), key):
        return Outcome(DONE)
    if order.get("state") in OVER:
        return Outcome(REFUSED, "over", text(order.get("state")))
    if not await shipments_of(line, ask.order_id):
        faults = await _make_ready(line, ask.order_id)
        if faults:
            return refused(faults.get(ask.order_id) or next(iter(faults.values())))
    histories = rows(order.get("status_histories"))
    whole = _covers(order, asked_rows(ask.lines), collected_before(histories))
    if whole and amount(order.get("total_due"), "total_due") > 0:
        await invoice(line, ask.order_id)
    at = f"{moment_text(ask.at)} UTC"
    said = collected_note(at, key) if whole else part_note(at, asked_rows(ask.lines), key)
    history = {
        "comment": said,
        **({"status": "complete"} if whole else {}),
        "is_customer_notified": 0,
        "is_visible_on_front": 0,
        "parent_id": int(ask.order_id),
    }
    await line.client.send("POST", f"/V1/orders/{ask.order_id}/comments", {"statusHistory": history})
    return Outcome(DONE)


def _covers(order: Mapping[str, Any], now: Mapping[str, int], before: Mapping[str, int]) -> bool:
    """Whether everything that is not cancelled or refunded has been collected; no lines mean all of them."""
    return not now or all(
        now.get(item, 0) + before.get(item, 0) >= to_collect(row) for item, row in rows_by_id(order).items()
    )


async def invoice(line: Line, order_id: str) -> str:
    """Invoices and captures everything that is due; the invoice's id. Raises SaidNo."""
    body = {"capture": True, "notify": False}
    return text(await line.client.send("POST", f"/V1/order/{order_id}/invoice", body))


async def _sent(line: Line, key: str, ask: PartGone, order: Mapping[str, Any]) -> Outcome:
    """A part that is shipped again is shipped twice: the shipments there are asked for our mark first."""
    made = _ours(await shipments_of(line, ask.order_id), key)
    if made:
        return Outcome(DONE, made=made)
    if order.get("state") in OVER:
        return Outcome(REFUSED, "over", text(order.get("state")))
    own, asked = rows_by_id(order), asked_rows(ask.lines)
    unknown = next((item for item in asked if item not in own), "")
    if unknown or not asked:
        return Outcome(REFUSED, "not_linked", f"no line {unknown[:20]}")
    if any(quantity > left_to_ship(own[item]) for item, quantity in asked.items()):
        return Outcome(REFUSED, "too_many")
    body: dict[str, Any] = {
        "items": [{"order_item_id": int(item), "qty": quantity} for item, quantity in asked.items()],
        "notify": not ask.told_by_us,
        "appendComment": False,
        "comment": {"comment": note("Sent", key), "is_visible_on_front": 0},
        "arguments": {"extension_attributes": {"source_code": ask.place_id}},
    }
    if ask.tracking:
        title = ask.carrier or "Carrier"
        body["tracks"] = [{"track_number": ask.tracking, "title": title, "carrier_code": "custom"}]
    made = text(await line.client.send("POST", f"/V1/order/{ask.order_id}/ship", body))
    return Outcome(DONE, made=made)


def _ours(shipments: Papers, key: str) -> str:
    """The id of the shipment that carries our mark, or empty."""
    found = [text(one.get("entity_id")) for one in shipments if marked(rows(one.get("comments")), key)]
    return found[0] if found else ""

"""The fake's writes to orders: ready, gone, cancelled, captured, refunded, and drafts that become orders."""

from decimal import Decimal
from typing import Any

from tests.platforms.fake_shopify.graph import Run
from tests.platforms.fake_shopify.order_nodes import (
    given_back,
    held,
    new_order,
    paid,
    split_part,
    transaction,
)


def prepared(run: Run, input: dict[str, Any]) -> dict[str, Any]:
    """Mails the customer every time it succeeds."""
    shop = run.shop
    for one in input["lineItemsByFulfillmentOrder"]:
        part = shop.parts.get(one["fulfillmentOrderId"])
        if part is None or part["status"] not in ("OPEN", "IN_PROGRESS"):
            return {"userErrors": [_error("FULFILLMENT_ORDER_INVALID")]}
        if not any(line["remainingQuantity"] for line in part["_lines"]):
            return {"userErrors": [_error("NO_LINE_ITEMS_TO_PREPARE_FOR_FULFILLMENT_ORDER")]}
        if part["deliveryMethod"]["methodType"] != "PICK_UP":
            return {"userErrors": [_error("FULFILLMENT_ORDER_INVALID")]}
    for one in input["lineItemsByFulfillmentOrder"]:
        part = shop.parts[one["fulfillmentOrderId"]]
        waiting = [done for done in part["_fulfilments"] if done["displayStatus"] == "READY_FOR_PICKUP"]
        if not waiting:
            part["_fulfilments"].append(_fulfilment(shop, "OPEN", "READY_FOR_PICKUP", []))
        shop.mailed(part["orderId"], "ready")
        shop.touch_part(part)
        shop.signal(
            "fulfillment_orders/line_items_prepared_for_pickup", {"fulfillment_order": {"id": part["id"]}}
        )
    return {"userErrors": []}


def split(run: Run, fulfillmentOrderSplits: list[dict[str, Any]]) -> dict[str, Any]:
    shop = run.shop
    made = []
    for one in fulfillmentOrderSplits:
        part = shop.parts[one["fulfillmentOrderId"]]
        wanted = {line["id"]: line["quantity"] for line in one["fulfillmentOrderLineItems"]}
        if any(line["remainingQuantity"] < wanted.get(line["id"], 0) for line in part["_lines"]):
            return {"fulfillmentOrderSplits": None, "userErrors": [_error("GREATER_THAN")]}
        new = split_part(shop, part, wanted)
        made.append({"fulfillmentOrder": part, "remainingFulfillmentOrder": new})
    return {"fulfillmentOrderSplits": made, "userErrors": []}


def move(run: Run, id: str, newLocationId: str, fulfillmentOrderLineItems: Any = None) -> dict[str, Any]:
    """The other place must stock what it is given; stock that was committed goes with it."""
    shop = run.shop
    part = shop.parts[id]
    if part["status"] not in ("OPEN", "SCHEDULED"):
        return _no("The fulfillment order is closed.", movedFulfillmentOrder=None)
    wanted = {one["id"]: one["quantity"] for one in fulfillmentOrderLineItems or ()}
    for line in part["_lines"]:
        item = line["lineItem"]["variant"]["inventoryItem"]["id"]
        if line["id"] in wanted and (item, newLocationId) not in shop.levels:
            return _no("Some items are not stocked at the new location.", movedFulfillmentOrder=None)
    whole = (
        all(wanted.get(line["id"], 0) == line["remainingQuantity"] for line in part["_lines"]) or not wanted
    )
    moved = part if whole else split_part(shop, part, wanted)
    for line in moved["_lines"]:
        shop.commit(line["lineItem"], moved["_place"], -line["remainingQuantity"])
        shop.commit(line["lineItem"], newLocationId, line["remainingQuantity"])
    moved["_place"] = newLocationId
    shop.touch_part(moved)
    return {"movedFulfillmentOrder": moved, "userErrors": []}


def fulfil(run: Run, fulfillment: dict[str, Any], **_rest: Any) -> dict[str, Any]:
    """Refused where fewer are left than are asked for: it knows no key."""
    shop = run.shop
    for one in fulfillment["lineItemsByFulfillmentOrder"]:
        part = shop.parts.get(one["fulfillmentOrderId"])
        lines = one.get("fulfillmentOrderLineItems") or []
        if part is None or part["status"] not in ("OPEN", "IN_PROGRESS"):
            return _no("The fulfillment order is closed.", fulfillment=None)
        left = {line["id"]: line["remainingQuantity"] for line in part["_lines"]}
        if not lines or any(left.get(line["id"], 0) < line["quantity"] for line in lines):
            return _no("Invalid fulfillment order line item quantity requested.", fulfillment=None)
    made: dict[str, Any] = {}
    for one in fulfillment["lineItemsByFulfillmentOrder"]:
        part = shop.parts[one["fulfillmentOrderId"]]
        made = _leave(shop, part, one["fulfillmentOrderLineItems"])
        if fulfillment.get("notifyCustomer"):
            shop.mailed(part["orderId"], "gone")
        shop.signal(
            "fulfillments/create",
            {"id": int(made["id"].rpartition("/")[2]), "order_id": _number(part["orderId"])},
        )
    return {"fulfillment": made, "userErrors": []}


def _leave(shop: Any, part: dict[str, Any], wanted: list[dict[str, Any]]) -> dict[str, Any]:
    asked = {line["id"]: line["quantity"] for line in wanted}
    left = []
    for line in part["_lines"]:
        many = asked.get(line["id"], 0)
        line["remainingQuantity"] -= many
        line["lineItem"]["unfulfilledQuantity"] -= many
        shop.goods_left(line["lineItem"], part["_place"], many)
        if many:
            left.append({"quantity": many, "lineItem": line["lineItem"]})
    shown = "PICKED_UP" if part["deliveryMethod"]["methodType"] == "PICK_UP" else "FULFILLED"
    done = _fulfilment(shop, "SUCCESS", shown, left)
    part["_fulfilments"] = [one for one in part["_fulfilments"] if one["status"] != "OPEN"] + [done]
    if not any(line["remainingQuantity"] for line in part["_lines"]):
        part["status"] = "CLOSED"
    shop.touch_part(part)
    shop.fulfilled += 1
    return done


def _fulfilment(shop: Any, status: str, shown: str, lines: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "__typename": "Fulfillment", "id": shop.new_id("Fulfillment"), "status": status, "displayStatus": shown,
        "createdAt": shop.iso(), "_lines": lines,
    }  # fmt: skip


def tags_add(run: Run, id: str, tags: list[str]) -> dict[str, Any]:
    node = run.shop.node(id)
    if node is None:
        return _no("The resource does not exist.", node=None)
    node["tags"] = sorted({*node["tags"], *tags})
    run.shop.touch(node)
    return {"node": node, "userErrors": []}


def cancel(run: Run, orderId: str, restock: bool, **_rest: Any) -> dict[str, Any]:
    """A job; it is done when it is asked about the first time."""
    shop = run.shop
    order = shop.orders.get(orderId)
    if order is None or order["cancelledAt"]:
        word = "The order does not exist." if order is None else "The order has already been cancelled."
        return {
            "job": None,
            "orderCancelUserErrors": [{"code": "INVALID", "field": ["orderId"], "message": word}],
        }
    if any(
        line["remainingQuantity"] < line["totalQuantity"]
        for part in order["_parts"]
        for line in part["_lines"]
    ):
        errors = [
            {"code": "INVALID", "field": ["orderId"], "message": "A fulfilled order cannot be cancelled."}
        ]
        return {"job": None, "orderCancelUserErrors": errors}
    job = {"__typename": "Job", "id": shop.new_id("Job"), "done": False, "_order": order, "_restock": restock}
    shop.jobs[job["id"]] = job
    return {"job": dict(job), "orderCancelUserErrors": []}


def job_of(run: Run, id: str) -> dict[str, Any] | None:
    job: dict[str, Any] | None = run.shop.jobs.get(id)
    if job is not None and not job["done"]:
        job["done"] = True
        run.shop.cancelled(job["_order"], job["_restock"])
    return job


def capture(run: Run, input: dict[str, Any]) -> dict[str, Any]:
    shop = run.shop
    order = shop.orders[input["id"]]
    amount = Decimal(str(input["amount"]))
    if amount > held(order):
        return _no("The amount is greater than what is capturable.", transaction=None)
    made = transaction(shop, order, "CAPTURE", amount, input["parentTransactionId"])
    shop.captured += 1
    shop.touch(order)
    return {"transaction": made, "userErrors": []}


def suggested(run: Run, order: dict[str, Any], **args: Any) -> dict[str, Any]:
    """What the goods cost, as far as it was paid and not given back yet, on the way it came; nothing for no goods."""
    prices = {line["id"]: line["_price"] for line in order["_lines"]}
    items = args.get("refundLineItems") or ()
    worth = sum((prices[one["lineItemId"]] * one["quantity"] for one in items), Decimal(0))
    taken = [one for one in order["transactions"] if one["kind"] in ("SALE", "CAPTURE")]
    left = min(worth, paid(order) - given_back(order))
    ways = [
        {"gateway": one["gateway"], "kind": "SUGGESTED_REFUND", "amountSet": {"shopMoney": {"amount": f"{left:.2f}"}},
         "parentTransaction": {"id": one["id"]}}
        for one in taken[:1] if left
    ]  # fmt: skip
    money = {"amount": f"{left:.2f}", "currencyCode": run.shop.currency}
    return {"amountSet": {"shopMoney": money}, "suggestedTransactions": ways}


def refund(run: Run, input: dict[str, Any]) -> dict[str, Any]:
    run.shop.need_key(run, "refundCreate")
    return run.shop.once(run, "refund", input, lambda: refunded(run.shop, input))


def refunded(shop: Any, given: dict[str, Any]) -> dict[str, Any]:
    order = shop.orders[given["orderId"]]
    amount = sum((Decimal(str(one["amount"])) for one in given.get("transactions") or ()), Decimal(0))
    if amount > paid(order) - given_back(order):
        return _no("Cannot refund more than was paid.", refund=None)
    lines = {line["id"]: line for line in order["_lines"]}
    for one in given.get("refundLineItems") or ():
        line = lines[one["lineItemId"]]
        kind = one.get("restockType")
        if one["quantity"] > (
            line["unfulfilledQuantity"] if kind == "CANCEL" else line["refundableQuantity"]
        ):
            return _no("Cannot refund more items than were purchased.", refund=None)
        if kind == "RETURN" and one["quantity"] > line["currentQuantity"] - line["unfulfilledQuantity"]:
            return _no("Items that were not fulfilled cannot be returned.", refund=None)
        if kind in ("CANCEL", "RETURN") and not one.get("locationId"):
            return _no("A location is needed to restock.", refund=None)
    for one in given.get("refundLineItems") or ():
        shop.taken_off(order, lines[one["lineItemId"]], one)
    for one in given.get("transactions") or ():
        transaction(shop, order, "REFUND", Decimal(str(one["amount"])), one["parentId"])
    made = {"__typename": "Refund", "id": shop.new_id("Refund"), "note": given.get("note"), "createdAt": shop.iso(),
            "totalRefundedSet": {"shopMoney": {"amount": f"{amount:.2f}", "currencyCode": shop.currency}}}  # fmt: skip
    order["_refunds"].append(made)
    shop.refunded += 1
    shop.touch(order)
    shop.signal("refunds/create", {"id": _number(made["id"]), "order_id": _number(order["id"])})
    return {"refund": made, "userErrors": []}


def draft_create(run: Run, input: dict[str, Any]) -> dict[str, Any]:
    """Knows no key: asked twice it makes two. A price beside a variant counts only as an override."""
    shop = run.shop
    buyer = input.get("purchasingEntity") or {}
    company = buyer.get("purchasingCompany")
    if company and not (
        company["companyId"] in shop.companies and company["companyLocationId"] in shop.sites
    ):
        return _no("The company does not exist.", draftOrder=None)
    lines = _draft_lines(shop, input)
    if lines is None:
        return _no("The variant does not exist.", draftOrder=None)
    draft = shop.add_draft(lines, company=company, customer=buyer.get("customerId"), **{
        key: input[key] for key in ("tags", "customAttributes", "poNumber") if key in input
    })  # fmt: skip
    return {"draftOrder": draft, "userErrors": []}


def _draft_lines(shop: Any, given: dict[str, Any]) -> list[tuple[str, int, Decimal]] | None:
    lines = []
    for one in given["lineItems"]:
        variant = shop.variants.get(one.get("variantId"))
        if one.get("variantId") and variant is None:
            return None
        money = one.get("priceOverride") if variant else one.get("originalUnitPriceWithCurrency")
        price = Decimal(str(money["amount"])) if money else Decimal(variant["price"])
        lines.append((one.get("variantId") or "", one["quantity"], price))
    return lines


def draft_update(run: Run, id: str, input: dict[str, Any]) -> dict[str, Any]:
    """Lines take the place of those before; what is not named stays. A completed draft cannot be changed."""
    shop = run.shop
    draft = shop.drafts.get(id)
    if draft is None or draft["status"] == "COMPLETED":
        return _no("This order has been paid or completed.", draftOrder=None)
    lines = _draft_lines(shop, input)
    if lines is None:
        return _no("The variant does not exist.", draftOrder=None)
    shop.draft_changed(draft, lines, {
        key: input[key] for key in ("tags", "customAttributes", "poNumber") if key in input
    })  # fmt: skip
    return {"draftOrder": draft, "userErrors": []}


def draft_complete(run: Run, id: str, **_rest: Any) -> dict[str, Any]:
    shop = run.shop
    draft = shop.drafts[id]
    if draft["status"] == "COMPLETED":
        return _no("This order has been paid or completed.", draftOrder=None)
    attributes = {one["key"]: one["value"] for one in draft["customAttributes"]}
    place = attributes.get("storedesk_pickup_place", "")
    order = new_order(
        shop, draft["_asked"], place or next(iter(shop.locations)), "PICK_UP" if place else "SHIPPING",
        customAttributes=draft["customAttributes"], poNumber=draft.get("poNumber"),
        purchasingEntity=draft["purchasingEntity"], tags=list(draft["tags"]),
    )  # fmt: skip
    for line in order["_lines"]:
        shop.commit(line, order["_parts"][0]["_place"], line["quantity"])
    draft["status"], draft["order"] = "COMPLETED", order
    shop.touch(draft)
    return {"draftOrder": draft, "userErrors": []}


def _number(name: str) -> int:
    return int(name.rpartition("/")[2])


def _error(code: str) -> dict[str, Any]:
    return {"code": code, "field": None, "message": code.replace("_", " ").capitalize() + "."}


def _no(message: str, **empty: None) -> dict[str, Any]:
    return {**empty, "userErrors": [{"field": None, "message": message}]}

"""Orders of the in-memory Magento: what ship, ready, invoice, refund and cancel really do."""

import json
from typing import Any

from tests.platforms.fake_magento.shop import MagentoShop, No, Sent

_CANNOT_SHIP = "Could not save a shipment, see error log for details"
_NO_PRODUCTS = "Shipment Document Validation Error(s):\nYou can't create a shipment without products."
_NOT_THERE = "The entity that was requested doesn't exist. Verify the entity and try again."


def new_order(
    shop: MagentoShop, lines: list[tuple[str, int]], pickup: str, customer_id: int, *, paid: bool, **more: Any
) -> int:
    own, at = shop.number("order"), shop.moment()
    items = []
    for sku, quantity in lines:
        product, item_id = shop.products[sku], shop.number("item")
        total = round(shop.base[sku] * quantity, 4)
        items.append(
            {
                "item_id": item_id, "order_id": own, "sku": sku, "name": product["name"], "product_type": "simple",
                "product_id": product["id"], "price": shop.base[sku], "price_incl_tax": shop.base[sku],
                "row_total": total, "row_total_incl_tax": total, "tax_amount": 0, "tax_percent": 0,
                "discount_amount": 0, "qty_ordered": quantity, "qty_shipped": 0, "qty_invoiced": 0,
                "qty_refunded": 0, "qty_canceled": 0,
            }
        )  # fmt: skip
        shop.reservations.append((sku, -quantity))
    total = round(sum(item["row_total"] for item in items), 4)
    address = {"firstname": "Cara", "lastname": "Lund", "street": ["Gata 2"], "city": "Amsterdam"}
    address |= {"country_id": "NL", "postcode": "1011AB", "telephone": "123"}
    method = "instore_pickup" if pickup else "flatrate_flatrate"
    extension: dict[str, Any] = {
        "shipping_assignments": [{"shipping": {"address": address, "method": method}}]
    }
    shop.orders[own] = {
        "entity_id": own, "increment_id": f"{own:09d}", "state": "new", "status": "pending", "created_at": at,
        "updated_at": at, "customer_id": customer_id or None, "customer_group_id": 1 if customer_id else 0,
        "customer_email": "c@example.com", "customer_firstname": "Cara", "customer_lastname": "Lund",
        "grand_total": total, "total_due": total, "total_paid": 0, "total_refunded": 0, "store_id": 1,
        "order_currency_code": shop.base_currency, "items": items, "billing_address": dict(address),
        "payment": {"entity_id": own, "method": "checkmo"}, "status_histories": [], "shipping_amount": 0,
        "extension_attributes": extension | ({"pickup_location_code": pickup} if pickup else {}),
    } | more  # fmt: skip
    if paid:
        _invoice(shop, shop.orders[own])
    return own


def order_of(shop: MagentoShop, own: str | int) -> dict[str, Any]:
    if int(own) not in shop.orders:
        raise No(_NOT_THERE, 404)
    return shop.orders[int(own)]


def ship(shop: MagentoShop, sent: Sent, own: str) -> Any:
    """The same part shipped again is shipped twice."""
    order, body = order_of(shop, own), sent.body or {}
    source = body.get("arguments", {}).get("extension_attributes", {}).get("source_code", "default")
    wanted = {row["order_item_id"]: row["qty"] for row in body.get("items", [])}
    items = [item for item in order["items"] if not wanted or item["item_id"] in wanted]
    parts = [(item, wanted.get(item["item_id"], _left(item))) for item in items]
    if not parts or any(quantity > _left(item) or quantity <= 0 for item, quantity in parts):
        raise No(_NO_PRODUCTS)
    if pickup_of(order) or source not in shop.sources or not _lies(shop, source, parts):
        raise No(_CANNOT_SHIP)
    made = _shipment(shop, order, source, parts, body.get("comment"), body.get("tracks", []))
    if body.get("notify"):
        shop.mails["shipped", order["entity_id"]] += 1
    return str(made)


def notify_ready(shop: MagentoShop, sent: Sent) -> Any:
    """Errors are JSON texts within a 200. An order that is ready already is written about again."""
    errors = []
    for own in sent.body["orderIds"]:
        fault = _ready(shop, own)
        if fault:
            errors.append(json.dumps({"id": own, "message": fault}))
    return {"successful": not errors, "errors": errors}


def _ready(shop: MagentoShop, own: int) -> str:
    order = shop.orders.get(own)
    if order is None:
        return _NOT_THERE
    source = pickup_of(order)
    if not source or order["state"] in ("canceled", "closed"):
        return _CANNOT_SHIP
    parts = [(item, _left(item)) for item in order["items"] if _left(item) > 0]
    if parts:
        if not shop.sources[source]["enabled"] or not _lies(shop, source, parts):
            return "The order is not ready for pickup"
        _shipment(shop, order, source, parts, None, [])
    shop.mails["ready", own] += 1
    _history(shop, order, "Order notified for pickup", order["status"])
    return ""


def invoice(shop: MagentoShop, sent: Sent, own: str) -> Any:
    order = order_of(shop, own)
    if order["total_due"] <= 0 or order["state"] in ("canceled", "closed"):
        status = order["status"]
        raise No(
            "Invoice Document Validation Error(s):\nThe invoice can't be created without products. Add products and"
            f" try again.\nAn invoice cannot be created when an order has a status of {status}"
        )
    assert sent.body["capture"] is True
    return str(_invoice(shop, order))


def refund(shop: MagentoShop, sent: Sent, own: str) -> Any:
    order, body = order_of(shop, own), sent.body
    by_id = {item["item_id"]: item for item in order["items"]}
    wanted = {row["order_item_id"]: row["qty"] for row in body.get("items", [])}
    wanted = wanted or {item_id: item["qty_ordered"] for item_id, item in by_id.items()}
    arguments = body.get("arguments", {})
    worth = sum(by_id[item_id]["price"] * quantity for item_id, quantity in wanted.items())
    worth += arguments.get("adjustment_positive", 0) - arguments.get("adjustment_negative", 0)
    left = order["total_paid"] - order["total_refunded"]
    faults = [f"The most money available to refund is {left:g}."] if worth > left + 1e-6 or not left else []
    if any(
        quantity > by_id[own]["qty_invoiced"] - by_id[own]["qty_refunded"] for own, quantity in wanted.items()
    ):
        faults.append("The quantity to refund must not be greater than the unrefunded quantity.")
    if faults:
        raise No("Creditmemo Document Validation Error(s):\n" + "\n".join(faults))
    for item_id in arguments.get("extension_attributes", {}).get("return_to_stock_items", []):
        _back_to_stock(shop, order, by_id[item_id], wanted[item_id])
    for item_id, quantity in wanted.items():
        by_id[item_id]["qty_refunded"] += quantity
    order["total_refunded"] = round(order["total_refunded"] + worth, 4)
    if order["total_refunded"] >= order["total_paid"]:
        order |= {"state": "closed", "status": "closed"}
    made, at = shop.number("credit_memo"), _touch(shop, order)
    comments = [body["comment"]] if body.get("comment") else []
    shop.credit_memos[made] = {"entity_id": made, "order_id": order["entity_id"], "comments": comments}
    shop.credit_memos[made] |= {"updated_at": at, "grand_total": worth, "items": []}
    if body.get("notify"):
        shop.mails["refunded", order["entity_id"]] += 1
    return str(made)


def _back_to_stock(shop: MagentoShop, order: dict[str, Any], item: dict[str, Any], quantity: int) -> None:
    """What had not left is reserved no more; what had left lies at its source again."""
    waiting = min(quantity, max(0, _left(item)))
    shop.reservations.append((item["sku"], waiting))
    if quantity > waiting:
        level = (item["sku"], _source_of(shop, order))
        shop.levels[level] = shop.levels.get(level, 0) + quantity - waiting


def cancel(shop: MagentoShop, _sent: Sent, own: str) -> Any:
    """Says yes to shipped orders as well, whose goods stay gone."""
    order = order_of(shop, own)
    if order["state"] in ("canceled", "complete", "closed") or order["total_paid"]:
        return False
    for item in order["items"]:
        item["qty_canceled"] = _left(item)
        shop.reservations.append((item["sku"], item["qty_canceled"]))
    order |= {"state": "canceled", "status": "canceled", "total_due": 0}
    _touch(shop, order)
    return True


def comment(shop: MagentoShop, sent: Sent, own: str) -> Any:
    order, history = order_of(shop, own), sent.body["statusHistory"]
    order["status"] = history.get("status") or order["status"]
    order["status_histories"].append({"entity_name": "order", "created_at": shop.moment(), **history})
    if history["is_customer_notified"]:
        shop.mails["comment", order["entity_id"]] += 1
    _touch(shop, order)
    return True


def pickup_of(order: dict[str, Any]) -> str:
    return str(order["extension_attributes"].get("pickup_location_code", ""))


def _left(item: dict[str, Any]) -> int:
    gone = max(item["qty_shipped"], item["qty_refunded"])
    return int(item["qty_ordered"] - gone - item["qty_canceled"])


def _lies(shop: MagentoShop, source: str, parts: list[tuple[dict[str, Any], int]]) -> bool:
    return all(shop.levels.get((item["sku"], source), 0) >= quantity for item, quantity in parts)


def _source_of(shop: MagentoShop, order: dict[str, Any]) -> str:
    own = [one for one in shop.shipments.values() if one["order_id"] == order["entity_id"]]
    return str(own[-1]["extension_attributes"]["source_code"]) if own else pickup_of(order) or "default"


def _shipment(
    shop: MagentoShop,
    order: dict[str, Any],
    source: str,
    parts: list[tuple[dict[str, Any], int]],
    said: dict[str, Any] | None,
    tracks: list[dict[str, Any]],
) -> int:
    """Takes the goods from the source and ends their reservation."""
    made, rows = shop.number("shipment"), []
    for item, quantity in parts:
        shop.levels[item["sku"], source] -= quantity
        shop.reservations.append((item["sku"], quantity))
        item["qty_shipped"] += quantity
        rows.append({"order_item_id": item["item_id"], "qty": quantity, "sku": item["sku"]})
    all_out = all(_left(item) <= 0 for item in order["items"])
    state = "complete" if all_out and order["total_due"] <= 0 else "processing"
    order |= {"state": state, "status": "complete" if all_out else "processing"}
    at = _touch(shop, order)
    shop.shipments[made] = {
        "entity_id": made, "order_id": order["entity_id"], "items": rows, "created_at": at, "updated_at": at,
        "tracks": tracks, "comments": [said] if said else [], "extension_attributes": {"source_code": source},
    }  # fmt: skip
    return made


def _invoice(shop: MagentoShop, order: dict[str, Any]) -> int:
    made = shop.number("invoice")
    shop.invoices[made] = {
        "entity_id": made,
        "order_id": order["entity_id"],
        "grand_total": order["total_due"],
    }
    for item in order["items"]:
        item["qty_invoiced"] = item["qty_ordered"] - item["qty_canceled"]
    order |= {"total_paid": round(order["total_paid"] + order["total_due"], 4), "total_due": 0}
    out = all(_left(item) <= 0 for item in order["items"])
    order |= (
        {"state": "complete", "status": "complete"}
        if out
        else {"state": "processing", "status": "processing"}
    )
    _touch(shop, order)
    return made


def _history(shop: MagentoShop, order: dict[str, Any], said: str, status: str) -> None:
    history = {"comment": said, "created_at": shop.moment(), "entity_name": "order", "status": status}
    order["status_histories"].append(history)
    _touch(shop, order)


def _touch(shop: MagentoShop, order: dict[str, Any]) -> str:
    order["updated_at"] = shop.moment()
    return str(order["updated_at"])

"""The fake's orders: how they look, and what happens to them in the shop itself."""

from decimal import Decimal
from typing import Any

from tests.platforms.fake_shopify.graph import Connection, Run

TAX = Decimal("0.25")


def bag(amount: Decimal, currency: str = "SEK") -> dict[str, Any]:
    money = {"amount": f"{amount:.2f}", "currencyCode": currency}
    return {"shopMoney": money, "presentmentMoney": money}


def new_order(
    shop: Any, lines: list[tuple[str, int, Decimal]], place: str, method: str, **more: Any
) -> dict[str, Any]:
    """An order with one fulfilment order at a place; its stock is committed by the caller."""
    now = shop.iso()
    order: dict[str, Any] = {
        "__typename": "Order", "id": shop.new_id("Order"), "name": f"#{1000 + len(shop.orders)}", "createdAt": now,
        "updatedAt": now, "_changed": shop.now(), "closedAt": None, "cancelledAt": None, "poNumber": None, "tags": [],
        "email": "kund@example.se", "phone": None, "currencyCode": shop.currency, "taxesIncluded": True,
        "customerLocale": "sv-SE", "customer": None, "purchasingEntity": None, "shippingAddress": None,
        "billingAddress": {"name": "Kund Ett", "company": None, "address1": "Gatan 1", "address2": None,
                           "city": "Lund", "zip": "222 22", "countryCodeV2": "SE", "phone": "0701740612"},
        "shippingLine": None, "paymentTerms": None, "customAttributes": [], "transactions": [],
        "_refunds": [], "_lines": [], "_parts": [],
    }  # fmt: skip
    order |= more
    for variant, quantity, price in lines:
        order["_lines"].append(_line(shop, variant, quantity, price))
    if place:
        order["_parts"].append(
            new_part(shop, order, place, method, [(one, one["quantity"]) for one in order["_lines"]])
        )
    shop.orders[order["id"]] = order
    return order


def _line(shop: Any, variant: str, quantity: int, price: Decimal) -> dict[str, Any]:
    node = shop.variants.get(variant)
    return {
        "__typename": "LineItem", "id": shop.new_id("LineItem"), "sku": node["sku"] if node else "",
        "name": node["product"]["title"] if node else "Custom", "quantity": quantity, "currentQuantity": quantity,
        "unfulfilledQuantity": quantity, "refundableQuantity": quantity, "variant": node,
        "originalUnitPriceSet": bag(price), "discountedUnitPriceAfterAllDiscountsSet": bag(price),
        "taxLines": [{"rate": float(TAX)}], "_price": price,
    }  # fmt: skip


def new_part(shop: Any, order: dict[str, Any], place: str, method: str, lines: list[Any]) -> dict[str, Any]:
    part = {
        "__typename": "FulfillmentOrder", "id": shop.new_id("FulfillmentOrder"), "orderId": order["id"],
        "status": "OPEN", "createdAt": shop.iso(), "updatedAt": shop.iso(), "_changed": shop.now(),
        "deliveryMethod": {"methodType": method}, "_place": place, "_fulfilments": [], "_lines": [],
    }  # fmt: skip
    for line, quantity in lines:
        part["_lines"].append(_part_line(shop, line, quantity))
    shop.parts[part["id"]] = part
    return part


def _part_line(shop: Any, line: dict[str, Any], quantity: int) -> dict[str, Any]:
    return {
        "__typename": "FulfillmentOrderLineItem", "id": shop.new_id("FulfillmentOrderLineItem"),
        "totalQuantity": quantity, "remainingQuantity": quantity, "lineItem": line,
    }  # fmt: skip


def split_part(shop: Any, part: dict[str, Any], wanted: dict[str, int]) -> dict[str, Any]:
    """Moves lines into a new fulfilment order; the old one keeps the rest and its number."""
    order = shop.orders[part["orderId"]]
    new = new_part(shop, order, part["_place"], part["deliveryMethod"]["methodType"], [])
    for line in part["_lines"]:
        many = wanted.get(line["id"], 0)
        if many:
            line["totalQuantity"] -= many
            line["remainingQuantity"] -= many
            new["_lines"].append(_part_line(shop, line["lineItem"], many))
    part["_lines"] = [line for line in part["_lines"] if line["totalQuantity"]]
    order["_parts"].append(new)
    shop.touch_part(part)
    return new


def actions_of(_run: Run, part: dict[str, Any]) -> list[dict[str, Any]]:
    if part["status"] in ("OPEN", "IN_PROGRESS"):
        return [{"action": one} for one in ("CREATE_FULFILLMENT", "SPLIT", "MOVE", "HOLD")]
    return [{"action": "RELEASE_HOLD"}] if part["status"] == "ON_HOLD" else []


def paid(order: dict[str, Any]) -> Decimal:
    return sum(
        (one["_amount"] for one in order["transactions"] if one["kind"] in ("SALE", "CAPTURE")), Decimal(0)
    )


def given_back(order: dict[str, Any]) -> Decimal:
    return sum((one["_amount"] for one in order["transactions"] if one["kind"] == "REFUND"), Decimal(0))


def held(order: dict[str, Any]) -> Decimal:
    """What is authorised and not taken."""
    taken = sum((one["_amount"] for one in order["transactions"] if one["kind"] == "CAPTURE"), Decimal(0))
    all_held = sum(
        (one["_amount"] for one in order["transactions"] if one["kind"] == "AUTHORIZATION"), Decimal(0)
    )
    return Decimal(0) if order["cancelledAt"] else max(Decimal(0), all_held - taken)


def total(order: dict[str, Any]) -> Decimal:
    return sum((line["_price"] * line["currentQuantity"] for line in order["_lines"]), Decimal(0))


def financial(_run: Run, order: dict[str, Any]) -> str:
    back, got = given_back(order), paid(order)
    if back:
        return "REFUNDED" if back >= got else "PARTIALLY_REFUNDED"
    if got:
        return "PAID" if got >= total(order) else "PARTIALLY_PAID"
    if any(one["kind"] == "AUTHORIZATION" for one in order["transactions"]):
        return "VOIDED" if order["cancelledAt"] else "AUTHORIZED"
    return "PENDING"


def fulfilment(_run: Run, order: dict[str, Any]) -> str:
    left = sum(line["remainingQuantity"] for part in order["_parts"] for line in part["_lines"])
    gone = sum(
        line["totalQuantity"] - line["remainingQuantity"]
        for part in order["_parts"]
        for line in part["_lines"]
    )
    if gone and not left:
        return "FULFILLED"
    return "PARTIALLY_FULFILLED" if gone else "UNFULFILLED"


def transaction(
    shop: Any, order: dict[str, Any], kind: str, amount: Decimal, parent: str = ""
) -> dict[str, Any]:
    found = {
        "__typename": "OrderTransaction", "id": shop.new_id("OrderTransaction"), "kind": kind, "status": "SUCCESS",
        "gateway": "bogus", "formattedGateway": "Bogus", "createdAt": shop.iso(), "processedAt": shop.iso(),
        "authorizationExpiresAt": shop.iso(7 * 86_400_000) if kind == "AUTHORIZATION" else None,
        "manualPaymentGateway": False, "amountSet": bag(amount), "totalUnsettledSet": bag(Decimal(0)),
        "parentTransaction": {"id": parent} if parent else None, "_amount": amount,
    }  # fmt: skip
    order["transactions"].append(found)
    return found


def draft_node(
    shop: Any,
    lines: list[tuple[str, int, Decimal]],
    company: Any = None,
    customer: str | None = None,
    **more: Any,
) -> dict[str, Any]:
    """A draft order; ``_asked`` is what its order will be made of."""
    buyer: Any = {"__typename": "Customer", "id": customer} if customer else None
    if company:
        found = shop.companies[company["companyId"]]
        buyer = {"__typename": "PurchasingCompany", "company": found, "contact": found["mainContact"],
                 "location": shop.sites[company["companyLocationId"]]}  # fmt: skip
    made = [_line(shop, *line) for line in lines]
    for line in made:
        line |= {"__typename": "DraftOrderLineItem", "custom": line["variant"] is None,
                 "approximateDiscountedUnitPriceSet": line["originalUnitPriceSet"]}  # fmt: skip
    return {
        "__typename": "DraftOrder", "id": shop.new_id("DraftOrder"), "name": f"#D{len(shop.drafts) + 1}", "status": "OPEN",
        "currencyCode": shop.currency, "tags": [], "reserveInventoryUntil": None, "purchasingEntity": buyer,
        "totalPriceSet": bag(sum((price * many for _v, many, price in lines), Decimal(0))), "customAttributes": [],
        "order": None, "_lines": made, "_asked": lines,
    } | more  # fmt: skip


ORDER_FIELDS = {
    ("DraftOrder", "lineItems"): lambda _run, draft, **_args: Connection(draft["_lines"], "DraftOrderLineItem"),
    ("Order", "displayFinancialStatus"): financial,
    ("Order", "displayFulfillmentStatus"): fulfilment,
    ("Order", "returnStatus"): lambda _run, _order: "NO_RETURN",
    ("Order", "currentTotalPriceSet"): lambda _run, order: bag(total(order)),
    ("Order", "totalOutstandingSet"): lambda _run, order: bag(max(Decimal(0), total(order) - paid(order))),
    ("Order", "totalCapturableSet"): lambda _run, order: bag(held(order)),
    ("Order", "transactions"): lambda _run, order, first=None: order["transactions"][:first],
    ("Order", "refunds"): lambda _run, order, first=None: order["_refunds"][:first],
    ("Order", "lineItems"): lambda _run, order, **_args: Connection(order["_lines"], "LineItem"),
    ("Order", "fulfillmentOrders"): lambda _run, order, **_args: Connection(order["_parts"], "FulfillmentOrder"),
    ("FulfillmentOrder", "lineItems"): lambda _run, part, **_args: Connection(part["_lines"], "FulfillmentOrderLineItem"),
    ("FulfillmentOrder", "fulfillments"): lambda _run, part, **_args: Connection(part["_fulfilments"], "Fulfillment"),
    ("FulfillmentOrder", "supportedActions"): actions_of,
    ("FulfillmentOrder", "assignedLocation"): lambda run, part: {"location": run.shop.locations.get(part["_place"])},
    ("Fulfillment", "fulfillmentLineItems"): lambda _run, one, **_args: Connection(one["_lines"], "FulfillmentLineItem"),
}  # fmt: skip

"""An order with its lines, parts and payments as a neutral order."""

from storedesk.connectors.neutral import (
    CANCELLED,
    COLLECTED,
    COMPLETED,
    OPEN,
    RETURNED,
    SENT,
    RemoteLine,
    RemoteOrder,
    RemotePart,
)
from storedesk.connectors.shopify.mapping_parts import fulfilled_by_line, parts_from
from storedesk.connectors.shopify.mapping_payments import authorised_until, payment_state, payments_from
from storedesk.connectors.shopify.mapping_persons import address_from, person_from, recipient_from
from storedesk.connectors.shopify.node_fields import (
    SHORT,
    Node,
    attribute,
    bag,
    children,
    id_of,
    moment,
    rate,
    text,
    whole,
)

GOODS, CHARGE = "goods", "charge"
QUOTE_KEY, PLACE_KEY = "storedesk_quote_id", "storedesk_pickup_place"
"""Custom attributes that we give the orders we make."""


def order_from(node: Node) -> RemoteOrder:
    """Amounts are in the shop's currency. A company's order names the site that bought."""
    parts = tuple(parts_from(node))
    buyer = person_from(node.get("customer"), node)
    shipping = node.get("shippingAddress")
    purchaser = node.get("purchasingEntity") or {}
    site = id_of(purchaser.get("location")) or id_of(purchaser.get("company"))
    return RemoteOrder(
        external_id=id_of(node),
        number=text(node, "name", SHORT),
        placed_at=moment(node.get("createdAt"), "createdAt"),
        country=text(shipping or node.get("billingAddress") or {}, "countryCodeV2", 2),
        currency=text(node, "currencyCode", 3),
        total=bag(node, "currentTotalPriceSet"),
        state=_state(node),
        payment_state=payment_state(node),
        authorised_until=authorised_until(node),
        due=bag(node, "totalOutstandingSet"),
        customer_id=id_of(node.get("customer")) or id_of((purchaser.get("contact") or {}).get("customer")),
        company_id=site,
        group="",
        buyer=buyer,
        recipient=recipient_from(node, buyer),
        shipping=address_from(shipping),
        billing=address_from(node.get("billingAddress")),
        delivery=_delivery(node, parts),
        pickup_place=_pickup_place(node, parts),
        po_number=text(node, "poNumber", SHORT),
        desk_id=attribute(node, QUOTE_KEY),
        lines=_lines(node),
        payments=tuple(payments_from(node)),
        parts=parts,
        changed_at=moment(node.get("updatedAt"), "updatedAt"),
    )


def _state(node: Node) -> str:
    if node.get("cancelledAt"):
        return CANCELLED
    if node.get("returnStatus") == "RETURNED":
        return RETURNED
    return COMPLETED if node.get("displayFulfillmentStatus") == "FULFILLED" else OPEN


def _delivery(node: Node, parts: tuple[RemotePart, ...]) -> str:
    """Collected where any part is; before parts are routed, the place we asked for says it."""
    if any(part.delivery == COLLECTED for part in parts):
        return COLLECTED
    return COLLECTED if not parts and attribute(node, PLACE_KEY) else SENT


def _pickup_place(node: Node, parts: tuple[RemotePart, ...]) -> str:
    places = (part.place_id for part in parts if part.delivery == COLLECTED and part.place_id)
    return next(places, attribute(node, PLACE_KEY))


def _lines(node: Node) -> tuple[RemoteLine, ...]:
    fulfilled = fulfilled_by_line(node)
    goods = [_goods(line, fulfilled.get(id_of(line), 0)) for line in children(node, "lineItems")]
    charge = node.get("shippingLine")
    return (*goods, _charge(charge, id_of(node))) if charge else tuple(goods)


def _goods(node: Node, fulfilled: int) -> RemoteLine:
    """What was taken off after it had left came back; the rest of what was taken off was cancelled."""
    ordered, current = whole(node, "quantity"), whole(node, "currentQuantity")
    removed = max(0, ordered - current)
    kept = current - whole(node, "unfulfilledQuantity")
    returned = min(removed, max(0, fulfilled - kept))
    each = bag(node, "discountedUnitPriceAfterAllDiscountsSet")
    return RemoteLine(
        external_id=id_of(node),
        kind=GOODS,
        variant_id=id_of(node.get("variant")),
        sku=text(node, "sku", SHORT),
        name=text(node, "name"),
        ordered=ordered,
        cancelled=removed - returned,
        returned=returned,
        price=bag(node, "originalUnitPriceSet"),
        amount=each * ordered,
        tax_rate=rate(node),
    )


def _charge(node: Node, order_id: str) -> RemoteLine:
    cost = bag(node, "currentDiscountedPriceSet")
    name = id_of(node) or f"{order_id}/shipping"
    return RemoteLine(
        name, CHARGE, "", text(node, "code", SHORT), text(node, "title"), 1, 0, 0, cost, cost, rate(node)
    )

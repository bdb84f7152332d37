"""A draft order as a neutral quote."""

from storedesk.connectors.neutral import RemoteLine, RemoteQuote
from storedesk.connectors.shopify.mapping_orders import GOODS, QUOTE_KEY
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

ASKED, OFFERED, ORDERED = "asked", "offered", "ordered"
_STATES = {"OPEN": ASKED, "INVOICE_SENT": OFFERED, "COMPLETED": ORDERED}


def quote_from(node: Node) -> RemoteQuote:
    """A draft that was made by us is an offer from the beginning; a state never heard of is one that was asked."""
    purchaser = node.get("purchasingEntity") or {}
    customer = id_of(purchaser) or id_of((purchaser.get("contact") or {}).get("customer"))
    ours = attribute(node, QUOTE_KEY)
    state = _STATES.get(str(node.get("status")), ASKED)
    return RemoteQuote(
        external_id=id_of(node),
        number=text(node, "name", SHORT),
        company_id=id_of(purchaser.get("location")) or id_of(purchaser.get("company")),
        customer_id=customer,
        state=OFFERED if ours and state == ASKED else state,
        currency=text(node, "currencyCode", 3),
        total=bag(node, "totalPriceSet"),
        valid_until=text(node, "reserveInventoryUntil", 40)[:10],
        desk_id=ours,
        lines=tuple(_line(line) for line in children(node, "lineItems")),
        changed_at=moment(node.get("updatedAt"), "updatedAt"),
    )


def _line(node: Node) -> RemoteLine:
    quantity, each = whole(node, "quantity"), bag(node, "approximateDiscountedUnitPriceSet")
    return RemoteLine(
        external_id=id_of(node),
        kind=GOODS,
        variant_id=id_of(node.get("variant")),
        sku=text(node, "sku", SHORT),
        name=text(node, "name"),
        ordered=quantity,
        cancelled=0,
        returned=0,
        price=bag(node, "originalUnitPriceSet"),
        amount=each * quantity,
        tax_rate=rate(node),
    )

"""The rows of an order's items as its lines: a configurable's two rows are one line."""

from collections.abc import Mapping, Sequence
from typing import Any

from storedesk.connectors.magento.scalars import amount, exact, identity, number, pieces, rows, text
from storedesk.connectors.neutral import RemoteLine
from storedesk.domain.money import UNIT

SHIPPING = "shipping"
GOODS, CHARGE = "goods", "charge"


def own_rows(order: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The rows that are lines: those below another row repeat it, and nothing can be shipped by their ids."""
    return [row for row in rows(order.get("items")) if not row.get("parent_item_id")]


def lines_of(order: Mapping[str, Any]) -> tuple[RemoteLine, ...]:
    """Raises Odd."""
    children = {
        str(row.get("parent_item_id")): row for row in rows(order.get("items")) if row.get("parent_item_id")
    }
    lines = [_line(row, children.get(str(row.get("item_id")))) for row in own_rows(order)]
    shipping = _shipping(order)
    return (*lines, shipping) if shipping else tuple(lines)


def _line(row: Mapping[str, Any], child: Mapping[str, Any] | None) -> RemoteLine:
    """What was chosen is the child's article; price and quantities stand on the row itself."""
    article = child if child is not None and row.get("product_type") == "configurable" else row
    return RemoteLine(
        external_id=identity(row.get("item_id"), "item_id"),
        kind=GOODS,
        variant_id=text(article.get("product_id")),
        sku=exact(row.get("sku"), 64),
        name=text(row.get("name")),
        ordered=pieces(row.get("qty_ordered"), "qty_ordered"),
        cancelled=pieces(row.get("qty_canceled"), "qty_canceled"),
        returned=pieces(row.get("qty_refunded"), "qty_refunded"),
        price=amount(row.get("price_incl_tax", row.get("price")), "price"),
        amount=charged(row),
        tax_rate=int(number(row.get("tax_percent"), "tax_percent") * UNIT),
    )


def left_to_ship(row: Mapping[str, Any]) -> int:
    """As Magento counts it. Raises Odd."""
    gone = max(pieces(row.get("qty_shipped"), "qty_shipped"), pieces(row.get("qty_refunded"), "qty_refunded"))
    return (
        pieces(row.get("qty_ordered"), "qty_ordered") - gone - pieces(row.get("qty_canceled"), "qty_canceled")
    )


def charged(row: Mapping[str, Any]) -> int:
    """What all pieces of a row cost with tax and after discounts. Raises Odd."""
    return (
        amount(row.get("row_total"), "row_total")
        + amount(row.get("tax_amount"), "tax_amount")
        + amount(row.get("discount_tax_compensation_amount"), "discount_tax_compensation_amount")
        - abs(amount(row.get("discount_amount"), "discount_amount"))
    )


def _shipping(order: Mapping[str, Any]) -> RemoteLine | None:
    """The shipping charge as a line, where there is one."""
    net = amount(order.get("shipping_amount"), "shipping_amount")
    tax = amount(order.get("shipping_tax_amount"), "shipping_tax_amount")
    kept = amount(order.get("shipping_discount_tax_compensation_amount"), "shipping_discount_tax")
    off = abs(amount(order.get("shipping_discount_amount"), "shipping_discount_amount"))
    if not net:
        return None
    full = amount(order.get("shipping_incl_tax"), "shipping_incl_tax") or net + tax
    rate = int(number(tax * 100, "tax") / net * UNIT) if tax else 0
    name = text(order.get("shipping_description"))
    return RemoteLine(SHIPPING, CHARGE, "", "", name, 1, 0, 0, full, net + tax + kept - off, rate)

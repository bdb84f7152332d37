"""An order's own records as they are now: rows, shipments, refunds, and what is left to do of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from storedesk.connectors.magento.mapping_lines import own_rows
from storedesk.connectors.magento.reading import Line
from storedesk.connectors.magento.reading_orders import SHIPMENTS
from storedesk.connectors.magento.scalars import Odd, pieces, record, text
from storedesk.connectors.magento.search import every

CREDIT_MEMOS = "/V1/creditmemos"
OVER = ("canceled", "closed")

Papers = Sequence[Mapping[str, Any]]


async def order_now(line: Line, order_id: str) -> Mapping[str, Any]:
    """Raises SaidNo where there is none."""
    if not order_id.isdigit():
        raise Odd("the order's id is no number")
    return record(await line.client.get(f"/V1/orders/{order_id}"))


async def shipments_of(line: Line, order_id: str) -> Papers:
    return await _of(line, SHIPMENTS, order_id)


async def refunds_of(line: Line, order_id: str) -> Papers:
    return await _of(line, CREDIT_MEMOS, order_id)


async def _of(line: Line, path: str, order_id: str) -> Papers:
    return [one async for one in every(line.client, path, [[("order_id", "eq", order_id)]], 100)]


def rows_by_id(order: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {text(row.get("item_id")): row for row in own_rows(order)}


def asked_rows(lines: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Quantities by item id; a line may be named with its order before it."""
    asked: dict[str, int] = {}
    for line_id, quantity in lines:
        item = line_id.rpartition("/")[2]
        if item.isdigit() and quantity > 0:
            asked[item] = asked.get(item, 0) + quantity
    return asked


def to_collect(row: Mapping[str, Any]) -> int:
    """What its buyer is to get in all. Raises Odd."""
    off = pieces(row.get("qty_canceled"), "qty_canceled") + pieces(row.get("qty_refunded"), "qty_refunded")
    return pieces(row.get("qty_ordered"), "qty_ordered") - off


def left_to_refund(row: Mapping[str, Any]) -> int:
    return pieces(row.get("qty_invoiced"), "qty_invoiced") - pieces(row.get("qty_refunded"), "qty_refunded")

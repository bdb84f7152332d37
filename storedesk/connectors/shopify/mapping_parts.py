"""Fulfilment orders as parts of an order, and how the goods leave."""

from collections.abc import Iterator, Mapping

from storedesk.connectors.neutral import COLLECTED, GONE, READY, SENT, WAITING, RemotePart
from storedesk.connectors.shopify.node_fields import Node, children, id_of, moment, tail, text, whole

PICK_UP = frozenset({"PICK_UP", "RETAIL"})
READY_TAG = "storedesk-ready-"
GONE_END = "/gone"
_OVER = frozenset({"CANCELLED"})


def ready_tag(part_id: str) -> str:
    """The tag that an order gets when a part of it was reported ready by us."""
    return READY_TAG + tail(part_id)


def parts_from(order: Node) -> Iterator[RemotePart]:
    """A part that has been sent or collected by halves gives two: what waits, and what is gone."""
    tags = frozenset(str(tag) for tag in order.get("tags") or ())
    for node in children(order, "fulfillmentOrders"):
        if node.get("status") in _OVER:
            continue
        lines = [_line(one) for one in children(node, "lineItems")]
        gone = tuple((line, total - left) for line, total, left in lines if total > left)
        left = tuple((line, left) for line, _total, left in lines if left > 0)
        waits = READY if is_ready(node, tags) else WAITING
        if node.get("status") == "CLOSED" or (gone and not left):
            yield _part(node, id_of(node), GONE, gone or left)
            continue
        if left or not gone:
            yield _part(node, id_of(node), waits, left)
        if gone:
            yield _part(node, id_of(node) + GONE_END, GONE, gone)


def is_ready(part: Node, tags: frozenset[str]) -> bool:
    """Whether its customer was told, as far as Shopify shows: by our tag, or by a fulfilment that waits."""
    waiting = [
        one for one in children(part, "fulfillments") if one.get("displayStatus") == "READY_FOR_PICKUP"
    ]
    return bool(waiting) or ready_tag(id_of(part)) in tags


def how_it_leaves(part: Node) -> str:
    method = text(part.get("deliveryMethod") or {}, "methodType", 40)
    return COLLECTED if method in PICK_UP else SENT


def place_of(part: Node) -> str:
    return id_of((part.get("assignedLocation") or {}).get("location"))


def fulfilled_by_line(order: Node) -> Mapping[str, int]:
    """How many of each line have left."""
    found: dict[str, int] = {}
    for node in children(order, "fulfillmentOrders"):
        for one in children(node, "lineItems"):
            line, total, left = _line(one)
            found[line] = found.get(line, 0) + total - left
    return found


def _line(node: Node) -> tuple[str, int, int]:
    return id_of(node.get("lineItem")), whole(node, "totalQuantity"), whole(node, "remainingQuantity")


def _part(node: Node, name: str, state: str, lines: tuple[tuple[str, int], ...]) -> RemotePart:
    changed = moment(node.get("updatedAt"), "updatedAt")
    return RemotePart(name, place_of(node), how_it_leaves(node), state, lines, changed)

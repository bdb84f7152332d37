"""The fulfilment orders of an order as they are now, and which of them hold given lines."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from storedesk.connectors.shopify.mapping_parts import GONE_END, place_of
from storedesk.connectors.shopify.node_fields import Node, children, gid, id_of, text, whole
from storedesk.connectors.shopify.paging import Pager

Lines = Sequence[tuple[str, int]]
SPLIT, FULFIL = "SPLIT", "CREATE_FULFILLMENT"
_OPEN = frozenset({"OPEN", "IN_PROGRESS", "SCHEDULED", "ON_HOLD"})


class Held(NamedTuple):
    """A part's lines by the order line: the part's own line, and how many of it are left."""

    node: Node
    part_id: str
    lines: Mapping[str, tuple[str, int]]

    @property
    def is_open(self) -> bool:
        return self.node.get("status") in _OPEN

    def allows(self, action: str) -> bool:
        return action in {one.get("action") for one in self.node.get("supportedActions") or ()}

    def left(self, line_id: str) -> int:
        return self.lines.get(line_id, ("", 0))[1]

    def holds(self, lines: Lines) -> bool:
        return all(self.left(line) >= many for line, many in lines)

    def holds_just(self, lines: Lines) -> bool:
        return {line: left for line, (_own, left) in self.lines.items() if left} == dict(lines)

    def own_lines(self, lines: Lines) -> list[dict[str, object]]:
        return [{"id": self.lines[line][0], "quantity": many} for line, many in lines if many]


class OrderParts(NamedTuple):
    order: Node
    parts: tuple[Held, ...]

    @property
    def tags(self) -> frozenset[str]:
        return frozenset(str(tag) for tag in self.order.get("tags") or ())

    def named(self, part_id: str) -> Held | None:
        return next((one for one in self.parts if one.part_id == part_id), None)

    def holding(self, part_id: str, place_id: str, lines: Lines) -> Held | None:
        """The open part with these lines left: at the place just them, else the named one, else one of the place,
        else one that the shop has given to another place."""
        fits = [one for one in self.parts if one.is_open and one.holds(lines)]
        here = [one for one in fits if place_of(one.node) == place_id]
        exact = [one for one in here if one.holds_just(lines)]
        named = [one for one in here if one.part_id == part_id]
        named_elsewhere = [one for one in fits if one.part_id == part_id]
        return next(iter(exact + named + here + named_elsewhere + fits), None)


async def parts_of_order(pager: Pager, order_id: str) -> OrderParts | None:
    """None where there is no such order."""
    values = {"id": gid("Order", order_id)}
    order = (await pager.sized("PartsOfOrder", values, ("first", "inner")))["order"]
    if not order:
        return None
    return OrderParts(order, tuple(_held(node) for node in children(order, "fulfillmentOrders")))


def part_name(part_id: str) -> str:
    return gid("FulfillmentOrder", part_id.removesuffix(GONE_END))


def line_names(lines: Lines) -> list[tuple[str, int]]:
    return [(gid("LineItem", line), many) for line, many in lines]


def fulfilments_of(part: Held) -> list[tuple[str, dict[str, int]]]:
    """What has left of a part: when, and how many of each line."""
    return [
        (text(node, "createdAt"), _quantities(node))
        for node in children(part.node, "fulfillments")
        if node.get("status") == "SUCCESS" and node.get("displayStatus") != "READY_FOR_PICKUP"
    ]


def _quantities(fulfilment: Node) -> dict[str, int]:
    return {
        id_of(one.get("lineItem")): whole(one, "quantity")
        for one in children(fulfilment, "fulfillmentLineItems")
    }


def _held(node: Node) -> Held:
    lines = {
        id_of(one.get("lineItem")): (id_of(one), whole(one, "remainingQuantity"))
        for one in children(node, "lineItems")
    }
    return Held(node, id_of(node), lines)

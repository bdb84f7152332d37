"""An inventory level as a neutral level: what can be sold there and what lies there."""

from storedesk.connectors.neutral import RemoteLevel
from storedesk.connectors.shopify.node_fields import Node, id_of, moment, whole


def level_from(node: Node) -> RemoteLevel:
    """Figures of an item that is not tracked say nothing; a level that is not active has none there."""
    item = node.get("item") or {}
    figures = {str(one.get("name")): whole(one, "quantity") for one in node.get("quantities") or ()}
    tracked, active = bool(item.get("tracked", True)), bool(node.get("isActive", True))
    none_there = None if not tracked else 0
    counted = tracked and active
    return RemoteLevel(
        variant_id=id_of(item) or id_of(node, "__parentId"),
        place_id=id_of(node.get("location")),
        on_hand=figures.get("on_hand") if counted else none_there,
        available=figures.get("available") if counted else none_there,
        changed_at=moment(node.get("updatedAt"), "updatedAt"),
    )


def available_of(level: Node | None) -> int | None:
    """What Shopify would sell there; None where the item is not stocked."""
    return None if level is None or not level.get("isActive", True) else level_from(level).available

"""A location as a neutral place."""

from storedesk.connectors.neutral import RemotePlace
from storedesk.connectors.shopify.node_fields import Node, id_of, text


def place_from(node: Node) -> RemotePlace:
    """Pickup is on where the location has settings for it; a fulfilment service has no counter."""
    address = node.get("address") or {}
    active, pickup = bool(node.get("isActive")), node.get("localPickupSettingsV2") is not None
    street = " ".join(part for part in (text(address, "address1"), text(address, "address2")) if part)
    return RemotePlace(
        external_id=id_of(node),
        name=text(node, "name"),
        address=street,
        postcode=text(address, "zip", 20),
        city=text(address, "city"),
        country=text(address, "countryCode", 2),
        pickup=pickup and active,
        active=active,
        problem=_problem(node, active, pickup),
    )


def _problem(node: Node, active: bool, pickup: bool) -> str:
    if node.get("isFulfillmentService"):
        return "a fulfilment service stands behind it"
    if not active:
        return "the location is not active"
    if not pickup:
        return "local pickup is off"
    return "" if node.get("fulfillsOnlineOrders") else "it does not fulfil online orders"

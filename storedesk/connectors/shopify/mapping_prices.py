"""Prices as neutral records: the variant's own price is the shop's list, catalogues bring theirs with breaks."""

from collections.abc import Iterator

from storedesk.connectors.neutral import RemotePrice
from storedesk.connectors.shopify.node_fields import Node, amount, children, id_of, whole


def shop_price_from(variant: Node, currency: str, gross: bool) -> RemotePrice:
    """What everybody pays for one piece; currency and gross are the shop's."""
    return RemotePrice(id_of(variant), "", currency, 1, amount(variant.get("price"), "price"), gross)


def list_prices_from(node: Node, list_id: str, gross: bool) -> Iterator[RemotePrice]:
    """A price of a price list, followed by its quantity breaks."""
    variant = id_of(node.get("variant"))
    yield _price(variant, list_id, 1, node["price"], gross)
    for step in children(node, "quantityPriceBreaks"):
        yield _price(variant, list_id, whole(step, "minimumQuantity"), step["price"], gross)


def _price(variant: str, list_id: str, minimum: int, money: Node, gross: bool) -> RemotePrice:
    currency = str(money.get("currencyCode") or "")[:3]
    return RemotePrice(variant, list_id, currency, minimum, amount(money.get("amount"), "price"), gross)

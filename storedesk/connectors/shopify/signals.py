"""Webhooks: which we want, which are there, and how a delivery is proved and read."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from storedesk.connectors.port import Delivery, Hint, Kind, NotGenuine
from storedesk.connectors.shopify.client import Client
from storedesk.connectors.shopify.mark import Mark
from storedesk.connectors.shopify.node_fields import SHORT, gid
from storedesk.connectors.shopify.paging import Pager
from storedesk.connectors.shopify.walking import Walk
from storedesk.domain.plain_text import clean_text

WANTED = (
    "ORDERS_CREATE", "ORDERS_UPDATED", "ORDERS_EDITED", "ORDERS_CANCELLED", "ORDERS_PAID", "REFUNDS_CREATE",
    "FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE", "FULFILLMENT_ORDERS_MOVED", "FULFILLMENT_ORDERS_SPLIT",
    "FULFILLMENT_ORDERS_CANCELLED", "FULFILLMENT_ORDERS_PLACED_ON_HOLD", "FULFILLMENT_ORDERS_HOLD_RELEASED",
    "FULFILLMENT_ORDERS_LINE_ITEMS_PREPARED_FOR_PICKUP", "FULFILLMENTS_CREATE", "FULFILLMENTS_UPDATE",
    "INVENTORY_LEVELS_UPDATE", "INVENTORY_LEVELS_CONNECT", "INVENTORY_LEVELS_DISCONNECT",
    "PRODUCTS_CREATE", "PRODUCTS_UPDATE", "PRODUCTS_DELETE", "LOCATIONS_CREATE", "LOCATIONS_UPDATE",
    "CUSTOMERS_CREATE", "CUSTOMERS_UPDATE", "DRAFT_ORDERS_CREATE", "DRAFT_ORDERS_UPDATE", "DRAFT_ORDERS_DELETE",
)  # fmt: skip
COMPANY_TOPICS = (
    "COMPANIES_CREATE",
    "COMPANIES_UPDATE",
    "COMPANY_LOCATIONS_CREATE",
    "COMPANY_LOCATIONS_UPDATE",
)
_KINDS: Mapping[str, tuple[Kind, str]] = {
    "orders": (Kind.ORDERS, "Order"), "products": (Kind.PRODUCTS, "Product"),
    "locations": (Kind.PLACES, "Location"), "customers": (Kind.CUSTOMERS, "Customer"),
    "companies": (Kind.COMPANIES, "Company"), "company_locations": (Kind.COMPANIES, "CompanyLocation"),
    "company_contacts": (Kind.COMPANIES, "CompanyContact"), "draft_orders": (Kind.QUOTES, "DraftOrder"),
}  # fmt: skip
_OF_ORDERS = frozenset({"refunds", "fulfillments", "order_transactions", "returns"})
_GID = "admin_graphql_api_id"


class Signals:
    """The shop's subscriptions. Shopify deletes one by itself after too many failed deliveries."""

    def __init__(self, pager: Pager) -> None:
        self._client: Client = pager.client
        self._walk = Walk(pager)

    async def missing(self, address: str, topics: Sequence[str]) -> list[str]:
        """Topics that are not delivered to this address."""
        there: set[str] = set()
        async for nodes, _mark in self._walk.all_of("Signals", "webhookSubscriptions", Mark()):
            there |= {str(node["topic"]) for node in nodes if node.get("uri") == address}
        return [topic for topic in topics if topic not in there]

    async def mend(self, address: str, topics: Sequence[str]) -> list[str]:
        """Subscribes to what is missing; says what the shop did not let us have."""
        refused: list[str] = []
        for topic in await self.missing(address, topics):
            found = await self._client.ask("SignalCreate", {"topic": topic, "uri": address})
            if found["webhookSubscriptionCreate"]["userErrors"]:
                refused.append(topic)
        return refused


def hints_from(delivery: Delivery, secrets: Sequence[str], host: str) -> list[Hint]:
    """Raises NotGenuine. Nothing of the body is believed but which record it is about."""
    headers = delivery.headers
    given = headers.get("x-shopify-hmac-sha256", "").encode("utf-8", "replace")
    signed = [hmac.compare_digest(_signature(secret, delivery.body), given) for secret in secrets]
    domain = headers.get("x-shopify-shop-domain", host)
    if not any(signed) or domain.casefold() != host.casefold():
        raise NotGenuine
    topic = clean_text(headers.get("x-shopify-topic", ""), SHORT)
    name = (
        clean_text(headers.get("x-shopify-webhook-id", ""), SHORT)
        or hashlib.sha256(delivery.body).hexdigest()
    )
    return [
        Hint(f"{topic} {name}", topic, kind, record) for kind, record in _named(topic, _object(delivery.body))
    ]


def _signature(secret: str, body: bytes) -> bytes:
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest())


def _object(body: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _named(topic: str, body: Mapping[str, Any]) -> Iterator[tuple[Kind, str]]:
    """The kind and id of what a topic is about; topics that are about nothing we read give none."""
    about = topic.partition("/")[0]
    if about in _KINDS:
        kind, name = _KINDS[about]
        yield kind, _id(body, name)
        if kind == Kind.PRODUCTS:
            yield Kind.PRICES, ""
    elif about == "fulfillment_orders":
        yield Kind.ORDERS, _first_part(body)
    elif about in _OF_ORDERS:
        yield Kind.ORDERS, _number(body.get("order_id"), "Order")
    elif about in ("inventory_levels", "inventory_items"):
        item = body.get("inventory_item_id") if about == "inventory_levels" else body.get("id")
        yield Kind.LEVELS, _number(item, "InventoryItem")


def _id(body: Mapping[str, Any], name: str) -> str:
    given = body.get(_GID)
    if isinstance(given, str) and given.startswith(f"gid://shopify/{name}/"):
        return clean_text(given, SHORT)
    return _number(body.get("id"), name)


def _number(value: object, name: str) -> str:
    text = clean_text(str(value), 30) if isinstance(value, int | str) else ""
    return gid(name, text) if text.isdigit() else ""


def _first_part(body: Mapping[str, Any]) -> str:
    """Every topic wraps its fulfilment order in another word."""
    for value in body.values():
        inner = value.get("id") if isinstance(value, dict) else None
        if isinstance(inner, str) and inner.startswith("gid://shopify/FulfillmentOrder/"):
            return clean_text(inner, SHORT)
    return ""

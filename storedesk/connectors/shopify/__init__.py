"""Shopify as a platform of the hub."""

from collections.abc import Mapping

from storedesk.connectors.port import Connector, Kind, Platform, Surroundings
from storedesk.connectors.shopify.connector import ShopifyConnector
from storedesk.connectors.shopify.settings import FIELDS


def _opened(entered: Mapping[str, str], surroundings: Surroundings) -> Connector:
    return ShopifyConnector(entered, surroundings)


PLATFORM = Platform(
    name="shopify",
    title="Shopify",
    fields=FIELDS,
    open=_opened,
    told_by={"ready": "platform", "gone": "us"},
    every_seconds={
        Kind.PLACES: 6 * 3600.0,
        Kind.PRODUCTS: 600.0,
        Kind.PRICES: 600.0,
        Kind.LEVELS: 60.0,
        Kind.COMPANIES: 600.0,
        Kind.CUSTOMERS: 600.0,
        Kind.ORDERS: 60.0,
        Kind.QUOTES: 600.0,
    },
)

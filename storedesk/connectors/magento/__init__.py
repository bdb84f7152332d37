"""Magento 2, Adobe Commerce and Mage-OS: REST with an integration's keys."""

from collections.abc import Mapping

from storedesk.connectors.magento.connector import MagentoConnector
from storedesk.connectors.magento.settings import FIELDS
from storedesk.connectors.port import Kind, Platform, Surroundings


def _opened(entered: Mapping[str, str], surroundings: Surroundings) -> MagentoConnector:
    return MagentoConnector(entered, surroundings)


PLATFORM = Platform(
    name="magento",
    title="Magento / Adobe Commerce",
    fields=FIELDS,
    open=_opened,
    told_by={"ready": "platform", "gone": "platform"},
    every_seconds={
        Kind.PLACES: 3600.0,
        Kind.PRODUCTS: 300.0,
        Kind.PRICES: 900.0,
        Kind.LEVELS: 180.0,
        Kind.COMPANIES: 900.0,
        Kind.CUSTOMERS: 300.0,
        Kind.ORDERS: 60.0,
        Kind.QUOTES: 120.0,
    },
)

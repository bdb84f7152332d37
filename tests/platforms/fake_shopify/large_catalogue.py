"""Bulk results of a catalogue of any size, made line by line, for loads too large to be executed."""

import json
from collections.abc import Iterator

from tests.platforms.fake_shopify.shop import ShopifyShop

AT = "2026-11-01T10:00:00Z"


def hold_large_catalogue(shop: ShopifyShop, articles: int, places: int) -> None:
    """Makes the shop answer bulk queries for products, prices and levels with ``articles`` one-variant products,
    each stocked at ``places`` new locations."""
    stores = [shop.add_location(f"Store {number}") for number in range(places)]
    shop.bulk_streams["BulkProducts"] = lambda: _products(articles)
    shop.bulk_streams["BulkPrices"] = lambda: _prices(articles)
    shop.bulk_streams["BulkLevels"] = lambda: _levels(articles, stores)


def _products(articles: int) -> Iterator[bytes]:
    for number in range(1, articles + 1):
        product = {
            "id": f"gid://shopify/Product/{number}", "handle": f"article-{number}", "title": f"Article {number}",
            "vendor": "Maker", "productType": "Tools", "status": "ACTIVE", "updatedAt": AT,
        }  # fmt: skip
        yield _line(
            id=f"gid://shopify/ProductVariant/{number}", sku=f"SKU-{number}", barcode=f"73{number:011d}",
            title="Default Title", price="100.00", updatedAt=AT, inventoryPolicy="DENY", selectedOptions=[],
            product=product,
            inventoryItem={"id": f"gid://shopify/InventoryItem/{number}", "tracked": True,
                           "measurement": {"weight": {"value": 1.5, "unit": "KILOGRAMS"}}},
        )  # fmt: skip


def _prices(articles: int) -> Iterator[bytes]:
    for number in range(1, articles + 1):
        yield _line(id=f"gid://shopify/ProductVariant/{number}", price="100.00")


def _levels(articles: int, stores: list[str]) -> Iterator[bytes]:
    for number in range(1, articles + 1):
        item = f"gid://shopify/InventoryItem/{number}"
        yield _line(id=item)
        for index, store in enumerate(stores):
            yield _line(
                id=f"gid://shopify/InventoryLevel/{number}{index}?inventory_item_id={number}", isActive=True,
                updatedAt=AT, item={"id": item, "tracked": True}, location={"id": store},
                quantities=[{"name": "available", "quantity": number % 50}, {"name": "on_hand", "quantity": number % 50}],
                __parentId=item,
            )  # fmt: skip


def _line(**fields: object) -> bytes:
    return json.dumps(fields).encode()

"""What the fake's schema begins with: every query and mutation of ours, and the fields that are made when asked."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from tests.platforms.fake_shopify import order_writes
from tests.platforms.fake_shopify.bulk_results import bulk_of, bulk_run
from tests.platforms.fake_shopify.graph import Connection, Refused, Run
from tests.platforms.fake_shopify.order_nodes import ORDER_FIELDS
from tests.platforms.fake_shopify.stock import activate, level_node, quantities, set_quantities

WINDOW_MS = 60 * 86_400_000
_NEEDS = {
    "orders": ("orders",), "products": ("products",), "inventory": ("inventory",), "locations": ("locations", "inventory"),
    "draft_orders": ("draft_orders",), "customers": ("customers",), "companies": ("companies", "customers"),
    "merchant_managed_fulfillment_orders": ("merchant_managed_fulfillment_orders",),
}  # fmt: skip


def need(run: Run, area: str, how: str = "read") -> None:
    """Writing includes reading."""
    words = {"read": ("read_", "write_"), "write": ("write_",)}[how]
    if not any(word + scope in run.shop.scopes for word in words for scope in _NEEDS[area]):
        scope = f"{how}_{_NEEDS[area][0]}"
        raise Refused("ACCESS_DENIED", f"Access denied. Required access: `{scope}` access scope.")


def shop_root(run: Run) -> dict[str, Any]:
    return {
        "__typename": "Shop", "id": "gid://shopify/Shop/1", "name": "Example", "myshopifyDomain": run.shop.domain,
        "currencyCode": run.shop.currency, "taxesIncluded": run.shop.taxes_included,
        "plan": {"publicDisplayName": "Plus", "shopifyPlus": True},
    }  # fmt: skip


def installation(run: Run) -> dict[str, Any]:
    return {
        "__typename": "AppInstallation",
        "accessScopes": [{"handle": one} for one in sorted(run.shop.scopes)],
    }


def listed(area: str, held: str, typename: str) -> Callable[..., Connection]:
    def root(run: Run, **_args: Any) -> Connection:
        need(run, area)
        if typename in ("Company", "CompanyLocation") and not run.shop.sells_to_companies:
            raise Refused("ACCESS_DENIED", "The shop must have access to B2B.")
        return Connection(list(getattr(run.shop, held).values()), typename)

    return root


def products(run: Run, query: str | None = None, **_args: Any) -> Connection:
    """Without a term for the status only active ones are listed."""
    need(run, "products")
    found = list(run.shop.products.values())
    if "status:" not in (query or ""):
        found = [one for one in found if one["status"] == "ACTIVE"]
    return Connection(found, "Product")


def orders(run: Run, **_args: Any) -> Connection:
    """Sixty days, unless all may be read."""
    need(run, "orders")
    found = list(run.shop.orders.values())
    if "read_all_orders" not in run.shop.scopes:
        found = [one for one in found if _ms(one["createdAt"]) > run.shop.now() - WINDOW_MS]
    return Connection(found, "Order")


def parts(run: Run, includeClosed: bool = False, **_args: Any) -> Connection:
    need(run, "merchant_managed_fulfillment_orders")
    found = list(run.shop.parts.values())
    if not includeClosed:
        found = [one for one in found if one["status"] not in ("CLOSED", "CANCELLED")]
    return Connection(found, "FulfillmentOrder")


def node(run: Run, id: str) -> Any:
    return run.shop.node(id)


def nodes(run: Run, ids: list[str]) -> list[Any]:
    if len(ids) > 250:
        raise Refused("BAD_REQUEST", "The input array size is greater than the maximum allowed of 250.")
    return [run.shop.node(one) for one in ids]


def levels_at(run: Run, place: dict[str, Any], includeInactive: bool = False, **_args: Any) -> Connection:
    found = [level for level in run.shop.levels.values() if level.place == place["id"]]
    return Connection(
        [level_node(run.shop, one) for one in found if one.active or includeInactive], "InventoryLevel"
    )


def levels_of(run: Run, item: dict[str, Any], includeInactive: bool = False, **_args: Any) -> Connection:
    places = run.shop.locations
    found = [
        run.shop.levels[(item["id"], place)] for place in places if (item["id"], place) in run.shop.levels
    ]
    return Connection(
        [level_node(run.shop, one) for one in found if one.active or includeInactive], "InventoryLevel"
    )


def level_of(run: Run, item: dict[str, Any], locationId: str, **_args: Any) -> Any:
    level = run.shop.levels.get((item["id"], locationId))
    return level_node(run.shop, level) if level else None


def webhook_create(run: Run, topic: str, webhookSubscription: dict[str, Any]) -> dict[str, Any]:
    made = {"__typename": "WebhookSubscription", "id": run.shop.new_id("WebhookSubscription"), "topic": topic,
            "uri": webhookSubscription["uri"]}  # fmt: skip
    run.shop.subscriptions.append(made)
    return {"webhookSubscription": made, "userErrors": []}


def variant_prices(run: Run, productId: str, variants: list[dict[str, Any]], **_rest: Any) -> dict[str, Any]:
    need(run, "products", "write")
    for one in variants:
        if one["id"] not in run.shop.variants:
            return {"productVariants": None, "userErrors": [
                {"code": "PRODUCT_VARIANT_DOES_NOT_EXIST", "field": None, "message": "Product variant does not exist"}
            ]}  # fmt: skip
        run.shop.variants[one["id"]]["price"] = str(one["price"])
        run.shop.touch(run.shop.products[productId])
    return {"productVariants": [run.shop.variants[one["id"]] for one in variants], "userErrors": []}


def product_update(run: Run, product: dict[str, Any], **_rest: Any) -> dict[str, Any]:
    need(run, "products", "write")
    found = run.shop.products.get(product["id"])
    if found is None:
        return {"product": None, "userErrors": [{"field": ["id"], "message": "Product does not exist"}]}
    found.update({key: value for key, value in product.items() if key != "id"})
    run.shop.touch(found)
    return {"product": found, "userErrors": []}


def list_prices(run: Run, priceListId: str, prices: list[dict[str, Any]]) -> dict[str, Any]:
    for one in prices:
        run.shop.set_list_price(priceListId, one["variantId"], str(one["price"]["amount"]))
    return {"prices": [], "userErrors": []}


def price_breaks(run: Run, priceListId: str, input: dict[str, Any]) -> dict[str, Any]:
    for one in input["quantityPriceBreaksToAdd"]:
        known = run.shop.price_lists[priceListId]["_prices"].get(one["variantId"])
        if known is None:
            return {"productVariants": None, "userErrors": [
                {"code": "PRICE_LIST_PRICE_NOT_FOUND", "field": None, "message": "No fixed price"}
            ]}  # fmt: skip
        breaks = {one["minimumQuantity"]: str(one["price"]["amount"])}
        run.shop.set_list_price(priceListId, one["variantId"], known["price"]["amount"], breaks)
    return {"productVariants": [], "userErrors": []}


def _ms(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1000)


def writes(area: str, do: Callable[..., Any]) -> Callable[..., Any]:
    def root(run: Run, **args: Any) -> Any:
        need(run, area, "write")
        return do(run, **args)

    return root


HANDOUTS = "merchant_managed_fulfillment_orders"
ROOTS: dict[str, Callable[..., Any]] = {
    "shop": shop_root, "currentAppInstallation": installation, "node": node, "nodes": nodes, "products": products,
    "orders": orders, "fulfillmentOrders": parts, "bulkOperation": bulk_of, "job": order_writes.job_of,
    "locations": listed("locations", "locations", "Location"), "companies": listed("companies", "companies", "Company"),
    "companyLocations": listed("companies", "sites", "CompanyLocation"),
    "customers": listed("customers", "customers", "Customer"),
    "draftOrders": listed("draft_orders", "drafts", "DraftOrder"),
    "priceLists": listed("products", "price_lists", "PriceList"),
    "inventoryItems": listed("inventory", "items", "InventoryItem"),
    "productVariants": listed("products", "variants", "ProductVariant"),
    "order": lambda run, id: run.shop.orders.get(id), "location": lambda run, id: run.shop.locations.get(id),
    "customer": lambda run, id: run.shop.customers.get(id), "priceList": lambda run, id: run.shop.price_lists.get(id),
    "inventoryItem": lambda run, id: run.shop.items.get(id),
    "webhookSubscriptions": lambda run, **_args: Connection(run.shop.subscriptions, "WebhookSubscription"),
    "bulkOperationRunQuery": bulk_run, "webhookSubscriptionCreate": webhook_create,
    "inventorySetQuantities": writes("inventory", set_quantities), "inventoryActivate": writes("inventory", activate),
    "productVariantsBulkUpdate": variant_prices, "productUpdate": product_update,
    "priceListFixedPricesAdd": list_prices, "quantityPricingByVariantUpdate": price_breaks,
    "fulfillmentOrderLineItemsPreparedForPickup": writes(HANDOUTS, order_writes.prepared),
    "fulfillmentOrderSplit": writes(HANDOUTS, order_writes.split),
    "fulfillmentOrderMove": writes(HANDOUTS, order_writes.move),
    "fulfillmentCreate": writes(HANDOUTS, order_writes.fulfil), "tagsAdd": order_writes.tags_add,
    "orderCancel": writes("orders", order_writes.cancel), "orderCapture": writes("orders", order_writes.capture),
    "refundCreate": writes("orders", order_writes.refund),
    "draftOrderCreate": writes("draft_orders", order_writes.draft_create),
    "draftOrderUpdate": writes("draft_orders", order_writes.draft_update),
    "draftOrderComplete": writes("draft_orders", order_writes.draft_complete),
}  # fmt: skip
FIELDS: dict[tuple[str, str], Callable[..., Any]] = {
    **ORDER_FIELDS,
    ("Order", "suggestedRefund"): order_writes.suggested,
    ("Product", "variants"): lambda _run, one, **_args: Connection(one["_variants"], "ProductVariant"),
    ("InventoryItem", "variants"): lambda _run, one, **_args: Connection([one["_variant"]], "ProductVariant"),
    ("InventoryItem", "inventoryLevels"): levels_of,
    ("InventoryItem", "inventoryLevel"): level_of,
    ("InventoryLevel", "quantities"): quantities,
    ("Location", "inventoryLevels"): levels_at,
    ("Company", "locations"): lambda _run, one, **_args: Connection(one["_sites"], "CompanyLocation"),
    ("CompanyLocation", "catalogs"): lambda _run, one, **_args: Connection(one["_catalogs"], "Catalog"),
    ("CompanyContact", "roleAssignments"): lambda _run, one, **_args: Connection(one["_roles"], "Role"),
    ("PriceList", "prices"): lambda _run, one, **_args: Connection(list(one["_prices"].values()), "PriceListPrice"),
    ("PriceListPrice", "quantityPriceBreaks"): lambda _run, one, **_args: Connection(one["_steps"], "Break"),
}  # fmt: skip

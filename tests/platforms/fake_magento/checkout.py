"""Customers' carts of the in-memory Magento: one active cart each, whose items add up."""

from typing import Any

from tests.platforms.fake_magento.sales import new_order
from tests.platforms.fake_magento.shop import MagentoShop, No, Sent


def customer(shop: MagentoShop, _sent: Sent, own: str) -> Any:
    if int(own) not in shop.customers:
        raise No(
            "No such entity with %fieldName = %fieldValue",
            404,
            parameters={"fieldName": "customerId", "fieldValue": own},
        )
    return shop.customers[int(own)]


def new_cart(shop: MagentoShop, sent: Sent, own: str) -> Any:
    customer(shop, sent, own)
    for cart in shop.carts.values():
        if cart["customer_id"] == int(own) and cart["is_active"]:
            return cart["id"]
    made = shop.number("cart")
    shop.carts[made] = {
        "id": made,
        "customer_id": int(own),
        "is_active": True,
        "items": [],
        "updated_at": shop.moment(),
    }
    return made


def cart_items(shop: MagentoShop, _sent: Sent, own: str) -> Any:
    return _cart(shop, own)["items"]


def add_item(shop: MagentoShop, sent: Sent, own: str) -> Any:
    cart, item = _cart(shop, own), sent.body["cartItem"]
    sku = item["sku"]
    if sku not in shop.products:
        raise No("The product that was requested doesn't exist. Verify the product and try again.", 404)
    if shop.salable(sku) < item["qty"]:
        raise No("The requested qty is not available")
    for there in cart["items"]:
        if there["sku"] == sku:
            there["qty"] += item["qty"]
            return there
    cart["items"].append(
        {"item_id": shop.number("cart_item"), "sku": sku, "qty": item["qty"], "price": shop.base[sku]}
    )
    return cart["items"][-1]


def remove_item(shop: MagentoShop, _sent: Sent, own: str, item_id: str) -> Any:
    cart = _cart(shop, own)
    cart["items"] = [item for item in cart["items"] if item["item_id"] != int(item_id)]
    return True


def shipping_information(shop: MagentoShop, sent: Sent, own: str) -> Any:
    cart, information = _cart(shop, own), sent.body["addressInformation"]
    cart["billing"] = information["billing_address"]
    pickup = information["shipping_address"].get("extension_attributes", {}).get("pickup_location_code", "")
    if pickup and shop.sources[pickup]["country_id"] == "SE" and not shop.sources[pickup].get("region_id"):
        cart["broken"] = True
    cart["pickup"] = pickup
    items = [
        {
            "item_id": item["item_id"],
            "qty": item["qty"],
            "price": item["price"],
            "price_incl_tax": item["price"],
        }
        for item in cart["items"]
    ]
    return {"payment_methods": [{"code": "checkmo", "title": "Check"}], "totals": {"items": items}}


def place(shop: MagentoShop, _sent: Sent, own: str) -> Any:
    cart = _cart(shop, own)
    if cart.get("broken"):
        raise No('"regionId" is required. Enter and try again.')
    lines = [(item["sku"], item["qty"]) for item in cart["items"]]
    made = new_order(
        shop,
        lines,
        cart["pickup"],
        cart["customer_id"],
        paid=False,
        billing_address=cart["billing"],
        quote_id=cart["id"],
    )
    cart["is_active"] = False
    shop.mails["placed", made] += 1
    return made


def _cart(shop: MagentoShop, own: str) -> dict[str, Any]:
    cart = shop.carts.get(int(own))
    if cart is None or not cart["is_active"]:
        raise No(
            "No such entity with %fieldName = %fieldValue",
            404,
            parameters={"fieldName": "cartId", "fieldValue": own},
        )
    return cart

"""Products, prices and source items of the in-memory Magento."""

from typing import Any

from tests.platforms.fake_magento.shop import MagentoShop, No, Sent

_LABELS = {"color": {"4": "Red", "5": "Blue"}, "size": {"7": "M", "8": "L"}}


def store_configs(shop: MagentoShop) -> Any:
    return [
        {
            "id": 1, "code": "default", "website_id": 1, "locale": "en_US", "weight_unit": "kgs",
            "base_currency_code": shop.base_currency, "base_url": "https://shop.example.test/",
        }
    ]  # fmt: skip


def options(code: str) -> Any:
    if code not in _LABELS:
        message = (
            'The attribute with a "%1" attributeCode doesn\'t exist. Verify the attribute and try again.'
        )
        raise No(message, 404, parameters=[code])
    return [{"label": " ", "value": ""}] + [
        {"label": label, "value": own} for own, label in _LABELS[code].items()
    ]


def source_items(shop: MagentoShop) -> list[dict[str, Any]]:
    return [
        {"sku": sku, "source_code": code, "quantity": quantity, "status": int(quantity > 0)}
        for (sku, code), quantity in sorted(shop.levels.items())
    ]


def save_source_items(shop: MagentoShop, sent: Sent) -> Any:
    """An unknown SKU is stored as if it were one; an unknown source spoils the call. No time of change moves."""
    rows = _capped(shop, sent.body["sourceItems"])
    if any(row["source_code"] not in shop.sources for row in rows):
        raise No("Could not save Source Item")
    for row in rows:
        shop.levels[row["sku"], row["source_code"]] = row["quantity"]
    return []


def phantoms(shop: MagentoShop) -> set[str]:
    """SKUs with stock that no product has."""
    return {sku for sku, _code in shop.levels} - set(shop.products)


def save_product(shop: MagentoShop, sent: Sent) -> Any:
    product = sent.body["product"]
    own = shop.products.get(product["sku"])
    if own is None:
        raise No("The product that was requested doesn't exist. Verify the product and try again.", 404)
    own |= {name: value for name, value in product.items() if name in ("name", "status")}
    own["updated_at"] = shop.moment()
    return own


def base_information(shop: MagentoShop, sent: Sent) -> Any:
    return [
        {"price": shop.base[sku], "store_id": 0, "sku": sku} for sku in sent.body["skus"] if sku in shop.base
    ]


def special_information(shop: MagentoShop, sent: Sent) -> Any:
    return [shop.special[sku] for sku in sent.body["skus"] if sku in shop.special]


def tier_information(shop: MagentoShop, sent: Sent) -> Any:
    wanted = set(sent.body["skus"])
    return [
        row
        | {"customer_group": "all groups" if row["customer_group"] == "ALL GROUPS" else row["customer_group"]}
        for (sku, _group, _quantity), row in sorted(shop.tiers.items())
        if sku in wanted
    ]


def save_base(shop: MagentoShop, sent: Sent) -> Any:
    faults = []
    for row in _capped(shop, sent.body["prices"]):
        fault = _fault("Price", row["price"]) if row["price"] < 0 else _sku_fault(shop, row)
        if fault:
            faults.append(fault)
        else:
            shop.base[row["sku"]] = row["price"]
    return faults


def save_special(shop: MagentoShop, sent: Sent) -> Any:
    faults = []
    for row in _capped(shop, sent.body["prices"]):
        fault = _sku_fault(shop, row)
        if fault:
            faults.append(fault)
        else:
            shop.special[row["sku"]] = row
    return faults


def save_tier(shop: MagentoShop, sent: Sent) -> Any:
    faults = []
    for row in _capped(shop, sent.body["prices"]):
        fault = _sku_fault(shop, row)
        if not fault and row["customer_group"] not in (*shop.groups.values(), "ALL GROUPS"):
            message = "No such entity with Customer Group = %customerGroup. Row ID: SKU = %SKU, Website ID: %websiteId, Customer Group: %customerGroup, Quantity: %qty."  # noqa: E501
            fault = {"message": message, "parameters": [row["sku"], "0", row["customer_group"], "1"]}
        if fault:
            faults.append(fault)
        else:
            shop.tiers[row["sku"], row["customer_group"], row["quantity"]] = row
    return faults


def role_users(shop: MagentoShop, _sent: Sent, own: str) -> Any:
    return [shop.customers[one] for one in shop.role_users[int(own)]]


def catalogue_products(shop: MagentoShop, _sent: Sent, own: str) -> Any:
    if int(own) not in shop.catalogues:
        raise No("No such entity with id = %1", 404, parameters=[own])
    return sorted(shop.catalogue_skus[int(own)])


def _sku_fault(shop: MagentoShop, row: dict[str, Any]) -> Any:
    return None if row["sku"] in shop.products else _fault("SKU", row["sku"])


def _fault(field: str, value: Any) -> Any:
    return {"message": "Invalid attribute %fieldName = %fieldValue.", "parameters": [field, str(value)]}


def _capped(shop: MagentoShop, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if len(rows) > shop.row_cap:
        raise No(f"Maximum items of an array is {shop.row_cap}")
    return rows
